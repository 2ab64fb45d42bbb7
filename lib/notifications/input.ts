import { z } from "zod";
import { type MailKind, mailKinds, mailTimes } from "./lists";

const token = z.string().max(300);
const relevant = z.enum(["yes", "no"], { error: "Choose yes or no." });

/** From the page behind a mail's link: the token identifies the reader. */
export const StopByToken = z.strictObject({ token });
export type StopByToken = z.output<typeof StopByToken>;
export const AnswerByToken = z.strictObject({ token, relevant });

/** When mails of each kind come. */
export const ChooseMails = z
  .strictObject(
    Object.fromEntries(mailKinds.map((kind) => [kind, z.enum(mailTimes)])) as Record<
      MailKind,
      z.ZodEnum<{ now: "now"; daily: "daily"; never: "never" }>
    >,
  )
  .partial();
export type ChooseMails = z.output<typeof ChooseMails>;

/** All notifications up to the newest that the page showed. */
export const ReadNotifications = z.strictObject({ upTo: z.coerce.number().int().min(0) });
export type ReadNotifications = z.output<typeof ReadNotifications>;

/** From the page of what was sent, by its reader. */
export const AnswerAlert = z.strictObject({ postingId: z.uuid(), relevant });
export type AnswerAlert = z.output<typeof AnswerAlert>;
