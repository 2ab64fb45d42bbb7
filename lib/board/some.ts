import { Board } from "./board";
import { type Reader, readNames, readPostingsInOrder } from "./queries";

/** A board of those of the postings with these numbers that are shown, as of `now`. It follows no changes. */
export async function loadBoardOf(on: Reader, numbers: readonly number[], now: Date): Promise<Board> {
  const postings = readPostingsInOrder(on, numbers);
  const filled = await Board.fill(await readNames(on), numbers.length, postings, { isFollowing: false });
  return Board.of(filled, now.getTime());
}
