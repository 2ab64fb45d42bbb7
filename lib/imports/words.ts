import type { RowOutcome } from "./lists";

/** What became of a posting. */
export const outcomeWords: Record<RowOutcome, string> = {
  new: "New draft",
  updated: "Draft updated",
  unchanged: "Nothing new",
  duplicate: "The same posting again in this file",
  refused: "Not imported",
};
