import { type ChildProcess, spawn } from "node:child_process";
import { setPriority } from "node:os";
import { join } from "node:path";
import { DomainError } from "@/lib/errors";

/** For the process to start and load what it works with. */
const startMs = 60_000;
const mostWaiting = 32;
const heapMegabytes = 256;
/** Of 19: pages and the database go first. */
const niceness = 10;

/** Work of one kind, which has a process of its own: long work holds up none of another kind. */
type Lane = {
  name: string;
  /** For the work itself, which a stranger chooses. */
  patienceMs: number;
  /** Whether the process stays for the next call; one that needed much memory is better gone. */
  isKept: boolean;
  words: { busy: string; slow: string; broken: string };
};

const reading: Lane = {
  name: "reading",
  patienceMs: 10_000,
  isKept: true,
  words: {
    busy: "Too many texts are being read at the moment. Try again in a minute.",
    slow: "Reading this took too long. Send a shorter text, or try again.",
    broken: "We could not read this. Try again in a minute.",
  },
};

/** The lane of files that are made for people to download. */
export const making: Lane = {
  name: "making",
  patienceMs: 60_000,
  isKept: false,
  words: {
    busy: "Too many files are being made at the moment. Try again in a minute.",
    slow: "Making this file took too long. Try again later.",
    broken: "We could not make this file. Try again in a minute.",
  },
};

type Job = {
  module: string;
  name: string;
  args: unknown[];
  done: (result: unknown) => void;
  failed: (error: Error) => void;
};

type Child = { process: ChildProcess | null; running: Job | null; waiting: Job[] };

/** By the name of the lane. Shared by all copies of this module that the bundler makes. */
declare global {
  var backplaneChildren: Map<string, Child> | undefined;
}

function childOf({ name }: Lane): Child {
  globalThis.backplaneChildren ??= new Map();
  const found = globalThis.backplaneChildren.get(name);
  if (found) return found;
  const child: Child = { process: null, running: null, waiting: [] };
  globalThis.backplaneChildren.set(name, child);
  return child;
}

/**
 * The pure function `name` of `module` (a path from the project's root), as one that a process of its own runs: one call at a time, behind
 * pages and the database. For work whose cost a stranger chooses. What it takes and gives is copied. It throws `unavailable` while too
 * many calls wait, and `too_slow` for a call that takes ten seconds, or a minute for a file that is made.
 */
export function inChildProcess<Args extends unknown[], Result>(
  module: string,
  name: string,
  lane: Lane = reading,
): (...args: Args) => Promise<Result> {
  return (...args) =>
    new Promise((resolve, reject) => {
      const { waiting } = childOf(lane);
      if (waiting.length >= mostWaiting) throw new DomainError("unavailable", lane.words.busy);
      waiting.push({
        module,
        name,
        args,
        done: (result) => resolve(result as Result),
        failed: reject,
      });
      startNext(lane);
    });
}

function startNext(lane: Lane) {
  const child = childOf(lane);
  if (child.running) return;
  const job = child.waiting.shift();
  if (!job) {
    child.process?.unref();
    child.process?.channel?.unref();
    return;
  }
  child.running = job;
  child.process ??= startChild(lane);
  const worker = child.process;
  worker.ref();
  worker.channel?.ref();
  const giveUp = () => {
    end(new DomainError("too_slow", lane.words.slow));
    worker.kill("SIGKILL");
  };
  let late = setTimeout(giveUp, startMs);
  const hear = (said: { isReady: true } | { result: unknown }) => {
    if ("result" in said) return end(null, said.result);
    clearTimeout(late);
    late = setTimeout(giveUp, lane.patienceMs);
  };
  const died = () => end(new DomainError("unavailable", lane.words.broken));
  worker.on("message", hear);
  worker.once("exit", died);
  const { module, name, args } = job;
  // What this process knows of the taxonomy, which has no database there.
  worker.send({ module, name, args, taxonomy: globalThis.backplaneTaxonomy }, (error) => error && died());

  function end(error: Error | null, result?: unknown) {
    if (child.running !== job) return;
    clearTimeout(late);
    worker.off("message", hear);
    worker.off("exit", died);
    child.running = null;
    if (error || !lane.isKept) child.process = null;
    if (error) job?.failed(error);
    else {
      if (!lane.isKept) worker.kill();
      job?.done(result);
    }
    startNext(lane);
  }
}

/** The bundler may copy this module elsewhere: commands run from the project's root, and so does the site. */
const script = () => join(process.cwd(), "lib", "background", "child-script.mjs");

function startChild(lane: Lane): ChildProcess {
  const { PATH, SystemRoot, TMPDIR } = process.env;
  const child = spawn(process.execPath, [`--max-old-space-size=${heapMegabytes}`, script()], {
    serialization: "advanced",
    // A fault in there would print what it was given, so its words go nowhere.
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    env: { NODE_ENV: "production", PATH, SystemRoot, TMPDIR },
  });
  if (child.pid) setPriority(child.pid, niceness);
  child.on("error", () => {});
  child.on("exit", () => {
    if (childOf(lane).process === child) childOf(lane).process = null;
  });
  return child;
}
