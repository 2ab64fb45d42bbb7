/** How many postings a file can have. */
export const mostRows = 500;
export const mostBytes = 2 * 1024 * 1024;
/** Characters of a text that is pasted. */
export const mostPasted = 200_000;
/** Days for which the list of what became of a file is stored. */
export const keptDays = 30;
/** Minutes without a row after which an import has stopped in the middle. */
const silentMinutes = 5;

/** Whether an import that is not done has stopped: a member can have it go on. */
export const hasStopped = ({ state, updatedAt }: { state: string; updatedAt: Date }, now: Date) =>
  state === "waiting" && now.getTime() - updatedAt.getTime() >= silentMinutes * 60_000;
