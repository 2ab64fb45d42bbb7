import { sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { workers } from "@/db/schema/background";
import type { Tasks } from "./input";

/** Has the worker do `task` once the transaction is kept. With a `key`, a job that waits under it is replaced, not doubled. */
export async function enqueue<T extends keyof Tasks>(
  tx: Transaction,
  task: T,
  payload: Tasks[T],
  key?: string,
) {
  await tx.execute(
    sql`select graphile_worker.add_job(${task}::text, ${JSON.stringify(payload)}::json, max_attempts => 5, job_key => ${key ?? null}::text)`,
  );
}

/** Has the worker do `task` once for each of the payloads, once the transaction is kept. */
export async function enqueueAll<T extends keyof Tasks>(tx: Transaction, task: T, payloads: Tasks[T][]) {
  await tx.execute(
    sql`select graphile_worker.add_job(${task}::text, value, max_attempts => 5) from json_array_elements(${JSON.stringify(payloads)}::text::json)`,
  );
}

/** A worker that was silent for this long is taken for dead. */
const silence = sql`interval '45 seconds'`;

/** Says that these workers are alive, and frees the jobs of any that no longer say so. */
export async function beat(ids: Set<string>) {
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
