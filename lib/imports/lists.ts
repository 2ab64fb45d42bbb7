export const importStates = ["waiting", "done", "refused"] as const;

/** What became of one posting of a file. */
export const rowOutcomes = ["new", "updated", "unchanged", "duplicate", "refused"] as const;
export type RowOutcome = (typeof rowOutcomes)[number];
