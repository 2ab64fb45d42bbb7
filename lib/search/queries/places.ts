import { type SQL, sql } from "drizzle-orm";
import { postings } from "@/db/schema/postings";
import { cityOf, minutesAhead } from "@/lib/postings/queries/zones";

/** Kilometres, the mean radius of the earth. */
const earthRadius = 6371;

/** A place lies within `radius` kilometres of the city `slug`, by great circles; remote postings are left out. */
export const isNear = (
  slug: string,
  radius: number,
): SQL => sql`${postings.workplace} <> 'remote' and exists (
  select 1 from posting_places l left join lateral ${cityOf} c on true join cities me on me.slug = ${slug}
  where l.posting_id = ${postings.id} and ${distance(
    sql`coalesce(l.latitude, c.latitude)`,
    sql`coalesce(l.longitude, c.longitude)`,
  )} <= ${radius})`;

/** The haversine formula, in kilometres, between (latitude, longitude) and the city `me`. */
const distance = (latitude: SQL, longitude: SQL) => sql`2 * ${earthRadius} * asin(least(1, sqrt(
  power(sin(radians(${latitude} - me.latitude) / 2), 2)
  + cos(radians(me.latitude)) * cos(radians(${latitude})) * power(sin(radians(${longitude} - me.longitude) / 2), 2))))`;

/** A day at work, in minutes after midnight. */
const [workStart, workEnd] = [9 * 60, 17 * 60];
const day = 24 * 60;

/**
 * The working window shares at least so many hours with nine to five in `zone`, today: the posting's own window, else nine to five at one
 * of its places. A posting that tells neither is left out.
 */
export const overlapsWith = (
  zone: string,
  hours: number,
): SQL => sql`case when ${postings.windowZone} is not null
  then ${shared(sql`${postings.windowStart}`, sql`${postings.windowEnd}`, sql`${postings.windowZone}`, zone)} >= ${hours * 60}
  else exists (select 1 from posting_places l cross join lateral ${cityOf} c
    where l.posting_id = ${postings.id} and ${shared(sql`${workStart}::int`, sql`${workEnd}::int`, sql`c.timezone`, zone)} >= ${hours * 60}) end`;

/** Minutes that a window from `start` to `end` at `at` shares with nine to five in `zone`; either may lie on the day before or after. */
function shared(start: SQL, end: SQL, at: SQL, zone: string): SQL {
  const behind = sql`(${minutesAhead(at)} - ${minutesAhead(sql`${zone}::text`)})`;
  const from = sql`(${start} - ${behind})`;
  const until = sql`(${end} + case when ${end} <= ${start} then ${day} else 0 end - ${behind})`;
  const onDay = (shift: number) =>
    sql`greatest(0, least(${until}, ${workEnd + shift}::int) - greatest(${from}, ${workStart + shift}::int))`;
  return sql`(${onDay(-day)} + ${onDay(0)} + ${onDay(day)})`;
}
