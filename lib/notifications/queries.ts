import { and, eq, inArray, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { applicationMoves, applications } from "@/db/schema/applications";
import { users } from "@/db/schema/auth";
import { companies, members } from "@/db/schema/companies";
import { postings } from "@/db/schema/postings";

/** What a letter about an application needs: both sides, the posting, and the words of the move `moveId`. */
export async function findApplicationFacts(applicationId: string, moveId: number | null) {
  const [row] = await db()
    .select({
      candidateId: applications.candidateId,
      candidateEmail: applications.email,
      candidateName: applications.name,
      replyBy: applications.replyBy,
      title: postings.title,
      companyName: companies.name,
      message: sql<string | null>`(select m.message from ${applicationMoves} m where m.id = ${moveId})`,
    })
    .from(applications)
    .innerJoin(postings, eq(postings.id, applications.postingId))
    .innerJoin(companies, eq(companies.id, applications.companyId))
    .where(eq(applications.id, applicationId));
  return row ?? null;
}

/** A posting's title and address, its company, and the reasons it was last sent back for. */
export async function findPostingFacts(postingId: string) {
  const [row] = await db()
    .select({
      title: postings.title,
      slug: postings.slug,
      companyName: companies.name,
      reasons: sql<{ field: string; message: string }[] | null>`(
        select d.reasons from decisions d where d.posting_id = ${postings.id} and d.kind = 'send_back' order by d.id desc limit 1)`,
    })
    .from(postings)
    .innerJoin(companies, eq(companies.id, postings.companyId))
    .where(eq(postings.id, postingId));
  return row ?? null;
}

/** Those who answer for a company: its owners and recruiters, at most 50. */
export function listCompanyReaders(companyId: string) {
  return db()
    .select({ id: users.id, email: users.email })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(eq(members.companyId, companyId), inArray(members.role, ["owner", "recruiter"])))
    .limit(50);
}
