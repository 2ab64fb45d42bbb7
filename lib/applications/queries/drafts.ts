import { and, desc, eq, sql } from "drizzle-orm";
import { type Database, db } from "@/db/client";
import { applicationDrafts } from "@/db/schema/applications";
import { companies } from "@/db/schema/companies";
import { postings } from "@/db/schema/postings";
import type { Actor } from "@/lib/auth/input";
import { isLive } from "@/lib/postings/queries/live";
import type { Draft } from "../form";

const mostListed = 50;

/** A draft that was saved while its application was being sent is none any more. */
const isUnsent = sql`not exists (select 1 from applications a
  where a.posting_id = ${applicationDrafts.postingId} and a.candidate_id = ${applicationDrafts.candidateId})`;

/** What the actor typed of an application to this posting and has not sent, or null. */
export async function findDraft(
  actor: Pick<Actor, "userId">,
  postingId: string,
  on: Pick<Database, "select"> = db(),
): Promise<Draft | null> {
  const { name, coverNote, answers } = applicationDrafts;
  const [draft] = await on
    .select({ name, coverNote, answers })
    .from(applicationDrafts)
    .where(
      and(
        eq(applicationDrafts.candidateId, actor.userId),
        eq(applicationDrafts.postingId, postingId),
        isUnsent,
      ),
    );
  return draft ?? null;
}

/** The actor's applications that were begun and not sent, the last changed first: the newest 50. */
export function listDrafts(actor: Pick<Actor, "userId">) {
  return db()
    .select({
      postingId: applicationDrafts.postingId,
      title: postings.title,
      slug: postings.slug,
      companyName: companies.name,
      updatedAt: applicationDrafts.updatedAt,
      live: sql<boolean>`${isLive()}`,
    })
    .from(applicationDrafts)
    .innerJoin(postings, eq(postings.id, applicationDrafts.postingId))
    .innerJoin(companies, eq(companies.id, postings.companyId))
    .where(and(eq(applicationDrafts.candidateId, actor.userId), isUnsent))
    .orderBy(desc(applicationDrafts.updatedAt), desc(applicationDrafts.postingId))
    .limit(mostListed);
}
