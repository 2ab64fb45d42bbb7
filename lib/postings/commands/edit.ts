import { eq, sql } from "drizzle-orm";
import { inTransaction, type Transaction } from "@/db/client";
import { pendingVersions, postings } from "@/db/schema/postings";
import type { Actor } from "@/lib/auth/input";
import { DomainError } from "@/lib/errors";
import { record } from "@/lib/events/commands";
import { refuseIfChanged } from "@/lib/forms/changes";
import { present } from "@/lib/present";
import { postingForm } from "../form";
import type { OnePosting, PostingForm } from "../input";
import { isScheduled, refuseUnlessOpen } from "../life";
import type { PostingTerms } from "../lists";
import { payDoubts } from "../pay";
import { findOwnPosting, type OwnPosting } from "../queries/own";
import { missingToPublish, refuse } from "../rules";
import { termChanges, termsOf, withRevision } from "../terms";
import { townDoubts } from "../towns";
import { contentOf, type ResolvedForm, realityRow, resolveForm } from "./content";
import { refreshDocuments } from "./document";
import { type LockedPosting, lockPostingFor } from "./lock";
import { noteNearDuplicates } from "./near-duplicates";
import { replaceCard, replaceQuestions } from "./parts";

/**
 * Edits a published posting as its form sent it. Text, reality card, promise, questions and the way of reviewing change at once. Pay, requirements and
 * place become the one version that waits for an admin, or stop waiting where they are what is public; `isInReview` says whether one waits.
 * Throws `not_found`; `invalid` at every field that is missing, unknown or odd; `conflict` when the posting is not published or over, or has
 * changed since `version`.
 */
export async function editPosting(
  actor: Actor,
  form: PostingForm & { id: string },
  version?: string,
): Promise<{ isInReview: boolean }> {
  const resolved = await resolveForm(actor, form, sql`p.id = ${form.id}`);
  return inTransaction(async (tx) => {
    const posting = await lockPostingFor(tx, actor, form.id);
    const { isInReview } = await editLocked(tx, actor, posting, resolved, version);
    return { isInReview };
  });
}

/** The same of a posting that is locked, in the caller's transaction; `isChanged` says whether anything was to be changed. */
export async function editLocked(
  tx: Transaction,
  actor: Actor,
  posting: LockedPosting,
  resolved: ResolvedForm,
  version?: string,
): Promise<{ isInReview: boolean; isChanged: boolean }> {
  const { form, salary } = resolved;
  refuseUnlessOpen(posting, tx.now);
  if (posting.frozenAt)
    throw new DomainError(
      "conflict",
      "This posting is frozen while an admin looks into reports about it. You can edit it once they have decided.",
    );
  const own = present(await findOwnPosting(actor, posting.id, tx));
  const shown = withRevision(own);
  refuseIfChanged(version, postingForm(shown));
  const content = contentOf(resolved);
  const isNew = (part: "pay" | "places") => JSON.stringify(content[part]) !== JSON.stringify(shown[part]);
  refuse([
    ...missingToPublish({ ...content, salaryMinMinor: salary?.salaryMinMinor ?? null }),
    ...(isNew("pay") ? payDoubts(form) : []),
    ...(isNew("places") ? townDoubts(form) : []),
  ]);
  const by = { actorId: actor.userId, companyId: posting.companyId };
  const isPublic = !isScheduled(posting, tx.now);
  const isTextChanged = await changeAtOnce(tx, own, form, { ...by, isPublic });
  const later = await reviseLater(tx, own, present(termsOf(content)), by);
  return { isInReview: later.isInReview, isChanged: isTextChanged || later.isChanged };
}

/** Withdraws the change that waits for an admin, or was sent back; what is public stays. Throws `not_found`, or `conflict` when there is none. */
export function withdrawRevision(actor: Actor, { id }: OnePosting) {
  return inTransaction(async (tx) => {
    const { companyId } = await lockPostingFor(tx, actor, id);
    if (!(await deleteRevision(tx, id)))
      throw new DomainError(
        "conflict",
        "There is no change to withdraw: it was approved, or withdrawn before.",
      );
    await record(tx, { type: "posting.revision_withdrawn", actorId: actor.userId, companyId, postingId: id });
  });
}

/** Deletes the change of a posting that waits or was sent back, in the caller's transaction; whether there was one. */
export async function deleteRevision(tx: Transaction, postingId: string): Promise<boolean> {
  const deleted = await tx
    .delete(pendingVersions)
    .where(eq(pendingVersions.postingId, postingId))
    .returning({ postingId: pendingVersions.postingId });
  return deleted.length > 0;
}

type By = { actorId: string; companyId: string };

/** What needs no review; gives whether there was anything. Only what everyone can see is told on the ledger. */
async function changeAtOnce(
  tx: Transaction,
  own: OwnPosting,
  form: PostingForm,
  { isPublic, ...by }: By & { isPublic: boolean },
): Promise<boolean> {
  const text = { title: form.title ?? "", description: form.description ?? "" };
  const card = realityRow(form.reality);
  const parts = [
    (text.title !== own.title || text.description !== own.description) && ("text" as const),
    !sameCard(card, own.reality) && ("reality" as const),
    form.replyDays !== own.replyDays && ("promise" as const),
  ].filter((part) => part !== false);
  const isAskedAnew = JSON.stringify(form.questions) !== JSON.stringify(own.questions);
  if (parts.length === 0 && form.blindReview === own.blindReview && !isAskedAnew) return false;
  await tx
    .update(postings)
    .set({ ...text, replyDays: form.replyDays, blindReview: form.blindReview, updatedAt: tx.now })
    .where(eq(postings.id, own.id));
  if (isAskedAnew) await replaceQuestions(tx, own.id, form.questions);
  if (parts.includes("reality")) await replaceCard(tx, own.id, card);
  if (parts.includes("text")) {
    await tx.execute(refreshDocuments(sql`p.id = ${own.id}`));
    await noteNearDuplicates(tx, [{ ...text, id: own.id }]);
  }
  await record(
    tx,
    parts.length > 0 && isPublic
      ? { ...by, type: "posting.changed", postingId: own.id, data: { parts } }
      : { ...by, type: "posting.edited", postingId: own.id },
  );
  return true;
}

/** Saves the terms for an admin where they differ from what is public; gives whether they wait for one, and whether that is new. */
async function reviseLater(
  tx: Transaction,
  own: OwnPosting,
  terms: PostingTerms,
  by: By,
): Promise<{ isInReview: boolean; isChanged: boolean }> {
  const live = present(termsOf(own));
  if (termChanges(live, terms).length === 0) {
    const isChanged = await deleteRevision(tx, own.id);
    if (isChanged) await record(tx, { ...by, type: "posting.revision_withdrawn", postingId: own.id });
    return { isInReview: false, isChanged };
  }
  const before = own.revision;
  if (before && termChanges(before.terms, terms).length === 0)
    return { isInReview: before.sentBackAt === null, isChanged: false };
  const kept = { terms, submittedAt: tx.now, sentBackAt: null };
  await tx
    .insert(pendingVersions)
    .values({ ...kept, postingId: own.id })
    .onConflictDoUpdate({ target: pendingVersions.postingId, set: kept });
  await record(tx, { ...by, type: "posting.revision_submitted", postingId: own.id });
  return { isInReview: true, isChanged: true };
}

const sameCard = (a: object | null, b: object | null) => {
  const facts = (card: object | null) => Object.entries(card ?? {}).filter(([, fact]) => fact !== null);
  return JSON.stringify(facts(a).sort()) === JSON.stringify(facts(b).sort());
};
