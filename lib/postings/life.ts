import { DomainError } from "@/lib/errors";
import type { PostingState } from "./lists";

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
