import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { Tasks } from "./input";

/** Has the worker do `task` once the transaction is kept. With a `key`, a job that waits under it is replaced, not doubled. */
export async function enqueue<T extends keyof Tasks>(tx: Transaction, task: T, payload: Tasks[T], key?: string) {
  await tx.execute(
    sql`select graphile_worker.add_job(${task}::text, ${JSON.stringify(payload)}::json, max_attempts => 5, job_key => ${key ?? null}::text)`,
  );
}
