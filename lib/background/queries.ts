import { sql } from "drizzle-orm";
import { db } from "@/db/client";

const process = globalThis as typeof globalThis & { backplaneDraining?: boolean };

/** From here on `/readyz` says no, so that whoever routes to this process stops doing so. */
export function startDraining() {
  process.backplaneDraining = true;
}

/** Whether this process can serve: the database answers within a second, is migrated, and no stop is under way. */
export async function findReadiness(): Promise<{ ready: boolean; reason?: string }> {
  if (process.backplaneDraining) return { ready: false, reason: "stopping" };
  const answer = db()
    .execute(sql`select to_regclass('public.clock') is not null as migrated`)
    .then(
      ([row]) => (row?.migrated ? { ready: true } : { ready: false, reason: "the database is not migrated" }),
      () => ({ ready: false, reason: "the database does not answer" }),
    );
  const late = new Promise<{ ready: boolean; reason: string }>((resolve) =>
    setTimeout(resolve, 1_000, { ready: false, reason: "the database is slow" }).unref(),
  );
  return Promise.race([answer, late]);
}
