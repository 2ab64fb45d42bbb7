import { and, desc, eq, lt, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { mayWrite } from "@/db/membership";
import { applicationMessages, applications } from "@/db/schema/applications";
import { postings } from "@/db/schema/postings";
import type { Actor } from "@/lib/auth/input";
import { withoutIdentity } from "@/lib/profiles/identity";
import { isHidden, schools } from "./applications";

const pageSize = 30;

export type Message = {
  id: number;
  fromCompany: boolean;
  /** The member who wrote it, for their company alone. */
  memberName: string | null;
  text: string;
  at: Date;
};

/**
 * The newest messages of the actor's own application, or of an applicant of a company whose owner or recruiter they are, in the order of
 * writing: one page from before the message `before`, and where the earlier ones begin, or null. Where the review is blind, the candidate's
 * texts are without their name until the first move. Empty for everyone else.
 */
export async function listMessages(
  actor: Actor,
  applicationId: string,
  before?: number,
): Promise<{ messages: Message[]; earlier: number | null }> {
  const rows = await db()
    .select({
      id: applicationMessages.id,
      fromCompany: applicationMessages.fromCompany,
      memberName: sql<
        string | null
      >`case when ${applicationMessages.fromCompany} and ${applications.candidateId} <> ${actor.userId}::uuid
        then (select coalesce(u.name, u.email) from users u where u.id = ${applicationMessages.userId}) end`,
      text: applicationMessages.text,
      at: applicationMessages.at,
      isMasked: sql<boolean>`${isHidden} and ${applications.candidateId} <> ${actor.userId}::uuid`,
      name: applications.name,
      email: applications.email,
      schools,
    })
    .from(applicationMessages)
    .innerJoin(applications, eq(applications.id, applicationMessages.applicationId))
    .innerJoin(postings, eq(postings.id, applications.postingId))
    .where(
      and(
        eq(applicationMessages.applicationId, applicationId),
        or(eq(applications.candidateId, actor.userId), mayWrite(actor, applications.companyId)),
        before === undefined ? undefined : lt(applicationMessages.id, before),
      ),
    )
    .orderBy(desc(applicationMessages.id))
    .limit(pageSize + 1);
  const page = rows.slice(0, pageSize);
  return {
    messages: page
      .map(({ isMasked, name, email, schools, ...message }) =>
        isMasked ? { ...message, text: withoutIdentity(message.text, { name, email, schools }) } : message,
      )
      .toReversed(),
    earlier: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null,
  };
}
