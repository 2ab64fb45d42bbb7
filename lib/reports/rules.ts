import { daysAfter } from "@/lib/days";

/** So many different people freeze a posting at once. */
export const peopleToFreeze = 3;
/** Accounts younger than this weigh nothing. */
const leastAccountDays = 1;
/** From so many decided reports on, somebody whose reports were never right weighs nothing. */
const wrongUntilIgnored = 3;

/** Who reports: since when they have an account, and what became of their reports that were decided. */
export type Reporter = { createdAt: Date; upheld: number; dismissed: number };

/** Whether the report of this person counts towards freezing a posting. Reports without an account never do. */
export const isWeighty = (reporter: Reporter | null, now: Date): boolean =>
  reporter !== null &&
  daysAfter(reporter.createdAt, leastAccountDays) <= now &&
  (reporter.upheld > 0 || reporter.dismissed < wrongUntilIgnored);
