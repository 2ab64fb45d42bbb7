import type { MailItem } from "@/lib/background/input";
import type { RecordedEvent } from "@/lib/events/input";
import { counted } from "@/lib/plural";
import { at, day, forCandidates, type Mails, toCompany } from "./mail-parts";
import { findApplicationFacts, listAnswersDue } from "./queries/facts";

/** The mails about the day by which a company promised an answer. */
export const answerMails = {
  "application.lapsed": async (event) => {
    const facts = await findApplicationFacts(event.applicationId);
    if (!facts) return [];
    return [
      {
        reader: facts.candidateId,
        to: facts.candidateEmail,
        subject: `No answer in time: ${facts.title}`,
        heading: `${facts.companyName} has not answered in time`,
        paragraphs: [
          `${facts.companyName} promised an answer for “${facts.title}” by ${day(facts.replyBy)}. That day has passed. We told the company, and it counts in its public answer rate.`,
          "The company can still answer. If you do not want to wait any longer, you can withdraw with one click.",
        ],
        action: { label: "See your application", url: at(`/applications/${event.applicationId}`) },
        reason: forCandidates,
      },
    ];
  },
  "company.answers_due": async (event) => {
    const { items, total } = await answersIn(event);
    const [first] = items;
    if (!first) return [];
    return toCompany(event, {
      subject: `${counted(total, "answer is", "answers are")} due soon`,
      heading: `${counted(total, "applicant waits", "applicants wait")} for your answer`,
      paragraphs: [
        "You promised an answer by the day that is shown. What you answer in time counts in your public answer rate.",
      ],
      items,
      action: seeAll(),
    });
  },
  "company.answers_overdue": async (event) => {
    const { items, total } = await answersIn(event);
    if (items.length === 0) return [];
    return toCompany(event, {
      subject: `${counted(total, "answer is", "answers are")} overdue`,
      heading: `The promised day has passed for ${counted(total, "applicant")}`,
      paragraphs: [
        "We told them that you have not answered in time. This counts in your public answer rate. You can still answer, and they can withdraw with one click.",
      ],
      items,
      action: seeAll(),
    });
  },
} satisfies Partial<Mails>;

const seeAll = () => ({ label: "Answer the applicants", url: at("/employer/applicants") });

/** Those of an event that still wait, and how many they are. */
async function answersIn({
  companyId,
  data,
}: RecordedEvent<"company.answers_due" | "company.answers_overdue">): Promise<{
  items: MailItem[];
  total: number;
}> {
  const due = await listAnswersDue(companyId, data.applicationIds);
  return {
    items: due.map(({ id, postingId, candidateName, title, replyBy }) => ({
      title: candidateName,
      url: at(`/employer/postings/${postingId}/applicants/${id}`),
      lines: [title, `Answer due by ${day(replyBy)}`],
    })),
    // Those that were answered since are not among the first any more.
    total: data.total - (data.applicationIds.length - due.length),
  };
}
