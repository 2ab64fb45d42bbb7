import { makeSheets } from "@/lib/matching/queries/matches";
import { listMatchProfiles } from "@/lib/matching/queries/own";
import { bestLines } from "@/lib/matching/rules/best";
import type { ExplainedLine } from "@/lib/matching/rules/sheet";
import { counted } from "@/lib/plural";
import { arrivingFrom } from "@/lib/postings/arrival";
import { listPostingsByIds } from "@/lib/postings/queries/public";
import type { ListedPosting } from "@/lib/postings/shape";
import { formatPay, formatPeriod, formatWhere } from "@/lib/postings/words";
import { present } from "@/lib/present";
import { degreeWords } from "@/lib/taxonomy/words";
import { at, type Mails } from "./mail-parts";
import { findInvitationFacts } from "./queries/facts";
import { makeToken } from "./tokens";

/** The mail of an invitation: who asks for which company, what the role pays and where it is, what of it the reader meets, and two links. */
export const invitationMails = {
  "invitation.sent": async (event) => {
    const { invitationId } = event.data;
    const facts = await findInvitationFacts(invitationId);
    if (!facts) return [];
    const { candidateId, companyName, title, memberName, message } = facts;
    const [posting] = await listPostingsByIds([facts.postingId]);
    // Nobody is asked to apply to what has closed meanwhile.
    if (!posting) return [];
    const url = at(arrivingFrom(`/jobs/${facts.slug}`, "invitation"));
    const met = await listMet(posting, candidateId);
    return [
      {
        reader: candidateId,
        to: facts.candidateEmail,
        subject: `${companyName} invites you to apply: ${title}`,
        heading: `${companyName} invites you to apply`,
        paragraphs: [
          `${memberName ? `${memberName} of ${companyName}` : companyName} found you through your profile. They see your name and address only if you apply.`,
          `${memberName ?? companyName} wrote: ${message}`,
        ],
        items: [
          {
            title,
            url,
            lines: [
              `Pay: ${formatPay(posting.salary)} ${formatPeriod(posting.salary.period)}`,
              `Place: ${formatWhere(posting)}`,
              ...(met.length > 0 ? [`You meet: ${met.join(", ")}`] : []),
            ],
            question: {
              text: "Not for you? You do not have to answer.",
              answers: [
                {
                  label: "Decline the invitation",
                  url: at(`/decline/${makeToken("decline", { userId: candidateId, invitationId })}`),
                },
              ],
            },
          },
        ],
        action: { label: "Read the posting", url },
        reason: "You received this e-mail because you let employers find you on Backplane.",
      },
    ];
  },
} satisfies Partial<Mails>;

/** What the posting asks and the candidate has in full, the three lines that speak most for them. */
async function listMet(posting: ListedPosting, candidateId: string): Promise<string[]> {
  const profile = (await listMatchProfiles([candidateId])).get(candidateId);
  if (!profile) return [];
  const { sheet } = present((await makeSheets([posting], profile)).get(posting.id));
  return bestLines(sheet.lines.filter(({ low }) => low === 1)).map((line) => lineInWords(line, posting));
}

function lineInWords({ asks }: ExplainedLine, { skills, responsibilities }: ListedPosting): string {
  switch (asks.kind) {
    case "experience":
      return `${counted(asks.years, "year")} of experience`;
    case "degree":
      return `degree (${degreeWords[asks.level]})`;
    default: {
      const tags = asks.kind === "skill" ? skills : responsibilities;
      return tags.find(({ slug }) => slug === asks.slug)?.label ?? asks.slug;
    }
  }
}
