import { randomBytes } from "node:crypto";
import { and, count, eq, isNull, lt, or, sql } from "drizzle-orm";
import { db, inTransaction } from "@/db/client";
import { companyKeys } from "@/db/schema/companies";
import { hashSecret } from "@/lib/auth/hash";
import type { Actor } from "@/lib/auth/input";
import { refuseUnlessFresh } from "@/lib/auth/rules";
import { DomainError } from "@/lib/errors";
import { record } from "@/lib/events/commands";
import { one } from "@/lib/present";
import type { CreateKey, OneKey } from "../input";
import { mostKeys, refuseUnlessOwner } from "../rules";
import { lockTeam } from "./team";

/** Tells a key of ours from other secrets, for people and for programs that look for leaked ones. */
const mark = "bpk_";
/** Characters of a key that are shown later: enough to recognise it, too few to guess the rest. */
const shown = mark.length + 6;

/**
 * Makes a key of a company, and returns it: this is the only time that it is known. Throws `not_found`, `forbidden` unless the actor is an
 * owner, `unauthenticated` unless they signed in a short while ago, and `conflict` for a closed company, for a form that was sent before,
 * and where the company has as many keys as it can.
 */
export function createKey(
  actor: Actor,
  { companyId, id, name, scopes }: CreateKey,
): Promise<{ secret: string }> {
  const secret = mark + randomBytes(32).toString("base64url");
  return inTransaction(async (tx) => {
    const company = await lockTeam(tx, actor, companyId);
    refuseUnlessOwner(company, "create keys");
    refuseUnlessFresh(actor, tx.now);
    if (company.closedAt) throw new DomainError("conflict", "This company is closed. It can have no keys.");
    const { n } = one(
      await tx
        .select({ n: count() })
        .from(companyKeys)
        .where(and(eq(companyKeys.companyId, companyId), isNull(companyKeys.revokedAt))),
    );
    if (n >= mostKeys)
      throw new DomainError(
        "conflict",
        `A company can have at most ${mostKeys} keys. Revoke one that you no longer use.`,
      );
    const created = await tx
      .insert(companyKeys)
      .values({
        id,
        companyId,
        madeBy: actor.userId,
        name,
        secretHash: hashSecret(secret),
        prefix: secret.slice(0, shown),
        scopes: [...new Set(scopes)].sort(),
        createdAt: tx.now,
      })
      .onConflictDoNothing({ target: companyKeys.id })
      .returning({ id: companyKeys.id });
    if (created.length === 0)
      throw new DomainError(
        "conflict",
        "This key was created already, and a key is shown only once. If you did not copy it, revoke it and create another one.",
      );
    await record(tx, { type: "key.created", actorId: actor.userId, companyId, data: { keyId: id } });
    return { secret };
  });
}

/**
 * Ends a key of a company at once, and returns the company's address. One that was revoked before stays as it is. Throws `not_found`,
 * `forbidden` unless the actor is an owner, and `unauthenticated` unless they signed in a short while ago.
 */
export function revokeKey(actor: Actor, { companyId, id }: OneKey): Promise<{ slug: string }> {
  return inTransaction(async (tx) => {
    const company = await lockTeam(tx, actor, companyId);
    refuseUnlessOwner(company, "revoke keys");
    refuseUnlessFresh(actor, tx.now);
    const isTheirs = and(eq(companyKeys.id, id), eq(companyKeys.companyId, companyId));
    const [key] = await tx.select({ revokedAt: companyKeys.revokedAt }).from(companyKeys).where(isTheirs);
    if (!key) throw new DomainError("not_found", "We cannot find this key.");
    if (key.revokedAt) return company;
    await tx.update(companyKeys).set({ revokedAt: tx.now }).where(isTheirs);
    await record(tx, { type: "key.revoked", actorId: actor.userId, companyId, data: { keyId: id } });
    return company;
  });
}

/** Notes that a key was used in this minute; once a minute, whoever uses it how often. */
export async function noteUseOfKey(id: string): Promise<void> {
  const minute = sql`date_trunc('minute', app_now())`;
  await db()
    .update(companyKeys)
    .set({ lastUsedAt: minute })
    .where(
      and(eq(companyKeys.id, id), or(isNull(companyKeys.lastUsedAt), lt(companyKeys.lastUsedAt, minute))),
    );
}
