import { and, eq, inArray, sql } from "drizzle-orm";
import { inTransaction, type Transaction } from "@/db/client";
import { applicationRatings } from "@/db/schema/applications";
import type { Actor } from "@/lib/auth/input";
import { DomainError } from "@/lib/errors";
import { record } from "@/lib/events/commands";
import { refuseIfChanged } from "@/lib/forms/changes";
import { ratingsForm } from "../form";
import { type RateApplication, reasonKey } from "../input";
import { linesOnSheet, lockForMember } from "./lock";

type Rated = Pick<typeof applicationRatings.$inferSelect, "kind" | "slug" | "rating" | "reason">;

/**
 * Saves how strongly the actor finds that an applicant of their company shows the lines of the match sheet, in the order of the sheet: all of the
 * actor's ratings, at least one. Members of any role. Returns the posting's id. Throws `not_found`, `invalid`, and `conflict` where the actor's
 * ratings are not `version` any more. Nothing is written where nothing changes.
 */
export function rateApplication(actor: Actor, { id, ...given }: RateApplication, version?: string) {
  return inTransaction(async (tx) => {
    const { postingId, companyId } = await lockForMember(tx, actor, id);
    const lines = await linesOnSheet(tx, id);
    const own = and(eq(applicationRatings.applicationId, id), eq(applicationRatings.userId, actor.userId));
    const before = await tx
      .select({
        id: applicationRatings.id,
        kind: applicationRatings.kind,
        slug: applicationRatings.slug,
        rating: applicationRatings.rating,
        reason: applicationRatings.reason,
      })
      .from(applicationRatings)
      .where(own);
    refuseIfChanged(version, ratingsForm(lines, before));
    const after = lines.flatMap((line, at): Rated[] => {
      const rating = given.ratings[at];
      return rating ? [{ ...line, rating, reason: given.reasons[at] ?? "" }] : [];
    });
    refuseUnrated(given, lines.length, after);
    const was = new Map(before.map((one) => [reasonKey(one), one]));
    const now = new Set(after.map(reasonKey));
    const changed = after.filter((one) => {
      const { rating, reason } = was.get(reasonKey(one)) ?? {};
      return one.rating !== rating || one.reason !== reason;
    });
    const dropped = before.filter((one) => !now.has(reasonKey(one)));
    if (changed.length + dropped.length === 0) return { postingId };
    await write(tx, { applicationId: id, userId: actor.userId, changed, dropped });
    await record(tx, {
      type: "application.rated",
      actorId: actor.userId,
      companyId,
      postingId,
      applicationId: id,
      data: { lines: after.length, changed: changed.length + dropped.length },
    });
    return { postingId };
  });
}

/** Whoever has rated keeps at least one rating: it is what lets them see those of others. */
function refuseUnrated(
  { ratings }: Pick<RateApplication, "ratings">,
  lines: number,
  after: readonly Rated[],
) {
  if (ratings.some((rating, at) => rating && at >= lines))
    throw new DomainError("invalid", "Rate lines of this applicant’s match sheet.");
  if (after.length === 0) throw new DomainError("invalid", "Rate at least one line.", "ratings[0]");
}

async function write(
  tx: Transaction,
  {
    changed,
    dropped,
    ...of
  }: { applicationId: string; userId: string; changed: readonly Rated[]; dropped: readonly { id: number }[] },
) {
  if (dropped.length > 0)
    await tx.delete(applicationRatings).where(
      inArray(
        applicationRatings.id,
        dropped.map(({ id }) => id),
      ),
    );
  if (changed.length > 0)
    await tx
      .insert(applicationRatings)
      .values(changed.map((one) => ({ ...of, ...one, at: tx.now })))
      .onConflictDoUpdate({
        target: [
          applicationRatings.applicationId,
          applicationRatings.userId,
          applicationRatings.kind,
          applicationRatings.slug,
        ],
        set: { rating: sql`excluded.rating`, reason: sql`excluded.reason`, at: sql`excluded.at` },
      });
}
