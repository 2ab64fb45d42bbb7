import { randomBytes } from "node:crypto";
import { and, desc, eq, gt, isNull, lt, or, sql } from "drizzle-orm";
import { inTransaction, type Transaction } from "@/db/client";
import { isMemberAnywhere } from "@/db/membership";
import {
  addressChanges,
  passkeyChallenges,
  rateLimits,
  sessions,
  signInCodes,
  users,
} from "@/db/schema/auth";
import { daysBefore } from "@/lib/days";
import { sendMail } from "@/lib/email/commands";
import { settings } from "@/lib/env";
import { DomainError } from "@/lib/errors";
import { record } from "@/lib/events/commands";
import { one } from "@/lib/present";
import { hashCode, isCode, newCode } from "./code";
import { hashSecret } from "./hash";
import type { Actor, DemoSignIn, RedeemCode, RequestCode } from "./input";
import { addressDays, codeMinutes, codeTries, knownBrowserDays, ownPath, sessionLength } from "./rules";

/** A random secret for a cookie: what ties a code to the browser that asked for it, or a session to its browser. */
export const newBrowserToken = () => randomBytes(32).toString("base64url");

/**
 * Mails a sign-in code to the address, known or not, so that nobody learns which are. The code is good for ten minutes, once,
 * in the browser that holds `browser`.
 */
export async function requestCode(input: RequestCode, browser: string) {
  const code = newCode();
  await inTransaction(async (tx) => {
    const [row] = await tx
      .insert(signInCodes)
      .values({
        email: input.email,
        codeHash: hashCode(code, input.email),
        browserHash: hashSecret(browser),
        createdAt: tx.now,
        expiresAt: new Date(tx.now.getTime() + codeMinutes * 60_000),
      })
      .returning({ id: signInCodes.id });
    const query = new URLSearchParams({ code, ...(input.next && { next: ownPath(input.next) }) });
    await sendMail(tx, {
      key: `code-${row?.id}`,
      to: input.email,
      subject: `${code} is your Backplane code`,
      heading: "Sign in to Backplane",
      paragraphs: [
        `Enter this code in the browser where you requested it. It is valid for ${codeMinutes} minutes and works once.`,
      ],
      code,
      action: { label: "Open the sign-in page", url: `${settings().APP_URL}/sign-in/code?${query}` },
      reason:
        "You received this e-mail because somebody entered your address on our sign-in page. If it was not you, ignore it.",
    });
  });
}

export type NewSession = { token: string; expires: Date };

/**
 * Signs in with the newest code that this browser asked for, creating the user at the first time. Throws `invalid` at `code` for a
 * wrong, used or late one, and `rate_limited` after five tries. Ends the session `former`, which this browser had until now. `browserName`
 * is what its owner will know the session by.
 */
export async function redeemCode(
  input: RedeemCode,
  browser: string,
  former: string | null = null,
  browserName = "",
): Promise<NewSession> {
  const outcome = await inTransaction(async (tx) => {
    const [row] = await tx
      .select({
        id: signInCodes.id,
        email: signInCodes.email,
        codeHash: signInCodes.codeHash,
        tries: signInCodes.tries,
      })
      .from(signInCodes)
      .where(
        and(
          eq(signInCodes.browserHash, hashSecret(browser)),
          isNull(signInCodes.usedAt),
          gt(signInCodes.expiresAt, tx.now),
        ),
      )
      .orderBy(desc(signInCodes.createdAt))
      .limit(1)
      .for("update");
    if (!row) return "none" as const;
    if (row.tries >= codeTries) return "spent" as const;
    const right = isCode(input.code, row);
    // A wrong try must be kept, so this transaction may not be rolled back by the refusal.
    await tx
      .update(signInCodes)
      .set(right ? { usedAt: tx.now } : { tries: row.tries + 1 })
      .where(eq(signInCodes.id, row.id));
    if (!right) return "wrong" as const;
    return startSession(tx, row.email, former, browserName);
  });
  if (outcome === "none")
    throw new DomainError(
      "invalid",
      "No code was requested in this browser, or it has expired. Request a new code.",
      "code",
    );
  if (outcome === "spent")
    throw new DomainError("rate_limited", "Too many attempts. Request a new code.", "code");
  if (outcome === "wrong") throw new DomainError("invalid", "This is not the code in the e-mail.", "code");
  return outcome;
}

/** One-click sign-in of the demonstration; ends the session `former`. Refused (`not_found`) wherever DEMO is off. */
export async function signInForDemo(
  input: DemoSignIn,
  former: string | null = null,
  browserName = "",
): Promise<NewSession> {
  if (!settings().DEMO) throw new DomainError("not_found", "This page does not exist.");
  return inTransaction((tx) => startSession(tx, input.email, former, browserName));
}

/**
 * next-auth's way to begin a session after a sign-in elsewhere, which lasts no longer than the user's rights allow; ends the session
 * `former`. Throws `not_found` for a suspended user.
 */
export async function startProviderSession(
  { sessionToken, userId }: { sessionToken: string; userId: string },
  former: string | null = null,
  browserName = "",
) {
  const { expires } = await inTransaction((tx) =>
    beginSession(tx, userId, { former, browserName, token: sessionToken }),
  );
  return { sessionToken, userId, expires };
}

/** What a session begins with: the session that this browser had until now, and what its owner will know it by. */
export type Beginning = { former: string | null; browserName: string };

