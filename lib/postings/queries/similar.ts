import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { postings } from "@/db/schema/postings";
import { isLive } from "./live";
import { listPostingsByIds } from "./public";

/** Among so many of the newest: a common skill stands in half of all postings, and who looks on wants one that is still open. */
const newest = 2_000;

/** New live postings that share most of the skills that `slug` asks for, at most `limit`; those of `must` weigh three times. */
export async function listSimilar(slug: string, limit = 4) {
  const rows = await db().execute<{ id: string }>(sql`
    with one as materialized (
      select t.posting_id, t.skill_id, t.must from posting_skills t where t.posting_id = (select p.id from postings p where p.slug = ${slug})
    ),
    recent as materialized (
      select ${postings.id} as id, ${postings.publishedAt} as published_at from postings
      where ${isLive()} order by ${postings.publishedAt} desc, ${postings.id} limit ${newest}::int
    )
    select r.id from recent r join posting_skills t on t.posting_id = r.id join one on one.skill_id = t.skill_id
    where r.id <> one.posting_id
    group by r.id, r.published_at
    order by sum(case when one.must and t.must then 3 else 1 end) desc, r.published_at desc, r.id
    limit ${limit}`);
  return listPostingsByIds(rows.map((row) => row.id));
}
