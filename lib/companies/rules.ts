import { DomainError } from "@/lib/errors";
import type { MemberRole } from "./lists";

/** Days for which the link of an invitation works. */
export const invitationDays = 7;
/** How many invitations a company may send within 24 hours, those that are sent again included. */
export const memberInvitationsPerDay = 20;
export const mostMembers = 100;

/** How many keys of a company may work at a time. */
export const mostKeys = 10;

export type Team = readonly { userId: string; email: string; role: MemberRole }[];

/** Throws `forbidden` unless the role is owner; `what` completes "Only an owner of Tallyhaven can …". */
export function refuseUnlessOwner({ role, name }: { role: MemberRole; name: string }, what: string) {
  if (role !== "owner") throw new DomainError("forbidden", `Only an owner of ${name} can ${what}.`);
}

/** Throws `conflict` where the team would have no owner without this one. */
export function refuseLastOwner(team: Team, userId: string, isSelf: boolean) {
  if (team.some((one) => one.role === "owner" && one.userId !== userId)) return;
  throw new DomainError(
    "conflict",
    isSelf
      ? "You are the only owner of this company. Make another member an owner first."
      : "A company needs an owner. Make another member an owner first.",
  );
}

/** Throws `invalid` at the address of somebody who is a member already, and `conflict` where the day's invitations are sent or the team is full. */
export function invite(team: Team, { email, sent }: { email: string; sent: number }) {
  if (team.some((one) => one.email === email))
    throw new DomainError("invalid", "This person is already a member.", "email");
  refuseFullTeam(team);
  if (sent >= memberInvitationsPerDay)
    throw new DomainError(
      "conflict",
      `Your company has sent ${memberInvitationsPerDay} invitations in the last 24 hours. Try again tomorrow.`,
    );
}

/** Throws `conflict` where a company has as many members as it can. */
export function refuseFullTeam(team: Team) {
  if (team.length >= mostMembers)
    throw new DomainError("conflict", `A company can have at most ${mostMembers} members.`);
}

export type Invitation = {
  companyName: string;
  email: string;
  expiresAt: Date;
  acceptedAt: Date | null;
  withdrawnAt: Date | null;
  /** Whether the company sent a newer one to the same address. */
  isReplaced: boolean;
  /** Whether the company is closed or suspended. */
  isOver: boolean;
};

/** Why somebody with this address cannot accept the invitation, as a sentence for them; null where they can. Without an address: why nobody can. */
export function whyNotAccepted(invitation: Invitation, email: string | null, now: Date): string | null {
  const { companyName } = invitation;
  if (invitation.acceptedAt) return "This invitation was already used. Each invitation works once.";
  if (invitation.isOver) return `${companyName} no longer uses Backplane, so nobody can join it.`;
  if (invitation.isReplaced)
    return "A newer invitation was sent to your address. Open the link in the newest e-mail.";
  if (invitation.withdrawnAt)
    return `${companyName} withdrew this invitation. Ask the person who invited you for a new one.`;
  if (invitation.expiresAt <= now)
    return `This invitation expired. It was valid for ${invitationDays} days. Ask ${companyName} to send it again.`;
  if (email !== null && email !== invitation.email)
    return `This invitation is for ${invitation.email}, and you are signed in as ${email}. Sign out, then sign in as ${invitation.email}.`;
  return null;
}

export type KeyStanding = {
  revokedAt: Date | null;
  /** Whether the member who made it is an owner of the company. */
  isMakerOwner: boolean;
  isMakerSuspended: boolean;
  /** Whether the company is closed. */
  isClosed: boolean;
  /** Whether the company is suspended. */
  isSuspended: boolean;
};

/** Why a key does not work, as a sentence; null where it works. */
export function whyKeyStopped(key: KeyStanding): string | null {
  if (key.revokedAt) return "This key was revoked.";
  if (key.isClosed) return "This key has stopped: its company is closed.";
  if (key.isSuspended) return "This key has stopped: its company is suspended.";
  if (key.isMakerSuspended)
    return "This key has stopped: the account of the person who created it is suspended.";
  if (!key.isMakerOwner)
    return "This key has stopped: the person who created it is no longer an owner of the company.";
  return null;
}
