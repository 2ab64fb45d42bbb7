import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { postings } from "@/db/schema/postings";
import { isLive } from "./live";
import { listPostingsByIds } from "./public";

/** Live postings that share most of the skills that `slug` asks for, at most `limit`; those of `must` weigh three times. */
export async function listSimilar(slug: string, limit = 4) {
  const rows = await db().execute<{ id: string }>(sql`
    select ${postings.id} as id from postings
    join posting_skills t on t.posting_id = ${postings.id}
    join posting_skills own on own.skill_id = t.skill_id
    join postings one on one.id = own.posting_id and one.slug = ${slug}
    where ${postings.id} <> one.id and ${isLive()}
    group by ${postings.id}
    order by sum(case when own.must and t.must then 3 else 1 end) desc, max(${postings.publishedAt}) desc, ${postings.id}
    limit ${limit}`);
  return listPostingsByIds(rows.map((row) => row.id));
}
