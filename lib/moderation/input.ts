import { z } from "zod";
import { reasonFields } from "./reason-fields";

/** Since when what the admin sees waits: another version that was submitted meanwhile is not decided about. */
const seen = z.iso.datetime().optional();

export const ApprovePosting = z.strictObject({ id: z.uuid(), seen });
export type ApprovePosting = z.output<typeof ApprovePosting>;

const Reason = z.strictObject({
  field: z.enum(reasonFields).optional(),
  message: z.string().trim().max(500, "At most 500 characters.").optional(),
});

export const SendPostingBack = z
  .strictObject({ id: z.uuid(), seen, reasons: z.array(Reason).max(20).default([]) })
  .transform((input, context) => {
    const reasons = input.reasons.flatMap(({ field, message }, i) => {
      if (message && !field)
        context.addIssue({
          code: "custom",
          path: ["reasons", i, "field"],
          message: "Choose the field that this reason is about.",
        });
      if (field && !message)
        context.addIssue({
          code: "custom",
          path: ["reasons", i, "message"],
          message: "Enter what needs to change.",
        });
      return field && message ? [{ field, message }] : [];
    });
    if (reasons.length === 0)
      context.addIssue({
        code: "custom",
        path: ["reasons", 0, "message"],
        message: "Enter at least one reason, so that the writer knows what to change.",
      });
    return { ...input, reasons };
  });
export type SendPostingBack = z.output<typeof SendPostingBack>;

export const RemovePosting = z.strictObject({
  id: z.uuid(),
  reason: z
    .string({ error: "Enter a reason. It will be public." })
    .trim()
    .min(10, "Enter a reason of at least 10 characters. It will be public.")
    .max(500, "At most 500 characters."),
});
export type RemovePosting = z.output<typeof RemovePosting>;
