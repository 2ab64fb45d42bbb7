import { sql } from "drizzle-orm";
import { db } from "@/db/client";

/** The worker's regular task: forgets changes that every web process has seen long ago. */
export async function forgetPublicChanges() {
  await db().execute(sql`delete from public_changes where at < now() - interval '1 day'`);
}
