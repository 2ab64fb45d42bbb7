export const postingStates = ["draft", "in_review", "published", "closed", "expired", "removed"] as const;
export type PostingState = (typeof postingStates)[number];

export const closeReasons = ["filled", "withdrawn"] as const;
export type CloseReason = (typeof closeReasons)[number];

/** The parts of a posting that a proposal can be about, in the order of its form. */
export const proposalGroups = [
  "workplace",
  "employment",
  "hiring",
  "place",
  "salary",
  "experience",
  "degree",
  "skill",
  "responsibility",
] as const;
export type ProposalGroup = (typeof proposalGroups)[number];
