import type { ApplicationState } from "@/lib/applications/lists";
import type { MailedType, RecordedEvent } from "@/lib/events/input";
import { findReminder } from "@/lib/saved/queries/postings";
import {
  at,
  day,
  type EventMail,
  forCandidates,
  type Mails,
  revisionSentences,
  toCompany,
} from "./mail-parts";
import { postingMails } from "./posting-mails";
import { findApplicationFacts, findCompanyFacts, findInvitationFacts, findPostingFacts } from "./queries";
import { makeToken } from "./tokens";

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
  ...postingMails,
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
