import type { Board } from "@/lib/board/board";
import type { RankProfile } from "@/lib/board/rank";
import { salaryThresholds } from "@/lib/search/filters/offer";
import type { Count } from "@/lib/search/queries/facets";
import { degrees } from "@/lib/taxonomy/terms";
import { median, ms, quantile, sample, table, times, warmUp } from "../measure";
import type { Question } from "../ways";
import { type Costs, NoAnswer, type PeerAnswer, type Words } from "./peer";
import { withEachPeer } from "./peers";

/** What the board took: sorted milliseconds, and those of processor time of a run. */
export type Timed = { took: number[]; core: number };

/** A search as the board answered it. */
export type Answered = Timed & {
  what: string;
  question: Question;
  words?: Words;
  order: "newest" | "relevance";
  counts: Count[];
  page: string[];
};

/**
 * Asks each peer the searches that the board answered, compares the answers and prints the times. Filters must have equal answers, or it
 * throws. Engines read words by rules of their own: where a total differs, that is printed, and by relevance each ranks by its own formula.
 */
export async function compareSearches(url: string, board: Board, searches: Answered[]): Promise<void> {
  await withEachPeer(url, "search", async (peer, name) => {
    const ask = ({ question, order, words }: Answered) => peer.search(question, order, words);
    const notes = new Set<string>();
    const answerable: Answered[] = [];
    for (const search of searches) {
      try {
        const difference = findDifference(board, search, await ask(search));
        if (difference && !search.words) throw new Error(`${name}, ${search.what}: ${difference}`);
        if (difference) notes.add(`${search.what}: ${difference}`);
        answerable.push(search);
      } catch (error) {
        if (!(error instanceof NoAnswer)) throw error;
        notes.add(error.message);
      }
    }
    await warmUp(answerable.map((search) => () => ask(search)));
    const ratios: Record<"filters" | "words", { wait: number; core: number }[]> = { filters: [], words: [] };
    const rows: string[][] = [];
    for (const search of answerable) {
      const { cells, ratios: ratio } = await measureBeside(search, () => ask(search));
      ratios[search.words ? "words" : "filters"].push(ratio);
      rows.push([search.what, totalOf(search.counts).toLocaleString("en"), ...cells]);
    }
    table(["asked for", "hits", ...headBeside(name)], rows);
    for (const [kind, of] of Object.entries(ratios)) {
      const middle = (key: "wait" | "core") => times(median(of.map((one) => one[key]).sort((a, b) => a - b)));
      if (of.length > 0)
        console.log(`${name} : board, ${kind}: median ${middle("wait")}, of core time ${middle("core")}.`);
    }
    for (const note of notes) console.log(`${name}: ${note}`);
    console.log();
  });
}

/** The best postings for a profile as the board found them, each as id:rank:high. */
export type Matched = Timed & { what: string; profile: RankProfile; page: string[] };

/** Asks each peer for the matches that the board found, which must be equal, and prints the times. */
export async function compareMatches(url: string, matches: Matched[]): Promise<void> {
  await withEachPeer(url, "match", async (peer, name) => {
    await warmUp(
      matches.map(
        ({ profile }) =>
          () =>
            peer.match(profile),
      ),
    );
    const rows: string[][] = [];
    for (const match of matches) {
      const ask = () => peer.match(match.profile);
      if ((await ask()).page.join() !== match.page.join())
        throw new Error(`${name}, ${match.what}: the orders differ.`);
      rows.push([match.what, ...(await measureBeside(match, ask)).cells]);
    }
    table(["profile", ...headBeside(name)], rows);
  });
}

const headBeside = (name: string) => [
  "board",
  "board p99",
  name,
  `${name} p99`,
  `${name} : board`,
  "core time of the board",
  `of ${name}`,
  `${name} : board`,
];

/** The cells of `headBeside`, after asking the peer as often as it takes; and the two ratios. */
async function measureBeside({ took: board, core: boardCore }: Timed, ask: () => Promise<Costs>) {
  let [core, runs] = [0, 0];
  const took = await sample(
    async () => {
      const answer = await ask();
      core += answer.core;
      runs++;
      return answer.took;
    },
    { budget: 3_000 },
  );
  core /= runs;
  const ratios = { wait: median(took) / median(board), core: core / boardCore };
  const cells = [
    ...[board, took].flatMap((all) => [ms(median(all)), ms(quantile(all, 0.99))]),
    times(ratios.wait),
    ms(boardCore),
    ms(core),
    times(ratios.core),
  ];
  return { cells, ratios };
}

const totalOf = (counts: Count[]) => counts.find(({ facet }) => facet === "total")?.count ?? 0;

/** The first difference, in words; null where the answers are equal. */
function findDifference(board: Board, search: Answered, answer: PeerAnswer): string | null {
  const total = totalOf(search.counts);
  if (answer.total !== total) return `it finds ${answer.total}, the board ${total}.`;
  const counts = namedCounts(board, answer.counts);
  const expected = search.counts.filter(
    ({ facet, count }) => count > 0 && facet !== "total" && facet !== "without",
  );
  const other = expected.find(({ facet, value, count }) => counts.get(`${facet}=${value}`) !== count);
  if (other)
    return `it counts ${counts.get(`${other.facet}=${other.value}`)} for ${other.facet}=${other.value}, the board ${other.count}.`;
  if ([...counts.values()].filter((count) => count > 0).length !== expected.length)
    return "it counts more values.";
  if (search.order === "newest" && answer.page.join() !== search.page.join()) return "its page differs.";
  return null;
}

/** A peer's counts as the board names them: degrees and pay each with all that they include. */
function namedCounts({ names }: Board, counts: Map<string, number>): Map<string, number> {
  const named = new Map<string, number>();
  const add = (key: string, count: number) => named.set(key, (named.get(key) ?? 0) + count);
  for (const [key, count] of counts) {
    const [facet, value = ""] = key.split("=");
    const number = Number(value);
    if (facet === "tag")
      add(
        number > 0
          ? `skill=${names.skills.get(number)?.slug}`
          : `responsibility=${names.responsibilities.get(-number)?.slug}`,
        count,
      );
    else if (facet === "degree") for (const degree of degrees.slice(number)) add(`degree=${degree}`, count);
    else if (facet === "salary")
      for (const threshold of salaryThresholds.slice(0, number)) add(`salary=${threshold}`, count);
    else if (value !== "") add(key, count);
  }
  return named;
}
