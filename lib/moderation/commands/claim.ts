import { eq, or, sql } from "drizzle-orm";
import { inTransaction, type Transaction } from "@/db/client";
import { reviewClaims } from "@/db/schema/moderation";
import type { Admin } from "@/lib/auth/input";
import { lockChange } from "@/lib/companies/commands/changes";
import { DomainError } from "@/lib/errors";
import { record } from "@/lib/events/commands";
import type { OneReview } from "../input";
import { claimMinutes } from "../lists";
import { firstWaiting, type QueuePlace, type Waiting } from "../queries/queue";
import { refuseIfDecided } from "./decided";

/** What an admin is to review: a posting by its id, a company also by its address. */
export type Claimed = { kind: "posting"; id: string } | { kind: "company"; id: string; slug: string };

/**
 * Makes what waits longest, of all behind `after`, the admin's to review for 20 minutes: nothing that another admin is reviewing. What the admin
 * had before is free again. Null where nothing is left.
 */
export function claimNext(admin: Admin, after?: QueuePlace): Promise<Claimed | null> {
  return inTransaction(async (tx) => {
    await oneAtATime(tx);
    return claimFirst(tx, admin, after);
  });
}

async function claimFirst(tx: Transaction, admin: Admin, after?: QueuePlace): Promise<Claimed | null> {
  const isFree = sql`waits.id not in (
    select coalesce(c.posting_id, c.company_id) from review_claims c
    where c.until > ${tx.now.toISOString()}::timestamptz and c.admin_id <> ${admin.userId}::uuid)`;
  const [next] = await tx.execute<Waiting>(firstWaiting({ after, limit: 1, but: isFree }));
  if (!next) {
    await tx.delete(reviewClaims).where(eq(reviewClaims.adminId, admin.userId));
    return null;
  }
  const claimed = await claim(tx, admin, next).catch(ifDecided);
  // It was decided after it was found: it is in the queue no more.
  return claimed ?? claimFirst(tx, admin, after);
}

/** Makes something that waits the admin's to review, whoever was reviewing it. Throws `not_found`, and `conflict` where it was decided meanwhile. */
export function takeOver(admin: Admin, review: OneReview): Promise<Claimed> {
  return inTransaction(async (tx) => {
    await oneAtATime(tx);
    return claim(tx, admin, review);
  });
}

/** One admin after the other, so that two who ask at once get different things. */
const oneAtATime = (tx: Transaction) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtext('review_claims'))`);

function ifDecided(error: unknown): null {
  if (error instanceof DomainError) return null;
  throw error;
}

async function claim(tx: Transaction, admin: Admin, { kind, id }: Waiting): Promise<Claimed> {
  // Locked before the claims are: a decision locks in this order too.
  if (kind === "company") {
    const { slug } = await lockChange(tx, { companyId: id });
    await write(tx, admin, { companyId: id });
    await record(tx, { type: "company.change_claimed", actorId: admin.userId, companyId: id });
    return { kind, id, slug };
  }
  const { companyId } = await refuseIfDecided(tx, id);
  await write(tx, admin, { postingId: id });
  await record(tx, { type: "review.claimed", actorId: admin.userId, companyId, postingId: id });
  return { kind, id };
}

type Subject = { postingId: string } | { companyId: string };

async function write(tx: Transaction, { userId: adminId }: Admin, subject: Subject) {
  await tx.delete(reviewClaims).where(or(eq(reviewClaims.adminId, adminId), isOn(subject)));
  const until = new Date(tx.now.getTime() + claimMinutes * 60_000);
  await tx.insert(reviewClaims).values({ adminId, ...subject, until });
}

/** Ends the claim on something that is decided. */
export async function endClaim(tx: Transaction, subject: Subject) {
  await tx.delete(reviewClaims).where(isOn(subject));
}

const isOn = (subject: Subject) =>
  "postingId" in subject
    ? eq(reviewClaims.postingId, subject.postingId)
    : eq(reviewClaims.companyId, subject.companyId);
