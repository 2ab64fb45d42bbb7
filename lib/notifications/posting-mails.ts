import { countOpenApplications } from "@/lib/applications/queries/applications";
import { reasonInWords } from "@/lib/moderation/lists";
import { counted } from "@/lib/plural";
import { canExtend, extendedEnd } from "@/lib/postings/life";
import {
  appeal,
  at,
  day,
  dayAndTime,
  type Mails,
  objection,
  revisionSentences,
  toCompany,
} from "./mail-parts";
import { findPostingFacts } from "./queries/facts";
import { makeToken } from "./tokens";

/** The mails to a company about the life of its postings. */
export const postingMails = {
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
        ...(facts.reasons ?? []).map(reasonInWords),
        objection(),
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
        ...(facts.reasons ?? []).map(reasonInWords),
        objection(),
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
  "posting.removed": async (event) => {
    const facts = await findPostingFacts(event.postingId);
    if (!facts) return [];
    return toCompany(event, {
      subject: `Removed: ${facts.title}`,
      heading: `“${facts.title}” was removed`,
      paragraphs: [
        "An admin removed your posting. It is not public, and nobody can apply to it.",
        `Reason: ${facts.removeReason}`,
        appeal(event.postingId),
      ],
      action: { label: "See the posting", url: at(`/employer/postings/${event.postingId}`) },
    });
  },
  "posting.frozen": async (event) => {
    const facts = await findPostingFacts(event.postingId);
    if (!facts) return [];
    return toCompany(event, {
      subject: `Frozen: ${facts.title}`,
      heading: `“${facts.title}” is not shown for now`,
      paragraphs: [
        event.actorId === null
          ? "Several people reported this posting. Nobody can see it or apply to it until an admin has looked at it."
          : "An admin is looking into this posting. Nobody can see it or apply to it until that is done.",
        ...(event.actorId === null ? [] : (facts.frozenFor ?? []).map(({ message }) => `Reason: ${message}`)),
        "We will write to you when it is decided. Applications that you have already stay as they are.",
        appeal(event.postingId),
      ],
      action: { label: "See the posting", url: at(`/employer/postings/${event.postingId}`) },
    });
  },
  "posting.unfrozen": async (event) => {
    const facts = await findPostingFacts(event.postingId);
    if (!facts) return [];
    return toCompany(event, {
      subject: `Not frozen any more: ${facts.title}`,
      heading: `“${facts.title}” is not frozen any more`,
      paragraphs: ["An admin looked at it and found nothing wrong. It is not frozen any more."],
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
} satisfies Partial<Mails>;
