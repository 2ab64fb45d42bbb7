import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { postings } from "@/db/schema/postings";
import { isLive } from "@/lib/postings/queries/live";

/**
 * Numbers the postings that are live and have no number yet, of those that `where` lets through, which must imply that they are live.
 * Gives the highest number there is: everything that is live by now has at most that one.
 *
 * One transaction at a time may do so, to its end: else a low number could be committed after a high one, behind the mark of a search that
 * has looked in between.
 */
export async function numberLive(tx: Transaction, where: SQL = isLive()): Promise<number> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('live_postings'))`);
  // Under the table's own name, so that the condition reads the few that have no number, and not all that there are.
  await tx.execute(sql`
    with postings as materialized (
      select p.* from postings p where p.state = 'published' and not exists (select 1 from live_postings l where l.posting_id = p.id)
    )
    insert into live_postings (posting_id)
    select ${postings.id} from ${postings} where ${where} order by ${postings.publishedAt}, ${postings.id}`);
  return highestNumber(tx);
}

/** The worker's part: takes the numbers away from what is no longer live, and gives new ones to what is live now. Looks at every live posting: for a long transaction. */
export async function renumberLive(tx: Transaction): Promise<number> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('live_postings'))`);
  await tx.execute(sql`
    delete from live_postings using ${postings}
    where ${postings.id} = live_postings.posting_id and (${isLive()}) is not true`);
  return numberLive(tx);
}

/** The highest number that was given so far. */
export async function highestNumber(tx: Transaction): Promise<number> {
  const [row] = await tx.execute<{ number: string }>(
    sql`select coalesce(max(number), 0) as number from live_postings`,
  );
  return Number(row?.number ?? 0);
}
