import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lte, sql } from "drizzle-orm";
import { type Database, db } from "@/db/client";
import { sessions, signInCodes, users } from "@/db/schema/auth";
import { hashSecret } from "./hash";
import type { Actor } from "./input";
import { knownBrowserDays } from "./rules";

/** The actor's name as it is now, which may be newer than the session's. */
export async function findName(on: Pick<Database, "select">, actor: Actor): Promise<string | null> {
  const [row] = await on.select({ name: users.name }).from(users).where(eq(users.id, actor.userId));
  return row?.name ?? null;
}

/** Whether the account is younger than a day. */
export async function isNewAccount({ userId }: Pick<Actor, "userId">): Promise<boolean> {
  const [row] = await db()
    .select({ isNew: sql<boolean>`${users.createdAt} > app_now() - interval '1 day'` })
    .from(users)
    .where(eq(users.id, userId));
  return row?.isNew ?? true;
}

/** The session of this token with its user, in the shape of next-auth's adapter; null when ended, late or suspended. */
export async function findSession(token: string) {
  const [row] = await db()
    .select({
      sessionToken: sessions.sessionToken,
      expires: sessions.expires,
      signedInAt: sessions.createdAt,
      userId: users.id,
      email: users.email,
      emailVerified: users.emailVerified,
      name: users.name,
      isAdmin: users.isAdmin,
      deletionAt: users.deletionAt,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(
      and(eq(sessions.sessionToken, token), gt(sessions.expires, sql`app_now()`), isNull(users.suspendedAt)),
    );
  if (!row) return null;
  const { userId, email, name, isAdmin, signedInAt, deletionAt, emailVerified } = row;
  const actor: Actor = { userId, email, name, isAdmin, signedInAt, deletionAt };
  return {
    session: { sessionToken: row.sessionToken, userId, expires: row.expires },
    user: { id: userId, email, emailVerified, name, actor },
  };
}

/** Those of the tokens whose session goes on: neither ended, nor late, nor of someone who is suspended. */
export async function listAliveSessions(tokens: readonly string[]): Promise<string[]> {
  const rows = await db()
    .select({ token: sessions.sessionToken })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(
      and(
        inArray(sessions.sessionToken, [...tokens]),
        gt(sessions.expires, sql`app_now()`),
        isNull(users.suspendedAt),
      ),
    );
  return rows.map(({ token }) => token);
}

/** Whether the browser with this token signed in by a code to `email` in the last 180 days. */
export async function isKnownBrowser(email: string, browser: string): Promise<boolean> {
  const [found] = await db()
    .select({ id: signInCodes.id })
    .from(signInCodes)
    .where(
      and(
        eq(signInCodes.browserHash, hashSecret(browser)),
        eq(signInCodes.email, email),
        isNotNull(signInCodes.usedAt),
        gt(signInCodes.usedAt, sql`app_now() - ${knownBrowserDays} * interval '1 day'`),
      ),
    )
    .limit(1);
  return found !== undefined;
}

/** The ids of users whose account is due to be deleted, at most 50, the first due first. */
export async function listDueDeletions(): Promise<string[]> {
  const due = await db()
    .select({ id: users.id })
    .from(users)
    .where(lte(users.deletionAt, sql`app_now()`))
    .orderBy(asc(users.deletionAt))
    .limit(50);
  return due.map(({ id }) => id);
}

/** The actor's live sessions, the latest first, at most 100, and which of them began with `token`. */
export async function listSessions({ userId }: Actor, token: string) {
  return db()
    .select({
      id: sessions.id,
      browser: sessions.browser,
      signedInAt: sessions.createdAt,
      seenAt: sessions.seenAt,
      isThis: sql<boolean>`${sessions.sessionToken} = ${token}`,
    })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), gt(sessions.expires, sql`app_now()`)))
    .orderBy(desc(sessions.createdAt), asc(sessions.id))
    .limit(100);
}
