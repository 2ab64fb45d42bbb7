import { z } from "zod";
import { paragraphs } from "@/lib/forms/fields";
import { reportReasons } from "./lists";

export const ReportPosting = z
  .strictObject({
    postingId: z.uuid(),
    slug: z.string().regex(/^[a-z0-9-]{1,200}$/),
    reason: z.enum(reportReasons, { error: "Choose what is wrong." }),
    words: paragraphs(1000).optional(),
    /** Hidden from people: what fills it in is a robot. */
    website: z.string().max(500).optional(),
  })
  .superRefine(({ reason, words }, context) => {
    if (reason === "other" && !words)
      context.addIssue({ code: "custom", path: ["words"], message: "Describe what is wrong." });
  });
export type ReportPosting = z.output<typeof ReportPosting>;
