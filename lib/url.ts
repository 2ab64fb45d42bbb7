/**
 * The address that a text is, relative ones to `base`; null where it is none. Not by `URL.canParse`: once Node 20 has compiled it, it refuses
 * letters such as “ü”.
 */
export function urlOf(text: string, base?: string): URL | null {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
}
