import { and, eq, type SQL, sql } from "drizzle-orm";
import { inTransaction, type Transaction } from "@/db/client";
import { users } from "@/db/schema/auth";
import { reports } from "@/db/schema/reports";
import type { Actor, Admin } from "@/lib/auth/input";
import { DomainError } from "@/lib/errors";
import { record } from "@/lib/events/commands";
import { freezePosting, lockLivePosting } from "@/lib/postings/commands/freeze";
import { one, present } from "@/lib/present";
import type { ReportPosting } from "./input";
import type { ReportOutcome } from "./lists";
import { isWeighty, peopleToFreeze } from "./rules";

/**
 * Notes that somebody reports a live posting, and freezes it if enough people do whose reports count. Without an actor the report waits for an
 * admin and never freezes. Throws `not_found` where the posting is not live, and `conflict` where the actor has reported it already.
 */
export function reportPosting(
  actor: Actor | null,
  { postingId, reason, words }: Pick<ReportPosting, "postingId" | "reason" | "words">,
): Promise<void> {
  return inTransaction(async (tx) => {
    const posting = await lockLivePosting(tx, postingId);
    const weighs = isWeighty(actor && (await findReporter(tx, actor)), tx.now);
    const [report] = await tx
      .insert(reports)
      .values({
        postingId,
        reporterId: actor?.userId ?? null,
        reason,
        words: words ?? "",
        weighs,
        at: tx.now,
      })
      .onConflictDoNothing()
      .returning({ id: reports.id });
    if (!report)
      throw new DomainError(
        "conflict",
        "You have already reported this posting. We will tell you what we decide.",
      );
    const about = { companyId: posting.companyId, postingId };
    await record(tx, {
      type: "report.submitted",
      actorId: actor?.userId ?? null,
      ...about,
      data: { reportId: report.id },
    });
    if (weighs && (await countWeighty(tx, postingId)) >= peopleToFreeze)
      await freezePosting(tx, null, posting);
  });
}

async function findReporter(tx: Transaction, { userId }: Actor) {
  const decided = (outcome: ReportOutcome) =>
    sql<number>`(select count(*)::int from reports r where r.reporter_id = ${userId}::uuid and r.state = ${outcome})`;
  const [reporter] = await tx
    .select({ createdAt: users.createdAt, upheld: decided("upheld"), dismissed: decided("dismissed") })
    .from(users)
    .where(eq(users.id, userId));
  return reporter ?? null;
}

/** How many people's open reports count. One person has at most one open report of a posting. */
async function countWeighty(tx: Transaction, postingId: string): Promise<number> {
  const rows = await tx
    .select({ n: sql<number>`count(*)::int` })
    .from(reports)
    .where(and(eq(reports.postingId, postingId), eq(reports.state, "open"), eq(reports.weighs, true)));
  return one(rows).n;
}

/**
 * Decides all open reports of a posting, in the transaction of the admin's decision about it. Those who reported with an account are told.
 * Returns how many there were.
 */
export async function decideReports(
  tx: Transaction,
  admin: Admin,
  posting: About,
  outcome: ReportOutcome,
): Promise<number> {
  return write(tx, admin, posting, outcome, eq(reports.state, "open"));
}

/** Dismisses the reports of a posting that were upheld at that moment, likewise: the decision that they led to was reversed. */
export const dismissUpheld = (tx: Transaction, admin: Admin, posting: About, at: Date) =>
  write(
    tx,
    admin,
    posting,
    "dismissed",
    present(and(eq(reports.state, "upheld"), eq(reports.decidedAt, at))),
  );

type About = { id: string; companyId: string };

async function write(
  tx: Transaction,
  admin: Admin,
  { id: postingId, companyId }: About,
  outcome: ReportOutcome,
  which: SQL,
): Promise<number> {
  const decided = await tx
    .update(reports)
    .set({ state: outcome, decidedAt: tx.now })
    .where(and(eq(reports.postingId, postingId), which))
    .returning({ id: reports.id });
  if (decided.length > 0)
    await record(
      tx,
      ...decided.map(({ id }) => ({
        type: "report.decided" as const,
        actorId: admin.userId,
        companyId,
        postingId,
        data: { reportId: id, outcome },
      })),
    );
  return decided.length;
}
