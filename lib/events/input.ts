import { z } from "zod";
import { applicationStates } from "@/lib/applications/lists";
import { identityParts, verifications } from "@/lib/companies/lists";
import { closeReasons } from "@/lib/postings/lists";
import { resumeSources } from "@/lib/profiles/lists";
import { frequencies } from "@/lib/saved/lists";
import { periods } from "@/lib/taxonomy/terms";

const id = z.uuid();
const count = z.int().min(0);

/** What an event can be about. */
const company = { companyId: id };
const posting = { ...company, postingId: id };
const application = { ...posting, applicationId: id };

const search = z.object({ savedSearchId: id });
const invitation = z.object({ invitationId: id });
const move = z.object({ from: z.enum(applicationStates), to: z.enum(applicationStates), moveId: count });
/** Amounts in units of the currency. */
const payChange = z.object({
  fromMin: z.number(),
  fromMax: z.number(),
  fromCurrency: z.string(),
  fromPeriod: z.enum(periods),
  toMin: z.number(),
  toMax: z.number(),
  toCurrency: z.string(),
  toPeriod: z.enum(periods),
});

const pay = z.object({ min: z.number(), max: z.number(), currency: z.string(), period: z.enum(periods) });
const slugs = z.array(z.string()).max(100);
/** A change of pay (in units of the currencies), requirements and place: tags by their slugs, and whether the rest changed. */
const revision = z.object({
  pay: z.object({ from: pay, to: pay }).nullable(),
  added: slugs,
  removed: slugs,
  changed: slugs,
  experience: z.boolean(),
  degree: z.boolean(),
  place: z.boolean(),
  employment: z.boolean(),
});
/** What a company changes of a live posting without a review. */
const parts = z.array(z.enum(["text", "reality", "promise"])).max(3);

/** An event of one type: what it is about and its data. Without an actor the system itself did it. */
const event = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
  z.object({ type: z.literal(type), actorId: id.nullable(), ...shape });

/**
 * Everything that can happen, each type with what it is about and its data. Data is ids, codes and figures only: the rest is loaded by
 * those who read the event.
 */
export const Event = z.discriminatedUnion("type", [
  event("user.signed_in", {}),
  event("user.signed_out", {}),
  event("user.granted_admin", { data: z.object({ userId: id }) }),
  event("rates.replaced", { data: z.object({ asOf: z.string(), currencies: count }) }),
  event("company.created", company),
  event("company.edited", company),
  event("company.badge_lost", {
    ...company,
    data: z.object({ by: z.enum(identityParts), was: z.enum(verifications).nullable() }),
  }),
  event("profile.edited", {}),
  event("profile.visibility_changed", {}),
  event("profile.opened", { ...posting, data: z.object({ viewId: count }) }),
  event("resume.read", { data: z.object({ source: z.enum(resumeSources) }) }),
  event("resume.imported", {}),
  event("resume.discarded", {}),
  event("posting.drafted", posting),
  event("posting.edited", posting),
  event("posting.imported", posting),
  event("posting.deleted", posting),
  event("posting.submitted", posting),
  event("posting.taken_back", posting),
  event("posting.sent_back", posting),
  // Approved, but for a later time: `posting.published` follows when it comes.
  event("posting.approved", posting),
  // Without a time where it is as soon as it is approved.
  event("posting.scheduled", { ...posting, data: z.object({ publishAt: z.iso.datetime().nullable() }) }),
  event("posting.published", posting),
  event("posting.paused", posting),
  event("posting.resumed", posting),
  // By an import: without data where the pay stays as it was. By its company: which parts.
  event("posting.changed", { ...posting, data: z.union([payChange, z.object({ parts }), z.object({})]) }),
  event("posting.revision_submitted", posting),
  event("posting.revision_withdrawn", posting),
  event("posting.revision_sent_back", posting),
  event("posting.revised", { ...posting, data: revision }),
  event("posting.reconfirmed", posting),
  event("posting.extended", { ...posting, data: z.object({ until: z.iso.datetime() }) }),
  // Time for the company to confirm that it is open, and the reminder before its end.
  event("posting.unconfirmed", posting),
  event("posting.ending", posting),
  event("posting.closed", { ...posting, data: z.object({ reason: z.enum(closeReasons) }) }),
  event("posting.reopened", posting),
  event("posting.expired", posting),
  event("posting.removed", posting),
  event("posting.frozen", posting),
  event("posting.hidden", { postingId: id }),
  event("posting.shown", { postingId: id }),
  event("posting.saved", { postingId: id }),
  event("posting.unsaved", { postingId: id }),
  event("posting.noted", { postingId: id }),
  // For the one who saved it, who is told by mail.
  event("posting.closing", { postingId: id, data: z.object({ userId: id }) }),
  event("reminders.stopped", {}),
  event("reminders.resumed", {}),
  event("application.submitted", application),
  event("application.moved", { ...application, data: move }),
  event("application.seen", application),
  // For its candidate, who is told by mail: the posting's pay, requirements or place changed.
  event("application.posting_revised", { ...application, data: revision }),
  event("application.withdrawn", { ...application, data: move }),
  event("invitation.sent", { ...posting, data: invitation }),
  event("invitation.declined", { ...posting, data: invitation }),
  event("search.saved", { data: search }),
  event("search.changed", { data: search.extend({ frequency: z.enum(frequencies) }) }),
  event("search.deleted", { data: search }),
  event("search.seen", { data: search }),
  event("search.alerts_stopped", { data: search }),
  event("alert.sent", { data: search.extend({ told: count, total: count }) }),
  event("alert.answered", { postingId: id, data: z.object({ relevant: z.enum(["yes", "no"]) }) }),
]);

/** An event, or one of some types, as a command records it. */
export type NewEvent<Type extends EventType = EventType> = Extract<z.output<typeof Event>, { type: Type }>;
export type EventType = z.output<typeof Event>["type"];

/** An event as it is read back. */
export type RecordedEvent<Type extends EventType = EventType> = NewEvent<Type> & { id: number; at: Date };

/** The changes of a posting that are public. */
export const publicTypes = [
  "posting.published",
  "posting.paused",
  "posting.resumed",
  "posting.changed",
  "posting.revised",
  "posting.reconfirmed",
  "posting.extended",
  "posting.closed",
  "posting.reopened",
  "posting.expired",
  "posting.removed",
] as const satisfies EventType[];
export type PublicType = (typeof publicTypes)[number];

/** The types that somebody gets a mail about: `lib/notifications/mails.ts` writes one for each of them. */
export const mailedTypes = [
  "application.submitted",
  "application.moved",
  "application.withdrawn",
  "application.posting_revised",
  "invitation.sent",
  "posting.approved",
  "posting.published",
  "posting.sent_back",
  "posting.revision_sent_back",
  "posting.revised",
  "posting.removed",
  "posting.unconfirmed",
  "posting.ending",
  "posting.expired",
  "posting.closing",
  "company.badge_lost",
] as const satisfies EventType[];
export type MailedType = (typeof mailedTypes)[number];
