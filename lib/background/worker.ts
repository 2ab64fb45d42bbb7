import { EventEmitter } from "node:events";
import { Logger, type RunnerOptions, run, type WorkerEventMap } from "graphile-worker";
import { underTrace } from "@/lib/log";
import { beat, forgetWorker, type Pulse } from "./commands";
import type { Tasks } from "./input";

/**
 * The tasks that ask servers of others, which may be slow. They have workers of their own, so that nothing else waits for them. Each of
 * these jobs waits most of its time, and takes no connection to the database meanwhile.
 */
const outsideTasks = ["send-webhook"] as const satisfies (keyof Tasks)[];

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
  const ids: string[] = [];
  const start = (runs: Pick<RunnerOptions, "taskList" | "crontab" | "concurrency" | "pollInterval">) => {
    const events = new EventEmitter();
    // Jobs are locked by the pool's id, not by that of one of its workers.
    events.once("pool:create", ({ workerPool }: WorkerEventMap["pool:create"]) => {
      ids.push(workerPool.id);
    });
    return run({
      connectionString: options.databaseUrl,
      noHandleSignals: true,
      events,
      logger: loggerOf(options.log),
      ...runs,
    });
  };
  const isOutside = (task: string) => outsideTasks.some((one) => one === task);
  const tasks = Object.entries(options.handlers).map(([task, handle]) => {
    const work = handle as (payload: unknown) => Promise<void>;
    return [task, async (payload: unknown) => underTrace(...traceOf(payload, work))] as const;
  });
  const runner = await start({
    concurrency: 4,
    pollInterval: 2_000,
    taskList: Object.fromEntries(tasks.filter(([task]) => !isOutside(task))),
    crontab:
      "*/5 * * * * housekeeping ?jobKey=housekeeping&max=3\n*/5 * * * * refresh-terms ?jobKey=refresh-terms&max=3\n*/10 * * * * refresh-pay-figures ?jobKey=refresh-pay-figures&max=3\n* * * * * answer-closed ?jobKey=answer-closed&max=3\n* * * * * advance-postings ?jobKey=advance-postings&max=3\n* * * * * send-alerts ?jobKey=send-alerts&max=3\n*/5 * * * * remind-of-closing ?jobKey=remind-of-closing&max=3\n* * * * * check-domains ?jobKey=check-domains&max=3\n* * * * * send-bundles ?jobKey=send-bundles&max=3\n* * * * * advance-applications ?jobKey=advance-applications&max=3\n* * * * * scan-files ?jobKey=scan-files&max=3\n17 * * * * clean-files ?jobKey=clean-files&max=3\n* * * * * remind-of-interviews ?jobKey=remind-of-interviews&max=3\n* * * * * delete-accounts ?jobKey=delete-accounts&max=3\n43 * * * * erase-applications ?jobKey=erase-applications&max=3",
  });
  const outside = await start({
    concurrency: 16,
    pollInterval: 5_000,
    taskList: Object.fromEntries(tasks.filter(([task]) => isOutside(task))),
  });
  const runners = [runner, outside];
  const say = () => Promise.all(ids.map((id) => beat(id, { everyMs, silentMs }).catch(() => {})));
  const beating = setInterval(say, everyMs);
  const stop = () => runners.map((one) => one.stop().catch(() => {}));
  // It may have been asked to stop while it started.
  if (options.signal.aborted) stop();
  else options.signal.addEventListener("abort", stop, { once: true });
  try {
    await say();
    await Promise.all(runners.map(({ promise }) => promise));
  } finally {
    clearInterval(beating);
    await Promise.all(ids.map((id) => forgetWorker(id).catch(() => {})));
  }
}

/** The id of the request that a job follows from, and the job itself without it. */
function traceOf(payload: unknown, work: (payload: unknown) => Promise<void>) {
  const { trace, ...given } = (payload ?? {}) as { trace?: string };
  return [trace, () => work(given)] as const;
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
