import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { postings } from "@/db/schema/postings";
import type { Admin } from "@/lib/auth/input";
import { DomainError } from "@/lib/errors";
import { record } from "@/lib/events/commands";
import { isLive } from "../queries/live";

type About = { id: string; companyId: string };

/** The posting, if it is live, locked until the transaction ends. Throws `not_found`. */
export async function lockLivePosting(tx: Transaction, id: string): Promise<About> {
  const [posting] = await tx
    .select({ id: postings.id, companyId: postings.companyId })
    .from(postings)
    .where(and(eq(postings.id, id), isLive()))
    .for("update");
  if (!posting) throw new DomainError("not_found", "This posting is not open any more.");
  return posting;
}

/** Hides a locked posting from everyone until an admin has looked at it. `admin` is null where reports do it. */
export async function freezePosting(tx: Transaction, admin: Admin | null, { id, companyId }: About) {
  await tx.update(postings).set({ frozenAt: tx.now, updatedAt: tx.now }).where(eq(postings.id, id));
  await record(tx, {
    type: "posting.frozen",
    actorId: admin?.userId ?? null,
    companyId,
    postingId: id,
  });
}

/** Shows a locked posting again, without an event. */
export const thaw = (tx: Transaction, { id }: Pick<About, "id">) =>
  tx.update(postings).set({ frozenAt: null, updatedAt: tx.now }).where(eq(postings.id, id));

/** Shows a locked posting again. */
export async function unfreezePosting(tx: Transaction, admin: Admin, { id, companyId }: About) {
  await thaw(tx, { id });
  await record(tx, { type: "posting.unfrozen", actorId: admin.userId, companyId, postingId: id });
}
