import { and, eq, gt, inArray, or } from "drizzle-orm";
import { inTransaction, type Transaction } from "@/db/client";
import { pendingVersions, postings } from "@/db/schema/postings";
import type { Actor } from "@/lib/auth/input";
import { closeCompany as endCompany } from "@/lib/companies/commands/close";
import { record } from "@/lib/events/commands";
import type { CloseCompany } from "../input";
import { takeBack } from "../life";
import { close } from "../rules";

/**
 * Closes a company for good, with its postings. Those that were published are closed as withdrawn: the message goes to everyone who waits for
 * an answer, ten minutes later as with any closing. Those in review or scheduled are drafts again. Returns the address of the company.
 * Throws `not_found`, `forbidden` unless the actor is an owner, `unauthenticated` unless they signed in a short while ago, `invalid` at `name` unless that is its name, and `conflict` where it is
 * closed already.
 */
export function closeCompany(actor: Actor, { companyId, name, message }: CloseCompany) {
  return inTransaction(async (tx) => {
    const company = await endCompany(tx, actor, { companyId, name });
    await takeAllBack(tx, actor, companyId);
    const closed = await tx
      .update(postings)
      .set({
        ...close({ state: "published" }, "withdrawn", tx.now),
        closeMessage: message,
        closeToldAt: null,
      })
      .where(and(eq(postings.companyId, companyId), eq(postings.state, "published")))
      .returning({ postingId: postings.id });
    const events = closed.map(({ postingId }) => ({
      type: "posting.closed" as const,
      actorId: actor.userId,
      companyId,
      postingId,
      data: { reason: "withdrawn" as const },
    }));
    if (events.length > 0) await record(tx, ...events);
    return company;
  });
}

async function takeAllBack(tx: Transaction, actor: Actor, companyId: string) {
  const taken = await tx
    .update(postings)
    .set({ ...takeBack({ state: "in_review", publishAt: null }, tx.now), updatedAt: tx.now })
    .where(
      and(
        eq(postings.companyId, companyId),
        or(
          eq(postings.state, "in_review"),
          and(eq(postings.state, "published"), gt(postings.publishAt, tx.now)),
        ),
      ),
    )
    .returning({ postingId: postings.id });
  if (taken.length === 0) return;
  const ids = taken.map(({ postingId }) => postingId);
  await tx.delete(pendingVersions).where(inArray(pendingVersions.postingId, ids));
  await record(
    tx,
    ...ids.map((postingId) => ({
      type: "posting.taken_back" as const,
      actorId: actor.userId,
      companyId,
      postingId,
    })),
  );
}
