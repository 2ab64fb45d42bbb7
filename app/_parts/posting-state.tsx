import type { ComponentProps } from "react";
import { StatusMark } from "@/app/_ui/status-mark";
import type { CloseReason, PostingStanding } from "@/lib/postings/lists";

/** Where a posting stands, in a word: what its members and admins see. */
export function PostingState({
  standing,
  closeReason,
  isSentBack = false,
}: {
  standing: PostingStanding;
  closeReason?: CloseReason | null;
  /** A draft that a review sent back to its writer. */
  isSentBack?: boolean;
}) {
  if (standing === "draft" && isSentBack) return <StatusMark tone="warning">Changes requested</StatusMark>;
  if (standing === "closed" && closeReason === "withdrawn")
    return <StatusMark tone="neutral">Withdrawn</StatusMark>;
  const { tone, word } = marks[standing];
  return <StatusMark tone={tone}>{word}</StatusMark>;
}

const marks: Record<PostingStanding, { tone: ComponentProps<typeof StatusMark>["tone"]; word: string }> = {
  draft: { tone: "neutral", word: "Draft" },
  in_review: { tone: "waiting", word: "In review" },
  scheduled: { tone: "waiting", word: "Scheduled" },
  live: { tone: "good", word: "Live" },
  paused: { tone: "neutral", word: "Paused" },
  unconfirmed: { tone: "warning", word: "Not confirmed, not live" },
  frozen: { tone: "bad", word: "Frozen" },
  suspended: { tone: "bad", word: "Company suspended" },
  closed: { tone: "neutral", word: "Filled" },
  expired: { tone: "warning", word: "Expired" },
  removed: { tone: "bad", word: "Removed" },
};
