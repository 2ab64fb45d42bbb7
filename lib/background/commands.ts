import { eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { workers } from "@/db/schema/background";
import type { Tasks } from "./input";

/** Has the worker do `task` once the transaction commits. With a `key`, a job that waits under it is replaced, not doubled. */
export async function enqueue<T extends keyof Tasks>(
  tx: Transaction,
  task: T,
  payload: Tasks[T],
  key?: string,
) {
  await tx.execute(
    sql`select enqueue_job(${task}::text, ${JSON.stringify(payload)}::json, ${key ?? null}::text)`,
  );
}

/** Has the worker do `task` once for each of the payloads, once the transaction commits. */
export async function enqueueAll<T extends keyof Tasks>(tx: Transaction, task: T, payloads: Tasks[T][]) {
  await tx.execute(
    sql`select enqueue_job(${task}::text, value, null) from json_array_elements(${JSON.stringify(payloads)}::text::json)`,
  );
}

/** How often a worker says that it is alive, in milliseconds, and after how long a silence its jobs go to others. */
export type Pulse = { everyMs: number; silentMs: number };

/**
 * Says that the worker `id` is alive, and frees the jobs of those that have been silent for too long. `id` is the name under which
 * graphile-worker locks jobs. A worker that was silent itself frees nothing at its first beat: the others may have been cut off with it.
 */
export async function beat(id: string, { silentMs }: Pulse) {
  const longAgo = sql`now() - ${silentMs} * interval '1 millisecond'`;
  await db().execute(sql`
    with mine as (
        insert into workers (id, beat_at) values (${id}, now()) on conflict (id) do update set beat_at = now()
      ),
      alive as (select id from workers where beat_at >= ${longAgo}),
      gone as (delete from workers where beat_at < ${longAgo} and id <> ${id}),
      abandoned as (
        select distinct locked_by from graphile_worker._private_jobs
        where locked_at < ${longAgo} and locked_by <> ${id} and locked_by not in (select id from alive)
      )
    select graphile_worker.force_unlock_workers(array(select locked_by from abandoned))
    where exists (select 1 from abandoned) and exists (select 1 from alive where id = ${id})`);
}

/** Takes a worker that ended in good order out of the list of the living. */
export async function forgetWorker(id: string) {
  await db().delete(workers).where(eq(workers.id, id));
}
