import { StatusMark } from "@/app/_ui/status-mark";
import type { CloseReason, PostingState as State } from "@/lib/postings/lists";

/** Where a posting stands, in a word: what its members and admins see. */
export function PostingState({
  state,
  live,
  closeReason,
}: {
  state: State;
  live?: boolean;
  closeReason?: CloseReason | null;
}) {
  if (state === "draft") return <StatusMark tone="neutral">Draft</StatusMark>;
  if (state === "in_review") return <StatusMark tone="waiting">In review</StatusMark>;
  if (state === "published" && live) return <StatusMark tone="good">Live</StatusMark>;
  if (state === "closed")
    return <StatusMark tone="neutral">{closeReason === "filled" ? "Filled" : "Withdrawn"}</StatusMark>;
  if (state === "removed") return <StatusMark tone="bad">Removed</StatusMark>;
  return <StatusMark tone="warning">{state === "expired" ? "Expired" : "Not live"}</StatusMark>;
}
