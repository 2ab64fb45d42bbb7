import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import { inTransaction, type Transaction } from "@/db/client";
import { users } from "@/db/schema/auth";
import { DomainError } from "@/lib/errors";
import { record } from "@/lib/events/commands";
import { endSessionsOf } from "../commands";
import type { Admin, OneUser, SuspendUser } from "../input";
import { refuseUnlessFresh } from "../rules";

/**
 * Suspends an account, for a reason that its owner is told by mail: all of its sessions end at once, and nobody can sign in with it. Throws
 * `not_found`, and `conflict` for one's own account, one that is suspended, and where nobody else would be an admin.
 */
export function suspendUser(admin: Admin, { id, reason }: SuspendUser): Promise<void> {
  return inTransaction(async (tx) => {
    const user = await lockOther(tx, admin, id, "suspend your own account");
    if (user.suspendedAt) throw new DomainError("conflict", "This account is suspended already.");
    await tx.update(users).set({ suspendedAt: tx.now, suspendReason: reason }).where(eq(users.id, id));
    await endSessionsOf(tx, { userId: id });
    await record(tx, { type: "user.suspended", actorId: admin.userId, data: { userId: id } });
  });
}

/** Lifts the suspension of an account, and tells its owner by mail. Throws `conflict` where it is not suspended. */
export function unsuspendUser(admin: Admin, { id }: OneUser): Promise<void> {
  return inTransaction(async (tx) => {
    const lifted = await tx
      .update(users)
      .set({ suspendedAt: null, suspendReason: null })
      .where(and(eq(users.id, id), isNotNull(users.suspendedAt)))
      .returning({ id: users.id });
    if (lifted.length === 0) throw new DomainError("conflict", "This account is not suspended.");
    await record(tx, { type: "user.unsuspended", actorId: admin.userId, data: { userId: id } });
  });
}

/**
 * Makes somebody an admin: their sessions end, since their rights changed, and they are told by mail. Throws `unauthenticated` unless the admin
 * signed in a short while ago, `not_found`, and `conflict` for a suspended account, one that will be deleted, and who is an admin already.
 */
export function grantAdminTo(admin: Admin, { id }: OneUser): Promise<void> {
  return inTransaction(async (tx) => {
    refuseUnlessFresh(admin, tx.now);
    const user = await lockOther(tx, admin, id, "make yourself an admin");
    if (user.isAdmin) throw new DomainError("conflict", "This person is an admin already.");
    if (user.suspendedAt) throw new DomainError("conflict", "This account is suspended. Lift that first.");
    if (user.deletionAt)
      throw new DomainError("conflict", "This account will be deleted, as its owner asked.");
    await tx.update(users).set({ isAdmin: true }).where(eq(users.id, id));
    await endSessionsOf(tx, { userId: id });
    await record(tx, { type: "user.granted_admin", actorId: admin.userId, data: { userId: id } });
  });
}

/** Takes the role of an admin from somebody, likewise. Throws likewise, and `conflict` where nobody else would be an admin. */
export function revokeAdmin(admin: Admin, { id }: OneUser): Promise<void> {
  return inTransaction(async (tx) => {
    refuseUnlessFresh(admin, tx.now);
    const user = await lockOther(tx, admin, id, "take the role from yourself");
    if (!user.isAdmin) throw new DomainError("conflict", "This person is not an admin.");
    await tx.update(users).set({ isAdmin: false }).where(eq(users.id, id));
    await endSessionsOf(tx, { userId: id });
    await record(tx, { type: "user.revoked_admin", actorId: admin.userId, data: { userId: id } });
  });
}

/**
 * The account of somebody else, locked; before it all admins who can sign in, in one order, so that of two who act on each other one waits and
 * then finds out that they are no admin any more. Throws `not_found`, and `conflict` for one's own account.
 */
async function lockOther(tx: Transaction, admin: Admin, id: string, what: string) {
  if (id === admin.userId) throw new DomainError("conflict", `You cannot ${what}. Another admin can.`);
  const admins = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.isAdmin, true), isNull(users.suspendedAt)))
    .orderBy(asc(users.id))
    .for("update");
  if (!admins.some((one) => one.id === admin.userId))
    throw new DomainError("not_found", "This page does not exist.");
  const [user] = await tx
    .select({ isAdmin: users.isAdmin, suspendedAt: users.suspendedAt, deletionAt: users.deletionAt })
    .from(users)
    .where(eq(users.id, id))
    .for("update");
  if (!user) throw new DomainError("not_found", "We cannot find this account.");
  return user;
}
