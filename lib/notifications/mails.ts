import { candidateWords, reasonsInWords } from "@/lib/applications/words";
import type { MailedType, RecordedEvent } from "@/lib/events/input";
import { findReportFacts } from "@/lib/reports/queries";
import { findReminder } from "@/lib/saved/queries/postings";
import { listTagLabels } from "@/lib/taxonomy/queries/labels";
import { answerMails } from "./answer-mails";
import { appealMails } from "./appeal-mails";
import { companyMails } from "./company-mails";
import { deskMails } from "./desk-mails";
import { interviewMails } from "./interview-mails";
import { invitationMails } from "./invitation-mails";
import {
  at,
  day,
  type EventMail,
  forCandidates,
  forMembers,
  type Mails,
  revisionSentences,
  toCompany,
} from "./mail-parts";
import { postingMails } from "./posting-mails";
import {
  findApplicationFacts,
  findFileFacts,
  findMessageFacts,
  findNoteFacts,
  findPostingFacts,
} from "./queries/facts";
import { isMailedEvent } from "./rules";
import { makeToken } from "./tokens";
import { userMails } from "./user-mails";

/** The mails to send about each type of event that has any. */
const mails: Mails = {
  ...companyMails,
  ...deskMails,
  ...postingMails,
  ...appealMails,
  ...userMails,
  ...invitationMails,
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
    if (!facts) return [];
    return [
      {
        reader: facts.candidateId,
        to: facts.candidateEmail,
        subject: `${facts.companyName} answered: ${facts.title}`,
        heading: `Your application ${candidateWords[event.data.to].is}.`,
        paragraphs: [
          `This is about “${facts.title}” at ${facts.companyName}.`,
          ...reasonsInWords(facts.reasons, await listTagLabels(facts.reasons.map(({ slug }) => slug))),
          ...(facts.message ? [`Their message: ${facts.message}`] : []),
        ],
        action: { label: "See your application", url: at(`/applications/${event.applicationId}`) },
        reason: forCandidates,
      },
    ];
  },
  ...answerMails,
  ...interviewMails,
  "application.message_sent": async (event) => {
    const [facts, message] = await Promise.all([
      findApplicationFacts(event.applicationId),
      findMessageFacts(event.applicationId, event.data.messageId),
    ]);
    if (!facts || !message) return [];
    const mail = (writer: string, path: string) => ({
      subject: `${writer} wrote to you: ${facts.title}`,
      heading: `${writer} wrote to you`,
      paragraphs: [
        `This is about “${facts.title}”.`,
        ...(message.text === null ? [] : [message.text]),
        "Answer on the page of the application. An answer to this e-mail does not arrive.",
      ],
      action: { label: "Read and answer", url: at(`${path}#messages`) },
    });
    if (!message.fromCompany)
      return toCompany(
        event,
        mail(facts.candidateName, `/employer/postings/${event.postingId}/applicants/${event.applicationId}`),
      );
    return [
      {
        ...mail(facts.companyName, `/applications/${event.applicationId}`),
        reader: facts.candidateId,
        to: facts.candidateEmail,
        reason: forCandidates,
      },
    ];
  },
  "application.noted": async (event) => {
    const [facts, note] = await Promise.all([
      findApplicationFacts(event.applicationId),
      findNoteFacts(event.companyId, event.data.noteId, event.data.mentioned),
    ]);
    if (!facts || !note) return [];
    return note.readers.map(({ id, email }) => ({
      reader: id,
      to: email,
      subject: `${note.writer} mentioned you: ${facts.candidateName}, ${facts.title}`,
      heading: `${note.writer} mentioned you in a note on ${facts.candidateName}`,
      paragraphs: [note.text, "Only members of your company can read this note."],
      action: {
        label: "See the applicant",
        url: at(`/employer/postings/${event.postingId}/applicants/${event.applicationId}#notes`),
      },
      reason: forMembers,
    }));
  },
  "application.withdrawal_final": async (event) => {
    const facts = await findApplicationFacts(event.applicationId);
    if (!facts) return [];
    return toCompany(event, {
      subject: `${facts.candidateName} withdrew from ${facts.title}`,
      heading: `${facts.candidateName} withdrew`,
      paragraphs: [
        `The application for “${facts.title}” was withdrawn. You do not need to answer it.`,
        ...(facts.lastMessage ? [`The reason given: ${facts.lastMessage}`] : []),
      ],
      action: { label: "See the applicants", url: at(`/employer/postings/${event.postingId}/applicants`) },
    });
  },
  "application.erased": async (event) => {
    const posting = event.data.wasOpen ? await findPostingFacts(event.postingId) : null;
    if (!posting) return [];
    return toCompany(event, {
      subject: `An applicant withdrew from ${posting.title}`,
      heading: `An applicant for “${posting.title}” deleted their account`,
      paragraphs: [
        "Their application was withdrawn and erased, with its messages and your notes on it. You do not need to answer it.",
      ],
      action: { label: "See the applicants", url: at(`/employer/postings/${event.postingId}/applicants`) },
    });
  },
  "application.resume_unsafe": async (event) => {
    const facts = await findFileFacts(event.data.fileId);
    if (!facts) return [];
    const { fileName, title, slug, companyName, applicationId } = facts;
    return [
      {
        reader: facts.candidateId,
        to: facts.candidateEmail,
        subject: `Your file was not safe: ${title}`,
        heading: `Your file for “${title}” was not safe, so we deleted it`,
        paragraphs: [
          `Our check for viruses found something in “${fileName}”. Nobody at ${companyName} could open it.`,
          applicationId
            ? "Your application stays as it is, without the file. If the company needs a résumé, write to it in a message, and check your device for viruses first."
            : "Your draft stays as it is, without the file. Check your device for viruses, then attach another file.",
        ],
        action: applicationId
          ? { label: "See your application", url: at(`/applications/${applicationId}`) }
          : { label: "Attach another file", url: at(`/jobs/${slug}/apply`) },
        reason: forCandidates,
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
  "report.decided": async (event) => {
    const facts = await findReportFacts(event.data.reportId);
    if (!facts) return [];
    return [
      {
        reader: facts.reporterId,
        to: facts.email,
        subject: `Your report: ${facts.title}`,
        heading: `We looked at “${facts.title}”`,
        paragraphs: [
          `You reported this posting of ${facts.companyName}.`,
          event.data.outcome === "upheld"
            ? "You were right: an admin removed it. Thank you for telling us."
            : "An admin found nothing that breaks our rules, so it stays. Thank you for telling us all the same.",
        ],
        action: { label: "Search postings", url: at("/jobs") },
        reason: "You received this e-mail because you reported a posting on Backplane.",
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
};

/** The mails to send about an event, each with its reader; none where its type has none. */
export async function mailsOf(event: RecordedEvent): Promise<EventMail[]> {
  return isMailedEvent(event) ? write(event.type, event) : [];
}

/** TypeScript matches an event with the mail of its type only through one `Type` for both. */
const write = <Type extends MailedType>(type: Type, event: RecordedEvent<Type>) => mails[type](event);
