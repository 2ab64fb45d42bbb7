import type { Board } from "./board";

/** What a board answers with SIMD, and without. Throws where it has none. */
export async function withBothKernels<T>(board: Board, ask: () => T): Promise<[Awaited<T>, Awaited<T>]> {
  if (!board.isSimd) throw new Error("The board works without SIMD.");
  const withSimd = await ask();
  board.isSimd = false;
  try {
    return [withSimd, await ask()];
  } finally {
    board.isSimd = true;
  }
}
