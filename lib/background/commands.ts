import { eq, type SQL, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { workers } from "@/db/schema/background";
import { traceId } from "@/lib/log";
import type { Tasks } from "./input";

/** With the id of the request that asks for it, for the log of the worker. */
function traced<P extends object>(payload: P): P & { trace?: string } {
  const trace = traceId();
  return trace ? { ...payload, trace } : payload;
}

/** Has the worker do `task` once the transaction commits. With a `key`, a job that waits under it is replaced, not doubled. */
export async function enqueue<T extends keyof Tasks>(
  tx: Transaction,
  task: T,
  payload: Tasks[T],
  key?: string,
) {
  await tx.execute(
    sql`select enqueue_job(${task}::text, ${JSON.stringify(traced(payload))}::json, ${key ?? null}::text)`,
  );
}

/** Has the worker do `task` once for each of the payloads, once the transaction commits. */
export async function enqueueAll<T extends keyof Tasks>(tx: Transaction, task: T, payloads: Tasks[T][]) {
  await tx.execute(
    sql`select enqueue_job(${task}::text, value, null) from json_array_elements(${JSON.stringify(payloads.map(traced))}::text::json)`,
  );
}

/**
 * Has the worker do `task` for each of the payloads after so many seconds, one job of the `queue` at a time. A job that waits under the same
 * key is replaced.
 */
export async function enqueueLater<T extends keyof Tasks>(
  tx: Transaction,
  task: T,
  jobs: { key: string; payload: Tasks[T] }[],
  { queue, seconds }: { queue: string; seconds: number },
) {
  await tx.execute(sql`
    select enqueue_later(${task}::text, value -> 'payload', value ->> 'key', ${queue}::text, ${seconds}::integer)
    from json_array_elements(${JSON.stringify(jobs.map(({ key, payload }) => ({ key, payload: traced(payload) })))}::text::json)`);
}

/**
 * Deletes the mails that wait to be sent to `to`, about one of the events, or with one of the words in them, also where a worker has one in
 * hand. Only the role of the worker may do this.
 */
export async function deleteMailJobs(tx: Transaction, about: { to: string; events: SQL; words: SQL }) {
  await tx.execute(sql`
    delete from graphile_worker._private_jobs j
    where j.payload ->> 'to' = ${about.to}
      or substring(j.payload ->> 'key' from '^event-([0-9]+)')::bigint in ${about.events}
      or exists (select 1 from ${about.words} as asked (word) where strpos(j.payload::text, asked.word::text) > 0)`);
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
