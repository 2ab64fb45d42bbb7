import { sql } from "drizzle-orm";
import { Board } from "./board";
import { pieceSize, type Reader, readNames, readPostings } from "./queries";
import type { BoardRow } from "./row";

/** A board of those of the postings with these numbers that are shown, as of `now`. It follows no changes. */
export async function loadBoardOf(on: Reader, numbers: readonly number[], now: Date): Promise<Board> {
  const board = await Board.load(await readNames(on), numbers.length, readInOrder(on, numbers), {
    isFollowing: false,
  });
  board.advance(now.getTime());
  return board;
}

async function* readInOrder(on: Reader, numbers: readonly number[]): AsyncGenerator<BoardRow[]> {
  const rows = await on.execute<{ number: number }>(sql`
    select number from postings where number = any(${sql.param([...numbers])}::int[]) order by published_at desc, id`);
  for (let at = 0; at < rows.length; at += pieceSize) {
    const piece = await readPostings(
      on,
      rows.slice(at, at + pieceSize).map(({ number }) => number),
    );
    yield piece.sort((a, b) => b.publishedAt - a.publishedAt || (a.id < b.id ? -1 : 1));
  }
}
