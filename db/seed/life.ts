import type { NewPosting } from "@/db/factories";
import { daysAfter, daysBefore } from "@/lib/days";
import { askToConfirmAfterDays, lifeDays } from "@/lib/postings/life-days";
import type { Fate } from "./fates";
import type { Chance } from "./random";

type Dates =
  | "closeReason"
  | "removeReason"
  | "frozenAt"
  | "pausedAt"
  | "submittedAt"
  | "publishedAt"
  | "confirmedAt"
  | "expiresAt"
  | "closedAt";

export type Life = {
  /** As the posting's row has them. */
  row: Pick<NewPosting, Dates> & { state: NonNullable<NewPosting["state"]> };
  reconfirmed: Date[];
  /** When it met its fate. */
  endedAt?: Date;
};

/** The dates of a posting, as of `now`; live where no fate is given. More of the board is new than old. */
export function lifeOf(fate: Fate | undefined, by: Chance, now: Date): Life {
  const ago = (from: number, to: number) => daysBefore(now, from + by.next() * (to - from));
  if (!fate) return publicLife(daysBefore(now, 0.02 + 56 * by.next() ** 1.5), now, by);
  switch (fate.kind) {
    case "draft":
      return { row: { state: "draft" }, reconfirmed: [] };
    case "in_review":
      return { row: { state: "in_review", submittedAt: ago(0.2, 6) }, reconfirmed: [] };
    case "sent_back":
      return { row: { state: "draft" }, reconfirmed: [], endedAt: ago(2, 4) };
    case "closed": {
      const closedAt = ago(1, 12);
      return publicLife(daysBefore(closedAt, 18 + by.next() * 20), closedAt, by, {
        state: "closed",
        closeReason: fate.reason,
        closedAt,
      });
    }
    case "removed": {
      const removedAt = ago(1, 9);
      return publicLife(daysBefore(removedAt, 2 + by.next() * 8), removedAt, by, {
        state: "removed",
        removeReason: fate.reason,
      });
    }
    case "frozen": {
      const frozenAt = ago(0.3, 2);
      return publicLife(daysBefore(frozenAt, 3 + by.next() * 5), frozenAt, by, { frozenAt });
    }
    case "paused": {
      const pausedAt = ago(1, 3);
      return publicLife(daysBefore(pausedAt, 8), pausedAt, by, { pausedAt });
    }
    case "lapsed": {
      const confirmedAt = ago(22, 24);
      const life = publicLife(daysBefore(confirmedAt, 12), confirmedAt, by, { confirmedAt });
      return { ...life, reconfirmed: [confirmedAt] };
    }
    case "expired": {
      const publishedAt = ago(lifeDays + 2, lifeDays + 14);
      return publicLife(publishedAt, daysAfter(publishedAt, lifeDays), by, {
        state: "expired",
        expiresAt: daysAfter(publishedAt, lifeDays),
      });
    }
  }
}

/** Handed in, published, and reconfirmed some days after each time that the employer was asked to, until it ended, or until now. */
function publicLife(publishedAt: Date, endedAt: Date, by: Chance, row: Partial<Life["row"]> = {}): Life {
  const reconfirmed: Date[] = [];
  const next = (at: Date) => daysAfter(at, askToConfirmAfterDays + 0.1 + by.next() * 2.8);
  for (let at = next(publishedAt); at < endedAt; at = next(at)) reconfirmed.push(at);
  return {
    row: {
      state: "published",
      submittedAt: daysBefore(publishedAt, 0.1 + by.next() * 1.9),
      publishedAt,
      confirmedAt: reconfirmed.at(-1) ?? publishedAt,
      expiresAt: daysAfter(publishedAt, by.often(0.15) ? 90 : lifeDays),
      ...row,
    },
    reconfirmed,
    endedAt,
  };
}
