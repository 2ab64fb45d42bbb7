import { randomBytes } from "node:crypto";
import { and, eq, gt, isNull, lt, sql } from "drizzle-orm";
import { inTransaction, type Transaction } from "@/db/client";
import { memberInvitations, members } from "@/db/schema/companies";
import { limitSessions } from "@/lib/auth/commands";
import { hashSecret } from "@/lib/auth/hash";
import type { Actor } from "@/lib/auth/input";
import { daysAfter, daysBefore } from "@/lib/days";
import { sendMail } from "@/lib/email/commands";
import { settings } from "@/lib/env";
import { brokenConstraint, DomainError } from "@/lib/errors";
import { record } from "@/lib/events/commands";
import { one } from "@/lib/present";
import type { AcceptMemberInvitation, InviteMember, OneMemberInvitation } from "../input";
import type { MemberRole } from "../lists";
import { findMemberInvitation } from "../queries";
import {
  invitationDays,
  invite,
  refuseFullTeam,
  refuseUnlessOwner,
  type Team,
  whyNotAccepted,
} from "../rules";
import { roleInWords } from "../words";
import { lockCompany, lockTeam } from "./team";

/**
 * Invites somebody by e-mail to become a member, for seven days. Returns the address of the company. Throws `not_found`, `forbidden` unless the actor is an owner, `invalid` at
 * `email` for a member, and `conflict` for an invitation that is open already and for what `invite` says.
 */
export async function inviteMember(
  actor: Actor,
  { companyId, email, role }: InviteMember,
): Promise<{ slug: string }> {
  try {
    return await inTransaction(async (tx) => {
      const company = await lockTeam(tx, actor, companyId);
      refuseUnlessOwner(company, "invite people");
      await withdrawOpen(tx, { companyId, email, isExpired: true });
      await send(tx, actor, company, { email, role });
      return company;
    });
  } catch (error) {
    if (brokenConstraint(error) === "member_invitations_open")
      throw new DomainError(
        "conflict",
        "This person has an open invitation. You can send it again below.",
        "email",
      );
    throw error;
  }
}

/** Sends an invitation again, with a new link for another seven days: the old link works no longer. Throws as `inviteMember`. */
export function resendMemberInvitation(actor: Actor, { companyId, id }: OneMemberInvitation) {
  return inTransaction(async (tx) => {
    const company = await lockTeam(tx, actor, companyId);
    refuseUnlessOwner(company, "invite people");
    const [found] = await withdrawOpen(tx, { companyId, id });
    if (!found) throw new DomainError("conflict", "This invitation is not open any more.");
    await send(tx, actor, company, found);
    return { slug: company.slug };
  });
}

/** Withdraws an open invitation, and whoever got it is told. Throws `not_found`, `forbidden` unless the actor is an owner, `conflict` where it is not open. */
export function withdrawMemberInvitation(actor: Actor, { companyId, id }: OneMemberInvitation) {
  return inTransaction(async (tx) => {
    const company = await lockTeam(tx, actor, companyId);
    refuseUnlessOwner(company, "withdraw invitations");
    const [found] = await withdrawOpen(tx, { companyId, id });
    if (!found) throw new DomainError("conflict", "This invitation is not open any more.");
    await record(tx, {
      type: "member.invitation_withdrawn",
      actorId: actor.userId,
      companyId,
      data: { invitationId: id },
    });
    return { slug: company.slug };
  });
}

/**
 * Makes the actor a member by the token of an invitation to their address. Throws `not_found` for a token that is not ours, and `conflict`
 * with what `whyNotAccepted` says. Gives the address of the company.
 */
