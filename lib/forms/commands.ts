import { and, eq, lt, sql } from "drizzle-orm";
import { db, inTransaction } from "@/db/client";
import { sessions } from "@/db/schema/auth";
import { unsentForms } from "@/db/schema/forms";
import { hashSecret } from "@/lib/auth/hash";
import { browserToken, findBrowserToken, sessionToken } from "@/lib/auth/session";
import type { SentForm } from "./read";

const keptForMs = 3_600_000;
/** Characters of JSON; the longest form of ours has about 60,000. */
const longest = 100_000;

/**
 * Saves what was typed into a form of the page at `path` for an hour, because the session of its sender has ended; returns whether it was
 * saved. Files and secrets are not, nor a form that is too long or does not say which one it is.
 */
export async function saveUnsentForm(path: string, { name, values, version }: SentForm): Promise<boolean> {
  if (!name || JSON.stringify(values).length > longest) return false;
  const [browser, session] = [await browserToken(), await sessionToken()];
  await inTransaction(async (tx) => {
    const row = { values, version: version ?? null, expiresAt: new Date(tx.now.getTime() + keptForMs) };
    const userId = sql<string>`(select user_id from ${sessions} where session_token = ${session})`;
    await tx
      .insert(unsentForms)
      .values({ browserHash: hashSecret(browser), path, form: name, userId, ...row })
      .onConflictDoUpdate({
        target: [unsentForms.browserHash, unsentForms.path, unsentForms.form],
        set: { ...row, userId },
      });
  });
  return true;
}

/** Deletes what was saved of this browser for the form `name` of the page at `path`: it has been sent. */
export async function deleteUnsentForm(path: string, name: string) {
  const browser = await findBrowserToken();
  if (!browser) return;
  await db()
    .delete(unsentForms)
    .where(
      and(
        eq(unsentForms.browserHash, hashSecret(browser)),
        eq(unsentForms.path, path),
        eq(unsentForms.form, name),
      ),
    );
}

/** The worker's regular task: forgets forms that nobody came back for within the hour. */
export async function deleteOldUnsentForms() {
  await inTransaction(async (tx) => {
    await tx.delete(unsentForms).where(lt(unsentForms.expiresAt, tx.now));
  });
}
