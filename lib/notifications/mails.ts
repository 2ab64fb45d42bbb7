import type { ApplicationState } from "@/lib/applications/lists";
import { countOpenApplications } from "@/lib/applications/queries/applications";
import type { Mail } from "@/lib/background/input";
import { settings } from "@/lib/env";
import type { MailedType, RecordedEvent } from "@/lib/events/input";
import { counted } from "@/lib/plural";
import { canExtend, extendedEnd } from "@/lib/postings/life";
import { revisionInWords } from "@/lib/postings/terms";
import { findReminder } from "@/lib/saved/queries/postings";
import { listSkillLabels } from "@/lib/taxonomy/queries/labels";
import {
  findApplicationFacts,
  findCompanyFacts,
  findInvitationFacts,
  findPostingFacts,
  listCompanyReaders,
} from "./queries";
import { makeToken } from "./tokens";

/** A mail about an event, and the id of the user who reads it. */
type EventMail = Omit<Mail, "key"> & { reader: string };
type Mails = { [Type in MailedType]: (event: RecordedEvent<Type>) => Promise<EventMail[]> };

const at = (path: string) => `${settings().APP_URL}${path}`;
const day = (date: Date) =>
  new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(date);
const dayAndTime = (date: Date) =>
  `${new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" }).format(date)} UTC`;
const forCandidates = "You received this e-mail because you applied through Backplane.";
const forMembers = "You received this e-mail because you hire for your company on Backplane.";

/** How to object to a decision. */
const appeal = () =>
  `If you think this decision is wrong, contact us and another admin will review it: ${at("/contact")}`;

/** What a change of a posting's terms changed, a sentence for each part. */
async function revisionSentences(data: RecordedEvent<"posting.revised">["data"]): Promise<string[]> {
  const labels = await listSkillLabels([...data.added, ...data.removed, ...data.changed]);
  return revisionInWords(data, labels).map((words) => `${words}.`);
}

/** What an application's new state means, in words for the candidate. */
const moved: Partial<Record<ApplicationState, string>> = {
  screening: "is being reviewed",
  interview: "is in the interview stage",
  offer: "has led to an offer",
  hired: "was successful. Congratulations on your new role",
  rejected: "was not successful",
};

