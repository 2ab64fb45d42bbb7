import { z } from "zod";
import { eventTypes } from "@/lib/events/input";
import { line, paragraphs } from "@/lib/forms/fields";
import { slugShape } from "@/lib/slug";
import { skillCategories } from "@/lib/taxonomy/input";
import {
  appealOutcomes,
  longestAppeal,
  reasonField,
  reasonFields,
  removalReason,
  removalReasons,
} from "./lists";

/** Since when what the admin sees waits: another version that was submitted meanwhile is not decided about. */
export const seen = z.iso.datetime().optional();

/** Where a list of the desk goes on, as its addresses have it; undefined for anything else. */
export function readPlace(text: unknown): { since: Date; id: string } | undefined {
  const [since, id] = typeof text === "string" ? text.split("_") : [];
  const place = z.object({ since: z.iso.datetime(), id: z.uuid() }).safeParse({ since, id });
  return place.success ? { since: new Date(place.data.since), id: place.data.id } : undefined;
}

/** The same the other way round. */
export const placeInAddress = ({ since, id }: { since: Date; id: string }) => `${since.toISOString()}_${id}`;

export const OneReview = z.strictObject({ kind: z.enum(["posting", "company"]), id: z.uuid() });
export type OneReview = z.output<typeof OneReview>;

/** Behind which place of the queue the next is looked for; from the start without one. */
export const ReviewNext = z.strictObject({ after: z.string().max(100).optional().transform(readPlace) });
export type ReviewNext = z.output<typeof ReviewNext>;

export const ApprovePosting = z.strictObject({ id: z.uuid(), seen });
export type ApprovePosting = z.output<typeof ApprovePosting>;

/** One of the reasons that can be picked: its field and its number there, as "title.0". */
const Picked = z
  .string()
  .max(40)
  .optional()
  .transform((text) => {
    const [name, number] = text?.split(".") ?? [];
    const field = reasonFields.find((one) => one === name);
    const message = field && reasonField(field).canned[Number(number)];
    return field && message ? { field, message } : undefined;
  });

const Reason = z
  .strictObject({
    picked: Picked,
    field: z.enum(reasonFields).optional(),
    message: paragraphs(500).optional(),
  })
  // What is typed comes before what is picked: with a script, picking fills in both fields.
  .transform(({ picked, field, message }) => ({
    field: field ?? picked?.field,
    message: message || picked?.message,
  }));

export const SendPostingBack = z
  .strictObject({ id: z.uuid(), seen, reasons: z.array(Reason).max(20).default([]) })
  .transform((input, context) => {
    const fault = (i: number, part: string, message: string) =>
      context.addIssue({ code: "custom", path: ["reasons", i, part], message });
    const reasons = input.reasons.flatMap(({ field, message }, i) => {
      if (message && !field) fault(i, "field", "Choose the field that this reason is about.");
      if (field && !message) fault(i, "message", "Enter what needs to change.");
      return field && message ? [{ field, message }] : [];
    });
    const isEmpty = input.reasons.every(({ field, message }) => !field && !message);
    if (isEmpty) fault(0, "message", "Enter at least one reason, so that the writer knows what to change.");
    return { ...input, reasons };
  });
export type SendPostingBack = z.output<typeof SendPostingBack>;

/** A reason in an admin's words, of at least ten characters; `whose` says who reads it. */
const reason = (whose: string) =>
  paragraphs(500, `Enter a reason. ${whose}`).min(10, `Enter a reason of at least 10 characters. ${whose}`);

export const FreezePosting = z.strictObject({ id: z.uuid(), reason: reason("The company reads it.") });
export type FreezePosting = z.output<typeof FreezePosting>;

export const ClearPosting = z.strictObject({ id: z.uuid() });
export type ClearPosting = z.output<typeof ClearPosting>;

