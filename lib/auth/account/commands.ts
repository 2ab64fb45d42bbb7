import { and, eq, isNotNull, isNull, lte, ne, sql } from "drizzle-orm";
import { db, inTransaction, type Transaction } from "@/db/client";
import { sessions, users } from "@/db/schema/auth";
import { DomainError } from "@/lib/errors";
import { record } from "@/lib/events/commands";
import type { Actor, OneSession } from "../input";
import type { TrappedForm } from "../lists";

/**
 * Sets when the actor's account will be deleted, or with null that it stays, in the transaction of another room. Whether that changed
 * anything: a day that is set already stays.
 */
export async function scheduleDeletion(
  tx: Transaction,
  { userId }: Pick<Actor, "userId">,
  at: Date | null,
): Promise<boolean> {
  const changed = await tx
    .update(users)
    .set({ deletionAt: at })
    .where(and(eq(users.id, userId), at ? isNull(users.deletionAt) : isNotNull(users.deletionAt)))
    .returning({ id: users.id });
  return changed.length > 0;
}

/** A user whose account is due to be deleted, locked until the transaction ends; null where it is not, or another worker has it. */
export async function lockDueDeletion(tx: Transaction, userId: string) {
  const [user] = await tx
    .select({ userId: users.id, email: users.email })
    .from(users)
    .where(and(eq(users.id, userId), lte(users.deletionAt, tx.now)))
    .for("update", { skipLocked: true });
  return user ?? null;
}

/** Ends one session of the actor at once, on whatever device it is. Throws `not_found`. */
export function endOneSession(actor: Actor, { id }: OneSession) {
  return inTransaction(async (tx) => {
    const ended = await tx
      .delete(sessions)
      .where(and(eq(sessions.id, id), eq(sessions.userId, actor.userId)))
      .returning({ id: sessions.id });
    if (ended.length === 0) throw new DomainError("not_found", "This session has ended already.");
    await record(tx, { type: "user.sessions_ended", actorId: actor.userId, data: { sessions: 1 } });
  });
}

/** Ends all sessions of the actor at once, besides the one that began with `token`. */
export function endOtherSessions(actor: Actor, token: string) {
  return inTransaction(async (tx) => {
    const ended = await tx
      .delete(sessions)
      .where(and(eq(sessions.userId, actor.userId), ne(sessions.sessionToken, token)))
      .returning({ id: sessions.id });
    if (ended.length > 0)
      await record(tx, {
        type: "user.sessions_ended",
        actorId: actor.userId,
        data: { sessions: ended.length },
      });
  });
}

/** Records that a robot filled in a form for everyone, which does nothing then. */
export function noteRobot(form: TrappedForm) {
  return inTransaction((tx) => record(tx, { type: "robot.refused", actorId: null, data: { form } }));
}

/** Minutes without a page after which the next one begins another visit. */
const visitGap = 30;

/**
 * Notes that somebody is here, in the session of this token. At most one write of each kind in five minutes, and after the page is sent: nobody
 * waits for it. It is no event: it says nothing that they did.
 */
export async function noteVisit({ userId }: Pick<Actor, "userId">, token: string) {
  await db().execute(sql`
    with seen as (
      update sessions set seen_at = app_now()
      where session_token = ${token} and user_id = ${userId}::uuid
        and (seen_at is null or seen_at < app_now() - interval '5 minutes'))
    update users set visited_at = app_now(),
      visit_before_at = case when visited_at < app_now() - make_interval(mins => ${visitGap}::int) then visited_at else visit_before_at end
    where id = ${userId}::uuid and (visited_at is null or visited_at < app_now() - interval '5 minutes')`);
}
