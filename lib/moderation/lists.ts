/*
 * What a decision can be about, and the reasons that admins give most often: each can be picked, and then edited. The texts are read by the
 * company, so they say what to do. A field has the name that it has in the form of a posting.
 */

const fields = {
  title: {
    label: "Title",
    canned: [
      "Name one role. Post each role as a posting of its own.",
      "Remove the pay, the place and slogans from the title. They have fields of their own.",
    ],
  },
  description: {
    label: "Description",
    canned: [
      "Describe what the person would work on, in a few sentences of your own.",
      "Remove the e-mail addresses, telephone numbers and links for applying. Candidates apply here.",
      "Write the description in English.",
    ],
  },
  salary: {
    label: "Pay",
    canned: [
      "Check the amount, the currency and the period. The pay is far from what is usual.",
      "Enter the base pay that you really offer. This range is too wide to tell candidates anything.",
    ],
  },
  workplace: {
    label: "Workplace",
    canned: ["The description and the workplace say different things. Make them agree."],
  },
  hiringCountries: {
    label: "Countries where you can hire",
    canned: ["Name only the countries where you can really hire somebody."],
  },
  places: {
    label: "Places",
    canned: ["Name the city and the country of the office that people would work in."],
  },
  employment: {
    label: "Employment",
    canned: ["The description and the kind of employment say different things. Make them agree."],
  },
  skills: {
    label: "Skills",
    canned: [
      "Mark as must-haves only those skills that you would really turn somebody down for.",
      "Remove the skills that the description does not ask for.",
    ],
  },
  responsibilities: {
    label: "Responsibilities",
    canned: ["Select the responsibilities that the description asks for, and no others."],
  },
  degree: {
    label: "Degree",
    canned: ["Say whether equal experience will do instead of the degree."],
  },
  experience: {
    label: "Experience",
    canned: ["The title and the years of experience do not fit together. Check both."],
  },
  reality: {
    label: "Reality card",
    canned: ["The description and the reality card say different things. Make them agree."],
  },
  questions: {
    label: "Questions for applicants",
    canned: ["Remove the question about something that may not be asked before hiring."],
  },
  company: {
    label: "Company",
    canned: [
      "Verify your company first, so that candidates know who they write to.",
      "Complete your company’s page: what you build, and your website.",
      "The name is that of another company. Use your own name, or verify that you are this company.",
    ],
  },
  other: { label: "Anything else", canned: [] },
} as const satisfies Record<string, { label: string; canned: readonly string[] }>;

const removals = {
  scam: { label: "Fraud", canned: "This posting is not a real offer of work." },
  payment: { label: "Asks candidates to pay", canned: "This posting asks candidates to pay." },
  not_open: { label: "Not open any more", canned: "This role is not open any more." },
  misleading: {
    label: "Misleading",
    canned: "What this posting says about pay, place or work is not what candidates are offered.",
  },
  discriminating: {
    label: "Discriminates",
    canned: "This posting leaves people out for a reason that has nothing to do with the work.",
  },
  not_a_job: { label: "Not a backend role", canned: "This is not a posting for a backend role." },
  duplicate: { label: "Duplicate", canned: "The same role is posted here already." },
  incomplete: {
    label: "Incomplete import",
    canned: "This posting was imported without what every posting here must state.",
  },
  other: { label: "Another reason", canned: "" },
} as const satisfies Record<string, { label: string; canned: string }>;

/** The fields that a reason for sending back can be about. */
export const reasonFields = Object.keys(fields) as (keyof typeof fields)[];
export type ReasonField = (typeof reasonFields)[number];

/** Why a posting can be removed. */
export const removalReasons = Object.keys(removals) as (keyof typeof removals)[];
export type RemovalReason = (typeof removalReasons)[number];

/** What a field is called, and the reasons about it that can be picked. */
export const reasonField = (field: ReasonField): { label: string; canned: readonly string[] } =>
  fields[field];

/** Whether a text is one of them. */
export const isRemovalReason = (text: string): text is RemovalReason => Object.hasOwn(removals, text);

/** What a reason for removal is called, and its usual words; "" where it has none. */
export const removalReason = (reason: RemovalReason): { label: string; canned: string } => removals[reason];

/** A reason as a decision holds it: what it is about, and its words. */
export type DecisionReason = { field: string; message: string };

const labels: Record<string, { label: string }> = { ...removals, ...fields };

/** What a reason is about, in words; null where it is about nothing in particular. */
export const reasonLabel = (field: string): string | null =>
  field === "other" ? null : (labels[field]?.label ?? field);

/** "Pay: Check the amount." */
export function reasonInWords({ field, message }: DecisionReason): string {
  const label = reasonLabel(field);
  return label ? `${label}: ${message}` : message;
}

/** What an admin can decide about a posting, in words: of the decision, and of what the admin did. */
export const decisionKinds = ["approve", "send_back", "remove", "freeze", "unfreeze"] as const;
export type DecisionKind = (typeof decisionKinds)[number];
export const decisionWords: Record<DecisionKind, { title: string; done: string }> = {
  approve: { title: "Approved", done: "approved it" },
  send_back: { title: "Sent back", done: "sent it back" },
  remove: { title: "Removed", done: "removed it" },
  freeze: { title: "Frozen", done: "froze it" },
  unfreeze: { title: "Unfrozen", done: "unfroze it" },
};

/** "an admin sent it back on 2026-11-29 at 21:40 UTC". */
export const decidedInWords = ({ kind, at }: { kind: DecisionKind; at: Date }) =>
  `an admin ${decisionWords[kind].done} on ${at.toISOString().slice(0, 10)} at ${at.toISOString().slice(11, 16)} UTC`;

/** What an appeal can be against. */
export const appealedKinds = ["remove", "freeze"] as const satisfies DecisionKind[];
export type AppealedKind = (typeof appealedKinds)[number];

/**
 * Where an appeal stands: open; the decision was upheld, or reversed, by another admin; or there is nothing to decide any more, since the
 * posting was frozen and is no longer, or was removed after that.
 */
export const appealStates = ["open", "upheld", "reversed", "settled"] as const;
export type AppealState = (typeof appealStates)[number];
/** What an admin can decide about it. */
export const appealOutcomes = ["upheld", "reversed"] as const satisfies AppealState[];

/** Days after a decision in which it can be appealed. */
export const appealDays = 30;
export const longestAppeal = 2_000;

/** How long a review is one admin's, in minutes. */
export const claimMinutes = 20;

/** So many of each kind that waits for an admin are counted; of more it is enough to know that there are more. */
export const mostWaiting = 999;
