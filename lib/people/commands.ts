import { sql } from "drizzle-orm";
import { db } from "@/db/client";

/** The worker's regular task: forgets changes that every process has followed long ago, or must load anew for. */
export async function forgetProfileChanges() {
  await db().execute(sql`delete from profile_changes where at < now() - interval '1 day'`);
}