/** The mails to send about each type of event that has any. */
const mails: Mails = {
  "application.submitted": async (event) => {
    const facts = await findApplicationFacts(event.applicationId);
    if (!facts) return [];
    const { companyName, title, replyBy } = facts;
    const receipt: EventMail = {
      reader: facts.candidateId,
      to: facts.candidateEmail,
      subject: `Your application to ${companyName} was sent`,
      heading: `Your application was sent to ${companyName}`,
      paragraphs: [
        `You applied for “${title}”. ${companyName} promised an answer by ${day(replyBy)}. We will e-mail you when its status changes, and if that day passes without an answer.`,
      ],
      action: { label: "See your application", url: at(`/applications/${event.applicationId}`) },
      reason: forCandidates,
    };
    const news = await toCompany(event, {
      subject: `${facts.candidateName} applied for ${title}`,
      heading: `New applicant for “${title}”`,
      paragraphs: [`${facts.candidateName} applied. Your posting promises an answer by ${day(replyBy)}.`],
      action: {
        label: "Read the application",
        url: at(`/employer/postings/${event.postingId}/applicants/${event.applicationId}`),
      },
    });
    return [receipt, ...news];
  },
  "application.moved": async (event) => {
    const facts = await findApplicationFacts(event.applicationId, event.data.moveId);
    const words = moved[event.data.to];
    if (!facts || !words) return [];
    return [
      {
        reader: facts.candidateId,
        to: facts.candidateEmail,
        subject: `${facts.companyName} answered: ${facts.title}`,
        heading: `Your application ${words}.`,
        paragraphs: [
          `This is about “${facts.title}” at ${facts.companyName}.`,
          ...(facts.message ? [`Their message: ${facts.message}`] : []),
        ],
        action: { label: "See your application", url: at(`/applications/${event.applicationId}`) },
        reason: forCandidates,
      },
    ];
  },
  "application.withdrawn": async (event) => {
    const facts = await findApplicationFacts(event.applicationId);
    if (!facts) return [];
    return toCompany(event, {
      subject: `${facts.candidateName} withdrew from ${facts.title}`,
      heading: `${facts.candidateName} withdrew`,
      paragraphs: [`The application for “${facts.title}” was withdrawn. You do not need to answer it.`],
      action: { label: "See the applicants", url: at(`/employer/postings/${event.postingId}/applicants`) },
    });
  },
  "invitation.sent": async (event) => {
    const facts = await findInvitationFacts(event.data.invitationId);
    if (!facts) return [];
    return [
      {
        reader: facts.candidateId,
        to: facts.candidateEmail,
        subject: `${facts.companyName} invites you to apply: ${facts.title}`,
        heading: `${facts.companyName} invites you to apply`,
        paragraphs: [
          `The role is “${facts.title}”. They found you through your profile. They see your name and address only if you apply.`,
          `Their message: ${facts.message}`,
          "You can decline with one click under Applications. You do not have to answer.",
        ],
        action: { label: "Read the posting", url: at(`/jobs/${facts.slug}`) },
        reason: "You received this e-mail because you let employers find you on Backplane.",
      },
    ];
  },
  "posting.approved": async (event) => {
    const facts = await findPostingFacts(event.postingId);
    if (!facts?.publishAt) return [];
    return toCompany(event, {
      subject: `Approved: ${facts.title}`,
      heading: `“${facts.title}” is approved`,
      paragraphs: [
        `It goes live on ${dayAndTime(facts.publishAt)}, as you chose. Until then you can change the date, publish it at once, or take it back.`,
      ],
      action: { label: "See the posting", url: at(`/employer/postings/${event.postingId}`) },
    });
  },
  "posting.published": async (event) => {
    const facts = await findPostingFacts(event.postingId);
    if (!facts) return [];
    return toCompany(event, {
      subject: `Live: ${facts.title}`,
      heading: `“${facts.title}” is live`,
      paragraphs: [
        "It was approved and is live for 60 days. In two weeks we will ask you whether it is still open.",
      ],
      action: { label: "See the posting", url: at(`/jobs/${facts.slug}`) },
    });
  },
  "posting.sent_back": async (event) => {
    const facts = await findPostingFacts(event.postingId);
    if (!facts) return [];
    return toCompany(event, {
      subject: `Changes requested: ${facts.title}`,
      heading: `“${facts.title}” needs changes before it can go live`,
      paragraphs: [
        "Please change the following before it can go live:",
        ...(facts.reasons ?? []).map(({ field, message }) => `${field}: ${message}`),
        appeal(),
      ],
      action: { label: "Edit the posting", url: at(`/employer/postings/${event.postingId}`) },
    });
  },
  "posting.revision_sent_back": async (event) => {
    const facts = await findPostingFacts(event.postingId);
    if (!facts) return [];
    return toCompany(event, {
      subject: `Changes requested: ${facts.title}`,
      heading: `Your change of “${facts.title}” was not approved`,
      paragraphs: [
        "The posting stays public as it was. Please correct your change, or withdraw it:",
        ...(facts.reasons ?? []).map(({ field, message }) => `${field}: ${message}`),
        appeal(),
      ],
      action: { label: "Edit the posting", url: at(`/employer/postings/${event.postingId}/edit`) },
    });
  },
  "posting.revised": async (event) => {
    const facts = await findPostingFacts(event.postingId);
    if (!facts) return [];
    return toCompany(event, {
      subject: `Approved: your change of ${facts.title}`,
      heading: `Your change of “${facts.title}” is public`,
      paragraphs: [
        ...(await revisionSentences(event.data)),
        "Everyone can see this in the posting's change history. Those who applied and wait for your answer were told.",
      ],
      action: { label: "See the posting", url: at(`/jobs/${facts.slug}`) },
    });
  },
  "application.posting_revised": async (event) => {
    const [facts, posting] = await Promise.all([
      findApplicationFacts(event.applicationId),
      findPostingFacts(event.postingId),
    ]);
    if (!facts || !posting) return [];
    return [
      {
        reader: facts.candidateId,
        to: facts.candidateEmail,
        subject: `Changed after you applied: ${facts.title}`,
        heading: `${facts.companyName} changed “${facts.title}”`,
        paragraphs: [
          "You applied for this posting. It has changed since:",
          ...(await revisionSentences(event.data)),
          "Your application stays as you sent it. You can withdraw it at any time.",
        ],
        action: { label: "See your application", url: at(`/applications/${event.applicationId}`) },
        reason: forCandidates,
      },
    ];
  },
  "posting.removed": async (event) => {
    const facts = await findPostingFacts(event.postingId);
    if (!facts) return [];
    return toCompany(event, {
      subject: `Removed: ${facts.title}`,
      heading: `“${facts.title}” was removed`,
      paragraphs: [
        "An admin removed your posting. It is no longer public, and nobody can apply to it.",
        `Reason: ${facts.removeReason}`,
        appeal(),
      ],
      action: { label: "See the posting", url: at(`/employer/postings/${event.postingId}`) },
    });
  },
  "posting.unconfirmed": async (event) => {
    const facts = await findPostingFacts(event.postingId);
    if (!facts?.hiddenFrom) return [];
    const { title, hiddenFrom } = facts;
    return toCompany(event, (reader) => ({
      subject: `Is this still open? ${title}`,
      heading: `Is “${title}” still open?`,
      paragraphs: [
        ...(event.at < hiddenFrom
          ? [
              "Two weeks have passed since it was last confirmed. Candidates now see “Not confirmed lately” on it.",
              `Without an answer it is hidden on ${day(hiddenFrom)}. One click keeps it open.`,
            ]
          : [
              `It has been hidden since ${day(hiddenFrom)}, because nobody confirmed that it is still open. One click shows it again.`,
            ]),
        `If the role is filled or withdrawn, close the posting, so that everyone who applied gets an answer: ${at(`/employer/postings/${event.postingId}/close`)}`,
      ],
      action: {
        label: "It is still open",
        url: at(`/confirm/${makeToken("confirm", { userId: reader, postingId: event.postingId })}`),
      },
    }));
  },
  "posting.ending": async (event) => {
    const facts = await findPostingFacts(event.postingId);
    if (!facts?.expiresAt) return [];
    const { title, publishedAt, expiresAt } = facts;
    return toCompany(event, {
      subject: `Ending soon: ${title}`,
      heading: `“${title}” ends on ${day(expiresAt)}`,
      paragraphs: [
        "After that day it is no longer public, and nobody can apply to it.",
        publishedAt && canExtend(facts)
          ? `You can extend it once, until ${day(extendedEnd(publishedAt))}.`
          : "It cannot be extended again. To offer the role for longer, copy it as a new draft.",
      ],
      action: { label: "See the posting", url: at(`/employer/postings/${event.postingId}`) },
    });
  },
  "posting.expired": async (event) => {
    const [facts, waiting] = await Promise.all([
      findPostingFacts(event.postingId),
      countOpenApplications(event.postingId),
    ]);
    if (!facts) return [];
    return toCompany(event, {
      subject: `Ended: ${facts.title}`,
      heading: `“${facts.title}” has ended`,
      paragraphs: [
        "It is no longer public, and nobody can apply to it. To offer the role again, copy it as a new draft.",
        ...(waiting > 0
          ? [`${counted(waiting, "applicant still waits", "applicants still wait")} for your answer.`]
          : []),
      ],
      action:
        waiting > 0
          ? { label: "Answer the applicants", url: at(`/employer/postings/${event.postingId}/applicants`) }
          : { label: "See the posting", url: at(`/employer/postings/${event.postingId}`) },
    });
  },
  "posting.closing": async (event) => {
    const { userId } = event.data;
    const facts = await findReminder({ userId }, event.postingId);
    if (!facts) return [];
    const stop = makeToken("reminders", { userId });
    return [
      {
        reader: userId,
        to: facts.email,
        subject: `Closing soon: ${facts.title}`,
        heading: `“${facts.title}” closes on ${day(facts.expiresAt)}`,
        paragraphs: [
          `You saved this posting of ${facts.companyName} and have not applied yet.`,
          ...(facts.note ? [`Your note: ${facts.note}`] : []),
        ],
        action: { label: "Read the posting", url: at(`/jobs/${facts.slug}`) },
        reason: "You received this e-mail because you saved this posting on Backplane.",
        stop: {
          label: "Stop these reminders",
          pageUrl: at(`/unsubscribe/${stop}`),
          postUrl: at(`/api/unsubscribe/${stop}`),
        },
      },
    ];
  },
  "company.badge_lost": async (event) => {
    const facts = await findCompanyFacts(event.companyId);
    if (!facts) return [];
    return toCompany(
      event,
      {
        subject: `${facts.name} is no longer verified`,
        heading: `${facts.name} lost its verified badge`,
        paragraphs: [
          `The ${event.data.by} of your company changed. The badge was for the old one, so your company and its postings are shown as not verified until we verify the company again.`,
          `To get the badge back, write to us from an e-mail address at the domain of your website: ${at("/contact")}`,
          "If you did not make this change, contact us immediately.",
        ],
        action: { label: "See your company", url: at("/employer/company") },
      },
      ["owner"],
    );
  },
};

/** The mails to send about an event, none where its type has none. */
export async function mailsOf(event: RecordedEvent): Promise<EventMail[]> {
  return hasMails(event) ? write(event.type, event) : [];
}

const hasMails = (event: RecordedEvent): event is RecordedEvent<MailedType> => event.type in mails;

/** TypeScript matches an event with the mail of its type only through one `Type` for both. */
const write = <Type extends MailedType>(type: Type, event: RecordedEvent<Type>) => mails[type](event);

type CompanyMail = Omit<EventMail, "reader" | "to" | "reason">;

/** A mail, the same or one for each reader, to those who answer for the event's company, or to those of them with these roles. */
async function toCompany(
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
