import { and, eq, isNotNull, isNull, lt, sql } from "drizzle-orm";
import { inTransaction } from "@/db/client";
import { users } from "@/db/schema/auth";
import { postings } from "@/db/schema/postings";
import { savedPostings, stoppedReminders } from "@/db/schema/saved";
import type { Actor } from "@/lib/auth/input";
import { daysBefore } from "@/lib/days";
import { DomainError } from "@/lib/errors";
import { record } from "@/lib/events/commands";
import { refuseIfChanged } from "@/lib/forms/changes";
import { isLive } from "@/lib/postings/queries/live";
import { noteForm } from "../form";
import type { NotePosting } from "../input";

/**
 * Saves a live posting for the actor. One that they removed before comes back with its note, also when it is over by now. One that is saved
 * stays as it is. Throws `not_found` where there is no such posting in public.
 */
export function saveForLater({ userId }: Actor, { postingId }: { postingId: string }) {
  return inTransaction(async (tx) => {
    const [restored] = await tx
      .update(savedPostings)
      .set({ savedAt: tx.now, removedAt: null })
      .where(and(own(userId, postingId), isNotNull(savedPostings.removedAt)))
      .returning({ postingId: savedPostings.postingId });
    if (!restored) {
      const [posting] = await tx
        .select({ id: postings.id })
        .from(postings)
        .where(and(eq(postings.id, postingId), isLive()));
      if (!posting) throw new DomainError("not_found", "This posting no longer exists.");
      const [saved] = await tx
        .insert(savedPostings)
        .values({ userId, postingId, savedAt: tx.now })
        .onConflictDoNothing()
        .returning({ postingId: savedPostings.postingId });
      if (!saved) return;
    }
    await record(tx, { type: "posting.saved", actorId: userId, postingId });
  });
}

/** Takes a posting from what the actor saved. One that is not there is left as it is. */
export function removeSaved({ userId }: Actor, { postingId }: { postingId: string }) {
  return inTransaction(async (tx) => {
    const [removed] = await tx
      .update(savedPostings)
      .set({ removedAt: tx.now })
      .where(and(own(userId, postingId), isNull(savedPostings.removedAt)))
      .returning({ postingId: savedPostings.postingId });
    if (removed) await record(tx, { type: "posting.unsaved", actorId: userId, postingId });
  });
}

/**
 * Writes the actor's note on a posting that they saved. Throws `not_found` where they did not, and `conflict` where the note is not `version`
 * any more.
 */
export function noteSaved({ userId }: Actor, { postingId, note }: NotePosting, version?: string) {
  return inTransaction(async (tx) => {
    const isSaved = and(own(userId, postingId), isNull(savedPostings.removedAt));
    const [saved] = await tx
      .select({ note: savedPostings.note })
      .from(savedPostings)
      .where(isSaved)
      .for("update");
    if (!saved) throw new DomainError("not_found", "You have not saved this posting.");
    refuseIfChanged(version, noteForm(saved));
    await tx.update(savedPostings).set({ note }).where(isSaved);
    await record(tx, { type: "posting.noted", actorId: userId, postingId });
  });
}

/** Stops the e-mails before the user's saved postings close. Where they are stopped, nothing changes. */
export function stopReminders({ userId }: Pick<Actor, "userId">) {
  return inTransaction(async (tx) => {
    const [stopped] = await tx
      .insert(stoppedReminders)
      // Of a deleted account nothing is left to stop.
      .select(
        tx
          .select({ userId: users.id, at: sql`${tx.now.toISOString()}::timestamptz`.as("at") })
          .from(users)
          .where(eq(users.id, userId)),
      )
      .onConflictDoNothing()
      .returning({ userId: stoppedReminders.userId });
    if (stopped) await record(tx, { type: "reminders.stopped", actorId: userId });
  });
}

/** Sends them again. */
export function resumeReminders({ userId }: Actor) {
  return inTransaction(async (tx) => {
    const [resumed] = await tx
      .delete(stoppedReminders)
      .where(eq(stoppedReminders.userId, userId))
      .returning({ userId: stoppedReminders.userId });
    if (resumed) await record(tx, { type: "reminders.resumed", actorId: userId });
  });
}

/** No posting is open for longer, so that a second reminder of one is impossible while its row is kept. */
const keptDays = 90;

/** The worker's part: deletes what was removed long ago. */
export function forgetRemoved() {
  return inTransaction((tx) =>
    tx.delete(savedPostings).where(lt(savedPostings.removedAt, daysBefore(tx.now, keptDays))),
  );
}

const own = (userId: string, postingId: string) =>
  and(eq(savedPostings.userId, userId), eq(savedPostings.postingId, postingId));
