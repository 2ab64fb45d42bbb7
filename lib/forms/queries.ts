import { and, asc, eq, gt, isNull, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { unsentForms } from "@/db/schema/forms";
import { hashSecret } from "@/lib/auth/hash";
import type { Actor } from "@/lib/auth/input";
import { findBrowserToken } from "@/lib/auth/session";

/** The forms of the page at `path` that this browser could not send because the session had ended, for the one who signed in since. */
export async function listUnsentForms(actor: Actor, path: string) {
  const browser = await findBrowserToken();
  if (!browser) return [];
  return db()
    .select({ form: unsentForms.form, values: unsentForms.values, version: unsentForms.version })
    .from(unsentForms)
    .where(
      and(
        eq(unsentForms.browserHash, hashSecret(browser)),
        eq(unsentForms.path, path),
        or(isNull(unsentForms.userId), eq(unsentForms.userId, actor.userId)),
        gt(unsentForms.expiresAt, sql`app_now()`),
      ),
    )
    .orderBy(asc(unsentForms.form))
    .limit(20);
}
