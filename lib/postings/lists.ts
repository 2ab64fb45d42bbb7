export const postingStates = ["draft", "in_review", "published", "closed", "expired", "removed"] as const;
export type PostingState = (typeof postingStates)[number];

export const closeReasons = ["filled", "withdrawn"] as const;
export type CloseReason = (typeof closeReasons)[number];
