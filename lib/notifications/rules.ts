import { daysAfter } from "@/lib/days";
import type { MailedType, RecordedEvent } from "@/lib/events/input";
import type { MailKind, MailTime } from "./lists";

/** The kind of the mails about each type of event; null where they always come at once. */
const kinds: Record<MailedType, MailKind | null> = {
  "application.submitted": "new_applicants",
  "application.moved": "answers",
  "application.lapsed": "answers",
  "application.message_sent": "messages",
  "application.posting_revised": "posting_changes",
  "application.withdrawal_final": "withdrawals",
  "application.erased": "withdrawals",
  "application.resume_unsafe": "files",
  "application.noted": "mentions",
  // About an appointment: they always come at once.
  "interview.proposed": null,
  "interview.countered": null,
  "interview.accepted": null,
  "interview.declined": null,
  "interview.changed": null,
  "interview.cancelled": null,
  "interview.soon": null,
  "invitation.sent": "invitations",
  "company.answers_due": "answers_due",
  "company.answers_overdue": "answers_due",
  "company.badge_lost": null,
  "posting.approved": "postings",
  "posting.published": "postings",
  "posting.revised": "postings",
  "posting.unconfirmed": "postings",
  "posting.ending": "postings",
  "posting.expired": "postings",
  "posting.sent_back": null,
  "posting.revision_sent_back": null,
  "posting.removed": null,
  "posting.closing": "saved_postings",
  "posting.frozen": null,
  "posting.unfrozen": null,
  "report.decided": null,
  "appeal.submitted": null,
  "appeal.decided": null,
  "company.verified": null,
  "company.closed": null,
  "company.merged": null,
  "company.change_sent_back": null,
  "company.change_taken_down": null,
  "company.suspended": null,
  "company.unsuspended": null,
  "user.granted_admin": null,
  "user.revoked_admin": null,
  "user.suspended": null,
  "user.unsuspended": null,
  "service.linked": null,
  "service.unlinked": null,
  "passkey.added": null,
  "passkey.removed": null,
  "passkey.refused": null,
  "key.created": null,
  "key.revoked": null,
  "webhook.created": null,
  "webhook.stopped": null,
  "member.invitation_withdrawn": null,
  "member.joined": null,
  "member.role_changed": null,
  "member.removed": null,
  "member.left": null,
};

/** Whether there are mails about events of its type. */
export const isMailedEvent = (event: RecordedEvent): event is RecordedEvent<MailedType> =>
  event.type in kinds;

/** The kind of a mail about an event to one reader. Who applied gets a receipt, which is none of the kinds. */
export const kindOf = (
  event: { type: MailedType; actorId: string | null },
  reader: string,
): MailKind | null =>
  event.type === "application.submitted" && event.actorId === reader ? null : kinds[event.type];

/** So many mails of one kind in ten minutes, and the next ones wait for ten minutes and come as one. */
export const mostAtOnce = 10;
export const bundleMinutes = 10;
/** Mails of the day come in one at this hour, in UTC. */
export const dailyHour = 7;

/**
 * When a mail goes out: null for now, a later time for a bundle, undefined for never. `recent` is how many of its kind the reader was told of in
 * the last ten minutes.
 */
export function dueAt(time: MailTime, recent: number, now: Date): Date | null | undefined {
  if (time === "never") return undefined;
  if (time === "daily") return nextDaily(now);
  return recent < mostAtOnce ? null : new Date(now.getTime() + bundleMinutes * 60_000);
}

/** The next time that it is the hour of the daily mail. */
function nextDaily(now: Date): Date {
  const today = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate(), dailyHour));
  return today > now ? today : daysAfter(today, 1);
}
