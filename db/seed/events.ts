import type { NewEvent } from "@/lib/events/input";

/** An event of the demonstration's past. */
export type PastEvent = NewEvent & { at: Date };

const day = 86_400_000;

/** That many days before, or after where it is negative. */
export const before = (moment: Date, days: number) => new Date(moment.getTime() - Math.round(days * day));

export const daysBetween = (from: Date, to: Date) => (to.getTime() - from.getTime()) / day;
