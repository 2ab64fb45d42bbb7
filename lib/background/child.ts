import { type ChildProcess, spawn } from "node:child_process";
import { setPriority } from "node:os";
import { join } from "node:path";
import { DomainError } from "@/lib/errors";

const patienceMs = 10_000;
const mostWaiting = 32;
const heapMegabytes = 256;
/** Of 19: pages and the database go first. */
const niceness = 10;

type Job = {
  module: string;
  name: string;
  args: unknown[];
  done: (result: unknown) => void;
  failed: (error: Error) => void;
};

/** Shared by all copies of this module that the bundler makes. */
const held = globalThis as typeof globalThis & {
  backplaneChild?: { process: ChildProcess | null; running: Job | null; waiting: Job[] };
};

/**
 * The pure function `name` of `module` (a path from the project's root), as one that a process of its own runs: one call at a time, behind
 * pages and the database. For work whose cost a stranger chooses. What it takes and gives is copied. It throws `unavailable` while too
 * many calls wait, and `too_slow` for a call that takes ten seconds.
 */
export function inChildProcess<Args extends unknown[], Result>(
  module: string,
  name: string,
): (...args: Args) => Promise<Result> {
  return (...args) =>
    new Promise((resolve, reject) => {
      held.backplaneChild ??= { process: null, running: null, waiting: [] };
      if (held.backplaneChild.waiting.length >= mostWaiting)
        throw new DomainError(
          "unavailable",
          "Too many texts are being read at the moment. Try again in a minute.",
        );
      held.backplaneChild.waiting.push({
        module,
        name,
        args,
        done: (result) => resolve(result as Result),
        failed: reject,
      });
      startNext();
    });
}

function startNext() {
  const child = held.backplaneChild;
  if (!child || child.running) return;
  const job = child.waiting.shift();
  if (!job) {
    child.process?.unref();
    child.process?.channel?.unref();
    return;
  }
  child.running = job;
  child.process ??= startChild();
  const worker = child.process;
  worker.ref();
  worker.channel?.ref();
  const late = setTimeout(() => {
    end(new DomainError("too_slow", "Reading this took too long. Send a shorter text, or try again."));
    worker.kill("SIGKILL");
  }, patienceMs);
  const hear = ({ result }: { result: unknown }) => end(null, result);
  const died = () => end(new DomainError("unavailable", "We could not read this. Try again in a minute."));
  worker.once("message", hear);
  worker.once("exit", died);
  worker.send({ module: job.module, name: job.name, args: job.args }, (error) => error && died());

  function end(error: Error | null, result?: unknown) {
    if (!child || child.running !== job) return;
    clearTimeout(late);
    worker.off("message", hear);
    worker.off("exit", died);
    child.running = null;
    if (error) {
      child.process = null;
      job?.failed(error);
    } else job?.done(result);
    startNext();
  }
}

/** The bundler may copy this module elsewhere: commands run from the project's root, and so does the site. */
const script = () => join(process.cwd(), "lib", "background", "child-script.mjs");

function startChild(): ChildProcess {
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
    if (held.backplaneChild?.process === child) held.backplaneChild.process = null;
  });
  return child;
}
