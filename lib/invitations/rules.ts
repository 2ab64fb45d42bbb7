import { DomainError } from "@/lib/errors";

/** How many candidates a company may invite within 24 hours, to all its postings together: enough to choose, too few to broadcast. */
export const invitationsPerDay = 50;

/** Throws `conflict` where the posting is not live, they applied already, or the day's invitations are sent. */
export function invite({ live, applied, sent }: { live: boolean; applied: boolean; sent: number }) {
  if (!live)
    throw new DomainError("conflict", "This posting is not live, so you cannot invite anyone to it.");
  if (applied)
    throw new DomainError("conflict", "This candidate has already applied. See them under Applicants.");
  if (sent >= invitationsPerDay)
    throw new DomainError(
      "conflict",
      `Your company sent ${invitationsPerDay} invitations in the last 24 hours. Wait for answers or try again tomorrow.`,
    );
}

/** The candidate's no; saying it again changes nothing. Throws `conflict` for who applied meanwhile. */
export function decline(invitation: { declinedAt: Date | null; applied: boolean }, now: Date) {
  if (invitation.applied)
    throw new DomainError("conflict", "You applied to this posting, so withdraw your application instead.");
  return { declinedAt: invitation.declinedAt ?? now };
}