/** Begins a session of a user in the transaction that proved who they are. Throws `not_found` for one who is suspended. */
export async function beginSession(
  tx: Transaction,
  userId: string,
  { former, browserName, token = newBrowserToken() }: Beginning & { token?: string },
): Promise<NewSession> {
  const [user] = await tx
    .select({ isAdmin: users.isAdmin, isMember })
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.suspendedAt)));
  if (!user) throw new DomainError("not_found", "This user does not exist.");
  const expires = new Date(tx.now.getTime() + sessionLength(user));
  await endFormer(tx, former);
  await tx
    .insert(sessions)
    .values({ sessionToken: token, userId, expires, createdAt: tx.now, browser: browserName });
  await record(tx, { type: "user.signed_in", actorId: userId });
  return { token, expires };
}

/** Ends the session that began with `token`; one that has ended already is no fault. */
export async function endSession(actor: Actor, token: string) {
  await inTransaction(async (tx) => {
    const ended = await tx
      .delete(sessions)
      .where(and(eq(sessions.sessionToken, token), eq(sessions.userId, actor.userId)))
      .returning({ userId: sessions.userId });
    if (ended.length > 0) await record(tx, { type: "user.signed_out", actorId: actor.userId });
  });
}

/** Makes the user with this address an admin, creating it if need be. Their sessions end, since their rights changed. */
export async function grantAdmin(email: string) {
  await inTransaction(async (tx) => {
    const user = await ensureUser(tx, email);
    await tx.update(users).set({ isAdmin: true }).where(eq(users.id, user.id));
    await endSessionsOf(tx, { userId: user.id });
    await record(tx, { type: "user.granted_admin", actorId: null, data: { userId: user.id } });
  });
}

/** The worker's regular task: forgets what is over (ended sessions, old codes and challenges, counters of limits). */
export async function housekeep() {
  await inTransaction(async (tx) => {
    await tx.delete(sessions).where(lt(sessions.expires, tx.now));
    // A used code says for a while that this browser belongs to that address: `isKnownBrowser` asks.
    await tx
      .delete(signInCodes)
      .where(
        and(
          lt(signInCodes.expiresAt, daysBefore(tx.now, 1)),
          or(isNull(signInCodes.usedAt), lt(signInCodes.usedAt, daysBefore(tx.now, knownBrowserDays))),
        ),
      );
    // A change that was made counts for as long as it can be undone, and one that was undone keeps the address as long.
    const settled = daysBefore(tx.now, addressDays);
    await tx
      .delete(addressChanges)
      .where(
        and(
          lt(addressChanges.expiresAt, tx.now),
          or(isNull(addressChanges.changedAt), lt(addressChanges.changedAt, settled)),
          or(isNull(addressChanges.undoneAt), lt(addressChanges.undoneAt, settled)),
        ),
      );
    await tx.delete(passkeyChallenges).where(lt(passkeyChallenges.expiresAt, tx.now));
    await tx.delete(rateLimits).where(lt(rateLimits.expire, new Date(tx.now.getTime() - 3_600_000)));
  });
}

/** Shortens the actor's sessions to what a member may have, in the transaction that made them one. */
export async function limitSessions(tx: Transaction, actor: Pick<Actor, "userId">) {
  const latest = new Date(tx.now.getTime() + sessionLength({ isAdmin: false, isMember: true }));
  await tx
    .update(sessions)
    .set({ expires: latest })
    .where(and(eq(sessions.userId, actor.userId), gt(sessions.expires, latest)));
}

/** Ends all sessions of a user whose rights somebody else changed, in the transaction that changed them. */
export async function endSessionsOf(tx: Transaction, { userId }: Pick<Actor, "userId">) {
  await tx.delete(sessions).where(eq(sessions.userId, userId));
}

/** Keeps the actor's name, in the transaction of another room. */
export async function renameUser(tx: Transaction, actor: Actor, name: string | null) {
  await tx.update(users).set({ name }).where(eq(users.id, actor.userId));
}

async function startSession(
  tx: Transaction,
  email: string,
  former: string | null,
  browserName: string,
): Promise<NewSession> {
  const user = await ensureUser(tx, email);
  if (user.suspendedAt)
    throw new DomainError("invalid", "This account is suspended. Contact us to find out why.", "code");
  await tx
    .update(users)
    .set({ emailVerified: sql`coalesce(${users.emailVerified}, ${tx.now.toISOString()}::timestamptz)` })
    .where(eq(users.id, user.id));
  return beginSession(tx, user.id, { former, browserName });
}

/** Whoever signs in over a live session has left that one, whosever it was. */
async function endFormer(tx: Transaction, token: string | null) {
  if (!token) return;
  const [ended] = await tx
    .delete(sessions)
    .where(eq(sessions.sessionToken, token))
    .returning({ userId: sessions.userId });
  if (ended) await record(tx, { type: "user.signed_out", actorId: ended.userId });
}

/**
 * Throws `invalid` for an address that an account has just moved away from: a new account with it would keep who has it from taking the
 * old one back.
 */
export async function refuseLeftAddress(tx: Pick<Transaction, "select">, email: string) {
  const [left] = await tx
    .select({ id: addressChanges.id })
    .from(addressChanges)
    .where(
      and(
        eq(addressChanges.oldEmail, email),
        isNull(addressChanges.undoneAt),
        sql`${addressChanges.changedAt} > app_now() - make_interval(days => ${addressDays})`,
      ),
    )
    .limit(1);
  if (left)
    throw new DomainError(
      "invalid",
      `An account moved from this address to another one less than ${addressDays} days ago. If that was not you, open the link in our e-mail about it.`,
      "code",
    );
}

async function ensureUser(tx: Transaction, email: string) {
  await refuseLeftAddress(tx, email);
  await tx.insert(users).values({ email, createdAt: tx.now }).onConflictDoNothing();
  const found = await tx
    .select({ id: users.id, suspendedAt: users.suspendedAt })
    .from(users)
    .where(eq(users.email, email));
  return one(found);
}

const isMember = isMemberAnywhere({ userId: users.id });
