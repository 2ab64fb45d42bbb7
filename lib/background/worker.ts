import { EventEmitter } from "node:events";
import { run, type TaskList } from "graphile-worker";
import { beat } from "./commands";
import type { Tasks } from "./input";

export type TaskHandlers = { [T in keyof Tasks]: (payload: Tasks[T]) => Promise<void> };

const beatEveryMs = 10_000;

/**
 * Runs the jobs of the queue until `signal` says stop, then lets running ones finish. A killed worker leaves its jobs locked for
 * four hours; so each one beats, and those alive unlock the jobs of the silent.
 */
export async function runWorker(options: {
  databaseUrl: string;
  handlers: TaskHandlers;
  signal: AbortSignal;
}) {
  const ids = new Set<string>();
  const events = new EventEmitter();
  events.on("worker:create", ({ worker }: { worker: { workerId: string } }) => ids.add(worker.workerId));
  const runner = await run({
    connectionString: options.databaseUrl,
    concurrency: 4,
    pollInterval: 2_000,
    noHandleSignals: true,
    events,
    taskList: options.handlers as unknown as TaskList,
    crontab:
      "*/5 * * * * housekeeping ?jobKey=housekeeping&max=3\n*/5 * * * * refresh-terms ?jobKey=refresh-terms&max=3\n* * * * * send-alerts ?jobKey=send-alerts&max=3",
  });
  const beating = setInterval(() => beat(ids).catch(() => {}), beatEveryMs);
  options.signal.addEventListener("abort", () => runner.stop().catch(() => {}), { once: true });
  try {
    await beat(ids);
    await runner.promise;
  } finally {
    clearInterval(beating);
  }
}
