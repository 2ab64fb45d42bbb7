/**
 * Text from outside, made safe to keep: composed (NFC), with one kind of line end. Gives null for what no honest form sends: NUL,
 * other control characters, and halves of surrogate pairs. Text of invisible characters alone counts as empty.
 */
export function cleanText(text: string): string | null {
  if (!text.isWellFormed() || forbidden.test(text)) return null;
  const clean = text.normalize("NFC").replace(/\r\n?/g, "\n");
  return visible.test(clean) ? clean : "";
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;
const visible = /[^\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cf}]/u;
