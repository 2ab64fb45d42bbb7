import { findAppealFacts } from "@/lib/moderation/queries/appeals";
import { at, type Mails, toCompany } from "./mail-parts";

/** The mails about appeals: to the company, and to the admins who may decide. */
export const appealMails = {
  "appeal.submitted": async (event) => {
    const facts = await findAppealFacts(event.data.appealId);
    if (!facts) return [];
    const { title, companyName, words, admins } = facts;
    const receipts = await toCompany(event, {
      subject: `Your appeal was received: ${title}`,
      heading: `We received your appeal about “${title}”`,
      paragraphs: [
        `You wrote: ${words}`,
        "An admin who did not make the decision will look at it. We will write to you when it is decided.",
      ],
      action: { label: "See your appeal", url: at(`/employer/postings/${event.postingId}/appeal`) },
    });
    const toAdmins = admins.map(({ id, email }) => ({
      reader: id,
      to: email,
      subject: `Appeal: ${title}`,
      heading: `${companyName} appeals about “${title}”`,
      paragraphs: [`They wrote: ${words}`],
      action: { label: "Decide the appeal", url: at(`/admin/appeals/${event.data.appealId}`) },
      reason: "You received this e-mail because you are an admin of Backplane.",
    }));
    return [...receipts, ...toAdmins];
  },
  "appeal.decided": async (event) => {
    const facts = await findAppealFacts(event.data.appealId);
    if (!facts) return [];
    const { title, against, reasons } = facts;
    const isReversed = event.data.outcome === "reversed";
    const outcome = {
      remove: isReversed
        ? "Another admin looked at it, and the removal is reversed. The posting is back where it was, with the days that it lost."
        : "Another admin looked at it, and the posting stays removed. This decision is final.",
      freeze: isReversed
        ? "Another admin looked at it, and the posting is not frozen any more."
        : "Another admin looked at it, and the posting stays frozen. This decision is final.",
    }[against];
    return toCompany(event, {
      subject: `${isReversed ? "Your appeal succeeded" : "Your appeal was not successful"}: ${title}`,
      heading: `Your appeal about “${title}” is decided`,
      paragraphs: [outcome, `Reasons: ${reasons}`],
      action: { label: "See the posting", url: at(`/employer/postings/${event.postingId}`) },
    });
  },
} satisfies Partial<Mails>;
