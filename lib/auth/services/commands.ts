import { and, eq, exists, sql } from "drizzle-orm";
import { inTransaction } from "@/db/client";
import { accounts, users } from "@/db/schema/auth";
import { events } from "@/db/schema/events";
import { DomainError } from "@/lib/errors";
import { record } from "@/lib/events/commands";
import type { Actor, OneService } from "../input";
import { type ProviderId, providerNames } from "../lists";
import { refuseUnlessFresh } from "../rules";

/** Throws `unauthenticated` unless the actor, who wants to link a service, signed in a short while ago. */
export function refuseUnlessLinkable(actor: Actor) {
  return inTransaction(async (tx) => refuseUnlessFresh(actor, tx.now));
}

/**
 * Links an account at a service, which was shown to be the person's, to theirs here. Of what the service sends, only who it is is stored: no
 * tokens. Linked again, nothing changes. An account that begins with a service has nobody to tell yet.
 */
export function linkService({
  userId,
  provider,
  providerAccountId,
  type,
}: {
  userId: string;
  provider: ProviderId;
  providerAccountId: string;
  type: string;
}) {
  return inTransaction(async (tx) => {
    const linked = await tx
      .insert(accounts)
      .values({ userId, provider, providerAccountId, type })
      .onConflictDoNothing()
      .returning({ provider: accounts.provider });
    const signedInBefore = tx
      .select({ one: sql`1` })
      .from(events)
      .where(and(eq(events.actorId, userId), eq(events.type, "user.signed_in")));
    const [known] = await tx
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.id, userId), exists(signedInBefore)));
    if (linked.length > 0 && known)
      await record(tx, { type: "service.linked", actorId: userId, data: { provider, userId } });
  });
}

/** Unlinks all accounts at a service from the actor's, who can always sign in with a code. Throws `not_found`. */
export function unlinkService({ userId }: Actor, { provider }: OneService) {
  return inTransaction(async (tx) => {
    const unlinked = await tx
      .delete(accounts)
      .where(and(eq(accounts.userId, userId), eq(accounts.provider, provider)))
      .returning({ provider: accounts.provider });
    if (unlinked.length === 0)
      throw new DomainError("not_found", `${providerNames[provider]} is not linked to your account.`);
    await record(tx, { type: "service.unlinked", actorId: userId, data: { provider, userId } });
  });
}
