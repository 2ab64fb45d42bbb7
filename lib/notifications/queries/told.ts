import { and, asc, desc, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { companies } from "@/db/schema/companies";
import { alertPostings } from "@/db/schema/notifications";
import { postings } from "@/db/schema/postings";
import type { Actor } from "@/lib/auth/input";

const toldColumns = {
  postingId: alertPostings.postingId,
  sentAt: alertPostings.sentAt,
  relevant: alertPostings.relevant,
  title: postings.title,
  slug: postings.slug,
  companyName: companies.name,
};
const told = () =>
  db()
    .select(toldColumns)
    .from(alertPostings)
    .innerJoin(postings, eq(postings.id, alertPostings.postingId))
    .innerJoin(companies, eq(companies.id, postings.companyId));

/** What alerts told the actor of last, at most 20 postings, with what they said of each. */
export const listTold = ({ userId }: Pick<Actor, "userId">) =>
  told()
    .where(eq(alertPostings.userId, userId))
    .orderBy(desc(alertPostings.sentAt), asc(alertPostings.postingId))
    .limit(20);

/** One posting that alerts told the user of, or null. */
export async function findTold({ userId }: Pick<Actor, "userId">, postingId: string) {
  const [row] = await told().where(
    and(eq(alertPostings.userId, userId), eq(alertPostings.postingId, postingId)),
  );
  return row ?? null;
}

/** By each of the actor's saved searches: how many postings it told them of, on how many of those they answered, and how many were relevant. */
export async function countTold({ userId }: Pick<Actor, "userId">) {
  const rows = await db().execute<{ id: string; told: number; answered: number; relevant: number }>(sql`
    select t.saved_search_id as id, count(*)::int as told, count(t.relevant)::int as answered,
      (count(*) filter (where t.relevant))::int as relevant
    from saved_searches s join alert_postings t on t.saved_search_id = s.id
    where s.user_id = ${userId}::uuid group by t.saved_search_id`);
  return new Map(rows.map(({ id, ...figures }) => [id, figures]));
}
