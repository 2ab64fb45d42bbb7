import { z } from "zod";

const token = z.string().max(300);
const relevant = z.enum(["yes", "no"], { error: "Choose yes or no." });

/** From the page behind a mail's link: the token identifies the reader. */
export const StopByToken = z.strictObject({ token });
export type StopByToken = z.output<typeof StopByToken>;
export const AnswerByToken = z.strictObject({ token, relevant });

/** From the page of what was sent, by its reader. */
export const AnswerAlert = z.strictObject({ postingId: z.uuid(), relevant });
export type AnswerAlert = z.output<typeof AnswerAlert>;
