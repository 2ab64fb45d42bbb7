import { EventEmitter } from "node:events";
import { Logger, run, type TaskList, type WorkerEventMap } from "graphile-worker";
import { beat, forgetWorker, type Pulse } from "./commands";
import type { Tasks } from "./input";

export type TaskHandlers = { [T in keyof Tasks]: (payload: Tasks[T]) => Promise<void> };

/** Where the queue's own words go: `error` is what a job failed with. */
export type Log = (level: "error" | "warn" | "info", words: string, error?: unknown) => void;

const pulse: Pulse = { everyMs: 10_000, silentMs: 45_000 };

/**
 * Runs the jobs of the queue until `signal` says stop, then lets running ones finish. A killed worker leaves its jobs locked for
 * four hours; so each one beats, and those alive unlock the jobs of the silent. `options.pulse` is for tests.
 */
export async function runWorker(options: {
  databaseUrl: string;
  handlers: TaskHandlers;
  signal: AbortSignal;
  log: Log;
  pulse?: Pulse;
}) {
  const { everyMs, silentMs } = options.pulse ?? pulse;
  let id = "";
  const events = new EventEmitter();
  // Jobs are locked by the pool's id, not by that of one of its workers.
  events.once("pool:create", ({ workerPool }: WorkerEventMap["pool:create"]) => {
    id = workerPool.id;
  });
  const runner = await run({
    connectionString: options.databaseUrl,
    concurrency: 4,
    pollInterval: 2_000,
    noHandleSignals: true,
    events,
    logger: loggerOf(options.log),
    taskList: options.handlers as unknown as TaskList,
    crontab:
      "*/5 * * * * housekeeping ?jobKey=housekeeping&max=3\n*/5 * * * * refresh-terms ?jobKey=refresh-terms&max=3\n* * * * * answer-closed ?jobKey=answer-closed&max=3\n* * * * * advance-postings ?jobKey=advance-postings&max=3\n* * * * * send-alerts ?jobKey=send-alerts&max=3\n*/5 * * * * remind-of-closing ?jobKey=remind-of-closing&max=3",
  });
  const say = () => beat(id, { everyMs, silentMs }).catch(() => {});
  const beating = setInterval(say, everyMs);
  options.signal.addEventListener("abort", () => runner.stop().catch(() => {}), { once: true });
  try {
    await say();
    await runner.promise;
  } finally {
    clearInterval(beating);
    await forgetWorker(id).catch(() => {});
  }
}

/** Without the job that comes with each message: it holds whole mails. */
function loggerOf(log: Log) {
  return new Logger(() => (level, message, meta) => {
    if (level === "debug") return;
    // The message repeats the error, which is told beside it, and its stack.
    const words = message.split(" with error ")[0] ?? "";
    log(level === "warning" ? "warn" : level, words, meta?.error);
  });
}
