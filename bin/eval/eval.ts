import { readFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { parseArgs } from "node:util";
import { messageOf } from "@/lib/errors";
import { say } from "../up/progress";
import { labelledIn } from "./labels";
import { folds, labelledPosts } from "./posts";
import { disagreementsIn, reportOn } from "./report";
import { type FactScore, scoreResume } from "./resume";
import { type Miss, type Score, scoreAll } from "./score";
import { tableOf } from "./table";
import { countUnknown } from "./unknown";

const own = "lib/reading/snippets.jsonl";
const postLabels = "bin/eval/labels/hn.jsonl";
const mostMisses = 25;
const mostUnknown = 200;

const usage = `Usage: npm run eval -- [FILE…]
       npm run eval -- --posts FILE.jsonl [--fold ${folds[0]}–${folds.at(-1)}]
       npm run eval -- --unknown FILE…`;

/**
 * npm run eval: how well texts are read.
 * - FILE…: scores the reader on labelled texts, by default our own; a table a file, with the worst misses. A PDF is a résumé, scored by
 *   the YAML that it was made from.
 * - --posts FILE: scores the reader on the posts of FILE that we have labels for, by folds. With --fold, what is missed and wrong there.
 * - --unknown FILE…: what stands beside known technologies in lists and is no name of the taxonomy, by the number of texts.
 */
export async function evaluate(argv: string[]): Promise<number> {
  const given = read(argv);
  if (!given) return 2;
  const { files, posts, fold } = given;
  if (posts !== undefined) await evaluatePosts(posts, fold);
  else if (given.unknown) await listUnknown(files);
  else for (const name of files.length > 0 ? files : [own]) await evaluateFile(name, files.length > 0);
  return 0;
}

function read(argv: string[]) {
  try {
    const { values, positionals: files } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: { posts: { type: "string" }, fold: { type: "string" }, unknown: { type: "boolean" } },
    });
    const fold = folds.find((known) => String(known) === values.fold);
    if (values.fold !== undefined && (fold === undefined || values.posts === undefined))
      say("--fold goes with --posts, and is a number from 1 to 5.");
    else if (values.unknown && files.length === 0) say("Name at least one file.");
    else if (values.posts !== undefined && (values.unknown || files.length > 0))
      say("--posts takes one file, and goes with --fold alone.");
    else return { ...values, files, fold };
  } catch (error) {
    say(messageOf(error));
  }
  say(usage);
  return null;
}

const fromHere = (name: string) => resolve(process.env.INIT_CWD ?? ".", name);

async function evaluatePosts(file: string, fold: number | undefined) {
  const texts = await readFile(fromHere(file), "utf8");
  const posts = labelledPosts(texts, await readFile(postLabels, "utf8"));
  if (fold === undefined) say(reportOn(posts));
  else for (const line of disagreementsIn(posts, fold)) say(line);
}

async function listUnknown(files: string[]) {
  const texts = (await Promise.all(files.map(textsOf))).flat();
  for (const { name, texts: count } of countUnknown(texts).slice(0, mostUnknown))
    say(`${String(count).padStart(5)}  ${name}`);
}

/** The texts of a file: one a line in JSON Lines, else the whole of it. */
async function textsOf(file: string): Promise<string[]> {
  const content = await readFile(fromHere(file), "utf8");
  if (!file.endsWith(".jsonl")) return [content];
  return content
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => (JSON.parse(line) as { text: string }).text);
}

async function evaluateFile(name: string, isGiven: boolean) {
  const path = isGiven ? fromHere(name) : name;
  if (path.endsWith(".pdf")) return say(`\n${name}\n${facts(await scoreResume(path))}`);
  const texts = labelledIn(await readFile(path, "utf8"), basename(name));
  const began = performance.now();
  const { scores, misses } = scoreAll(texts);
  say(`\n${name}: ${texts.length} texts in ${Math.round(performance.now() - began)} ms`);
  say(table([...scores]));
  for (const miss of worst(misses)) say(told(miss));
}

const table = (scores: [string, Score][]): string =>
  tableOf(
    ["field", "texts", "precision", "recall", "F1", "macro F1", "exact"],
    scores.map(([field, { right, extra, missed, texts, f1Sum, exact }]) => [
      field,
      String(texts),
      share(right, right + extra),
      share(right, right + missed),
      share(2 * right, 2 * right + extra + missed),
      share(f1Sum, texts),
      share(exact, texts),
    ]),
  );

const facts = (scores: FactScore[]): string =>
  scores
    .map(({ field, wanted, right, missed, extra }) => {
      const faults = [...missed.map((value) => `missed ${value}`), ...extra.map((value) => `read ${value}`)];
      return [field.padEnd(18), `${right} of ${wanted}`, ...faults].join("  ");
    })
    .join("\n");

const share = (part: number, whole: number) => (whole === 0 ? "–" : (part / whole).toFixed(3));

const worst = (misses: Miss[]) =>
  [...misses]
    .sort((a, b) => b.missed.length + b.extra.length - a.missed.length - a.extra.length)
    .slice(0, mostMisses);

const told = ({ id, field, missed, extra }: Miss) =>
  `  ${id} ${field}:${missed.length ? ` missed ${missed.join("; ")}` : ""}${extra.length ? ` read ${extra.join("; ")}` : ""}`;
