/** A line of one of two texts, and whether the other has it too, in whatever case and with whatever blanks. */
type Line = { key: string; text: string; isShared: boolean };

/** The sentences and lines of two texts, each marked where only its own text has it. */
export function linesBeside(mine: string, theirs: string): { mine: Line[]; theirs: Line[] } {
  const [left, right] = [partsOf(mine), partsOf(theirs)];
  return { mine: marked(left, right), theirs: marked(right, left) };
}

const partsOf = (text: string) =>
  text
    .split(/\n+|(?<=[.!?])\s+/)
    .map((part) => part.trim())
    .filter(Boolean);

const folded = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

function marked(parts: readonly string[], others: readonly string[]): Line[] {
  const known = new Set(others.map(folded));
  return parts.map((text, i) => ({ key: `${i}`, text, isShared: known.has(folded(text)) }));
}
