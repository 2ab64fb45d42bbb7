import { and, eq, sql } from "drizzle-orm";
import { inTransaction, type Transaction } from "@/db/client";
import { invitations } from "@/db/schema/invitations";
import { postings } from "@/db/schema/postings";
import type { Actor } from "@/lib/auth/input";
import { brokenConstraint, DomainError } from "@/lib/errors";
import { record } from "@/lib/events/commands";
import { lockPostingFor } from "@/lib/postings/commands/lock";
import { isLive } from "@/lib/postings/queries/live";
import { one } from "@/lib/present";
import { noteProfileView } from "@/lib/profiles/commands/visibility";
import { mayBeSeenBy } from "@/lib/profiles/queries/visibility";
import type { InviteCandidate, OpenProfile, OwnInvitation } from "./input";
import { decline, invite } from "./rules";

/**
 * Opens a candidate's profile for the actor until the day ends (UTC), and notes it for the candidate to see. Owners and recruiters, for a
 * live posting, of a candidate the company may find; throws `not_found` otherwise.
 */
export function openProfile(actor: Actor, { postingId, candidateId }: OpenProfile) {
  return inTransaction(async (tx) => {
    const { companyId } = await lockPostingFor(tx, actor, postingId);
    const { live } = await findCandidate(tx, { postingId, companyId, candidateId });
    if (!live) throw new DomainError("not_found", "This posting is not live.");
    await noteProfileView(tx, actor, { candidateId, companyId, postingId });
  });
}

/**
 * Invites a candidate to apply, once a posting; they get the words by mail. Owners and recruiters. Throws `not_found` for a posting that is
 * not theirs and for whom the company may not find, `conflict` for what `invite` says and for a second time.
 */
export async function inviteCandidate(actor: Actor, { postingId, candidateId, message }: InviteCandidate) {
  try {
    await inTransaction(async (tx) => {
      const { companyId } = await lockPostingFor(tx, actor, postingId);
      await waitForOthersOf(tx, companyId);
      const candidate = await findCandidate(tx, { postingId, companyId, candidateId });
      invite({ ...candidate, sent: await countSentLately(tx, companyId) });
      const sent = await tx
        .insert(invitations)
        .values({ postingId, companyId, candidateId, memberId: actor.userId, message, sentAt: tx.now })
        .returning({ id: invitations.id });
      const { id } = one(sent);
      await record(tx, {
        type: "invitation.sent",
        actorId: actor.userId,
        companyId,
        postingId,
        data: { invitationId: id },
      });
    });
  } catch (error) {
    if (brokenConstraint(error) === "invitations_once")
      throw new DomainError("conflict", "This candidate has already been invited to this posting.");
    throw error;
  }
}

/** The invited candidate says no; the company sees it. Throws `not_found`, or `conflict` for who applied. */
export function declineInvitation(actor: Pick<Actor, "userId">, { id }: OwnInvitation) {
  return inTransaction(async (tx) => {
    const [invitation] = await tx
      .select({
        companyId: invitations.companyId,
        postingId: invitations.postingId,
        declinedAt: invitations.declinedAt,
        applied: hasApplied(sql`invitations.posting_id`, sql`invitations.candidate_id`),
      })
      .from(invitations)
      .where(and(eq(invitations.id, id), eq(invitations.candidateId, actor.userId)))
      .for("update");
    if (!invitation) throw new DomainError("not_found", "This invitation does not exist.");
    const declined = decline(invitation, tx.now);
    if (invitation.declinedAt) return;
    await tx.update(invitations).set(declined).where(eq(invitations.id, id));
    const { companyId, postingId } = invitation;
    const data = { invitationId: id };
    await record(tx, { type: "invitation.declined", actorId: actor.userId, companyId, postingId, data });
  });
}

type Of = { postingId: string; companyId: string; candidateId: string };

async function findCandidate(tx: Transaction, { postingId, companyId, candidateId }: Of) {
  const [candidate] = await tx.execute<{ live: boolean; applied: boolean }>(sql`
    select ${hasApplied(sql`${postingId}::uuid`, sql`profiles.user_id`)} as applied,
      exists (select 1 from postings where ${postings.id} = ${postingId}::uuid and ${isLive()}) as live
    from profiles where profiles.user_id = ${candidateId}::uuid and ${mayBeSeenBy(sql`${companyId}::uuid`)}`);
  if (!candidate)
    throw new DomainError("not_found", "This candidate does not exist or can no longer be found.");
  return candidate;
}

const hasApplied = (postingId: ReturnType<typeof sql>, candidateId: ReturnType<typeof sql>) =>
  sql<boolean>`exists (select 1 from applications a where a.posting_id = ${postingId} and a.candidate_id = ${candidateId})`;

/** So that members who invite at once, to whichever postings, count one another. Nothing else takes this lock. */
const waitForOthersOf = (tx: Transaction, companyId: string) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('invitations ' || ${companyId}::text, 0))`);

async function countSentLately(tx: Transaction, companyId: string): Promise<number> {
  const [row] = await tx.execute<{ sent: number }>(sql`
    select count(*)::int as sent from invitations i
    where i.company_id = ${companyId}::uuid and i.sent_at > ${tx.now.toISOString()}::timestamptz - interval '24 hours'`);
  return row?.sent ?? 0;
}
