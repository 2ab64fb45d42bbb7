import { AuditSearch } from "@/lib/moderation/input";

/** What a search of the audit asks for, without its empty fields; and what is wrong with it, by field. */
export function readAuditSearch(asked: Record<string, unknown>) {
  const given = Object.fromEntries(
    Object.entries(asked).filter(([, value]) => typeof value === "string" && value.trim() !== ""),
  );
  const read = AuditSearch.safeParse(given);
  const faults: Record<string, string[]> = {};
  for (const { path, message } of read.error?.issues ?? [])
    faults[String(path[0])] = [...(faults[String(path[0])] ?? []), message];
  return { search: read.success ? read.data : null, faults, typed: given as Record<string, string> };
}
