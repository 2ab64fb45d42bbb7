import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { addressChanges } from "@/db/schema/auth";
import { hashSecret } from "../hash";
import type { Actor } from "../input";
import { addressDays } from "../rules";

/** The address that the actor's account is to move to, while its codes are good; or null. */
export async function findAddressChange({ userId }: Actor) {
  const [row] = await db()
    .select({ newEmail: addressChanges.newEmail, expiresAt: addressChanges.expiresAt })
    .from(addressChanges)
    .where(
      and(
        eq(addressChanges.userId, userId),
        isNull(addressChanges.changedAt),
        gt(addressChanges.expiresAt, sql`app_now()`),
      ),
    );
  return row ?? null;
}

/** The address that the link of this token gives back to its account; null where there is no such link, or not any more. */
export async function findLeftAddress(token: string) {
  const [row] = await db()
    .select({ oldEmail: addressChanges.oldEmail })
    .from(addressChanges)
    .where(
      and(
        eq(addressChanges.undoHash, hashSecret(token)),
        isNull(addressChanges.undoneAt),
        sql`${addressChanges.changedAt} > app_now() - make_interval(days => ${addressDays})`,
      ),
    );
  return row ?? null;
}
