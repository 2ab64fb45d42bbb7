import { daysAfter } from "@/lib/days";
import { DomainError } from "@/lib/errors";
import { mostLifeDays } from "./life-days";
import type { PostingState } from "./lists";
import { lifeFrom } from "./rules";

/*
 * The decisions about a posting's life after it was written: pure, with the clock as an argument. Each returns the columns to set.
 */

type Standing = { state: PostingState; publishAt: Date | null };

/** Whether an admin approved it for a time that is still ahead. */
export const isScheduled = ({ state, publishAt }: Standing, now: Date) =>
  state === "published" && publishAt !== null && publishAt > now;

/**
 * Makes a draft again of a posting that waits for review, or for the time of its publication. Throws `conflict` in any other state: once it
 * has been public, it is edited or closed.
 */
export function takeBack(posting: Standing, now: Date) {
  if (posting.state === "draft")
    throw new DomainError("conflict", "This posting is a draft already. You can edit it.");
  if (posting.state !== "in_review" && !isScheduled(posting, now))
    throw new DomainError(
      "conflict",
      "This posting is no longer in review. Edit it, close it, or copy it as a new draft.",
    );
  return {
    state: "draft" as const,
    submittedAt: null,
    publishedAt: null,
    confirmedAt: null,
    expiresAt: null,
  };
}

/** Throws `conflict` unless the posting is a draft: what was submitted is taken back first, what was public stays on record. */
export function refuseToDelete({ state }: Standing) {
  if (state === "in_review")
    throw new DomainError(
      "conflict",
      "This posting is in review. Take it back first, then delete the draft.",
    );
  if (state !== "draft")
    throw new DomainError(
      "conflict",
      "Only a draft can be deleted. A posting that was published is closed instead.",
    );
}

type Public = Standing & { pausedAt: Date | null; expiresAt: Date | null };

/** Throws `conflict` unless the posting is published and its time has not ended; what a person can do then is in the message. */
export function refuseUnlessOpen({ state, expiresAt }: Pick<Public, "state" | "expiresAt">, now: Date) {
  if (state === "draft" || state === "in_review")
    throw new DomainError("conflict", "This posting is not published yet.");
  if (state !== "published" || !expiresAt || expiresAt <= now)
    throw new DomainError(
      "conflict",
      "This posting is over. To offer the role again, copy it as a new draft.",
    );
}

/** Hides a published posting until it is resumed. Throws `conflict` when it is not published, not begun, over, or paused already. */
export function pause(posting: Public, now: Date) {
  refuseUnlessOpen(posting, now);
  if (isScheduled(posting, now))
    throw new DomainError("conflict", "This posting is not public yet. Change its date, or take it back.");
  if (posting.pausedAt) throw new DomainError("conflict", "This posting is paused already.");
  return { pausedAt: now };
}

/** Shows a paused posting again: whoever resumes it says that it is open. Throws `conflict` when it is not paused, or over. */
export function resume(posting: Public, now: Date) {
  refuseUnlessOpen(posting, now);
  if (!posting.pausedAt) throw new DomainError("conflict", "This posting is not paused.");
  return { pausedAt: null, confirmedAt: now };
}

/** The end of a posting's life once it is extended. */
export const extendedEnd = (publishedAt: Date) => daysAfter(publishedAt, mostLifeDays);

/** Whether the end of an open posting can be put off: once, and if it ends before the longest life. */
export const canExtend = ({ publishedAt, expiresAt, extendedAt }: Lasting) =>
  !extendedAt && publishedAt !== null && expiresAt !== null && expiresAt < extendedEnd(publishedAt);

type Lasting = { publishedAt: Date | null; expiresAt: Date | null; extendedAt: Date | null };

/** Puts the end of a published posting off to 90 days from its publication, once. Throws `conflict` when it is over, or was extended before. */
export function extend(posting: Pick<Public, "state"> & Lasting, now: Date) {
  refuseUnlessOpen(posting, now);
  if (!posting.publishedAt || !canExtend(posting))
    throw new DomainError(
      "conflict",
      `This posting cannot be extended again: a posting is public for at most ${mostLifeDays} days. When it ends, you can copy it as a new draft.`,
    );
  return { extendedAt: now, expiresAt: extendedEnd(posting.publishedAt), endToldAt: null };
}

/** Confirms that a published posting is still open, which shows it again if it was hidden for want of that. Throws `conflict` when it is over, not public yet, or paused. */
export function reconfirm(posting: Public, now: Date) {
  refuseUnlessOpen(posting, now);
  if (isScheduled(posting, now))
    throw new DomainError("conflict", "This posting is not public yet, so there is nothing to confirm.");
  if (posting.pausedAt)
    throw new DomainError("conflict", "This posting is paused. Resume it, and it is confirmed too.");
  return { confirmedAt: now };
}

/** Throws `conflict` while an approved posting waits for its time: there is nothing to close yet. */
export function refuseToClose(posting: Standing, now: Date) {
  if (isScheduled(posting, now))
    throw new DomainError("conflict", "This posting is not public yet. Take it back instead of closing it.");
}

/** A closing can be undone for so many minutes; only then those who wait for an answer are told. */
export const undoMinutes = 10;

/** Until when a closing can be undone. */
export const undoUntil = (closedAt: Date) => daysAfter(closedAt, undoMinutes / (24 * 60));

/** Undoes a closing. Throws `conflict` when the posting is not closed, or the ten minutes have passed. */
export function reopen(
  {
    state,
    closedAt,
    closeToldAt,
  }: Pick<Standing, "state"> & { closedAt: Date | null; closeToldAt: Date | null },
  now: Date,
) {
  if (state !== "closed" || !closedAt) throw new DomainError("conflict", "This posting is not closed.");
  if (closeToldAt || now >= undoUntil(closedAt))
    throw new DomainError(
      "conflict",
      `A closing can be undone for ${undoMinutes} minutes. To offer the role again, copy the posting as a new draft.`,
    );
  return { state: "published" as const, closeReason: null, closedAt: null, closeMessage: null };
}

/** A publication can be put off by so many days. */
export const mostDaysAhead = 90;

/**
 * Sets when a posting becomes public once it is approved, or with null: as soon as it is approved. One that is approved for a later time is
 * moved with all its dates, and null publishes it now. Throws `conflict` when it is public or over, `invalid` for a time that has passed or
 * is too far ahead.
 */
export function schedule(posting: Standing, publishAt: Date | null, now: Date) {
  const waits = isScheduled(posting, now);
  if (posting.state !== "draft" && posting.state !== "in_review" && !waits)
    throw new DomainError(
      "conflict",
      "This posting has been published, so its date cannot be changed any more.",
    );
  if (publishAt && publishAt <= now)
    throw new DomainError("invalid", "Enter a time in the future.", "publishAt");
  if (publishAt && publishAt > daysAfter(now, mostDaysAhead))
    throw new DomainError("invalid", `Enter a time within the next ${mostDaysAhead} days.`, "publishAt");
  return { publishAt, ...(waits && lifeFrom(publishAt ?? now)) };
}
