import { sql } from "drizzle-orm";
import { db } from "@/db/client";

/** The worker's regular task: forgets changes that every board has followed long ago, or must load anew for. */
export async function forgetChanges() {
  await db().execute(sql`delete from posting_changes where at < now() - interval '1 day'`);
}
