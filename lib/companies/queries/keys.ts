import { and, asc, desc, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { isOwner } from "@/db/membership";
import { users } from "@/db/schema/auth";
import { companies, companyKeys } from "@/db/schema/companies";
import { hashSecret } from "@/lib/auth/hash";
import type { Actor } from "@/lib/auth/input";
import type { KeyScope } from "../lists";
import { whyKeyStopped } from "../rules";

const standing = {
  revokedAt: companyKeys.revokedAt,
  isMakerOwner: isOwner({ userId: companyKeys.madeBy }, companyKeys.companyId),
  isMakerSuspended: sql<boolean>`${users.suspendedAt} is not null`,
  isClosed: sql<boolean>`${companies.closedAt} is not null`,
  isSuspended: sql<boolean>`${companies.suspendedAt} is not null`,
};

/** What a key that works may do, for which company, and for whom it acts. */
export type WorkingKey = { id: string; companyId: string; scopes: KeyScope[]; actor: Actor };

/**
 * The key of that text: who it acts for, or the sentence that says why it does not work any more; null for one that is not ours. A key is
 * never a fresh sign-in.
 */
export async function findKey(secret: string): Promise<WorkingKey | { stopped: string } | null> {
  const [row] = await db()
    .select({
      ...standing,
      id: companyKeys.id,
      companyId: companyKeys.companyId,
      scopes: companyKeys.scopes,
      userId: users.id,
      email: users.email,
      name: users.name,
    })
    .from(companyKeys)
    .innerJoin(companies, eq(companies.id, companyKeys.companyId))
    .innerJoin(users, eq(users.id, companyKeys.madeBy))
    .where(eq(companyKeys.secretHash, hashSecret(secret)));
  if (!row) return null;
  const stopped = whyKeyStopped(row);
  if (stopped) return { stopped };
  const { id, companyId, scopes, userId, email, name } = row;
  const actor = { userId, email, name, isAdmin: false, signedInAt: new Date(0), deletionAt: null };
  return { id, companyId, scopes, actor };
}

/** The keys of a company that work or have stopped, then those that were revoked, newest first: at most 50. Empty for all but its owners. */
export async function listKeys(actor: Actor, companyId: string) {
  const rows = await db()
    .select({
      ...standing,
      id: companyKeys.id,
      name: companyKeys.name,
      prefix: companyKeys.prefix,
      scopes: companyKeys.scopes,
      createdAt: companyKeys.createdAt,
      lastUsedAt: companyKeys.lastUsedAt,
      madeBy: sql<string>`coalesce(${users.name}, ${users.email})`,
    })
    .from(companyKeys)
    .innerJoin(companies, eq(companies.id, companyKeys.companyId))
    .innerJoin(users, eq(users.id, companyKeys.madeBy))
    .where(and(eq(companyKeys.companyId, companyId), isOwner(actor, companyKeys.companyId)))
    .orderBy(desc(sql`${companyKeys.revokedAt} is null`), desc(companyKeys.createdAt), asc(companyKeys.id))
    .limit(50);
  return rows.map((row) => ({ ...row, stopped: whyKeyStopped(row) }));
}
