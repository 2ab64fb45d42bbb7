import { z } from "zod";
import { line, paragraphs } from "@/lib/forms/fields";
import { gateNames } from "@/lib/matching/rules/gates";
import { arrivals, mostOptions, mostQuestions } from "@/lib/postings/lists";
import { mostFileBytes } from "@/lib/profiles/lists";
import {
  applicationStates,
  lineRatings,
  longestMessage,
  longestNote,
  longestRatingReason,
  longestTag,
  longestWords,
  mostLines,
  mostTags,
  plainReasons,
  reasonKinds,
} from "./lists";
import { unknownFieldsIn } from "./rules";
import type { Reason } from "./words";

/** Characters, or bytes, of a receipt. */
const longestReceipt = 1_000_000;

export const Apply = z.strictObject({
  postingId: z.uuid(),
  name: line(100).default(""),
  coverNote: paragraphs(5000).default(""),
  /** To the questions of the posting, in their order. */
  answers: z
    .array(
      z.strictObject({
        text: paragraphs(2000).optional(),
        chosen: z.array(z.string().max(300)).max(mostOptions).default([]),
      }),
    )
    .max(mostQuestions)
    .optional(),
  /** The questions that were shown, as `questionsKey` prints them. */
  questions: z.string().max(100).optional(),
  /** Which of our links led to the posting; an unknown word is none. */
  arrival: z.enum(arrivals).optional().catch(undefined),
});
export type Apply = z.output<typeof Apply>;

/** The form of the apply page: `autosave` is what a script sends while somebody types. */
export const ApplyForm = Apply.extend({
  slug: z.string().max(200),
  intent: z.enum(["submit", "preview", "save", "autosave", "detach"]).default("submit"),
  file: z
    .file("Choose a file.")
    .max(mostFileBytes, "This file is larger than 5 MB. Save it without pictures, or apply without a file.")
    .optional(),
});

/** The draft of an application, by its posting. */
export const OwnDraft = z.strictObject({ postingId: z.uuid() });
export type OwnDraft = z.output<typeof OwnDraft>;

export const OwnApplication = z.strictObject({ id: z.uuid() });
export type OwnApplication = z.output<typeof OwnApplication>;

export const WithdrawApplication = OwnApplication.extend({ reason: paragraphs(1000).default("") });
export type WithdrawApplication = z.output<typeof WithdrawApplication>;

/** A reason for a no as a form sends it: "skill:kafka", "degree:", "plain:role_filled". */
export const reasonKey = ({ kind, slug }: Reason) => `${kind}:${slug}`;

const SentReason = z
  .string()
  .max(120)
  .transform((key, context): Reason => {
    const [kind, slug] = key.split(":", 2);
    const known = reasonKinds.find((one) => one === kind);
    const isPlain = plainReasons.some((one) => one === slug);
    if (known === undefined || slug === undefined || (known === "plain" && !isPlain)) {
      context.addIssue({ code: "custom", message: "Choose reasons from the list." });
      return z.NEVER;
    }
    return { kind: known, slug };
  });

const reasons = z.array(SentReason).max(60).default([]);

export const MoveApplication = z.strictObject({
  id: z.uuid(),
  /** The state that the mover saw: a move from any other is refused, so that two members do not undo each other. */
  from: z.enum(applicationStates),
  to: z.enum(applicationStates, { error: "Choose the next state." }),
  message: paragraphs(longestWords).default(""),
  /** Why it is a no: each as `reasonKey` writes it. */
  reasons,
  /** Whether the posting is closed as filled with a hire; without meaning for any other move. */
  closePosting: z.boolean().default(false),
});
export type MoveApplication = z.output<typeof MoveApplication>;

/** How the list of a posting's applicants is asked for in its address. What cannot be read is left out. */
export const PipelineQuery = z.object({
  view: z.enum(["list", "columns"]).catch("list"),
  state: z.enum(["open", "ended", ...applicationStates]).catch("open"),
  sort: z.enum(["arrival", "match", "due"]).catch("arrival"),
  /** A line of the match sheet that is had in full, as `reasonKey` writes it. */
  line: z
    .string()
    .regex(/^(responsibility|skill|experience|degree):[a-z0-9.-]*$/)
    .max(120)
    .optional()
    .catch(undefined),
  /** A gate that does not fail; none of them where it is "all". */
  gate: z
    .enum(["all", ...gateNames])
    .optional()
    .catch(undefined),
  after: z.uuid().optional().catch(undefined),
});
export type PipelineQuery = z.output<typeof PipelineQuery>;

