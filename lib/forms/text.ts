/**
 * Text from outside, made safe to store: composed (NFC), with one kind of line end, and without the marks that turn the direction of the
 * text around them (what is written after them would read backwards). Gives null for what no honest form sends: NUL, other control
 * characters, and halves of surrogate pairs. Text of invisible characters alone counts as empty.
 */
export function cleanText(text: string): string | null {
  if (!text.isWellFormed() || forbidden.test(text)) return null;
  const clean = text.normalize("NFC").replace(lineEnd, "\n").replace(unwritten, "");
  return visible.test(clean) ? clean : "";
}

/** The same of other people's files, whose text is not refused for a stray character: what cannot be stored is left out. */
export const salvageText = (text: string): string =>
  cleanText(text.toWellFormed().replace(everyForbidden, "")) ?? "";

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;
const everyForbidden = new RegExp(forbidden, "g");
/** Also those of Unicode and of mainframes, which XML and JavaScript read as line ends here and as nothing there. */
const lineEnd = /\r\n?|[\u0085\u2028\u2029]/g;
/** Embeddings, overrides and isolates of direction; control characters of other character sets; what XML forbids. */
const unwritten = /[\u202A-\u202E\u2066-\u2069\u0080-\u009F\uFFFE\uFFFF]/g;
const visible = /[^\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cf}]/u;
