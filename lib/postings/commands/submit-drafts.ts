import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { inTransaction } from "@/db/client";
import { mayWrite } from "@/db/membership";
import { postings } from "@/db/schema/postings";
import type { Actor } from "@/lib/auth/input";
import { record } from "@/lib/events/commands";
import { listRates } from "@/lib/taxonomy/queries/rates";
import { oddPayWords } from "../pay";
import { missingToPublish, submit } from "../rules";
import { refuseIfClosed } from "./lock";
import { noteNearDuplicates } from "./near-duplicates";

/**
 * Submits those of the drafts of the actor's company for review that are complete and whose pay is usual, all at once. Returns how many they
 * are. Throws `conflict` for a closed company.
 */
export async function submitDrafts(actor: Actor, companyId: string, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const digits = new Map((await listRates()).map(({ currency, minorDigits }) => [currency, minorDigits]));
  return inTransaction(async (tx) => {
    await refuseIfClosed(tx, actor, companyId);
    const drafts = await tx
      .select({
        id: postings.id,
        state: postings.state,
        title: postings.title,
        description: postings.description,
        workplace: postings.workplace,
        employment: postings.employment,
        hiringCountries: postings.hiringCountries,
        salaryMinMinor: postings.salaryMinMinor,
        salaryMaxMinor: postings.salaryMaxMinor,
        salaryCurrency: postings.salaryCurrency,
        salaryPeriod: postings.salaryPeriod,
        yearlyUsdMin: postings.yearlyUsdMin,
        yearlyUsdMax: postings.yearlyUsdMax,
        places: sql<{ country: string }[]>`coalesce((
          select json_agg(json_build_object('country', pl.country)) from posting_places pl
          where pl.posting_id = ${sql`${postings.id}`}), '[]')`,
      })
      .from(postings)
      .where(
        and(
          inArray(postings.id, [...ids]),
          eq(postings.companyId, companyId),
          eq(postings.state, "draft"),
          mayWrite(actor, postings.companyId),
        ),
      )
      .orderBy(asc(postings.id))
      .for("update");
    const complete = drafts.filter(
      (draft) =>
        missingToPublish(draft).length === 0 &&
        !oddPayWords(draft, digits.get(draft.salaryCurrency ?? "") ?? 2),
    );
    const [first] = complete;
    if (!first) return 0;
    await tx
      .update(postings)
      .set({ ...submit(first, tx.now), updatedAt: tx.now })
      .where(
        inArray(
          postings.id,
          complete.map(({ id }) => id),
        ),
      );
    await noteNearDuplicates(tx, complete);
    await record(
      tx,
      ...complete.map(({ id }) => ({
        type: "posting.submitted" as const,
        actorId: actor.userId,
        companyId,
        postingId: id,
      })),
    );
    return complete.length;
  });
}
