import { and, eq, inArray, or, sql } from "drizzle-orm";
import { inTransaction, type Transaction } from "@/db/client";
import { applicationDrafts, applications } from "@/db/schema/applications";
import { postings } from "@/db/schema/postings";
import type { Actor } from "@/lib/auth/input";
import { record } from "@/lib/events/commands";
import { formRecord, refuseIfChanged } from "@/lib/forms/changes";
import { undoMinutes } from "@/lib/postings/life";
import type { Arrival } from "@/lib/postings/lists";
import { listQuestions } from "@/lib/postings/queries/own";
import { draftForm, newDraft } from "../form";
import type { Apply, OwnDraft } from "../input";
import { findDraft } from "../queries/drafts";
import { findOpenPosting, refuseIfSent, refuseOtherQuestions } from "./open-posting";
import { removeFile } from "./resume";

/**
 * Saves what the actor typed of an application, and returns the version that the draft has now. Throws as `submitApplication` where the
 * posting takes no application of theirs, and `conflict` where its questions were changed since they were shown, or the draft since `version`.
 */
export function saveDraft(actor: Actor, input: Apply, version?: string): Promise<{ version: string }> {
  const { postingId, name, coverNote } = input;
  return inTransaction(async (tx) => {
    await findOpenPosting(tx, actor, postingId);
    await refuseIfSent(tx, actor, postingId);
    const questions = await listQuestions(postingId, tx);
    refuseOtherQuestions(questions, input);
    await lockDraft(tx, actor, postingId);
    const saved = (await findDraft(actor, postingId, tx)) ?? newDraft(actor);
    refuseIfChanged(version, draftForm(saved, questions));
    const answers = questions.map(({ text: question }, i) => {
      const { text = "", chosen = [] } = input.answers?.[i] ?? {};
      return { question, text, chosen };
    });
    const arrival = await arrivalOf(tx, actor, input);
    const draft = { name, coverNote, answers, arrival, updatedAt: tx.now };
    await tx
      .insert(applicationDrafts)
      .values({ candidateId: actor.userId, postingId, ...draft })
      .onConflictDoUpdate({
        target: [applicationDrafts.candidateId, applicationDrafts.postingId],
        set: draft,
      });
    await record(tx, { type: "application.draft_saved", actorId: actor.userId, postingId });
    return { version: formRecord(draftForm(draft, questions)).version };
  });
}

/** Which of our links led to an application: the one that its form says, or else the one that its draft began with. */
export async function arrivalOf(
  tx: Transaction,
  actor: Actor,
  { arrival, postingId }: Apply,
): Promise<Arrival> {
  if (arrival && arrival !== "direct") return arrival;
  const [draft] = await tx
    .select({ arrival: applicationDrafts.arrival })
    .from(applicationDrafts)
    .where(and(eq(applicationDrafts.candidateId, actor.userId), eq(applicationDrafts.postingId, postingId)));
  return draft?.arrival ?? "direct";
}

/** Deletes what the actor typed of an application and has not sent. If there is nothing, nothing happens. */
export function deleteDraft(actor: Actor, { postingId }: OwnDraft) {
  return inTransaction(async (tx) => {
    if (await removeDraft(tx, actor, postingId))
      await record(tx, { type: "application.draft_deleted", actorId: actor.userId, postingId });
  });
}

/** Deletes the actor's draft for a posting and what is attached to it, in the caller's transaction; whether there was one. */
export async function removeDraft(tx: Transaction, actor: Actor, postingId: string): Promise<boolean> {
  const { userId } = actor;
  await removeFile(tx, actor, postingId);
  const gone = await tx
    .delete(applicationDrafts)
    .where(and(eq(applicationDrafts.candidateId, userId), eq(applicationDrafts.postingId, postingId)))
    .returning({ postingId: applicationDrafts.postingId });
  return gone.length > 0;
}

const batch = 500;

/** The worker's regular task: deletes drafts that can never be sent, as their posting is over for good or their application was sent. */
export async function forgetDrafts() {
  while ((await inTransaction(forgetSome)) === batch);
}

async function forgetSome(tx: Transaction): Promise<number> {
  const now = sql`${tx.now.toISOString()}::timestamptz`;
  const over = or(
    inArray(postings.state, ["expired", "removed"]),
    and(
      eq(postings.state, "closed"),
      sql`${postings.closedAt} <= ${now} - make_interval(mins => ${undoMinutes}::int)`,
    ),
    sql`exists (select 1 from ${applications} where ${applications.postingId} = ${applicationDrafts.postingId}
      and ${applications.candidateId} = ${applicationDrafts.candidateId})`,
  );
  const useless = tx
    .select({ candidateId: applicationDrafts.candidateId, postingId: applicationDrafts.postingId })
    .from(applicationDrafts)
    .innerJoin(postings, eq(postings.id, applicationDrafts.postingId))
    .where(over)
    .limit(batch)
    .for("update", { of: applicationDrafts, skipLocked: true });
  const gone = await tx
    .delete(applicationDrafts)
    .where(sql`(${applicationDrafts.candidateId}, ${applicationDrafts.postingId}) in ${useless}`)
    .returning({ postingId: applicationDrafts.postingId });
  return gone.length;
}

/** Two saves of one draft follow one another, also where there is none yet. */
async function lockDraft(tx: Transaction, { userId }: Actor, postingId: string) {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`draft ${userId} ${postingId}`}, 0))`);
}
