import { z } from "zod";

/** A posting to hide, or to show again; `back` is the page that the button stands on. */
export const HidePosting = z.strictObject({ postingId: z.uuid(), back: z.string().max(6000).optional() });
export type HidePosting = z.output<typeof HidePosting>;
