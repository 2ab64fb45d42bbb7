import { inTransaction, type Transaction } from "@/db/client";
import { decisions } from "@/db/schema/moderation";
import { tellOfRevision } from "@/lib/applications/commands/tell";
import type { Admin } from "@/lib/auth/input";
import { DomainError } from "@/lib/errors";
import { discardImports as discard } from "@/lib/postings/commands/complete-import";
import * as postings from "@/lib/postings/commands/decide";
import { freezePosting as freeze, lockLivePosting, unfreezePosting } from "@/lib/postings/commands/freeze";
import { lockPosting } from "@/lib/postings/commands/lock";
import { decideReports } from "@/lib/reports/commands";
import type {
  ApprovePosting,
  ClearPosting,
  DiscardImports,
  FreezePosting,
  RemovePosting,
  SendPostingBack,
} from "../input";
import { type DecisionKind, type DecisionReason, removalReason } from "../lists";
import { settleAppeals } from "./appeal";
import { endClaim } from "./claim";
import { findSameApproval, refuseDecided, refuseIfDecided } from "./decided";

/**
 * Approves what of a posting waits: the posting, which is published, or a change of a published one, of which those who applied are told; gives which of the two, and whether the posting waits for its time.
 * Sent again, because the answer was lost, it changes nothing. Throws `not_found`; `conflict` if another admin was quicker, or the company submitted another version; `invalid` at every missing field.
 */
export function approvePosting(admin: Admin, input: ApprovePosting) {
  return inTransaction(async (tx) => {
    const before = await findSameApproval(tx, admin, input);
    if (before) return before;
    await refuseIfDecided(tx, input.id);
    const approved = await postings.publishPosting(tx, admin, input);
    await decide(tx, admin, input.id, "approve", []);
    if (approved.as === "change") await tellOfRevision(tx, approved.revised);
    return approved.as;
  });
}

/** Sends it back to its writer with a reason for each field. Throws `not_found` or `conflict`. */
export function sendPostingBack(admin: Admin, { reasons, ...input }: SendPostingBack) {
  return inTransaction(async (tx) => {
    await refuseIfDecided(tx, input.id);
    await postings.sendPostingBack(tx, admin, input);
    await decide(tx, admin, input.id, "send_back", reasons);
  });
}

/**
 * Removes a posting that is published or in review; the reason of one that was published is public. Those who reported it were right, and are
 * told. Whether it waited for review. Throws `not_found` or `conflict`.
 */
export function removePosting(
  admin: Admin,
  { id, about = "other", reason }: Omit<RemovePosting, "about"> & Partial<Pick<RemovePosting, "about">>,
): Promise<{ wasInReview: boolean }> {
  return inTransaction(async (tx) => {
    const { state } = await lockPosting(tx, id);
    if (state === "removed") await refuseDecided(tx, id, "This posting is removed already.");
    const posting = await postings.removePosting(tx, admin, id, reason);
    await decideReports(tx, admin, posting, "upheld");
    await decide(tx, admin, id, "remove", [{ field: about, message: reason }]);
    return { wasInReview: state === "in_review" };
  });
}

/** Removes incomplete imports, each with its decision, and gives how many: those that were completed or removed meanwhile are not among them. */
export function discardImports(admin: Admin, { ids }: DiscardImports): Promise<number> {
  return inTransaction(async (tx) => {
    const reason: DecisionReason = { field: "incomplete", message: removalReason("incomplete").canned };
    const discarded = await discard(tx, admin, ids, reason.message);
    if (discarded.length > 0)
      await tx.insert(decisions).values(discarded.map((id) => decisionOf(tx, admin, id, "remove", [reason])));
    return discarded.length;
  });
}

/** Hides a live posting until it is decided about, for a reason that its company reads. Throws `not_found` where it is not live. */
export function freezePosting(admin: Admin, { id, reason }: FreezePosting) {
  return inTransaction(async (tx) => {
    await freeze(tx, admin, await lockLivePosting(tx, id));
    await decide(tx, admin, id, "freeze", [{ field: "other", message: reason }]);
  });
}

/**
 * Decides that nothing is wrong with a posting: those who reported it are told, and it is shown again where it was frozen. Throws
 * `not_found`, and `conflict` where it is neither reported nor frozen.
 */
export function clearPosting(admin: Admin, { id }: ClearPosting) {
  return inTransaction(async (tx) => {
    const posting = await lockPosting(tx, id);
    const dismissed = await decideReports(tx, admin, posting, "dismissed");
    if (dismissed === 0 && !posting.frozenAt)
      throw new DomainError("conflict", "This posting has no open reports any more, and is not frozen.");
    if (!posting.frozenAt) return;
    await unfreezePosting(tx, admin, posting);
    await decide(tx, admin, id, "unfreeze", []);
  });
}

async function decide(tx: Transaction, ...[admin, postingId, kind, reasons]: Decision) {
  await tx.insert(decisions).values(decisionOf(tx, admin, postingId, kind, reasons));
  await endClaim(tx, { postingId });
  if (kind === "remove" || kind === "unfreeze") await settleAppeals(tx, postingId);
}

type Decision = [admin: Admin, postingId: string, kind: DecisionKind, reasons: DecisionReason[]];

const decisionOf = (tx: Transaction, ...[{ userId: adminId }, postingId, kind, reasons]: Decision) => ({
  postingId,
  adminId,
  kind,
  reasons,
  at: tx.now,
});
