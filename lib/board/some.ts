import { Board } from "./board";
import { type Reader, readNames, readPostings } from "./queries";

/** Postings of one question. */
const pieceSize = 10_000;

/** A board of those of the postings with these numbers that are shown, as of `now`. It follows no changes. */
export async function loadBoardOf(on: Reader, numbers: readonly number[], now: Date): Promise<Board> {
  const rows = [];
  for (let at = 0; at < numbers.length; at += pieceSize)
    rows.push(...(await readPostings(on, numbers.slice(at, at + pieceSize))));
  rows.sort((a, b) => b.publishedAt - a.publishedAt || (a.id < b.id ? -1 : 1));
  const board = await Board.load(
    await readNames(on),
    rows.length,
    (async function* () {
      yield rows;
    })(),
  );
  board.advance(now.getTime());
  return board;
}
