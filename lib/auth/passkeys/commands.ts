import { and, count, eq, gt, isNull } from "drizzle-orm";
import { inTransaction, type Transaction } from "@/db/client";
import { passkeyChallenges, passkeys, users } from "@/db/schema/auth";
import { DomainError } from "@/lib/errors";
import { record } from "@/lib/events/commands";
import { type Beginning, beginSession, type NewSession } from "../commands";
import { hashSecret } from "../hash";
import type { Actor } from "../input";
import { refuseUnlessFresh } from "../rules";
import { askToMake, askToUse, challengeOf, readMade, readUsed, userOf } from "./ceremony";
import type { AddPasskey, MadePasskey, OnePasskey, RenamePasskey, UsedPasskey } from "./input";
import { challengeMinutes, isCountingOn, mostPasskeys } from "./rules";

/**
 * What a browser needs to make a passkey for the actor; the browser with this token has five minutes. Throws `unauthenticated` unless they
 * signed in a short while ago, and `conflict` where they have ten.
 */
export function beginPasskey(actor: Actor, browser: string) {
  return inTransaction(async (tx) => {
    refuseUnlessFresh(actor, tx.now);
    await refuseTooMany(tx, actor);
    const known = await tx
      .select({ id: passkeys.credentialId, transports: passkeys.transports })
      .from(passkeys)
      .where(eq(passkeys.userId, actor.userId));
    const options = await askToMake(actor, known);
    await saveChallenge(tx, options.challenge, browser, actor.userId);
    return options;
  });
}

/**
 * Adds the passkey that a device made for the actor. Throws `unauthenticated` unless they signed in a short while ago, `invalid` unless it
 * answers what this browser asked for in the last five minutes, and `conflict` where they have ten, or it is registered already.
 */
export async function addPasskey(actor: Actor, { name, made }: AddPasskey, browser: string) {
  const outcome = await inTransaction(async (tx) => {
    refuseUnlessFresh(actor, tx.now);
    const challenge = await takeChallenge(tx, made, browser, actor.userId);
    const passkey = challenge && (await readMade(made, challenge));
    // A challenge that was used must stay used, so this transaction may not be rolled back by the refusal.
    if (!passkey) return "refused" as const;
    await refuseTooMany(tx, actor);
    const [added] = await tx
      .insert(passkeys)
      .values({ ...passkey, userId: actor.userId, name, createdAt: tx.now })
      .onConflictDoNothing()
      .returning({ id: passkeys.id });
    if (!added) return "known" as const;
    await record(tx, {
      type: "passkey.added",
      actorId: actor.userId,
      data: { passkeyId: added.id, userId: actor.userId },
    });
  });
  if (outcome === "refused") throw new DomainError("invalid", notGenuine);
  if (outcome === "known") throw new DomainError("conflict", "This passkey is registered already.");
}

/** Changes what the actor calls a passkey. Throws `not_found`. */
export function renamePasskey(actor: Actor, { id, name }: RenamePasskey) {
  return inTransaction(async (tx) => {
    const renamed = await tx
      .update(passkeys)
      .set({ name })
      .where(own(actor, id))
      .returning({ id: passkeys.id });
    if (renamed.length === 0) throw notFound();
    await record(tx, {
      type: "passkey.renamed",
      actorId: actor.userId,
      data: { passkeyId: id, userId: actor.userId },
    });
  });
}

/** Removes a passkey of the actor, which signs in no more. Sessions that it began go on. Throws `not_found`. */
export function removePasskey(actor: Actor, { id }: OnePasskey) {
  return inTransaction(async (tx) => {
    const removed = await tx.delete(passkeys).where(own(actor, id)).returning({ id: passkeys.id });
    if (removed.length === 0) throw notFound();
    await record(tx, {
      type: "passkey.removed",
      actorId: actor.userId,
      data: { passkeyId: id, userId: actor.userId },
    });
  });
}

