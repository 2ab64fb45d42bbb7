import type { Mail } from "@/lib/background/input";
import { settings } from "@/lib/env";
import type { MailedType, RecordedEvent } from "@/lib/events/input";
import { appealDays } from "@/lib/moderation/lists";
import { revisionInWords } from "@/lib/postings/terms";
import { listSkillLabels } from "@/lib/taxonomy/queries/labels";
import type { MailKind } from "./lists";
import { listCompanyReaders } from "./queries/facts";
import { makeMailsToken } from "./tokens";

/* What the mails about events have in common. */

/** A mail about an event, and the id of the user who reads it; null for somebody without an account. */
export type EventMail = Omit<Mail, "key"> & { reader: string | null };
/** The mails to send about an event, by its type. */
export type Mails = { [Type in MailedType]: (event: RecordedEvent<Type>) => Promise<EventMail[]> };

/** The whole address of a page of ours. */
export const at = (path: string) => `${settings().APP_URL}${path}`;
/** "3 November 2026", in UTC. */
export const day = (date: Date) =>
  new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(date);
/** "3 November 2026 at 09:00 UTC". */
export const dayAndTime = (date: Date) =>
  `${new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" }).format(date)} UTC`;
/** Why a candidate gets the mail. */
export const forCandidates = "You received this e-mail because you applied through Backplane.";
/** Why a member of a company gets the mail. */
export const forMembers = "You received this e-mail because you hire for your company on Backplane.";

/** Where mails of a kind end for one reader, with one click. */
export function stopOf(of: { userId: string; kind: MailKind }): NonNullable<Mail["stop"]> {
  const token = makeMailsToken(of);
  return {
    label: "Stop e-mails of this kind",
    pageUrl: at(`/unsubscribe/${token}`),
    postUrl: at(`/api/unsubscribe/${token}`),
  };
}

/** How to object to a decision that cannot be appealed. */
export const objection = () =>
  `If you think this decision is wrong, contact us and another admin will review it: ${at("/contact")}`;

/** How to appeal against the removal or freezing of a posting. */
export const appeal = (postingId: string) =>
  `If you think this decision is wrong, you can appeal once within ${appealDays} days, and another admin will decide: ${at(`/employer/postings/${postingId}/appeal`)}`;

/** What a change of a posting's terms changed, a sentence for each part. */
export async function revisionSentences(data: RecordedEvent<"posting.revised">["data"]): Promise<string[]> {
  const labels = await listSkillLabels([...data.added, ...data.removed, ...data.changed]);
  return revisionInWords(data, labels).map((words) => `${words}.`);
}

type CompanyMail = Omit<EventMail, "reader" | "to" | "reason">;

/** A mail, the same or one for each reader, to those who answer for the event's company, or to those of them with these roles. */
export async function toCompany(
  { companyId }: { companyId: string },
  mail: CompanyMail | ((reader: string) => CompanyMail),
  roles?: Parameters<typeof listCompanyReaders>[1],
): Promise<EventMail[]> {
  const readers = await listCompanyReaders(companyId, roles);
  return readers.map(({ id, email }) => ({
    ...(typeof mail === "function" ? mail(id) : mail),
    reader: id,
    to: email,
    reason: forMembers,
  }));
}
