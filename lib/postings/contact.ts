/** An address, a number or a messenger by which candidates would make contact outside this site. */
export const contactElsewhere =
  /[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,63}|\b(whatsapp|telegram|wechat|signal me|t\.me\/)|\+\d[\d ()-]{8,20}\d/i;

const applyThere = /\b(?:apply|send|submit|e-?mail|reach (?:out|us)|contact)\b/i;
const address = /\bhttps?:\/\/|\bwww\./i;

/** The lines of a text that ask to apply or to write somewhere else, with where each begins. */
export function applyLines(text: string): { start: number; line: string }[] {
  let start = 0;
  return text.split("\n").flatMap((line) => {
    const at = start;
    start += line.length + 1;
    const leads = contactElsewhere.test(line) || (applyThere.test(line) && address.test(line));
    return leads ? [{ start: at, line: line.trim() }] : [];
  });
}

/** The text without the lines that begin at these places. */
export function withoutLines(text: string, starts: ReadonlySet<number>): string {
  let start = 0;
  return text
    .split("\n")
    .filter((line) => {
      const at = start;
      start += line.length + 1;
      return !starts.has(at);
    })
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
