import { and, eq, gt, isNull, ne } from "drizzle-orm";
import { inTransaction, type Transaction } from "@/db/client";
import { accounts, addressChanges, passkeys, sessions, signInCodes, users } from "@/db/schema/auth";
import { daysBefore } from "@/lib/days";
import { brokenConstraint, DomainError, type FieldFault } from "@/lib/errors";
import { record } from "@/lib/events/commands";
import { hashCode, isCode, newCode } from "../code";
import { endSessionsOf, newBrowserToken } from "../commands";
import { hashSecret } from "../hash";
import type { Actor, AskForAddress, ChangeAddress } from "../input";
import { addressDays, addressMinutes, codeTries, refuseUnlessFresh } from "../rules";
import { type Moved, mailCodes, mailMoved, mailRestored } from "./mails";

/**
 * Mails a code to the new address and one to the old, in place of an earlier change. Whether the new address has an account already is told to
 * its owner alone. Throws `unauthenticated` unless the actor signed in a short while ago, `invalid` at `email` for their own address, and
 * `conflict` for a week after an address was taken back.
 */
export function askForAddress(actor: Actor, { email }: AskForAddress) {
  return inTransaction(async (tx) => {
    refuseUnlessFresh(actor, tx.now);
    const { userId, email: oldEmail } = actor;
    if (email === oldEmail) throw new DomainError("invalid", "This is your address already.", "email");
    await refuseWhileHeld(tx, userId);
    const [oldCode, newCodeSent] = [newCode(), newCode()];
    await deleteOpen(tx, userId);
    await tx.insert(addressChanges).values({
      userId,
      oldEmail,
      newEmail: email,
      oldCodeHash: hashCode(oldCode, oldEmail),
      newCodeHash: hashCode(newCodeSent, email),
      expiresAt: new Date(tx.now.getTime() + addressMinutes * 60_000),
    });
    await record(tx, { type: "user.address_asked", actorId: userId });
    const [taken] = await tx.select({ id: users.id }).from(users).where(eq(users.email, email));
    await mailCodes(
      tx,
      { userId, from: oldEmail, to: email },
      { oldCode, newCode: newCodeSent, isTaken: taken !== undefined },
    );
  });
}

/** Forgets the change that the actor asked for and did not finish, if there is one. */
export function dropAddress({ userId }: Actor) {
  return inTransaction((tx) => deleteOpen(tx, userId));
}

/** What became of the codes: `moved`, or the faults of the fields, or why none of them counts. */
type Outcome = { moved: Moved } | { faults: FieldFault[] } | "none" | "spent";

/**
 * Moves the account to the new address if both codes are right, and ends its sessions but for the one of `token`, in the transaction of another
 * room, which has the rest follow. A wrong try must be kept, so that transaction may not be rolled back for it: `refuseAddress` comes after its
 * end. Throws `conflict` where the address got an account meanwhile.
 */
export async function settleAddress(
  tx: Transaction,
  { userId }: Actor,
  { oldCode, newCode: newCodeTyped }: ChangeAddress,
  token: string,
): Promise<Outcome> {
  const [row] = await tx
    .select({
      id: addressChanges.id,
      oldEmail: addressChanges.oldEmail,
      newEmail: addressChanges.newEmail,
      oldCodeHash: addressChanges.oldCodeHash,
      newCodeHash: addressChanges.newCodeHash,
      tries: addressChanges.tries,
    })
    .from(addressChanges)
    .where(
      and(
        eq(addressChanges.userId, userId),
        isNull(addressChanges.changedAt),
        gt(addressChanges.expiresAt, tx.now),
      ),
    )
    .for("update");
  if (!row) return "none";
  if (row.tries >= codeTries) return "spent";
  const { id, oldEmail: from, newEmail: to } = row;
  const faults = [
    ...(isCode(newCodeTyped, { codeHash: row.newCodeHash, email: to })
      ? []
      : [{ path: "newCode", message: `This is not the code in the e-mail to ${to}.` }]),
    ...(isCode(oldCode, { codeHash: row.oldCodeHash, email: from })
      ? []
      : [{ path: "oldCode", message: `This is not the code in the e-mail to ${from}.` }]),
  ];
  if (faults.length > 0) {
    await tx
      .update(addressChanges)
      .set({ tries: row.tries + 1 })
      .where(eq(addressChanges.id, id));
    return { faults };
  }
  const undo = newBrowserToken();
  await setAddress(tx, userId, to);
  await tx
    .update(addressChanges)
    .set({ changedAt: tx.now, undoHash: hashSecret(undo) })
    .where(eq(addressChanges.id, id));
  await tx.delete(sessions).where(and(eq(sessions.userId, userId), ne(sessions.sessionToken, token)));
  await tx.delete(signInCodes).where(eq(signInCodes.email, from));
  await record(tx, { type: "user.address_changed", actorId: userId });
  const moved = { userId, from, to };
  await mailMoved(tx, moved, undo, id);
  return { moved };
}

