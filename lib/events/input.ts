import { z } from "zod";
import { applicationStates, fileStates } from "@/lib/applications/lists";
import { providerIds, trappedForms } from "@/lib/auth/lists";
import { identityParts, memberRoles, verifications } from "@/lib/companies/lists";
import { reminders } from "@/lib/interviews/lists";
import { appealOutcomes } from "@/lib/moderation/lists";
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

const skill = z.object({ skillId: count, slug: z.string().max(60) });
const skillName = z.string().max(80);
const service = z.object({ provider: z.enum(providerIds), userId: id });
const passkey = z.object({ passkeyId: id, userId: id });
const search = z.object({ savedSearchId: id });
const invitation = z.object({ invitationId: id });
const membership = z.object({ userId: id, role: z.enum(memberRoles) });
const move = z.object({ from: z.enum(applicationStates), to: z.enum(applicationStates), moveId: count });
const moment = z.iso.datetime();
const interview = z.object({ interviewId: id, sequence: count });
const webhook = z.object({ webhookId: id });
const template = z.object({ templateId: id });
const answers = z.object({ applicationIds: z.array(id).max(20), total: count });
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
  event("user.sessions_ended", { data: z.object({ sessions: count }) }),
  event("user.data_exported", {}),
  event("user.deletion_asked", {}),
  event("user.account_kept", {}),
  event("user.deletion_stopped", {}),
  event("user.deleted", {}),
  event("user.granted_admin", { data: z.object({ userId: id }) }),
  event("user.revoked_admin", { data: z.object({ userId: id }) }),
  event("user.suspended", { data: z.object({ userId: id }) }),
  event("user.unsuspended", { data: z.object({ userId: id }) }),
  event("user.address_asked", {}),
  event("user.address_changed", {}),
  // By who has the old address.
  event("user.address_restored", { data: z.object({ userId: id }) }),
  // A form for everyone had its hidden field filled in, and did nothing.
  event("robot.refused", { data: z.object({ form: z.enum(trappedForms) }) }),
  event("service.linked", { data: service }),
  event("service.unlinked", { data: service }),
  event("passkey.added", { data: passkey }),
  event("passkey.renamed", { data: passkey }),
  event("passkey.removed", { data: passkey }),
  // It counted backwards: somebody may have copied it. Nobody was signed in.
  event("passkey.refused", { data: passkey }),
  event("rates.replaced", { data: z.object({ asOf: z.string(), currencies: count }) }),
  // Of the taxonomy, by an admin.
  event("skill.added", { data: skill }),
  event("skill.retired", { data: skill }),
  event("skill.restored", { data: skill }),
  event("skill.merged", { data: skill.extend({ from: z.string().max(60), postings: count }) }),
  event("skill.alias_added", { data: skill.extend({ name: skillName }) }),
  event("skill.alias_removed", { data: skill.extend({ name: skillName }) }),
  event("skill.name_ignored", { data: z.object({ name: skillName }) }),
  event("company.created", company),
  event("company.claimed", company),
  event("company.edited", company),
  event("company.badge_lost", {
    ...company,
    data: z.object({ by: z.enum(identityParts), was: z.enum(verifications).nullable() }),
  }),
  event("company.logo_saved", company),
  event("company.logo_removed", company),
  event("company.verified", { ...company, data: z.object({ by: z.enum(verifications) }) }),
  event("company.closed", company),
  // By an admin, of another company into this one.
  event("company.merged", { ...company, data: z.object({ fromId: id }) }),
  // By an admin, of a change of its name, words or logo.
  event("company.change_claimed", company),
  event("company.change_approved", company),
  event("company.change_sent_back", company),
  event("company.change_taken_down", company),
  // By an admin.
  event("company.suspended", company),
  event("company.unsuspended", company),
  event("key.created", { ...company, data: z.object({ keyId: id }) }),
  event("key.revoked", { ...company, data: z.object({ keyId: id }) }),
  event("webhook.created", { ...company, data: webhook }),
  event("webhook.edited", { ...company, data: webhook }),
  event("webhook.secret_renewed", { ...company, data: webhook }),
  event("webhook.deleted", { ...company, data: webhook }),
  event("webhook.tested", { ...company, data: webhook }),
  event("webhook.sent_again", { ...company, data: webhook.extend({ deliveryId: id }) }),
  // By itself, after days of failures only; and by an owner, who has it start again.
  event("webhook.stopped", { ...company, data: webhook }),
  event("webhook.started", { ...company, data: webhook }),
  event("member.invited", { ...company, data: invitation.extend({ role: z.enum(memberRoles) }) }),
  event("member.invitation_withdrawn", { ...company, data: invitation }),
  event("member.joined", { ...company, data: membership.extend(invitation.shape) }),
  event("member.role_changed", { ...company, data: membership.extend({ from: z.enum(memberRoles) }) }),
  event("member.removed", { ...company, data: membership }),
  event("member.left", { ...company, data: membership }),
  event("profile.edited", {}),
  event("profile.visibility_changed", {}),
  event("profile.opened", { ...posting, data: z.object({ viewId: count }) }),
  event("resume.read", { data: z.object({ source: z.enum(resumeSources) }) }),
  event("resume.imported", {}),
  event("resume.discarded", {}),
  event("import.started", { ...company, data: z.object({ importId: id }) }),
  event("import.continued", { ...company, data: z.object({ importId: id }) }),
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
  // By an admin, or without an actor by reports.
  event("posting.frozen", posting),
  event("posting.unfrozen", posting),
  // By an admin, upon an appeal against its removal.
  event("posting.restored", posting),
  event("appeal.submitted", { ...posting, data: z.object({ appealId: id }) }),
  event("appeal.decided", { ...posting, data: z.object({ appealId: id, outcome: z.enum(appealOutcomes) }) }),
  event("audit.exported", { data: z.object({ rows: count }) }),
  // An admin began to review it, or took the review over.
  event("review.claimed", posting),
  event("posting.hidden", { postingId: id }),
  event("posting.shown", { postingId: id }),
  event("posting.saved", { postingId: id }),
  event("posting.unsaved", { postingId: id }),
  event("posting.noted", { postingId: id }),
  // For the one who saved it, who is told by mail.
  event("posting.closing", { postingId: id, data: z.object({ userId: id }) }),
  event("reminders.stopped", {}),
  event("notifications.read", {}),
  event("mails.chosen", {}),
  event("reminders.resumed", {}),
  event("report.submitted", { ...posting, data: z.object({ reportId: id }) }),
  // For the one who reported, who is told by mail.
  event("report.decided", {
    ...posting,
    data: z.object({ reportId: id, outcome: z.enum(["upheld", "dismissed"]) }),
  }),
  event("application.draft_saved", { postingId: id }),
  event("application.draft_deleted", { postingId: id }),
  event("application.resume_attached", { postingId: id }),
  event("application.resume_detached", { postingId: id }),
  event("application.resume_scanned", {
    postingId: id,
    data: z.object({ fileId: id, state: z.enum(fileStates) }),
  }),
  // For its candidate, who is told by mail: it was found unsafe, and erased.
  event("application.resume_unsafe", { postingId: id, data: z.object({ fileId: id }) }),
  // By a member of the company.
  event("application.resume_downloaded", application),
  event("application.submitted", application),
  event("application.moved", { ...application, data: move }),
  event("application.seen", application),
  // For its candidate, who is told by mail: the posting's pay, requirements or place changed.
  event("application.posting_revised", { ...application, data: revision }),
  event("application.withdrawn", { ...application, data: move }),
  // By the candidate, within ten minutes; after that the withdrawal is final, and the company is told.
  event("application.restored", { ...application, data: move }),
  event("application.withdrawal_final", application),
  // The application is gone, as its candidate's account is: its id is data, for the programs of the company that stored it. `wasOpen` says
  // whether the company still had to answer, or to hear of its end.
  event("application.erased", {
    ...posting,
    data: z.object({ applicationId: id.optional(), wasOpen: z.boolean().default(true) }),
  }),
  // Its company stores applications no longer after their decision: it is erased.
  event("application.retention_ended", application),
  event("application.message_sent", {
    ...application,
    data: z.object({ messageId: count, fromCompany: z.boolean() }),
  }),
  // Members alone know of notes, tags and ratings; those who are mentioned are told by mail.
  event("application.noted", {
    ...application,
    data: z.object({ noteId: count, mentioned: z.array(id).max(50) }),
  }),
  event("application.tagged", application),
  // How many lines of the sheet the member has rated by now, and how many of these ratings are new or other than before.
  event("application.rated", { ...application, data: z.object({ lines: count, changed: count }) }),
  // All applicants of a posting, as a table, by a member.
  event("applicants.exported", posting),
  event("template.saved", { ...company, data: template }),
  event("template.deleted", { ...company, data: template }),
  // With the time that was agreed on before, and holds no longer: its entry in calendars is removed.
  event("interview.proposed", { ...application, data: interview.extend({ was: moment.nullable() }) }),
  event("interview.countered", { ...application, data: interview }),
  event("interview.accepted", {
    ...application,
    data: interview.extend({ startsAt: moment, byCandidate: z.boolean() }),
  }),
  event("interview.declined", { ...application, data: interview.extend({ was: moment.nullable() }) }),
  event("interview.changed", { ...application, data: interview.extend({ startsAt: moment }) }),
  event("interview.cancelled", { ...application, data: interview.extend({ was: moment.nullable() }) }),
  // A day or an hour before it.
  event("interview.soon", {
    ...application,
    data: interview.extend({ startsAt: moment, ahead: z.enum(reminders) }),
  }),
  // The promised day passed without an answer.
  event("application.lapsed", application),
  // For the members of a company, about all of its answers that a run of the clock found: the first of them by their ids.
  event("company.answers_due", { ...company, data: answers }),
  event("company.answers_overdue", { ...company, data: answers }),
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
  "posting.restored",
] as const satisfies EventType[];
export type PublicType = (typeof publicTypes)[number];

