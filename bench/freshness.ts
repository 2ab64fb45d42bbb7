import postgres from "postgres";
import type { Keeper } from "@/lib/board/keeper";
import { median, ms, quantile } from "./measure";

const rounds = 200;

/** From the commit that pauses or resumes a posting to a board that knows it: when a question asks, and when nobody does. */
export async function measureFreshness(url: string, keeper: Keeper): Promise<void> {
  const sql = postgres(url, { max: 1 });
  const [posting] = await sql<{ id: string }[]>`select id from postings where state = 'published' limit 1`;
  const id = posting?.id as string;
  const asked: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const before = (await keeper.current())?.board.size as number;
    await sql`update postings set paused_at = case when paused_at is null then now() end where id = ${id}`;
    const began = performance.now();
    const found = await keeper.current();
    if (found?.board.size === before) throw new Error("An answer missed what was committed before it.");
    asked.push(performance.now() - began);
  }
  asked.sort((a, b) => a - b);
  console.log(
    `Commit to visible, ${rounds} commits: the next question has it and takes ${ms(median(asked))} ms for that (p99 ${ms(quantile(asked, 0.99))}).`,
  );
  await sql.end();
}
