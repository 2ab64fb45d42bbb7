import { and, eq, gt, isNotNull, isNull, sql } from "drizzle-orm";
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
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(
      and(eq(sessions.sessionToken, token), gt(sessions.expires, sql`app_now()`), isNull(users.suspendedAt)),
    );
  if (!row) return null;
  const { userId, email, name, isAdmin, signedInAt, emailVerified } = row;
  const actor: Actor = { userId, email, name, isAdmin, signedInAt };
  return {
    session: { sessionToken: row.sessionToken, userId, expires: row.expires },
    user: { id: userId, email, emailVerified, name, actor },
  };
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