/** What a browser needs to sign in with a passkey; the browser with this token has five minutes. */
export function beginPasskeySignIn(browser: string) {
  return inTransaction(async (tx) => {
    const options = await askToUse();
    await saveChallenge(tx, options.challenge, browser, null);
    return options;
  });
}

/**
 * Signs in the owner of the passkey. Throws `invalid` unless it answers what this browser asked for in the last five minutes, once, and for
 * who is suspended. One that counts backwards is refused and recorded: it was copied.
 */
export async function redeemPasskey(
  used: UsedPasskey,
  browser: string,
  beginning: Beginning,
): Promise<NewSession> {
  const outcome = await inTransaction(async (tx) => {
    const challenge = await takeChallenge(tx, used, browser, null);
    if (!challenge) return "late" as const;
    const [passkey] = await tx
      .select({
        id: passkeys.id,
        userId: passkeys.userId,
        publicKey: passkeys.publicKey,
        counter: passkeys.counter,
        suspendedAt: users.suspendedAt,
      })
      .from(passkeys)
      .innerJoin(users, eq(users.id, passkeys.userId))
      .where(eq(passkeys.credentialId, used.id))
      .for("update", { of: passkeys });
    if (!passkey || userOf(used) !== passkey.userId) return "refused" as const;
    const counter = await readUsed(used, challenge, passkey);
    if (counter === null) return "refused" as const;
    if (!isCountingOn(passkey.counter, counter)) {
      const data = { passkeyId: passkey.id, userId: passkey.userId };
      await record(tx, { type: "passkey.refused", actorId: null, data });
      return "copied" as const;
    }
    if (passkey.suspendedAt) return "suspended" as const;
    await tx.update(passkeys).set({ counter, lastUsedAt: tx.now }).where(eq(passkeys.id, passkey.id));
    return beginSession(tx, passkey.userId, beginning);
  });
  if (typeof outcome === "string") throw new DomainError("invalid", refusals[outcome]);
  return outcome;
}

const notGenuine = "Your browser’s answer came too late, or it is not for this page. Try again.";
const refusals = {
  late: notGenuine,
  refused: "We do not know this passkey. Sign in with a code by e-mail, then add a new passkey.",
  copied:
    "This passkey may have been copied, so it does not sign in any more. Sign in with a code by e-mail, and add a new passkey.",
  suspended: "This account is suspended. Contact us to find out why.",
};

const notFound = () => new DomainError("not_found", "This passkey is not there any more.");
const own = ({ userId }: Actor, id: string) => and(eq(passkeys.id, id), eq(passkeys.userId, userId));

/** Locks the user, so that of two passkeys that are added at once the second one is counted. */
async function refuseTooMany(tx: Transaction, { userId }: Actor) {
  await tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for("update");
  const [has] = await tx.select({ n: count() }).from(passkeys).where(eq(passkeys.userId, userId));
  if (has && has.n >= mostPasskeys)
    throw new DomainError(
      "conflict",
      `You have ${mostPasskeys} passkeys, the most we store. Remove one first.`,
    );
}

async function saveChallenge(tx: Transaction, challenge: string, browser: string, userId: string | null) {
  const expiresAt = new Date(tx.now.getTime() + challengeMinutes * 60_000);
  await tx
    .insert(passkeyChallenges)
    .values({ challenge, browserHash: hashSecret(browser), userId, expiresAt });
}

/** The challenge that the answer is to, which no other answer can be to from now on; null where this browser was not given it, or too long ago. */
async function takeChallenge(
  tx: Transaction,
  answer: MadePasskey | UsedPasskey,
  browser: string,
  userId: string | null,
): Promise<string | null> {
  const [taken] = await tx
    .delete(passkeyChallenges)
    .where(
      and(
        eq(passkeyChallenges.challenge, challengeOf(answer)),
        eq(passkeyChallenges.browserHash, hashSecret(browser)),
        userId ? eq(passkeyChallenges.userId, userId) : isNull(passkeyChallenges.userId),
        gt(passkeyChallenges.expiresAt, tx.now),
      ),
    )
    .returning({ challenge: passkeyChallenges.challenge });
  return taken?.challenge ?? null;
}
