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

/** What was typed or chosen under a question, in an application that is not sent yet. */
export type DraftAnswer = { question: string; text: string; chosen: string[] };

/** Whether an attached file was checked: only what is clean can be downloaded. */
export const fileStates = ["pending", "clean", "unsafe"] as const;

/** Plain reasons for a no. The others name a line of the match sheet by its kind. */
export const plainReasons = [
  "another_applicant",
  "role_filled",
  "role_withdrawn",
  "pay",
  "place",
  "start",
  "language",
  "other",
] as const;
export type PlainReason = (typeof plainReasons)[number];
export const lineKinds = ["responsibility", "skill", "experience", "degree"] as const;
export const reasonKinds = [...lineKinds, "plain"] as const;

/** Characters of a message between candidate and company, and of words that go with a move. */
export const longestMessage = 5000;
export const longestWords = 2000;

/** Characters of a note on an applicant and of a tag, and tags of one applicant. */
export const longestNote = 2000;
export const longestTag = 30;
export const mostTags = 10;

/** How strongly an application shows a line of its match sheet, as a member rates it, from the weakest to the strongest. */
export const lineRatings = ["none", "partly", "shown", "strongly"] as const;
export type LineRating = (typeof lineRatings)[number];

/** Lines of a match sheet: more than a posting can ask for. */
export const mostLines = 100;

/** Characters of the reason for a rating. */
export const longestRatingReason = 300;

/** From so many applications on the answer rate of a posting or a company is public. */
export const fewestForRate = 10;

/** The place by match of applications without a score: behind all others. */
export const lastInOrder = 1_000_000;

/** Where an application is under way, in the order of the pipeline. */
export const openStates = [
  "submitted",
  "screening",
  "interview",
  "offer",
] as const satisfies ApplicationState[];

/** Where an application is over: nobody waits for an answer any more. */
export const endedStates = ["hired", "rejected", "withdrawn"] as const satisfies ApplicationState[];

/** The furthest stage that an application reached, for the figures of its posting. */
export const reachedStages = ["none", "interview", "offer", "hired"] as const;