/** Throws for an outcome that moved nothing: `invalid` at the fields of wrong codes or without a change, `rate_limited` after five tries. */
export function refuseAddress(outcome: Outcome): asserts outcome is { moved: Moved } {
  if (outcome === "none")
    throw new DomainError(
      "invalid",
      "You asked for no change of your address, or it was more than an hour ago.",
    );
  if (outcome === "spent")
    throw new DomainError("rate_limited", "Too many attempts. Start the change again.");
  if ("faults" in outcome) throw new DomainError("invalid", "Check the marked fields.", outcome.faults);
}

/**
 * Gives an account back the address that it moved from, for who has the link that we sent there: all its sessions end, all its passkeys and
 * linked services go, and its address stays for a week. In the transaction of another room, which has the rest follow. Throws `not_found`
 * for a link that is not ours, was used, or is older than a week.
 */
export async function takeBackAddress(tx: Transaction, token: string): Promise<Moved> {
  const [row] = await tx
    .select({ userId: addressChanges.userId, to: addressChanges.oldEmail, from: users.email })
    .from(addressChanges)
    .innerJoin(users, eq(users.id, addressChanges.userId))
    .where(
      and(
        eq(addressChanges.undoHash, hashSecret(token)),
        isNull(addressChanges.undoneAt),
        gt(addressChanges.changedAt, daysBefore(tx.now, addressDays)),
      ),
    )
    .for("update");
  if (!row) throw new DomainError("not_found", "This link was used already, or is more than a week old.");
  const { userId } = row;
  await deleteOpen(tx, userId);
  // Later changes of the same account are undone with it: who moved it away may have moved it on.
  await tx
    .update(addressChanges)
    .set({ undoneAt: tx.now })
    .where(and(eq(addressChanges.userId, userId), isNull(addressChanges.undoneAt)));
  await setAddress(tx, userId, row.to);
  await endSessionsOf(tx, { userId });
  await tx.delete(passkeys).where(eq(passkeys.userId, userId));
  await tx.delete(accounts).where(eq(accounts.userId, userId));
  await tx.delete(signInCodes).where(eq(signInCodes.email, row.from));
  await record(tx, { type: "user.address_restored", actorId: null, data: { userId } });
  await mailRestored(tx, row);
  return row;
}

/** The address of an account is one of `users`; the database says whether it is free. */
async function setAddress(tx: Transaction, userId: string, email: string) {
  await tx
    .update(users)
    .set({ email, emailVerified: tx.now })
    .where(eq(users.id, userId))
    .catch((error: unknown) => {
      if (brokenConstraint(error) !== "users_email_unique") throw error;
      throw new DomainError(
        "conflict",
        `There is another account with ${email} by now. Start the change again.`,
      );
    });
}

const deleteOpen = (tx: Transaction, userId: string) =>
  tx
    .delete(addressChanges)
    .where(and(eq(addressChanges.userId, userId), isNull(addressChanges.changedAt)))
    .then(() => undefined);

async function refuseWhileHeld(tx: Transaction, userId: string) {
  const [held] = await tx
    .select({ id: addressChanges.id })
    .from(addressChanges)
    .where(
      and(eq(addressChanges.userId, userId), gt(addressChanges.undoneAt, daysBefore(tx.now, addressDays))),
    )
    .limit(1);
  if (held)
    throw new DomainError(
      "conflict",
      `Your account was taken back less than ${addressDays} days ago. Its address can be changed again after that.`,
    );
}
