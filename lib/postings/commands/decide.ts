import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { postings } from "@/db/schema/postings";
import type { Admin } from "@/lib/auth/input";
import { DomainError } from "@/lib/errors";
import { record } from "@/lib/events/commands";
import { isOverAtSource, publish, remove, sendBack, withSourceDates } from "../rules";
import { refreshDocuments } from "./document";
import { lockPosting } from "./lock";

/** Publishes an approved posting, in the transaction of the decision. Throws `not_found`, `conflict`, or `invalid` at every missing field. */
export async function publishPosting(tx: Transaction, admin: Admin, id: string) {
  const posting = await lockPosting(tx, id);
  if (isOverAtSource(posting, tx.now))
    throw new DomainError("conflict", "The advert that this posting was imported from has ended.");
  const life = withSourceDates(publish(posting, tx.now), posting);
  await tx.update(postings).set(life).where(eq(postings.id, id));
  await tx.execute(refreshDocuments(sql`p.id = ${id}`));
  await record(tx, {
    type: "posting.published",
    actorId: admin.userId,
    companyId: posting.companyId,
    postingId: id,
  });
}

/** Sends a posting in review back to its writer, likewise. */
export async function sendPostingBack(tx: Transaction, admin: Admin, id: string) {
  const posting = await lockPosting(tx, id);
  await tx.update(postings).set(sendBack(posting)).where(eq(postings.id, id));
  await record(tx, {
    type: "posting.sent_back",
    actorId: admin.userId,
    companyId: posting.companyId,
    postingId: id,
  });
}

/** Removes a published posting, likewise; `reason` is public. */
export async function removePosting(tx: Transaction, admin: Admin, id: string, reason: string) {
  const posting = await lockPosting(tx, id);
  await tx.update(postings).set(remove(posting, reason)).where(eq(postings.id, id));
  await record(tx, {
    type: "posting.removed",
    actorId: admin.userId,
    companyId: posting.companyId,
    postingId: id,
  });
}
