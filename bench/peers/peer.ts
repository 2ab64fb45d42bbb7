import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { RankProfile } from "@/lib/board/rank";
import type { Question } from "../ways";

/** Words of a search: all of them, the last one also as the beginning of a word; any of them; or as a phrase. */
export type Words = { way: "all" | "any" | "phrase"; words: string[] };

/** Milliseconds, and those of processor time, measured inside of the peer. */
export type Costs = { took: number; core: number };

/** Counts by "facet=value". */
export type PeerAnswer = Costs & { total: number; counts: Map<string, number>; page: string[] };

/** A peer that cannot answer says why. */
export class NoAnswer extends Error {}

/** A program that has the postings and answers questions, a line each. */
export class Peer {
  readonly #process: ChildProcess;
  readonly #lines: AsyncIterator<string>;

  private constructor(process: ChildProcess, lines: AsyncIterator<string>) {
    this.#process = process;
    this.#lines = lines;
  }

  /** Starts it and waits until it has read the postings. Throws `NoAnswer` with the end of what it complained of if it ends before. */
  static async start(command: string, args: string[], folder: string): Promise<Peer> {
    const child = spawn(command, args, { cwd: folder, stdio: ["pipe", "pipe", "pipe"] });
    let complaint = "";
    child.stderr.on("data", (chunk) => {
      complaint = (complaint + chunk).slice(-2_000);
    });
    child.on("error", (error) => {
      complaint = error.message;
    });
    // One that has ended gives no answer, which says it.
    child.stdin.on("error", () => {});
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const { value } = await lines.next();
    if (value === "ready") return new Peer(child, lines);
    child.kill();
    throw new NoAnswer(
      complaint
        .trim()
        .split("\n")
        .find((line) => /^\[?\w*(error|exception)\b/i.test(line)) ?? complaint,
    );
  }

  async #ask(fields: Record<string, string | number | undefined | readonly (string | number)[]>) {
    const given = Object.entries(fields).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    );
    this.#process.stdin?.write(`${given.map(([key, value]) => `${key}=${value}`).join("\t")}\n`);
    const { value: line, done } = await this.#lines.next();
    if (done) throw new NoAnswer("It ended.");
    const [took = "", core = "", total = "", counts = "", page = ""] = line.split("\t");
    if (took === "error") throw new NoAnswer(core);
    return {
      took: Number(took),
      core: Number(core),
      total: Number(total),
      counts,
      page: page === "" ? [] : page.split(","),
    };
  }

  /** Total, all facets and a page of 20. Throws `NoAnswer`. */
  async search(question: Question, order: "newest" | "relevance", words?: Words): Promise<PeerAnswer> {
    const { counts, ...answer } = await this.#ask({ ...question, ...words, order });
    const pairs = counts === "" ? [] : counts.split(",").map((one) => one.split(":") as [string, string]);
    return { ...answer, counts: new Map(pairs.map(([value, n]) => [value, Number(n)])) };
  }

  /** The first 20 of all postings for a profile that says years and a degree, each as id:rank:high. Throws `NoAnswer`. */
  async match({ skills, responsibilities, years, degreeRank, weights, padding }: RankProfile) {
    const credits = [
      ...skills.map((one) => [one.id, one.low, one.high, one.years ?? -1, one.shortLow, one.shortHigh]),
      ...responsibilities.map(({ id, low, high }) => [-id, low, high, -1, low, high]),
    ];
    const { degree: degreeWeight, ...others } = weights;
    return this.#ask({
      credits: credits.map((credit) => credit.join(":")),
      years: years ?? undefined,
      degree: degreeRank ?? undefined,
      ...others,
      degreeWeight,
      padding,
    });
  }

  async end(): Promise<void> {
    const { exitCode, signalCode, stdin } = this.#process;
    if (exitCode !== null || signalCode !== null) return;
    const ended = once(this.#process, "exit");
    stdin?.end();
    await ended;
  }
}