/** So many applicants are moved at once: those of one page. */
const mostTogether = 50;

export const MoveTogether = z.strictObject({
  postingId: z.uuid(),
  /** Each selected applicant with the state that the mover saw: "id submitted". */
  selected: z
    .array(
      z
        .string()
        .regex(/^[0-9a-f-]{36} [a-z]+$/, "Reload the page and select the applicants again.")
        .transform((pair) => pair.split(" ", 2))
        .pipe(z.tuple([z.uuid(), z.enum(applicationStates)]))
        .transform(([id, from]) => ({ id, from })),
      { error: "Select at least one applicant." },
    )
    .min(1, "Select at least one applicant.")
    .max(mostTogether, `Select at most ${mostTogether} applicants.`),
  to: z.enum(applicationStates, { error: "Choose the next state." }),
  reason: z.enum(plainReasons).optional(),
  message: paragraphs(longestWords).default(""),
  /** The view that it was sent from, to go back to. */
  view: z.enum(["list", "columns"]).default("list"),
});
export type MoveTogether = z.output<typeof MoveTogether>;

/** A receipt to be checked: as a file, or pasted. */
export const CheckReceipt = z
  .strictObject({
    file: z.file("Choose a file.").max(longestReceipt, "This file is too large for a receipt.").optional(),
    receipt: z.string().max(longestReceipt, "This text is too long for a receipt.").default(""),
  })
  .refine(({ file, receipt }) => file !== undefined || receipt.trim() !== "", {
    path: ["file"],
    message: "Choose a file, or paste the receipt below.",
  });
export type CheckReceipt = z.output<typeof CheckReceipt>;

export const SendMessage = z.strictObject({
  id: z.uuid(),
  text: paragraphs(longestMessage, "Write a message.").min(1, "Write a message."),
});
export type SendMessage = z.output<typeof SendMessage>;

export const WriteNote = z.strictObject({
  id: z.uuid(),
  text: paragraphs(longestNote, "Write a note.").min(1, "Write a note."),
  /** The members who are told by e-mail. */
  mentioned: z.array(z.uuid()).max(50).default([]),
});
export type WriteNote = z.output<typeof WriteNote>;

export const RateApplication = z
  .strictObject({
    id: z.uuid(),
    /** For the lines of the application's match sheet, in their order. */
    ratings: z.array(z.enum(lineRatings).optional()).max(mostLines).default([]),
    reasons: z.array(line(longestRatingReason).optional()).max(mostLines).default([]),
  })
  .superRefine(({ ratings, reasons }, context) => {
    for (const [at, reason] of reasons.entries())
      if (reason && !ratings[at])
        context.addIssue({
          code: "custom",
          path: ["ratings", at],
          message: "Choose a rating to go with this reason.",
        });
  });
export type RateApplication = z.output<typeof RateApplication>;

export const TagApplication = z.strictObject({
  id: z.uuid(),
  /** Separated by commas; the same in capitals is the same. */
  tags: line(500)
    .default("")
    .transform((text) => [
      ...new Set(
        text
          .split(",")
          .map((tag) => tag.trim().toLowerCase())
          .filter(Boolean),
      ),
    ])
    .pipe(
      z
        .array(z.string().max(longestTag, `A tag has at most ${longestTag} characters.`))
        .max(mostTags, `At most ${mostTags} tags.`),
    ),
});
export type TagApplication = z.output<typeof TagApplication>;

export const TemplateForm = z.strictObject({
  name: line(80, "Enter a name for the template.").min(1, "Enter a name for the template."),
  text: paragraphs(longestWords, "Enter the text of the template.")
    .min(1, "Enter the text of the template.")
    .superRefine((text, context) => {
      for (const field of unknownFieldsIn(text))
        context.addIssue({
          code: "custom",
          message: `{${field}} is not a field. You can use {candidate}, {posting} and {company}.`,
        });
    }),
});
export type TemplateForm = z.output<typeof TemplateForm>;
export const OneTemplate = z.strictObject({ id: z.uuid() });
export type OneTemplate = z.output<typeof OneTemplate>;
