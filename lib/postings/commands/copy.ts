import { eq, sql } from "drizzle-orm";
import { inTransaction } from "@/db/client";
import { postings } from "@/db/schema/postings";
import type { Actor } from "@/lib/auth/input";
import { record } from "@/lib/events/commands";
import type { OnePosting } from "../input";
import { postingSlug } from "../rules";
import { lockPostingFor } from "./lock";
import { copyParts } from "./parts";
import { startDraft } from "./save-draft";

/**
 * Starts a draft of the same company with everything that the posting `id` says, whatever its state, and returns the draft's id. Applicants,
 * dates and where it was imported from stay with the original. Throws `not_found`.
 */
export function copyPosting(actor: Actor, { id }: OnePosting): Promise<{ id: string }> {
  return inTransaction(async (tx) => {
    const original = await lockPostingFor(tx, actor, id);
    const draft = await startDraft(tx, actor, original.companyId);
    await tx.execute(sql`
      update postings draft set (${columns}) = (select ${columns} from postings original where original.id = ${original.id})
      where draft.id = ${draft.id}`);
    await tx
      .update(postings)
      .set({ slug: postingSlug(original.title, draft.companySlug, draft.id) })
      .where(eq(postings.id, draft.id));
    await copyParts(tx, { from: original.id, to: draft.id });
    await record(tx, {
      type: "posting.drafted",
      actorId: actor.userId,
      companyId: original.companyId,
      postingId: draft.id,
    });
    return { id: draft.id };
  });
}

/** What its form edits, and what only imports and the API say. */
const columns = sql`title, description, degree_level, degree_field, equal_experience, experience_min, experience_max,
  salary_min_minor, salary_max_minor, salary_currency, salary_period, yearly_usd_min, yearly_usd_max,
  workplace, employment, hiring_countries, window_start, window_end, window_zone, reply_days, blind_review`;
