const rightward = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
/** Shapes that letters have at the beginning, in the middle or at the end of a word. */
const shapes = /[\uFB1D-\uFDFF\uFE70-\uFEFC]/gu;

/** How a piece is read: from the left, from the right, as a number, or as what is around it. */
type Direction = "left" | "right" | "number" | "none";

const directionOf = (text: string): Direction =>
  rightward.test(text) ? "right" : /\p{L}/u.test(text) ? "left" : /\p{N}/u.test(text) ? "number" : "none";

/** Whether a text is read from the right: most of its letters are of a script that is. */
export function isReadFromRight(text: string): boolean {
  if (!rightward.test(text)) return false;
  const letters = text.match(/\p{L}/gu) ?? [];
  return letters.filter((letter) => rightward.test(letter)).length * 2 > letters.length;
}

/**
 * The text of pieces that stand on a line from left to right, in the order in which it is read, after the rules of the Unicode bidirectional
 * algorithm (UAX 9): Latin words and numbers in an Arabic or Hebrew line stay from left to right. Each piece is in its own order already.
 * `isFromRight` says that the document is read from the right, and so each line with a letter that is; else its letters decide.
 */
export function inReadingOrder(pieces: readonly string[], isFromRight: boolean): string {
  const whole = pieces.join("");
  if (!rightward.test(whole)) return whole;
  const base: Direction = isFromRight || isReadFromRight(whole) ? "right" : "left";
  const directions = resolved(pieces.map(directionOf), base);
  const runs: { direction: Direction; pieces: string[] }[] = [];
  pieces.forEach((piece, at) => {
    const direction = directions[at] ?? base;
    const last = runs.at(-1);
    if (last?.direction === direction) last.pieces.push(piece);
    else runs.push({ direction, pieces: [piece] });
  });
  const read = runs.map((run) => (run.direction === "right" ? run.pieces.reverse() : run.pieces).join(""));
  return (base === "right" ? read.reverse() : read)
    .join("")
    .replace(shapes, (shape) => shape.normalize("NFKC"));
}

/**
 * The direction of each piece on its line. Numbers behind Latin words go with them ("Java 17"); signs and spaces go with what is on both of
 * their sides, and as the line does between two numbers.
 */
function resolved(own: readonly Direction[], base: Direction): Direction[] {
  const before: Direction[] = [];
  let last: Direction = base;
  const strong = own.map((one) => {
    const direction: Direction = one === "number" && last === "left" ? "left" : one;
    before.push(last);
    if (direction !== "none") last = direction;
    return direction;
  });
  const read = [...strong];
  let behind: Direction = base;
  for (let at = strong.length - 1; at >= 0; at--) {
    const direction = strong[at] ?? base;
    if (direction !== "none") behind = direction;
    else read[at] = before[at] === behind && behind !== "number" ? behind : base;
  }
  return read;
}
