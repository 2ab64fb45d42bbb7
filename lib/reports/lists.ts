/** What can be wrong with a posting. */
export const reportReasons = [
  "scam",
  "payment",
  "not_open",
  "misleading",
  "discriminating",
  "not_a_job",
  "other",
] as const;
export type ReportReason = (typeof reportReasons)[number];

/** A report is open until an admin decides about it. */
export const reportStates = ["open", "upheld", "dismissed"] as const;
export type ReportState = (typeof reportStates)[number];
export type ReportOutcome = Exclude<ReportState, "open">;
