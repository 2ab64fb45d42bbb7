export const applicationStates = [
  "submitted",
  "screening",
  "interview",
  "offer",
  "hired",
  "rejected",
  "withdrawn",
] as const;
export type ApplicationState = (typeof applicationStates)[number];

/** Where an application is over: nobody waits for an answer any more. */
export const endedStates: readonly ApplicationState[] = ["hired", "rejected", "withdrawn"];
