import type { PostingState } from "../lists";
import { isOverAtSource, type SourceDates } from "../rules";
import { Unreadable } from "./input";

/** The posting that already exists under an identity. */
export type Standing = { state: PostingState; digest: string | null };

/**
 * The same for what a member imports for their company: a draft, which nobody publishes without a look. What was edited here since, or was
 * submitted, is left to its form. Throws `Unreadable`.
 */
export function admitOwn(
  incoming: { digest: string; columns: SourceDates },
  standing: (Standing & { isEdited: boolean }) | undefined,
  now: Date,
): { state: "draft" } | "unchanged" {
  refuseIfOver(incoming, now);
  if (standing?.digest === incoming.digest) return "unchanged";
  if (standing && standing.state !== "draft")
    throw new Unreadable(
      `this posting is ${ownStates[standing.state]} and an import does not change it. Change it on its page`,
    );
  if (standing?.isEdited)
    throw new Unreadable(
      "this draft was edited here after it was imported. Edit it on its page, or delete it and import again",
    );
  return { state: "draft" };
}

const ownStates: Record<Exclude<PostingState, "draft">, string> = {
  in_review: "in review,",
  published: "published,",
  closed: "closed,",
  expired: "expired,",
  removed: "removed,",
};

/**
 * What an import does with one posting: nothing if it is unchanged, otherwise the state that it gets. Complete postings go to review, or go
 * live with `publish`; incomplete ones become drafts. Throws `Unreadable` if it is over at its source, or the existing
 * posting may not be changed.
 */
export function admit(
  incoming: { missing: string[]; digest: string; columns: SourceDates },
  standing: Standing | undefined,
  { publish, now }: { publish: boolean; now: Date },
): { state: "draft" | "in_review" | "published" } | "unchanged" {
  refuseIfOver(incoming, now);
  const isComplete = incoming.missing.length === 0;
  if (standing && !["draft", "in_review", "published"].includes(standing.state))
    throw new Unreadable(`it is ${standing.state} here, and an import does not reopen it`);
  const isLeft =
    standing?.digest === incoming.digest && !(publish && isComplete && standing.state !== "published");
  if (isLeft) return "unchanged";
  if (standing?.state === "published") {
    if (!isComplete)
      throw new Unreadable(`it is public, and its new version is incomplete: ${incoming.missing.join(" ")}`);
    if (!publish) throw new Unreadable("it is public: run the import with --publish to update it");
    return { state: "published" };
  }
  if (!isComplete) return { state: "draft" };
  return { state: publish ? "published" : "in_review" };
}

function refuseIfOver({ columns }: { columns: SourceDates }, now: Date) {
  if (columns.sourceEndsAt && isOverAtSource(columns, now))
    throw new Unreadable(`it is over: it ended on ${columns.sourceEndsAt.toISOString().slice(0, 10)}`);
}
