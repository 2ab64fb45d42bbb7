import { z } from "zod";
import { line, paragraphs } from "@/lib/forms/fields";
import { isTimeZone } from "@/lib/taxonomy/time-zones";
import { readWebAddress } from "@/lib/web-address";
import { longest, mostTimes, shortest } from "./lists";
import { instantIn } from "./zones";

const zone = line(60).refine(isTimeZone, "Choose a time zone like Europe/Berlin.");

/** Times on the clock of the form's zone; empty fields are none. */
const times = z.array(z.string().trim().max(20).default("")).max(mostTimes).default([]);

type Typed = { zone: string; times: string[] };

/** The instants of the times that were typed, in order. Says at each field what is wrong with it. */
function readTimes({ zone, times }: Typed, refuse: (field: string, message: string) => void): Date[] {
  const read: Date[] = [];
  for (const [i, local] of times.entries()) {
    if (local === "") continue;
    const at = instantIn(local, zone);
    if (!at) refuse(`times[${i}]`, "This is no time on the clocks of this zone. Enter a date and a time.");
    else if (read.some((other) => other.getTime() === at.getTime()))
      refuse(`times[${i}]`, "You entered this time twice.");
    else read.push(at);
  }
  if (times.every((local) => local === "")) refuse("times[0]", "Enter at least one time.");
  return read.sort((a, b) => a.getTime() - b.getTime());
}

const link = line(500)
  .default("")
  .transform((text, context) => {
    if (text === "") return "";
    const read = readWebAddress(text);
    if ("address" in read && read.address.startsWith("https://")) return read.address;
    const message = "fault" in read ? read.fault : "Enter an address that begins with https://.";
    context.addIssue({ code: "custom", message });
    return z.NEVER;
  });

export const ProposeInterview = z
  .strictObject({
    applicationId: z.uuid(),
    /** The interview that is changed; a new one without. */
    id: z.uuid().optional(),
    /** The version of it that was shown. */
    sequence: z.coerce.number().int().min(0).optional(),
    times,
    zone,
    minutes: z.coerce
      .number("Enter a number of minutes.")
      .int("Enter a whole number of minutes.")
      .min(shortest, `At least ${shortest} minutes.`)
      .max(longest, `At most ${longest} minutes.`),
    place: line(200).default(""),
    link,
    words: paragraphs(2000).default(""),
  })
  .transform((form, context) => {
    const refuse = (field: string, message: string) =>
      context.addIssue({ code: "custom", path: [field], message });
    if (form.place === "" && form.link === "") refuse("place", "Enter a place, or a link below.");
    return { ...form, times: readTimes(form, refuse) };
  });
export type ProposeInterview = z.output<typeof ProposeInterview>;

/** An interview in the version that was shown to who answers it. */
const seen = { id: z.uuid(), sequence: z.coerce.number().int().min(0) };
const one = z.iso.datetime({ error: "Choose one of the times." });

/** The candidate's answer. */
export const AnswerInterview = z
  .strictObject({
    ...seen,
    answer: z.enum(["accept", "decline", "other"]),
    /** The one that suits, of those that were proposed. */
    time: one.optional(),
    times,
    zone: zone.default("UTC"),
    words: paragraphs(1000).default(""),
  })
  .transform((form, context) => {
    const refuse = (field: string, message: string) =>
      context.addIssue({ code: "custom", path: [field], message });
    if (form.answer === "accept" && form.time === undefined) refuse("time", "Choose one of the times.");
    return { ...form, times: form.answer === "other" ? readTimes(form, refuse) : [] };
  });
export type AnswerInterview = z.output<typeof AnswerInterview>;

/** The company's yes to one of the times that the candidate proposed. */
export const AcceptOther = z.strictObject({ ...seen, time: one });
export type AcceptOther = z.output<typeof AcceptOther>;

export const CancelInterview = z.strictObject({ ...seen, words: paragraphs(1000).default("") });
export type CancelInterview = z.output<typeof CancelInterview>;
