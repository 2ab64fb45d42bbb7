import { and, eq, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { pendingVersions, postings } from "@/db/schema/postings";
import type { Admin } from "@/lib/auth/input";
import { DomainError } from "@/lib/errors";
import { record } from "@/lib/events/commands";
import type { NewEvent } from "@/lib/events/input";
import { present } from "@/lib/present";
import { findRate } from "@/lib/taxonomy/queries/rates";
import { resolveResponsibilities, resolveSkills } from "@/lib/taxonomy/queries/resolve";
import { refuseUnlessOpen } from "../life";
import type { PostingTerms } from "../lists";
import { payColumns } from "../pay";
import { findTerms } from "../queries/own";
import { isOverAtSource, publish, remove, restore, sendBack, withSourceDates } from "../rules";
import { revisionOf } from "../terms";
import { refreshDocuments } from "./document";
import { type LockedPosting, lockPosting } from "./lock";
import { knownTags, replaceParts } from "./parts";

/** The posting that an admin decides about, and since when what they saw of it waits (ISO 8601). */
type Seen = { id: string; seen?: string };

/** What an approval was of: a posting that is live, or will be at its time, or a change. */
export type Approved = { as: "live" | "scheduled" } | { as: "change"; revised: Revised };

/** The change of a published posting that was approved. */
type Revised = { postingId: string; companyId: string; data: NewEvent<"posting.revised">["data"] };

/** The change of a published posting that waits for an admin, locked; null where it is the posting itself that waits. */
async function lockRevision(tx: Transaction, posting: LockedPosting, seen: string | undefined) {
  const [revision] =
    posting.state === "published"
      ? await tx
          .select({ terms: pendingVersions.terms, submittedAt: pendingVersions.submittedAt })
          .from(pendingVersions)
          .where(and(eq(pendingVersions.postingId, posting.id), isNull(pendingVersions.sentBackAt)))
          .for("update")
      : [];
  const waiting = revision ?? (posting.state === "in_review" ? posting : null);
  if (waiting && seen && waiting.submittedAt?.toISOString() !== seen)
    throw new DomainError(
      "conflict",
      "The company submitted another version after you opened this page. Check it again before you decide.",
    );
  return revision ?? null;
}

/** Puts the approved terms in the place of those that are public. */
async function revise(
  tx: Transaction,
  admin: Admin,
  posting: LockedPosting,
  { pay, skills, responsibilities, places, ...columns }: PostingTerms,
): Promise<Revised> {
  const { id, companyId } = posting;
  refuseUnlessOpen(posting, tx.now);
  const before = present(await findTerms(id, tx));
  const tags = knownTags(
    { skills, responsibilities },
    {
      skills: await resolveSkills(
        skills.map(({ slug }) => slug),
        sql`select t.skill_id from posting_skills t where t.posting_id = ${id}`,
      ),
      responsibilities: await resolveResponsibilities(responsibilities.map(({ slug }) => slug)),
    },
  );
  await tx
    .update(postings)
    .set({
      ...columns,
      ...payColumns(pay, await findRate(pay.currency, "salaryCurrency")),
      updatedAt: tx.now,
    })
    .where(eq(postings.id, id));
  await replaceParts(tx, [{ postingId: id, places, ...tags }]);
  await tx.execute(refreshDocuments(sql`p.id = ${id}`));
  await tx.delete(pendingVersions).where(eq(pendingVersions.postingId, id));
  const data = revisionOf(before, present(await findTerms(id, tx)));
  await record(tx, { type: "posting.revised", actorId: admin.userId, companyId, postingId: id, data });
  return { postingId: id, companyId, data };
}

/**
 * Approves what of a posting waits for an admin, in the transaction of the decision: the posting, which is published at once or at the later
 * time that its company chose, or the change of a published one, which replaces what was public. Gives which of these, with what changed.
 * Throws `not_found`; `conflict` when nothing waits, or something else than the version that the admin saw, by the moment since when it
 * waits; `invalid` at every missing field.
 */
export async function publishPosting(tx: Transaction, admin: Admin, { id, seen }: Seen): Promise<Approved> {
  const posting = await lockPosting(tx, id);
  const revision = await lockRevision(tx, posting, seen);
  if (revision) return { as: "change", revised: await revise(tx, admin, posting, revision.terms) };
  if (isOverAtSource(posting, tx.now))
    throw new DomainError("conflict", "The advert that this posting was imported from has ended.");
  const published = withSourceDates(publish(posting, tx.now), posting);
  await tx.update(postings).set(published).where(eq(postings.id, id));
  await tx.execute(refreshDocuments(sql`p.id = ${id}`));
  await record(tx, {
    type: published.publishAt ? "posting.approved" : "posting.published",
    actorId: admin.userId,
    companyId: posting.companyId,
    postingId: id,
  });
  return { as: published.publishAt ? "scheduled" : "live" };
}

/** Sends a posting in review, or a change that is, back to its writer, likewise. */
export async function sendPostingBack(tx: Transaction, admin: Admin, { id, seen }: Seen) {
  const posting = await lockPosting(tx, id);
  const revision = await lockRevision(tx, posting, seen);
  if (revision) {
    await tx.update(pendingVersions).set({ sentBackAt: tx.now }).where(eq(pendingVersions.postingId, id));
    await record(tx, {
      type: "posting.revision_sent_back",
      actorId: admin.userId,
      companyId: posting.companyId,
      postingId: id,
    });
    return;
  }
  await tx.update(postings).set(sendBack(posting)).where(eq(postings.id, id));
  await record(tx, {
    type: "posting.sent_back",
    actorId: admin.userId,
    companyId: posting.companyId,
    postingId: id,
  });
}

/** Undoes the removal of a locked posting, which was at `removedAt`, in the transaction of the decision. */
export async function restorePosting(tx: Transaction, admin: Admin, posting: LockedPosting, removedAt: Date) {
  const columns = restore(posting, { removedAt, now: tx.now });
  await tx
    .update(postings)
    .set({ ...columns, updatedAt: tx.now })
    .where(eq(postings.id, posting.id));
  await record(tx, {
    type: "posting.restored",
    actorId: admin.userId,
    companyId: posting.companyId,
    postingId: posting.id,
  });
}

/** Removes a published posting, likewise, and returns what it is; `reason` is public. */
export async function removePosting(tx: Transaction, admin: Admin, id: string, reason: string) {
  const posting = await lockPosting(tx, id);
  await tx.update(postings).set(remove(posting, reason)).where(eq(postings.id, id));
  await record(tx, {
    type: "posting.removed",
    actorId: admin.userId,
    companyId: posting.companyId,
    postingId: id,
  });
  return posting;
}
