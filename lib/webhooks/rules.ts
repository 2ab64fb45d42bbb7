import { dayMs } from "@/lib/days";
import { DomainError } from "@/lib/errors";

/** How many webhooks a company can have. */
export const mostWebhooks = 5;
/** How many deliveries of a webhook are stored. */
export const keptDeliveries = 50;

/** Minutes after each try at which the next one is due: ten tries within about three days. */
const pauses = [1, 5, 30, 120, 300, 600, 840, 1_200, 1_440];
export const mostTries = pauses.length + 1;
/** After so many days without one success, a webhook is stopped. */
export const failingDays = 5;
/** Longer than the longest pause: after such a silence, a failure is the first of a new row. */
const silentDays = 2;
/** For how many days both secrets sign after a renewal. */
export const bothSecretsDays = 1;

/** Minutes until the next try of a delivery that was tried so often without success; null after the last one. */
export const pauseAfter = (tries: number): number | null => pauses[tries - 1] ?? null;

export type Failing = { failingSince: Date | null; lastTriedAt: Date | null };

/** Since when a webhook fails, given that a request failed now, and whether it is stopped for it. */
export function failAgain({ failingSince, lastTriedAt }: Failing, now: Date) {
  const goesOn = failingSince && lastTriedAt && now.getTime() - lastTriedAt.getTime() < silentDays * dayMs;
  const since = goesOn ? failingSince : now;
  return { since, isStopped: now.getTime() - since.getTime() >= failingDays * dayMs };
}

/** The versions of the secret that sign a request now, the newest first. */
export const signingVersions = (
  { secretVersion, renewedAt }: { secretVersion: number; renewedAt: Date | null },
  now: Date,
): number[] =>
  renewedAt && now.getTime() - renewedAt.getTime() < bothSecretsDays * dayMs
    ? [secretVersion, secretVersion - 1]
    : [secretVersion];

/** Throws `conflict` where the company has as many webhooks as it can, or is closed. */
export function refuseAnother(company: { name: string; closedAt: Date | null }, count: number) {
  if (company.closedAt)
    throw new DomainError("conflict", `${company.name} is closed. It can have no webhooks.`);
  if (count >= mostWebhooks)
    throw new DomainError(
      "conflict",
      `A company can have at most ${mostWebhooks} webhooks. Delete one that you no longer use.`,
    );
}
