/**
 * A line of a table that spreadsheets open (RFC 4180). A text that a spreadsheet would take for a formula gets an apostrophe before it, since
 * applicants write these texts.
 */
export const csvLine = (cells: readonly (string | number | null)[]): string =>
  `${cells.map(cellOf).join(",")}\r\n`;

function cellOf(value: string | number | null): string {
  if (typeof value === "number") return String(value);
  const text = value ?? "";
  return `"${(isFormula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}

const isFormula = /^\s*[=+\-@\t\r\n＝＋－＠]/;
