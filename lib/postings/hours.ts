/** A stretch of the day: from the minute `start` of the UTC day (0 to 1439), `minutes` long; it may run past midnight. */
export type Hours = { start: number; minutes: number };

/** A stretch of the day on a zone's own clock, in minutes after midnight; `ahead` is what that zone is ahead of UTC, in minutes. */
export type LocalHours = { start: number; end: number; ahead: number };

/** Nine to five, in minutes after midnight. */
export const workday = { start: 9 * 60, end: 17 * 60 };

const day = 24 * 60;

/** Local hours as hours of UTC. Hours that end at or before their start run past midnight. */
export function hoursOf({ start, end, ahead }: LocalHours): Hours {
  const minutes = end - start + (end <= start ? day : 0);
  return { start: modulo(start - ahead, day), minutes: Math.min(minutes, day) };
}

/** Minutes of the day that two stretches share, on whichever day they meet. */
export function sharedMinutes(one: Hours, other: Hours): number {
  const onDay = (shift: number) =>
    Math.max(
      0,
      Math.min(one.start + one.minutes, other.start + other.minutes + shift) -
        Math.max(one.start, other.start + shift),
    );
  return onDay(-day) + onDay(0) + onDay(day);
}

const modulo = (value: number, by: number) => ((value % by) + by) % by;
