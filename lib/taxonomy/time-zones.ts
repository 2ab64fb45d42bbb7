/**
 * Whether `name` is one of the IANA table, an old name or a new one (Asia/Calcutta, Asia/Kolkata), or UTC. What JavaScript knows beside
 * that table (SystemV) the database does not.
 */
export function isTimeZone(name: string): boolean {
  if (!/^(UTC|(?!SystemV)[A-Za-z_]+(\/[A-Za-z0-9_+-]+)+)$/.test(name)) return false;
  try {
    return Boolean(new Intl.DateTimeFormat("en-US", { timeZone: name }));
  } catch {
    return false;
  }
}
