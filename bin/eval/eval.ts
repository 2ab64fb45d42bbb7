import { readFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { say } from "../up/progress";
import { labelledIn } from "./labels";
import { type FactScore, scoreResume } from "./resume";
import { type Miss, type Score, scoreAll } from "./score";

const own = "lib/reading/snippets.jsonl";
const mostMisses = 25;

/**
 * npm run eval -- [FILE…]: scores the reader on labelled texts, by default our own; a table a file, with the worst misses. A PDF is a
 * résumé, scored by the YAML that it was made from.
 */
export async function evaluate(files: string[]): Promise<number> {
  for (const name of files.length > 0 ? files : [own]) {
    const path = files.length > 0 ? resolve(process.env.INIT_CWD ?? ".", name) : name;
    if (path.endsWith(".pdf")) {
      say(`\n${name}\n${facts(await scoreResume(path))}`);
      continue;
    }
    const texts = labelledIn(await readFile(path, "utf8"), basename(name));
    const began = performance.now();
    const { scores, misses } = scoreAll(texts);
    say(`\n${name}: ${texts.length} texts in ${Math.round(performance.now() - began)} ms`);
    say(table([...scores]));
    for (const miss of worst(misses)) say(told(miss));
  }
  return 0;
}

function table(scores: [string, Score][]): string {
  const head = ["field", "texts", "precision", "recall", "F1", "macro F1", "exact"];
  const rows = scores.map(([field, { right, extra, missed, texts, f1Sum, exact }]) => [
    field,
    String(texts),
    share(right, right + extra),
    share(right, right + missed),
    share(2 * right, 2 * right + extra + missed),
    share(f1Sum, texts),
    share(exact, texts),
  ]);
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => (row[at] as string).length)));
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, at) =>
          at === 0 ? cell.padEnd(widths[at] as number) : cell.padStart(widths[at] as number),
        )
        .join("  "),
    )
    .join("\n");
}

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
