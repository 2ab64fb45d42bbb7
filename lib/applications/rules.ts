import { daysAfter } from "@/lib/days";
import { DomainError } from "@/lib/errors";
import type { ResumeFileKind } from "@/lib/profiles/lists";
import { type ApplicationState, endedStates, type LineRating, lineRatings } from "./lists";
import { companyWords, type Reason } from "./words";

/** The one map of moves: what an employer may do from each state. */
export const moves: Record<ApplicationState, ApplicationState[]> = {
  submitted: ["screening", "interview", "offer", "rejected"],
  screening: ["interview", "offer", "rejected"],
  interview: ["screening", "offer", "rejected"],
  offer: ["interview", "hired", "rejected"],
  hired: [],
  rejected: [],
  withdrawn: [],
};

/** Whether it is still under way: it can be moved, and withdrawn. */
export const isOpen = (state: ApplicationState) => !endedStates.some((ended) => ended === state);

/** States that a candidate is only moved to with words: they have to hear what happens next. */
const withWords: readonly ApplicationState[] = ["interview", "offer"];

type Answer = { to: ApplicationState; message: string; reasons: readonly Reason[] };

/** Throws `invalid` for an interview or an offer without words, and for a no without a reason. */
export function refuseWithoutWords({ to, message, reasons }: Answer) {
  if (withWords.includes(to) && message === "")
    throw new DomainError("invalid", "Write to the candidate what happens next.", "message");
  if (to !== "rejected") return;
  if (reasons.length === 0)
    throw new DomainError("invalid", "Choose at least one reason. The candidate will read it.", "reasons");
  if (reasons.some(({ kind, slug }) => kind === "plain" && slug === "other") && message === "")
    throw new DomainError("invalid", "Write your reason. The candidate will read it.", "message");
}

/** Throws `conflict` when the application is elsewhere by now, and `invalid` for a move that is not on the map. */
export function refuseStep(
  application: { state: ApplicationState },
  { from, to }: { from: ApplicationState; to: ApplicationState },
) {
  if (application.state !== from)
    throw new DomainError(
      "conflict",
      `This application was moved to “${companyWords[application.state]}” in the meantime. Check it again before you move it.`,
    );
  if (!moves[from].includes(to))
    throw new DomainError(
      "invalid",
      `An application cannot move from “${companyWords[from]}” to “${companyWords[to]}”.`,
      "to",
    );
}

/** Throws `conflict` once nobody may write any more: after a no and after a withdrawal. */
export function refuseMessage(application: { state: ApplicationState }) {
  if (!canWrite(application.state))
    throw new DomainError("conflict", "This application has ended, so no more messages can be sent.");
}

/** Whether candidate and company may write to each other. */
export const canWrite = (state: ApplicationState) => state !== "rejected" && state !== "withdrawn";

/** The fields of templates, and of words to several applicants. */
const messageFields = ["candidate", "posting", "company"] as const;
export type MessageFields = Record<(typeof messageFields)[number], string>;

const field = /\{\s*([a-z]+)\s*\}/gi;

/** The text with its fields filled in. Braces with other words stay as they are. */
export const fillFields = (text: string, values: MessageFields): string =>
  text.replace(field, (whole, name: string) => {
    const known = messageFields.find((one) => one === name.toLowerCase());
    return known === undefined ? whole : values[known];
  });

/** Words in braces that are not fields. */
export const unknownFieldsIn = (text: string): string[] =>
  [...text.matchAll(field)].flatMap(([, name = ""]) =>
    messageFields.some((one) => one === name.toLowerCase()) ? [] : [name],
  );

/** Throws `conflict` once the application is over: then there is nothing to withdraw. */
export function refuseToWithdraw(application: { state: ApplicationState }) {
  if (!isOpen(application.state)) throw new DomainError("conflict", "This application is already closed.");
}

/** A withdrawal can be undone for so many minutes; only then the company is told. */
export const undoMinutes = 10;

/** What an attached file is called when it is downloaded: its own name without what no name has, and the ending of what it is. */
export function resumeFileName(given: string, kind: ResumeFileKind): string {
  const [last = ""] = given.split(/[/\\]/).slice(-1);
  const stem = last
    .normalize("NFC")
    .replace(/\.[^.]*$/, "")
    .replace(/[^\p{L}\p{N} ._()-]+/gu, " ")
    .replace(/\s+/g, " ")
    .replace(/^[ .]+|[ .]+$/g, "")
    .slice(0, 80);
  return `${stem || "resume"}.${kind}`;
}

/** Until when a withdrawal can be undone. */
export const undoUntil = (withdrawnAt: Date) => daysAfter(withdrawnAt, undoMinutes / (24 * 60));

/** Throws `conflict` when the application is not withdrawn, or the ten minutes have passed. */
export function refuseToRestore(
  {
    state,
    withdrawnAt,
    withdrawalToldAt,
  }: { state: ApplicationState; withdrawnAt: Date | null; withdrawalToldAt: Date | null },
  now: Date,
) {
  if (state !== "withdrawn") throw new DomainError("conflict", "This application is not withdrawn.");
  if (!withdrawnAt || withdrawalToldAt || now >= undoUntil(withdrawnAt))
    throw new DomainError("conflict", `A withdrawal can be undone for ${undoMinutes} minutes.`);
}

/** When the promised answer is due. */
export const replyBy = (submittedAt: Date, replyDays: number) => daysAfter(submittedAt, replyDays);

/** So many days before an answer is due the company is reminded, first and again. */
export const remindDays = [3, 1] as const;

/** Whether members rate a line so differently that they should talk about it: the weakest and the strongest are two steps apart, or more. */
export function isDisputed(ratings: readonly LineRating[]): boolean {
  const steps = ratings.map((rating) => lineRatings.indexOf(rating));
  return Math.max(...steps) - Math.min(...steps) >= 2;
}
