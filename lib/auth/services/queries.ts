import { and, asc, eq, inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { accounts } from "@/db/schema/auth";
import type { Actor } from "../input";
import { type ProviderId, providerIds } from "../lists";

/** The services that are linked to the actor's account. */
export async function listLinked({ userId }: Actor): Promise<ProviderId[]> {
  const rows = await db()
    .selectDistinct({ provider: accounts.provider })
    .from(accounts)
    .where(and(eq(accounts.userId, userId), inArray(accounts.provider, [...providerIds])))
    .orderBy(asc(accounts.provider));
  return providerIds.filter((id) => rows.some(({ provider }) => provider === id));
}

/** Whether that account at the service is linked to one of ours. */
export async function isLinked(provider: string, providerAccountId: string): Promise<boolean> {
  const [found] = await db()
    .select({ userId: accounts.userId })
    .from(accounts)
    .where(and(eq(accounts.provider, provider), eq(accounts.providerAccountId, providerAccountId)));
  return found !== undefined;
}
