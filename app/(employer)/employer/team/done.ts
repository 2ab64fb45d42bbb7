/** What the page of the team says after each action. */
export const doneWords = {
  invited: "Invitation sent.",
  resent: "Invitation sent again. The link in the earlier e-mail no longer works.",
  withdrawn: "Invitation withdrawn.",
  changed: "Role changed.",
  removed: "The person was removed.",
} as const;

export type TeamDone = keyof typeof doneWords;
