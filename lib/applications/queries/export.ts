import { and, asc, desc, eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { mayWrite } from "@/db/membership";
import { applications } from "@/db/schema/applications";
import { companies } from "@/db/schema/companies";
import { postings } from "@/db/schema/postings";
import type { Actor } from "@/lib/auth/input";
import { withoutIdentity } from "@/lib/profiles/identity";
import { common, isHidden, schools } from "./applications";

const pageSize = 200;

/** An applicant as a line of a table: without what tells who it is while the review hides that. */
export type ExportedApplicant = Awaited<ReturnType<typeof pageOf>>[number];

/**
 * All applicants of a posting of a company whose owner or recruiter the actor is, in the order of arrival, in pages. Nothing for everyone else;
 * whoever loses that role meanwhile gets no more.
 */
export async function* listApplicantsForExport(
  actor: Actor,
  postingId: string,
): AsyncGenerator<ExportedApplicant[]> {
  let after: { submittedAt: Date; id: string } | undefined;
  for (;;) {
    const page = await pageOf(actor, postingId, after);
    yield page;
    after = page.at(-1);
    if (page.length < pageSize) return;
  }
}

const answersOf = sql<{ question: string; answer: string[] }[]>`coalesce((
  select json_agg(json_build_object('question', q.question, 'answer', q.answer) order by q.position)
  from application_answers q where q.application_id = ${applications.id}), '[]')`;

/** The actor's own applications, newest first: at most `limit`. */
export function listOwnForExport(tx: Transaction, { userId }: Actor, limit: number) {
  return tx
    .select({
      id: applications.id,
      title: postings.title,
      companyName: companies.name,
      state: applications.state,
      submittedAt: applications.submittedAt,
      replyBy: applications.replyBy,
      answeredAt: applications.answeredAt,
      coverNote: applications.coverNote,
      answers: answersOf,
    })
    .from(applications)
    .innerJoin(postings, eq(postings.id, applications.postingId))
    .innerJoin(companies, eq(companies.id, applications.companyId))
    .where(eq(applications.candidateId, userId))
    .orderBy(desc(applications.submittedAt), desc(applications.id))
    .limit(limit);
}

async function pageOf(actor: Actor, postingId: string, after: { submittedAt: Date; id: string } | undefined) {
  const rows = await db()
    .select({
      id: applications.id,
      isHidden,
      name: applications.name,
      email: applications.email,
      schools,
      state: applications.state,
      submittedAt: applications.submittedAt,
      replyBy: applications.replyBy,
      answeredAt: applications.answeredAt,
      overdue: common.overdue,
      coverNote: applications.coverNote,
      answers: answersOf,
    })
    .from(applications)
    .innerJoin(postings, eq(postings.id, applications.postingId))
    .where(
      and(
        eq(applications.postingId, postingId),
        mayWrite(actor, applications.companyId),
        after &&
          sql`(${applications.submittedAt}, ${applications.id}) > (${after.submittedAt.toISOString()}::timestamptz, ${after.id}::uuid)`,
      ),
    )
    .orderBy(asc(applications.submittedAt), asc(applications.id))
    .limit(pageSize);
  return rows.map(({ schools: ofWriter, ...row }) => {
    if (!row.isHidden) return row;
    const masked = (text: string) =>
      withoutIdentity(text, { name: row.name, email: row.email, schools: ofWriter });
    return {
      ...row,
      name: "",
      email: "",
      coverNote: masked(row.coverNote),
      answers: row.answers.map(({ question, answer }) => ({ question, answer: answer.map(masked) })),
    };
  });
}
