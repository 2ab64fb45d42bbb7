import { and, eq, inArray, sql } from "drizzle-orm";
import { inTransaction, type Transaction } from "@/db/client";
import { postings } from "@/db/schema/postings";
import type { Admin } from "@/lib/auth/input";
import { DomainError } from "@/lib/errors";
import { record } from "@/lib/events/commands";
import { findRate } from "@/lib/taxonomy/queries/rates";
import type { CompleteImport } from "../input";
import { payColumns, payOfForm } from "../pay";
import { isIncompleteImport } from "../queries/imports";
import { submit } from "../rules";
import { refreshDocuments } from "./document";
import { lockImport } from "./lock";
import { noteNearDuplicates } from "./near-duplicates";
import { addParts } from "./parts";

/**
 * Completes an imported draft of a company without members with what an admin entered, and puts it in review. What was left out stays as it
 * was imported. Throws `not_found` where it is no incomplete import any more, and `invalid` at every field that is still missing.
 */
export async function completeImport(admin: Admin, { id, places, ...input }: CompleteImport): Promise<void> {
  const pay = payOfForm(input);
  if (pay && "at" in pay) throw new DomainError("invalid", pay.message, pay.field);
  const salary = pay && payColumns(pay, await findRate(pay.currency, "salaryCurrency"));
  await inTransaction(async (tx) => {
    const posting = await lockImport(tx, id);
    const added = places.flatMap(({ city, country }) => (country ? [{ city: city ?? null, country }] : []));
    const columns = {
      title: input.title || posting.title,
      description: input.description || posting.description,
      employment: input.employment ?? posting.employment,
      workplace: input.workplace ?? posting.workplace,
      hiringCountries: input.hiringCountries.length > 0 ? input.hiringCountries : posting.hiringCountries,
    };
    const submitted = submit(
      {
        ...columns,
        state: posting.state,
        salaryMinMinor: salary?.salaryMinMinor ?? posting.salaryMinMinor,
        places: [...posting.places, ...added],
      },
      tx.now,
    );
    await tx
      .update(postings)
      .set({ ...columns, ...salary, ...submitted, updatedAt: tx.now })
      .where(eq(postings.id, id));
    await addParts(tx, id, { places: added, skills: [], responsibilities: [] });
    await tx.execute(refreshDocuments(sql`p.id = ${id}`));
    await noteNearDuplicates(tx, [{ id, title: columns.title, description: columns.description }]);
    await record(tx, {
      type: "posting.submitted",
      actorId: admin.userId,
      companyId: posting.companyId,
      postingId: id,
    });
  });
}

/**
 * Removes incomplete imports, in the transaction of the decision, and gives the ids of those that were: what was completed or removed
 * meanwhile is left as it is. The same adverts imported again are refused.
 */
export async function discardImports(
  tx: Transaction,
  admin: Admin,
  ids: readonly string[],
  reason: string,
): Promise<string[]> {
  const removed = await tx
    .update(postings)
    .set({ state: "removed", removeReason: reason, updatedAt: tx.now })
    .where(and(inArray(postings.id, [...ids]), isIncompleteImport()))
    .returning({ postingId: postings.id, companyId: postings.companyId });
  if (removed.length > 0)
    await record(
      tx,
      ...removed.map((one) => ({ type: "posting.removed" as const, actorId: admin.userId, ...one })),
    );
  return removed.map(({ postingId }) => postingId);
}