export const RemovePosting = z
  .strictObject({
    id: z.uuid(),
    about: z.enum(removalReasons, "Choose why you remove it."),
    /** The usual words of what it is about, where nothing else is entered. */
    reason: z.string().trim().max(500, "At most 500 characters.").optional(),
  })
  .transform(({ id, about, reason: typed }, context) => {
    const words = typed || removalReason(about).canned;
    if (words.length < 10)
      context.addIssue({
        code: "custom",
        path: ["reason"],
        message: "Enter a reason of at least 10 characters. It will be public.",
      });
    return { id, about, reason: words };
  });
export type RemovePosting = z.output<typeof RemovePosting>;

export const DiscardImports = z.strictObject({
  ids: z
    .array(z.uuid(), "Select the postings to discard.")
    .min(1, "Select the postings to discard.")
    .max(100)
    .transform((ids) => [...new Set(ids)]),
});
export type DiscardImports = z.output<typeof DiscardImports>;

/** A company's objection to the newest decision that hides a posting. */
export const AppealDecision = z.strictObject({
  id: z.uuid(),
  words: paragraphs(longestAppeal, "Say why the decision is wrong.").min(1, "Say why the decision is wrong."),
});
export type AppealDecision = z.output<typeof AppealDecision>;

export const DecideAppeal = z.strictObject({
  id: z.uuid(),
  outcome: z.enum(appealOutcomes, "Choose what you decide."),
  reasons: paragraphs(longestAppeal, "Enter the reasons. The company reads them.").min(
    10,
    "Enter reasons of at least 10 characters. The company reads them.",
  ),
});
export type DecideAppeal = z.output<typeof DecideAppeal>;

/** What the audit can be searched by. `who` is an e-mail address; `id` is that of a posting, an application, a company or a person. */
export const AuditSearch = z.object({
  who: z.string().trim().toLowerCase().max(254).pipe(z.email("Enter an e-mail address.")).optional(),
  what: z.enum(eventTypes, "Choose what happened.").optional(),
  id: z.string().trim().toLowerCase().pipe(z.uuid("Enter a whole id.")).optional(),
  day: z.iso.date("Enter a day, such as 2027-03-01.").optional(),
  before: z.coerce.number().int().positive().optional(),
});
export type AuditSearch = z.output<typeof AuditSearch>;

/** Characters of a name of a skill. */
const longestName = 60;
const name = (missing: string) => line(longestName, missing).min(1, missing);
const everyday = z.boolean().default(false);
const named = (what: string) =>
  z
    .string()
    .max(1000, "At most 1,000 characters.")
    .default("")
    .transform((text) => [...new Set(text.split(/[,;\n]/).map((name) => name.trim()))].filter(Boolean))
    .pipe(z.array(z.string().max(longestName)).max(20, `List at most 20 ${what}.`));

/** A skill as an admin adds it. What it implies and is related to are named as people type them. */
export const AddSkill = z.strictObject({
  label: name("Enter the skill's name."),
  slug: z
    .string({ error: "Enter the end of its address, such as apache-kafka." })
    .trim()
    .max(60, "At most 60 characters.")
    .regex(slugShape, "Use small letters, digits and single hyphens, such as apache-kafka."),
  category: z.enum(skillCategories, "Choose a category."),
  aliases: named("names"),
  implies: named("skills"),
  related: named("skills"),
  everyday,
});
export type AddSkill = z.output<typeof AddSkill>;

/** A name and the skill that it shall lead to, as people type it. */
export const AddAlias = z.strictObject({
  name: name("Enter the other name."),
  skill: name("Enter the skill."),
  everyday,
});
export type AddAlias = z.output<typeof AddAlias>;

export const OneName = z.strictObject({ name: name("Enter the name.") });
export type OneName = z.output<typeof OneName>;

const slug = z.string().max(60).regex(slugShape);

export const OneAlias = z.strictObject({ slug, name: name("Enter the name.") });
export type OneAlias = z.output<typeof OneAlias>;

export const OneSkill = z.strictObject({ slug });
export type OneSkill = z.output<typeof OneSkill>;

export const MergeSkills = z.strictObject({ slug, into: name("Enter the other skill.") });
export type MergeSkills = z.output<typeof MergeSkills>;
