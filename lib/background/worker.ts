import { EventEmitter } from "node:events";
import { sql } from "drizzle-orm";
import { run, type TaskList } from "graphile-worker";
import { db } from "@/db/client";
import { workers } from "@/db/schema/background";
import type { Tasks } from "./input";

export type TaskHandlers = { [T in keyof Tasks]: (payload: Tasks[T]) => Promise<void> };

const beatEveryMs = 10_000;
/** A worker that was silent for this long is taken for dead. */
const silence = sql`interval '45 seconds'`;

/**
 * Runs the jobs of the queue until `signal` says stop, then lets running ones finish. A killed worker leaves its jobs locked for
 * four hours; so each one beats, and those alive unlock the jobs of the silent.
 */
export async function runWorker(options: { databaseUrl: string; handlers: TaskHandlers; signal: AbortSignal }) {
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
    crontab: "*/5 * * * * housekeeping ?jobKey=housekeeping&max=3",
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

/** Says that these are alive, and frees the jobs of any that no longer say so. */
async function beat(ids: Set<string>) {
  await db()
    .insert(workers)
    .values([...ids].map((id) => ({ id, beatAt: sql`now()` })))
    .onConflictDoUpdate({ target: workers.id, set: { beatAt: sql`now()` } });
  await db().execute(sql`
    with dead as (delete from workers where beat_at < now() - ${silence} returning id),
      locked as (
        select distinct locked_by as id from graphile_worker._private_jobs
        where locked_by is not null and locked_by not in (select id from workers where beat_at >= now() - ${silence})
      )
    select graphile_worker.force_unlock_workers(array(select id from locked))
    where exists (select 1 from locked) or exists (select 1 from dead)`);
}
