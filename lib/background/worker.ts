import { EventEmitter } from "node:events";
import { run, type TaskList, type WorkerEventMap } from "graphile-worker";
import { beat, forgetWorker, type Pulse } from "./commands";
import type { Tasks } from "./input";

export type TaskHandlers = { [T in keyof Tasks]: (payload: Tasks[T]) => Promise<void> };

const pulse: Pulse = { everyMs: 10_000, silentMs: 45_000 };

/**
 * Runs the jobs of the queue until `signal` says stop, then lets running ones finish. A killed worker leaves its jobs locked for
 * four hours; so each one beats, and those alive unlock the jobs of the silent. `options.pulse` is for tests.
 */
export async function runWorker(options: {
  databaseUrl: string;
  handlers: TaskHandlers;
  signal: AbortSignal;
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
    taskList: options.handlers as unknown as TaskList,
    crontab:
      "*/5 * * * * housekeeping ?jobKey=housekeeping&max=3\n*/5 * * * * refresh-terms ?jobKey=refresh-terms&max=3\n* * * * * send-alerts ?jobKey=send-alerts&max=3",
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
