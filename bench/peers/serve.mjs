// What the peers written in JavaScript share: they read postings from a file and questions from their input, and answer on their output.
// A question is a line of key=value with tabs between them. An answer is a line: milliseconds and those of processor time, measured here, so that
// the way through the pipe does not count; the total; counts as facet=value:count; and ids or, for a match, id:rank:high.
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

/** Serves `ask`, a function of `open(file)`, which takes a question and returns { total, counts, page } or a promise of it. */
export async function serve(open) {
  const ask = await open(process.argv[2]);
  console.log("ready");
  for await (const line of createInterface({ input: process.stdin })) {
    const question = parse(line);
    try {
      const [began, before] = [performance.now(), process.cpuUsage()];
      const { total, counts, page } = await ask(question);
      const took = performance.now() - began;
      const { user, system } = process.cpuUsage(before);
      const core = (user + system) / 1_000;
      console.log(
        [took, core, total, counts.map(([facet, value, n]) => `${facet}=${value}:${n}`), page].join("\t"),
      );
    } catch (error) {
      console.log(`error\t${error.message.replace(/\s+/g, " ")}`);
    }
  }
}

const lists = ["tags", "country", "band", "workplace", "employment", "credits", "words"];

function parse(line) {
  const pairs = line.split("\t").map((pair) => pair.split("="));
  return Object.fromEntries(
    pairs.map(([key, value]) => [key, lists.includes(key) ? value.split(",") : value]),
  );
}

/** The rows of the file of postings, in their order: newest first. */
export async function* postingsIn(file) {
  const list = (text) => (text === "" ? [] : text.split(","));
  let place = 0;
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const [
      id,
      least,
      most,
      usd,
      step,
      need,
      band,
      workplace,
      employment,
      countries,
      tags,
      text,
      degree,
      equal,
      lines,
    ] = line.split("\t");
    yield {
      place: place++,
      id,
      least: Number(least),
      most: Number(most),
      usd: Number(usd),
      step: Number(step),
      need: Number(need),
      band,
      workplace,
      employment,
      countries: list(countries),
      tags: list(tags).map(Number),
      text,
      degree: Number(degree),
      equal: Number(equal),
      lines: list(lines).map((one) => one.split(":").map(Number)),
    };
  }
}
