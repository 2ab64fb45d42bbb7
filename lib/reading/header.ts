/** Characters: a line longer than this is prose. */
const longestHeading = 400;
const headingLines = 4;

/**
 * The lines at the head of a posting that state its facts in short: its first line, and of the next ones those that are parted by "|" or
 * state a field ("Location: …"). Each with its place.
 */
export function headerOf(text: string): { start: number; end: number }[] {
  const lines: { start: number; end: number }[] = [];
  let start = 0;
  for (let seen = 0; seen < headingLines && start < text.length; ) {
    const stop = text.indexOf("\n", start);
    const end = stop === -1 ? text.length : stop;
    const line = text.slice(start, Math.min(end, start + longestHeading + 1));
    if (line.trim() !== "") {
      const isFact =
        line.includes("|") ||
        (/\s[•·]\s/.test(line) && line.length <= 160) ||
        /^\s*[-*]?\s*(?:location|office|where|standort|remote|type|salary|role|company|work(?:place| mode)?)\s*:/i.test(
          line,
        );
      const cut = line.length > longestHeading && seen === 0 ? headlineOf(line) : null;
      if (cut !== null) lines.push({ start, end: start + cut });
      else if (line.length <= longestHeading && (seen === 0 || isFact)) lines.push({ start, end });
      seen++;
    }
    start = end + 1;
  }
  return lines;
}

/** Where the headline ends in a line that goes on with sentences; null where the line is no headline. */
function headlineOf(line: string): number | null {
  const last = line.lastIndexOf("|");
  if (last === -1 || line.indexOf("|") > 120) return null;
  const sentence = /\s(?=(?:We|Our|I|You|The|This|At|Join|Help|Since|In)(?:['’]\p{Ll}+)?\s)/u.exec(
    line.slice(last),
  );
  return sentence ? last + sentence.index : null;
}
