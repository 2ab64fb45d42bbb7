export const dayMs = 86_400_000;

/** The moment so many times 24 hours after `moment`, to the millisecond. */
export const daysAfter = (moment: Date, days: number) =>
  new Date(moment.getTime() + Math.round(days * dayMs));

/** The moment so many times 24 hours before `moment`. */
export const daysBefore = (moment: Date, days: number) => daysAfter(moment, -days);

/** The days from one moment to another, with fractions; below 0 where `to` is the earlier one. */
export const daysBetween = (from: Date, to: Date) => (to.getTime() - from.getTime()) / dayMs;