/** The types that somebody gets a mail about: `lib/notifications/mails.ts` writes one for each of them. */
export const mailedTypes = [
  "application.submitted",
  "application.moved",
  "application.withdrawal_final",
  "application.erased",
  "application.resume_unsafe",
  "application.lapsed",
  "application.message_sent",
  "application.noted",
  "application.posting_revised",
  "interview.proposed",
  "interview.countered",
  "interview.accepted",
  "interview.declined",
  "interview.changed",
  "interview.cancelled",
  "interview.soon",
  "invitation.sent",
  "posting.approved",
  "posting.published",
  "posting.sent_back",
  "posting.revision_sent_back",
  "posting.revised",
  "posting.removed",
  "posting.frozen",
  "posting.unfrozen",
  "report.decided",
  "appeal.submitted",
  "appeal.decided",
  "posting.unconfirmed",
  "posting.ending",
  "posting.expired",
  "posting.closing",
  "company.badge_lost",
  "company.verified",
  "company.closed",
  "company.merged",
  "company.change_sent_back",
  "company.change_taken_down",
  "company.suspended",
  "company.unsuspended",
  "user.granted_admin",
  "user.revoked_admin",
  "user.suspended",
  "user.unsuspended",
  "service.linked",
  "service.unlinked",
  "passkey.added",
  "passkey.removed",
  "passkey.refused",
  "key.created",
  "key.revoked",
  "webhook.created",
  "webhook.stopped",
  "member.invitation_withdrawn",
  "member.joined",
  "member.role_changed",
  "member.removed",
  "member.left",
  "company.answers_due",
  "company.answers_overdue",
] as const satisfies EventType[];
export type MailedType = (typeof mailedTypes)[number];

/** Every type of event, in the order of the alphabet. */
export const eventTypes = Event.options.map(({ shape }) => shape.type.value).sort();
