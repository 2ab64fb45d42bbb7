import { z } from "zod";
import { line, paragraphs } from "@/lib/forms/fields";
import { frequencies, longestNote } from "./lists";

const name = line(120, "Enter a name.");
const frequency = z.enum(frequencies, { error: "Choose how often." });
const minMatch = z
  .number({ error: "Enter a whole number from 0 to 100." })
  .int("Enter a whole number from 0 to 100.")
  .min(0, "Enter a whole number from 0 to 100.")
  .max(100, "Enter a whole number from 0 to 100.")
  .optional();
/** The page that the button stands on, to come back to. */
const back = z.string().max(6000).optional();

/** A search to save: `criteria` as in its address. Without a name it gets one made of its filters. */
export const SaveSearch = z.strictObject({
  criteria: z.string({ error: "There is no search to save." }).max(6000, "This search is too long to save."),
  name: name.optional(),
  frequency: frequency.default("daily"),
  minMatch,
  back,
});
export type SaveSearch = z.input<typeof SaveSearch>;

export const ChangeSearch = z.strictObject({ id: z.uuid(), name, frequency, minMatch });
export type ChangeSearch = z.output<typeof ChangeSearch>;

export const OwnSearch = z.strictObject({ id: z.uuid(), back });
export type OwnSearch = z.output<typeof OwnSearch>;

const postingId = z.uuid().optional();

/**
 * What a reader does with a posting for themselves: a form has a button for each posting and deed, named as the deed, with the posting's id.
 * `undo` asks for the way back in the place of a posting that was hidden.
 */
export const MarkPosting = z
  .strictObject({
    save: postingId,
    remove: postingId,
    hide: postingId,
    show: postingId,
    back,
    undo: z.literal("1").optional(),
  })
  .transform(({ save, remove, hide, show, ...page }, context) => {
    const [mark, ...others] = Object.entries({ save, remove, hide, show }).flatMap(([deed, id]) =>
      id ? [{ deed: deed as MarkDeed, postingId: id }] : [],
    );
    if (mark && others.length === 0) return { ...mark, ...page };
    context.addIssue({ code: "custom", message: "Press the button of one posting." });
    return z.NEVER;
  });
export type MarkDeed = "save" | "remove" | "hide" | "show";

/** The note on a saved posting; an empty one is none. */
export const NotePosting = z.strictObject({
  postingId: z.uuid(),
  note: paragraphs(longestNote).default(""),
});
export type NotePosting = z.output<typeof NotePosting>;