export function acceptMemberInvitation(actor: Actor, { token }: AcceptMemberInvitation) {
  return inTransaction(async (tx) => {
    const found = await findMemberInvitation(token, tx);
    const company = found && (await lockCompany(tx, found.companyId));
    // Read again once the lock is held: it may have been used or withdrawn meanwhile.
    const invitation = company && (await findMemberInvitation(token, tx));
    if (!company || !invitation) throw new DomainError("not_found", "This link is not valid.");
    const why = whyNotAccepted(invitation, actor.email, tx.now);
    if (why) throw new DomainError("conflict", why);
    const { id, companyId, role, companySlug } = invitation;
    await tx.update(memberInvitations).set({ acceptedAt: tx.now }).where(eq(memberInvitations.id, id));
    if (company.team.some(({ userId }) => userId === actor.userId)) return { slug: companySlug };
    refuseFullTeam(company.team);
    await tx.insert(members).values({ companyId, userId: actor.userId, role, createdAt: tx.now });
    await limitSessions(tx, actor);
    await record(tx, {
      type: "member.joined",
      actorId: actor.userId,
      companyId,
      data: { userId: actor.userId, role, invitationId: id },
    });
    return { slug: companySlug };
  });
}

/** Days after its end for which an invitation's link still says what became of it. */
const rememberedDays = 30;

/** Part of the worker's regular task: forgets invitations, and the addresses in them, once they are long over. */
export async function forgetMemberInvitations() {
  await inTransaction(async (tx) => {
    await tx
      .delete(memberInvitations)
      .where(lt(memberInvitations.expiresAt, daysBefore(tx.now, rememberedDays)));
  });
}

async function send(
  tx: Transaction,
  actor: Actor,
  { id: companyId, name, closedAt, team }: { id: string; name: string; closedAt: Date | null; team: Team },
  { email, role }: { email: string; role: MemberRole },
) {
  if (closedAt) throw new DomainError("conflict", `${name} is closed, so nobody can join it.`);
  invite(team, { email, sent: await countSentLately(tx, companyId) });
  const token = randomBytes(32).toString("base64url");
  const expiresAt = daysAfter(tx.now, invitationDays);
  const sent = await tx
    .insert(memberInvitations)
    .values({
      companyId,
      email,
      role,
      tokenHash: hashSecret(token),
      invitedBy: actor.userId,
      sentAt: tx.now,
      expiresAt,
    })
    .returning({ id: memberInvitations.id });
  const { id: invitationId } = one(sent);
  // Not by its event, as other mails are: only this transaction knows the token.
  await sendMail(tx, {
    key: `member-invitation-${invitationId}`,
    to: email,
    subject: `Join ${name} on Backplane`,
    heading: `You are invited to join ${name}`,
    paragraphs: [
      `${actor.name ? `${actor.name} (${actor.email})` : actor.email} invites you to hire for ${name} on Backplane as ${roleInWords(role)}.`,
      `To accept, open the link and sign in as ${email}. The link works once, for ${invitationDays} days.`,
    ],
    action: { label: "See the invitation", url: `${settings().APP_URL}/join/${token}` },
    reason:
      "You received this e-mail because a member of this company entered your address. If you do not know them, ignore it.",
  });
  await record(tx, {
    type: "member.invited",
    actorId: actor.userId,
    companyId,
    data: { invitationId, role },
  });
}

/** Withdraws open invitations of the company: the one of that id, or those to that address that expired; gives them. */
function withdrawOpen(
  tx: Transaction,
  which: { companyId: string } & ({ id: string } | { email: string; isExpired: true }),
) {
  return tx
    .update(memberInvitations)
    .set({ withdrawnAt: tx.now })
    .where(
      and(
        eq(memberInvitations.companyId, which.companyId),
        isNull(memberInvitations.acceptedAt),
        isNull(memberInvitations.withdrawnAt),
        "id" in which
          ? eq(memberInvitations.id, which.id)
          : and(eq(memberInvitations.email, which.email), lt(memberInvitations.expiresAt, tx.now)),
      ),
    )
    .returning({ email: memberInvitations.email, role: memberInvitations.role });
}

async function countSentLately(tx: Transaction, companyId: string): Promise<number> {
  const [row] = await tx
    .select({ n: sql<number>`count(*)::int` })
    .from(memberInvitations)
    .where(
      and(eq(memberInvitations.companyId, companyId), gt(memberInvitations.sentAt, daysBefore(tx.now, 1))),
    );
  return row?.n ?? 0;
}
