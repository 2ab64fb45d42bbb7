import { eq } from "drizzle-orm";
import { inTransaction } from "@/db/client";
import { postings } from "@/db/schema/postings";
import type { Actor } from "@/lib/auth/input";
import { record } from "@/lib/events/commands";
import type { ClosePosting } from "../input";
import { close } from "../rules";
import { lockPostingFor } from "./lock";

/** Closes a published posting as filled or withdrawn. Throws `not_found`, or `conflict` when it is not published. */
export function closePosting(actor: Actor, input: ClosePosting) {
  return inTransaction(async (tx) => {
    const posting = await lockPostingFor(tx, actor, input.id);
    await tx
      .update(postings)
      .set(close(posting, input.reason, tx.now))
      .where(eq(postings.id, posting.id));
    await record(tx, {
      type: "posting.closed",
      actorId: actor.userId,
      companyId: posting.companyId,
      postingId: posting.id,
      data: { reason: input.reason },
    });
  });
}
