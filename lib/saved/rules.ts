import { daysAfter } from "@/lib/days";
import { DomainError } from "@/lib/errors";
import { type SearchCriteria, toParams } from "@/lib/search/criteria";
import type { Frequency } from "./lists";

/** Saved searches a person, followed companies among them. */
export const mostSaved = 50;
const longestCriteria = 2000;

/**
 * Criteria as they are saved: the text of their address without the order, so that a search saved twice is one, and with the words as they
 * were `typed`, since what a mistyped word is taken for changes with the postings.
 */
export const savedText = (criteria: SearchCriteria, typed: string | undefined): string =>
  toParams({ ...criteria, q: typed, sort: undefined }).toString();

/** Whether they can be saved. Throws `invalid` where nothing is asked for, or too much. */
export function refuseToSave(kept: string) {
  if (kept === "") throw new DomainError("invalid", "Set a filter or type some words first.");
  if (kept.length > longestCriteria)
    throw new DomainError("invalid", "This search has too many filters to be saved.");
}

/** The criteria of following a company: it, and nothing else. */
export const following = (companySlug: string) => new URLSearchParams({ company: companySlug }).toString();

/** The slug of the company that these saved criteria follow, or null where they ask for anything else. */
export const followedCompany = (criteria: string): string | null =>
  /^company=([a-z0-9-]+)$/.exec(criteria)?.[1] ?? null;

const waitDays: Record<Frequency, number> = { never: 0, "at-once": 0, daily: 1, weekly: 7 };

/** When alerts look at a search again that they looked at `now`. */
export const nextLookAt = (frequency: Frequency, now: Date) => daysAfter(now, waitDays[frequency]);
