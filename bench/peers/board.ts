import { closeDatabase } from "@/db/client";
import type { Board } from "@/lib/board/board";
import { Keeper } from "@/lib/board/keeper";
import { makeMatches } from "@/lib/matching/queries/matches";
import { readMatchProfile } from "@/lib/matching/queries/profile";
import { toRankProfile } from "@/lib/matching/queries/rank";
import { present } from "@/lib/present";
import { runOnBoard } from "@/lib/search/queries/on-board";
import { profileOf, shown, skillCounts } from "../match";
import { coreTime, measure, median, ms, warmUp } from "../measure";
import { addressOf, filters, read, words } from "../search";
import { makeNarrow, openPlain, questionOf } from "../ways";
import { type Answered, compareMatches, compareSearches, type Matched } from "./compare";

const orders = { newest: "newest first", relevance: "by relevance" } as const;

/** Search: the board beside its peers, each with total, all facets and a page of 20, by filters and by words. */
export async function searchBesidePeers(url: string): Promise<void> {
  const board = await openBoard(url);
  const asked = [
    ...filters.map(([what, address]) => ({ what, address, order: "newest" as const, words: undefined })),
    ...words.flatMap(([what, line, address]) =>
      (["newest", "relevance"] as const).map((order) => ({
        what: `${what}, ${orders[order]}`,
        address: addressOf(line, address),
        order,
        words: line,
      })),
    ),
  ];
  const searches = await Promise.all(
    asked.map(async ({ address, ...search }) => {
      const ready = await read(address);
      const { order } = search;
      const run = async () =>
        present(await runOnBoard(await board(), ready, { order, after: null, limit: 20 }));
      return { ...search, question: questionOf(ready), run };
    }),
  );
  await warmUp(searches.map(({ run }) => run));
  const answered: Answered[] = [];
  for (const { run, ...search } of searches) {
    const { counts, page } = await run();
    const took = await measure(run, { budget: 3_000, most: 500 });
    answered.push({ ...search, counts, page: page?.ids ?? [], took, core: await coreTime(run) });
  }
  const asking = await measure(board, { budget: 3_000 });
  console.log(
    `Each answer of the board begins by asking the database what has changed: ${ms(median(asking))} ms, ${ms(await coreTime(board))} of core time.\n`,
  );
  await compareSearches(url, await board(), answered);
  await closeDatabase();
}

/** The match: every live posting ranked by the board, with the sheets of the first page, beside its peers, which make none. */
export async function matchBesidePeers(url: string): Promise<void> {
  const board = await openBoard(url);
  const matches: Matched[] = [];
  for (const skills of skillCounts) {
    const { ready } = await readMatchProfile(await profileOf(skills));
    const profile = toRankProfile(ready);
    const ranked = async () => (await board()).rank([], profile, shown);
    const run = async () => makeMatches(await ranked(), ready);
    await warmUp([run]);
    matches.push({
      what: `${skills} skills`,
      profile,
      page: (await ranked()).ranked.map(({ id, rank, high }) => [id, rank, high].join(":")),
      took: await measure(run, { budget: 3_000, most: 500 }),
      core: await coreTime(run),
    });
  }
  await compareMatches(url, matches);
  await closeDatabase();
}

/** Loads the board of the database, and makes the table that the peers are filled from; the board as it is now. */
async function openBoard(url: string): Promise<() => Promise<Board>> {
  process.env.DATABASE_URL = url;
  const { db, end } = openPlain(url);
  await makeNarrow(db);
  await end();
  const keeper = new Keeper();
  await keeper.load();
  return async () => present(await keeper.current()).board;
}
