import { asc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { passkeys } from "@/db/schema/auth";
import type { Actor } from "../input";
import { mostPasskeys } from "./rules";

/** The actor's passkeys, the oldest first: what they call each, and when it was added and last used. */
export async function listPasskeys({ userId }: Actor) {
  return db()
    .select({
      id: passkeys.id,
      name: passkeys.name,
      createdAt: passkeys.createdAt,
      lastUsedAt: passkeys.lastUsedAt,
    })
    .from(passkeys)
    .where(eq(passkeys.userId, userId))
    .orderBy(asc(passkeys.createdAt), asc(passkeys.id))
    .limit(mostPasskeys);
}
