import { Unreadable } from "../input";
import { haveTitle, postingOf } from "../record";
import { csvRows } from "../split/csv";
import type { Entry } from "../split/entry";

/** What people part fields by; the likelier first. */
const delimiters = [",", ";", "\t", "|", ":", "^", "~", "¦", "#", "\x1f", "\x01"];

/** The columns that a header line names, and what parts them; null where none of them is a title. */
export function headerIn(line: string): { columns: string[]; delimiter: string } | null {
  const [best] = delimiters
    .map((delimiter) => ({
      delimiter,
      columns: line.split(delimiter).map((column) => column.trim().replace(/^"(.*)"$/, "$1")),
    }))
    .filter(({ columns }) => columns.length > 1 && haveTitle(columns))
    .sort((a, b) => b.columns.length - a.columns.length);
  return best ?? null;
}

/** The first line that says something; a spreadsheet's "sep=;" before it does not. */
export const headerLine = (head: string): string =>
  head.split("\n", 20).find((line) => line.trim() !== "" && !/^"?sep=.{1,2}$/.test(line.trim())) ?? "";

/** The rows of a table of separated values; its first one names the columns. */
export async function* tableEntries(
  pieces: AsyncIterable<string>,
  fileName: string,
  head: string,
): AsyncGenerator<Entry> {
  const known = headerIn(headerLine(head));
  if (!known) throw new Unreadable("its first row has no column for titles");
  let columns: string[] | null = null;
  for await (const row of csvRows(pieces, known.delimiter)) {
    const place = `line ${row.line}`;
    if ("fault" in row) yield { place, read: () => refuse(row.fault) };
    else if (!columns) columns = haveTitle(row.fields) ? row.fields : null;
    else {
      const names = columns;
      const fields = Object.fromEntries(names.map((name, index) => [name, row.fields[index]]));
      yield { place, read: () => [postingOf(fields, `${fileName}#${row.line}`)] };
    }
  }
}

function refuse(reason: string): never {
  throw new Unreadable(reason);
}
