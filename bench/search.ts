import { closeDatabase, db as pool } from "@/db/client";
import { Keeper } from "@/lib/board/keeper";
import { parseParameters } from "@/lib/search/criteria";
import type { ReadySearch } from "@/lib/search/queries/compile";
import { runOnBoard } from "@/lib/search/queries/on-board";
import { readCriteria } from "@/lib/search/queries/search";
import { measureFreshness } from "./freshness";
import { measure, measureLoad, median, memoryNow, ms, quantile, table, times, withoutSimd } from "./measure";
import type { Words } from "./peers/peer";
import { askEight, askOnce, askSqlPath, makeNarrow, openPlain } from "./ways";

/** Kinds of filter, from none to narrow. */
export const filters: [what: string, address: string][] = [
  ["nothing", ""],
  ["a common skill", "skill=$1"],
  ["two skills", "skill=$2&skill=$3"],
  ["a rare skill", "skill=$600"],
  ["band and workplace", "band=senior&workplace=remote"],
  ["pay and country", "salary=100000&country=DE"],
  ["a responsibility, years, degree", "responsibility=$r3&experience=4&degree=bachelor"],
  ["five at once", "skill=$4&band=mid&workplace=remote&salary=90000&country=US"],
];
const commonest = "service team system data build code platform product design api cloud scale".split(" ");
export const words: [what: string, words: Words, address?: string][] = [
  ["a common word", { way: "all", words: ["invoice"] }],
  ["a word and a skill", { way: "all", words: ["harbour"] }, "skill=$2"],
  ["two words", { way: "all", words: ["robot", "satellite"] }],
  ["a phrase", { way: "phrase", words: ["harbour", "bridge"] }],
  ["the beginning of a word", { way: "all", words: ["sa"] }],
  ["a word of nearly all", { way: "all", words: ["service"] }],
  ["every common word", { way: "any", words: commonest }],
];

/** The address of a search with words, as they are typed, and of what else it asks. */
export function addressOf({ way, words }: Words, address = ""): string {
  const line = way === "phrase" ? `"${words.join(" ")}"` : words.join(way === "any" ? " or " : " ");
  return `q=${encodeURIComponent(line)}&${address}`;
}

/** Search: the obvious questions, one good statement, the search in SQL and the board, each with total, all facets and a page of 20. */
export async function benchSearch(url: string): Promise<void> {
  process.env.DATABASE_URL = url;
  const { db, end } = openPlain(url);
  await makeNarrow(db);
  const keeper = new Keeper();
  const memory = memoryNow();
  await measureLoad(keeper);
  console.log(
    `The board takes ${(memoryNow() - memory).toFixed(0)} MB; the process has ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB resident.\n`,
  );
  const board = async () => {
    const found = await keeper.current();
    if (!found) throw new Error("There is no board.");
    return found.board;
  };
  const onBoard = async (ready: ReadySearch, order: "newest" | "relevance" = "newest") => {
    const answer = await runOnBoard(await board(), ready, { order, after: null, limit: 20 });
    return answer?.counts.find(({ facet }) => facet === "total")?.count ?? 0;
  };
  const rows: string[][] = [];
  for (const [what, address] of filters) {
    const ready = await read(address);
    const totals = await Promise.all([askOnce(db, ready), askSqlPath(db, ready), onBoard(ready)]);
    if (new Set(totals).size > 1) throw new Error(`${what}: the totals differ, ${totals.join(", ")}.`);
    const eight = await measure(() => askEight(db, ready));
    const once = await measure(() => askOnce(db, ready));
    const path = await measure(() => askSqlPath(db, ready));
    const plain = await withoutSimd(await board(), () => measure(() => onBoard(ready), { most: 500 }));
    const fast = await measure(() => onBoard(ready), { most: 500 });
    rows.push([
      what,
      String(totals[0]),
      ...[eight, once, path, plain, fast].map((all) => ms(median(all))),
      ms(quantile(fast, 0.99)),
      times(median(once) / median(fast)),
    ]);
  }
  table(
    [
      "filter",
      "hits",
      "eight questions",
      "one statement",
      "SQL path",
      "board without SIMD",
      "board",
      "board p99",
      "one statement : board",
    ],
    rows,
  );
  const ratios = rows.map((row) => Number.parseFloat(row.at(-1) as string)).sort((a, b) => a - b);
  console.log(
    `Ratio to one statement: median ${times(((ratios[3] as number) + (ratios[4] as number)) / 2)}, worst ${times(ratios[0] as number)}.\n`,
  );
  const worded: string[][] = [];
  for (const [what, asked, address] of words) {
    const ready = await read(addressOf(asked, address));
    const row = [what, String(await onBoard(ready))];
    for (const order of ["newest", "relevance"] as const) {
      const path = await measure(() => askSqlPath(db, ready, order), { most: 20 });
      const plain = await withoutSimd(await board(), () =>
        measure(() => onBoard(ready, order), { most: 500 }),
      );
      const fast = await measure(() => onBoard(ready, order), { most: 500 });
      row.push(
        ms(median(path)),
        ms(median(plain)),
        ms(median(fast)),
        ms(quantile(fast, 0.99)),
        times(median(path) / median(fast)),
      );
    }
    worded.push(row);
  }
  const columns = (order: string) => [
    `${order}: SQL path`,
    "board without SIMD",
    "board",
    "board p99",
    "SQL path : board",
  ];
  table(["words", "hits", ...columns("newest first"), ...columns("by relevance")], worded);
  await measureFreshness(url, keeper);
  await end();
  await closeDatabase();
}

/** A search by its address, in which $1 is the commonest skill and $r1 the first responsibility. */
export async function read(address: string): Promise<ReadySearch> {
  const rows = await pool().execute<{ slug: string; kind: string; at: number }>(
    `select slug, 's' as kind, row_number() over (order by id)::int as at from skills
     union all select slug, 'r', position from responsibilities`,
  );
  const slugOf = (kind: string, at: number) =>
    rows.find((row) => row.kind === kind && row.at === at)?.slug ?? "";
  const params = new URLSearchParams(
    address.replace(/\$(r?)(\d+)/g, (_, kind: string, at: string) => slugOf(kind || "s", Number(at))),
  );
  const { criteria } = parseParameters(params);
  return (await readCriteria(criteria)).ready;
}
