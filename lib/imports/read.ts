import { draftOf, type ImportedDraft } from "@/lib/postings/import/draft";
import { type ImportResult, Unreadable } from "@/lib/postings/import/input";
import { parseImport } from "@/lib/postings/import/parse";
import type { Rate } from "@/lib/taxonomy/money";
import { mostRows } from "./rules";

/** So that the time of the first call counts what was sent alone. */
export { warmUp } from "@/lib/reading/posting";

/** One posting of a file with the draft that it makes, or why it was refused. */
export type ReadRow =
  | (ImportResult & { ok: true } & { draft: ImportedDraft })
  | (ImportResult & { ok: false });

/**
 * All postings of a file, in its order; null where it has more than an import may have. It is run in a process of its own, since its cost is
 * chosen by whoever made the file.
 */
export async function readRows(
  name: string,
  content: Uint8Array,
  rates: readonly Rate[],
): Promise<ReadRow[] | null> {
  const byCurrency = new Map(rates.map((rate) => [rate.currency, rate]));
  const rows: ReadRow[] = [];
  for await (const result of parseImport({ name, content })) {
    if (rows.length === mostRows) return null;
    rows.push(result.ok ? withDraft(result, byCurrency) : result);
  }
  return rows;
}

function withDraft(result: ImportResult & { ok: true }, rates: ReadonlyMap<string, Rate>): ReadRow {
  try {
    return { ...result, draft: draftOf(result.posting, rates) };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, at: result.at, reason: error.message };
    throw error;
  }
}
