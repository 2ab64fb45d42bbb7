import { cutOff, Growing, type RawEntry } from "./entry";

/** The lines of a text that are not blank. The last one, where it is no whole object, is told to be cut off. */
export async function* jsonLines(pieces: AsyncIterable<string>): AsyncGenerator<RawEntry> {
  let entry = new Growing(1);
  for await (const piece of pieces) {
    const [rest = "", ...next] = piece.split("\n");
    entry.add(rest);
    for (const begun of next) {
      if (!entry.isBlank()) yield entry.finish();
      entry = new Growing(entry.line + 1);
      entry.add(begun);
    }
  }
  if (entry.isBlank()) return;
  const last = entry.finish();
  const isCut = "text" in last && !last.text.trimEnd().endsWith("}");
  yield isCut ? entry.finish(cutOff) : last;
}

/** Whether a text looks like one JSON object a line, some of them whole. */
export function isJsonLines(head: string): boolean {
  const lines = head.split("\n", 20).filter((line) => line.trim() !== "");
  return (
    lines.length > 1 &&
    lines.every((line) => line.startsWith("{")) &&
    lines.some((line) => line.trimEnd().endsWith("}"))
  );
}
