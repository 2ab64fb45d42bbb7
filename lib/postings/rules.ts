import { daysAfter } from "@/lib/days";
import { DomainError, type FieldFault } from "@/lib/errors";
import { slugOf } from "@/lib/slug";
import { lifeDays, mostLifeDays } from "./life-days";
import type { CloseReason, PostingState } from "./lists";

/** The fields that publishing requires of a posting. */
export type Publishable = {
  title: string;
  description: string;
  salaryMinMinor: number | null;
  workplace: string | null;
  employment: string | null;
  hiringCountries: string[];
  places: { country: string }[];
};

/** What is still missing from a posting, each at its field; empty when it can be published. */
export function missingToPublish(posting: Publishable): FieldFault[] {
  const missing: FieldFault[] = [];
  const ask = (isMissing: boolean, path: string, message: string) =>
    isMissing && missing.push({ path, message });
  ask(posting.title.trim() === "", "title", "Enter a title for the posting.");
  ask(
    posting.description.trim().length < 80,
    "description",
    "Enter a description of at least 80 characters.",
  );
  ask(
    posting.salaryMinMinor === null,
    "salaryMin",
    "A posting without a pay range cannot be published. Enter the pay.",
  );
  ask(!posting.employment, "employment", "Choose the kind of employment.");
  ask(!posting.workplace, "workplace", "Choose where the work is done.");
  ask(
    posting.workplace === "remote" && posting.hiringCountries.length === 0,
    "hiringCountries",
    "Enter the countries where you can hire. “Anywhere” cannot be published.",
  );
  ask(
    (posting.workplace === "hybrid" || posting.workplace === "onsite") && posting.places.length === 0,
    "places[0].country",
    "Enter at least one place with its country.",
  );
  return missing;
}

/**
 * The address of a posting: its words, its company's, and the last eight characters of its id, which are random. With 10,000 postings of
 * one title at one company the chance that two are alike is 1 in 86.
 */
export const postingSlug = (title: string, company: string, id: string) =>
  `${slugOf(title.trim() || "posting")}-at-${slugOf(company)}-${id.slice(-8)}`;

/** Submits a draft for review. Throws `conflict` in any other state, `invalid` at every field that is missing or in `doubts`. */
export function submit(
  posting: Publishable & { state: PostingState },
  now: Date,
  doubts: readonly FieldFault[] = [],
) {
  if (posting.state !== "draft")
    throw new DomainError("conflict", "This posting has already been submitted.");
  refuse([...missingToPublish(posting), ...doubts]);
  return { state: "in_review" as const, submittedAt: now };
}

/**
 * Publishes a posting for sixty days from `now`, or from the later time that its company chose. Throws `conflict` unless it is in review,
 * `invalid` at every missing field.
 */
export function publish(posting: Publishable & { state: PostingState; publishAt: Date | null }, now: Date) {
  if (posting.state !== "in_review")
    throw new DomainError("conflict", "This posting is no longer in review.");
  refuse(missingToPublish(posting));
  const later = posting.publishAt && posting.publishAt > now ? posting.publishAt : null;
  return { ...goLive(later ?? now), publishAt: later };
}

/** The columns of a posting that goes live. */
export const goLive = (from: Date) => ({ state: "published" as const, ...lifeFrom(from) });

/** The dates of a posting that is public from that moment: for sixty days, and confirmed. */
export const lifeFrom = (moment: Date) => ({
  publishedAt: moment,
  confirmedAt: moment,
  expiresAt: daysAfter(moment, lifeDays),
});

const ofPrograms = "api/";

/** The source of what the programs of a company send: with the external id it is the identity of a posting. */
export const programSource = (companyId: string) => `${ofPrograms}${companyId}`;

const ofFiles = "file/";

/** The source of what a company imports from files of its own. */
export const fileSource = (companyId: string, format: string) => `${ofFiles}${companyId}/${format}`;

/** Whether a posting was imported from elsewhere, and not written, sent or imported by its company. */
export const isImported = ({ source }: { source: string | null }) =>
  source !== null && !source.startsWith(ofPrograms) && !source.startsWith(ofFiles);

/** The dates that the source of an imported posting gives it. */
export type SourceDates = { sourcePostedAt: Date | null; sourceEndsAt: Date | null };

/** Whether its source offers a posting no more. */
export const isOverAtSource = ({ sourceEndsAt }: SourceDates, now: Date) =>
  sourceEndsAt !== null && sourceEndsAt <= now;

/** The life of a posting that goes live, with the dates of its source: it is as old as there, and ends no later than there. */
export function withSourceDates<Life extends { publishedAt: Date; expiresAt: Date }>(
  life: Life,
  { sourcePostedAt, sourceEndsAt }: SourceDates,
): Life {
  return {
    ...life,
    publishedAt: sourcePostedAt && sourcePostedAt < life.publishedAt ? sourcePostedAt : life.publishedAt,
    expiresAt: sourceEndsAt && sourceEndsAt < life.expiresAt ? sourceEndsAt : life.expiresAt,
  };
}

/** Throws `invalid` at every field of `faults`, if there are any. */
export function refuse(faults: readonly FieldFault[]) {
  if (faults.length > 0)
    throw new DomainError("invalid", faults.map(({ message }) => message).join(" "), faults);
}

/** Sends a posting back to its writer. Throws `conflict` unless it is in review. */
export function sendBack(posting: { state: PostingState }) {
  if (posting.state !== "in_review")
    throw new DomainError("conflict", "This posting is no longer in review.");
  return { state: "draft" as const, submittedAt: null };
}

/** Closes a posting of the company. Throws `conflict` unless it is published. */
export function close(posting: { state: PostingState }, reason: CloseReason, now: Date) {
  if (posting.state !== "published")
    throw new DomainError("conflict", "Only a published posting can be closed.");
  return { state: "closed" as const, closeReason: reason, closedAt: now };
}

/** Removes a posting, as an admin. Throws `conflict` unless it is published, or waits to be. */
export function remove(posting: { state: PostingState }, reason: string) {
  if (posting.state !== "published" && posting.state !== "in_review")
    throw new DomainError("conflict", "Only a posting that is published or in review can be removed.");
  return { state: "removed" as const, removeReason: reason };
}

/**
 * Undoes a removal. A posting that was public is published again, as confirmed now and with the days that it lost, within its 90 days; one
 * that was not is in review again. Throws `conflict` unless it is removed.
 */
export function restore(
  posting: { state: PostingState; publishedAt: Date | null; expiresAt: Date | null },
  { removedAt, now }: { removedAt: Date; now: Date },
) {
  if (posting.state !== "removed") throw new DomainError("conflict", "This posting is not removed.");
  const { publishedAt, expiresAt } = posting;
  if (!publishedAt || !expiresAt)
    return { state: "in_review" as const, removeReason: null, submittedAt: now };
  const longest = Math.max(daysAfter(publishedAt, mostLifeDays).getTime(), expiresAt.getTime());
  const lost = expiresAt > removedAt ? now.getTime() - removedAt.getTime() : 0;
  return {
    state: "published" as const,
    removeReason: null,
    frozenAt: null,
    confirmedAt: now,
    expiresAt: new Date(Math.min(expiresAt.getTime() + lost, longest)),
  };
}
