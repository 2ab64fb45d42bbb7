import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { type Database, db } from "@/db/client";
import { sessions, users } from "@/db/schema/auth";
import type { Actor } from "./input";

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
