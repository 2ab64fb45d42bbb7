import { daysBetween } from "@/lib/days";

const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" });
const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

/** "22 Nov 2026", in UTC. */
export const formatDay = (date: Date) => day.format(date);

/** "14:32 UTC". */
export const formatTime = (date: Date) => `${date.toISOString().slice(11, 16)} UTC`;

/** "today", "3 days ago", "in 11 days": whole days from `now`. */
export const formatAge = (date: Date, now: Date) =>
  relative.format(Math.round(daysBetween(now, date)), "day");
