import { formatList } from "@/lib/postings/words";
import type { ApplicationState, LineRating, lineKinds, PlainReason, reasonKinds } from "./lists";

/** Candidates' words for the states, on pages and in mails: as a mark, and behind "Your application". */
export const candidateWords: Record<ApplicationState, { word: string; is: string }> = {
  submitted: { word: "Submitted", is: "was sent" },
  screening: { word: "In review", is: "is being reviewed" },
  interview: { word: "Interview", is: "is in the interview stage" },
  offer: { word: "Offer", is: "has led to an offer" },
  hired: { word: "Hired", is: "was successful. Congratulations on your new role" },
  rejected: { word: "Not successful", is: "was not successful" },
  withdrawn: { word: "Withdrawn", is: "was withdrawn" },
};

/** The company's words for the states. */
export const companyWords: Record<ApplicationState, string> = {
  submitted: "Submitted",
  screening: "Screening",
  interview: "Interview",
  offer: "Offer",
  hired: "Hired",
  rejected: "Not successful",
  withdrawn: "Withdrawn",
};

/** How strongly an application shows a line, as members choose it and read it. */
export const ratingWords: Record<LineRating, string> = {
  none: "Not shown",
  partly: "Partly shown",
  shown: "Shown",
  strongly: "Strongly shown",
};

/** Plain reasons for a no: as the company chooses them, and as the candidate reads them. */
export const plainReasonWords: Record<PlainReason, { choice: string; told: string }> = {
  another_applicant: {
    choice: "Another applicant fits better",
    told: "The company chose another applicant.",
  },
  role_filled: { choice: "The role is filled", told: "The role is filled." },
  role_withdrawn: { choice: "The role is no longer offered", told: "The role is no longer offered." },
  pay: {
    choice: "The pay they want is too high",
    told: "The pay that you want is more than the role pays.",
  },
  place: {
    choice: "Place or time zone does not fit",
    told: "Your place or time zone does not fit the role.",
  },
  start: {
    choice: "The start or the hours do not fit",
    told: "When you can start, or the hours you can work, do not fit the role.",
  },
  language: { choice: "A language is missing", told: "The role needs a language that you do not state." },
  other: { choice: "Another reason, in my words", told: "The company gave a reason of its own." },
};

/** A reason for a no: a line of the match sheet, or a plain one. */
export type Reason = { kind: (typeof reasonKinds)[number]; slug: string };

/** A line of a match sheet by what it asks; `slug` is "" for experience and degree. */
export type SheetLine = { kind: (typeof lineKinds)[number]; slug: string };

/** The reasons for a no as the candidate reads them, a sentence each. `labels` are the names of skills and responsibilities by their slugs. */
export function reasonsInWords(reasons: readonly Reason[], labels: ReadonlyMap<string, string>): string[] {
  const named = reasons.flatMap((reason) => lineName(reason, labels) ?? []);
  const plain = reasons.flatMap(({ kind, slug }) =>
    kind === "plain" && slug in plainReasonWords ? [plainReasonWords[slug as PlainReason].told] : [],
  );
  return [
    ...(named.length > 0 ? [`What the company missed for this role: ${formatList(named)}.`] : []),
    ...plain,
  ];
}

/** What a reason names, for a list: "Kafka", "Degree", "Another applicant fits better". */
export const reasonName = (reason: Reason, labels: ReadonlyMap<string, string>): string =>
  lineName(reason, labels) ?? plainReasonWords[reason.slug as PlainReason]?.choice ?? reason.slug;

function lineName({ kind, slug }: Reason, labels: ReadonlyMap<string, string>): string | null {
  switch (kind) {
    case "experience":
      return "Years of experience";
    case "degree":
      return "Degree";
    case "plain":
      return null;
    default:
      return labels.get(slug) ?? slug;
  }
}
