import { inTransaction } from "@/db/client";
import type { Actor } from "@/lib/auth/input";
import { refuseUnlessFresh } from "@/lib/auth/rules";
import { inChildProcess, making } from "@/lib/background/child";
import { settings } from "@/lib/env";
import { DomainError } from "@/lib/errors";
import { record } from "@/lib/events/commands";
import { counted } from "@/lib/plural";
import type { Paper, Part } from "../paper";
import { type ExportedApplicant, listApplicantsForExport, listOwnForExport } from "../queries/export";
import { findReceipt } from "../queries/receipt";
import { makeReceipt, shownReceipt } from "../receipt";
import { candidateWords, companyWords } from "../words";
import { recordExport } from "./export";

const render = inChildProcess<[Paper], Uint8Array>("lib/applications/paper.ts", "renderPaper", making);

/** Parts of one PDF. Beyond it the table (CSV) or the file of all data (JSON) has the rest. */
const mostParts = 500;
/** Characters of one text: the page has all of it. */
const mostShown = 2_000;

/**
 * The applicants of a posting of the actor's company as PDF, in the order of arrival: what the table has, for owners and recruiters only, and
 * recorded likewise. At most the first 500. Throws `not_found`; `unavailable` or `too_slow` where it cannot be made at the moment.
 */
export async function applicantsPaper(actor: Actor, postingId: string): Promise<Uint8Array> {
  const { title, companyName, at } = await recordExport(actor, postingId);
  const applicants: ExportedApplicant[] = [];
  for await (const page of listApplicantsForExport(actor, postingId)) {
    applicants.push(...page);
    if (applicants.length > mostParts) break;
  }
  const parts = applicants.slice(0, mostParts).map((applicant, i): Part => {
    const { name, email, state, submittedAt, replyBy, answeredAt } = applicant;
    return {
      heading: `${i + 1}. ${name || `Applicant ${i + 1}`}`,
      facts: [
        ...(email ? [["E-mail", email] as const] : []),
        ["State", companyWords[state]],
        ["Sent", day(submittedAt)],
        ...(answeredAt ? [] : [["Answer due", day(replyBy)] as const]),
      ],
      texts: textsOf(applicant),
      url: `${settings().APP_URL}/employer/postings/${postingId}/applicants/${applicant.id}`,
    };
  });
  const rest = applicants.length > mostParts ? " These are the first: the table (CSV) has all of them." : "";
  return render({
    title: `Applicants: ${title}`,
    lead: `${companyName}. ${counted(parts.length, "applicant")} on ${day(at)}, in the order of arrival.${rest}`,
    parts,
  });
}

/**
 * The receipt of the actor's own application as PDF, to read and print. That it is genuine is shown by the file with the signature. Throws
 * `not_found` where there is none; `unavailable` where this installation has no key, or it cannot be made at the moment.
 */
export async function receiptPaper(actor: Actor, applicationId: string): Promise<Uint8Array> {
  const payload = await findReceipt(actor, applicationId);
  if (payload === null) throw new DomainError("not_found", "There is no such receipt.");
  const { posting, sentAt, application, postingVersion, name, coverNote, answers, resume } =
    shownReceipt(payload);
  const { signature } = JSON.parse(makeReceipt(payload)) as { signature: string };
  return render({
    title: "Receipt of an application",
    lead: `To “${posting.title}” at ${posting.company.name}, sent on ${day(new Date(sentAt))}.`,
    parts: [
      {
        heading: "What was sent",
        facts: [
          ["Name", name],
          ["Sent", sentAt],
          ["Application", application],
          ...(resume ? [["Résumé", `${resume.name} (SHA-256 ${resume.sha256})`] as const] : []),
        ],
        texts: textsOf({ coverNote, answers }, Number.POSITIVE_INFINITY),
      },
      {
        heading: "To which posting",
        facts: [
          ["Posting", posting.title],
          ["Company", posting.company.name],
          ["Address", posting.url],
          ["Version of the posting (SHA-256)", postingVersion],
        ],
        texts: [],
      },
      {
        heading: "Signature (Ed25519)",
        facts: [],
        texts: [
          ["Of the receipt", signature],
          ["To check it", `Upload the receipt as a file (JSON) at ${settings().APP_URL}/receipts.`],
        ],
      },
    ],
  });
}

/**
 * The actor's own applications as PDF, newest first, at most 500, and records that they were taken away. Throws `unauthenticated` unless the
 * actor signed in a short while ago; `unavailable` or `too_slow` where it cannot be made at the moment.
 */
export async function ownApplicationsPaper(actor: Actor): Promise<Uint8Array> {
  const { own, at } = await inTransaction(async (tx) => {
    refuseUnlessFresh(actor, tx.now);
    await record(tx, { type: "user.data_exported", actorId: actor.userId });
    return { own: await listOwnForExport(tx, actor, mostParts), at: tx.now };
  });
  return render({
    title: "Your applications",
    lead: `${actor.email}, ${counted(own.length, "application")} on ${day(at)}.`,
    parts: own.map((application): Part => {
      const { id, title, companyName, state, submittedAt, replyBy, answeredAt } = application;
      return {
        heading: `${title}, ${companyName}`,
        facts: [
          ["State", candidateWords[state].word],
          ["Sent", day(submittedAt)],
          answeredAt ? ["First answer", day(answeredAt)] : ["Answer due", day(replyBy)],
        ],
        texts: textsOf(application),
        url: `${settings().APP_URL}/applications/${id}`,
      };
    }),
  });
}

type Texts = { coverNote: string; answers: readonly { question: string; answer: readonly string[] }[] };

const textsOf = ({ coverNote, answers }: Texts, most = mostShown) =>
  [
    ["Cover note", coverNote] as const,
    ...answers.map(({ question, answer }) => [question, answer.join(", ")] as const),
  ]
    .filter(([, text]) => text !== "")
    .map(([name, text]) => [name, text.length > most ? `${text.slice(0, most)}…` : text] as const);

const days = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
const day = (date: Date) => days.format(date);
