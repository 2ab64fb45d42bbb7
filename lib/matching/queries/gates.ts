import { and, type SQL, sql } from "drizzle-orm";
import { postings } from "@/db/schema/postings";
import type { Board } from "@/lib/board/board";
import type { Gates as BoardGates } from "@/lib/board/gates";
import { readZones } from "@/lib/board/queries";
import { type Hours, workday } from "@/lib/postings/hours";
import { cityOf, minutesAhead } from "@/lib/postings/queries/zones";
import type { ProfileFacts } from "../rules/facts";
import type { GateName } from "../rules/gates";

/**
 * The postings that fail none of a profile's gates, as a condition on `postings`: `gatesOf` in SQL, which a property test checks. What either
 * side does not state fails nothing.
 */
export const failsNoGate = (profile: ProfileFacts): SQL =>
  sql`(${and(...Object.values(passing(profile))) ?? sql`true`})`;

/** The zones of a board as they were read for a profile: a page asks for several searches with the facts that it has read. */
const zonesRead = new WeakMap<ProfileFacts, { names: string; zones: Promise<Map<string, number>> }>();

function zonesFor(board: Board, profile: ProfileFacts): Promise<Map<string, number>> {
  const asked = board.zones();
  const names = asked.join();
  const read = zonesRead.get(profile);
  if (read?.names === names) return read.zones;
  const zones = readZones(asked);
  zonesRead.set(profile, { names, zones });
  return zones;
}

/**
 * The same on the board, which has to be told how far the zones of its postings are ahead of UTC: as of when it was first asked with these very
 * facts.
 */
export async function gatesForBoard(board: Board, profile: ProfileFacts): Promise<BoardGates> {
  const { wantedYearlyUsd, workplaces, countries, employment, hours, overlap } = profile;
  return {
    wantedUsd: wantedYearlyUsd,
    workplaces,
    countries,
    employments: employment,
    hours: hours && { mine: hours, minutes: 60 * overlap, zones: await zonesFor(board, profile) },
  };
}

/** How many of the rows fail any gate, and how many fail each: columns of a query of `postings`. */
export function countsOfFailing(profile: ProfileFacts): SQL {
  const { pay, place, timezone, employment } = passing(profile);
  const failing = (condition: SQL | undefined) =>
    condition ? sql`(count(*) filter (where not ${condition}))::int` : sql`0`;
  return sql`${failing(failsNoGate(profile))} as total, ${failing(pay)} as pay, ${failing(place)} as place,
    ${failing(timezone)} as timezone, ${failing(employment)} as employment`;
}

/** For each gate, the condition that a posting does not fail it; undefined where the profile states nothing that could fail. */
function passing(profile: ProfileFacts): Record<GateName, SQL | undefined> {
  const { wantedYearlyUsd, workplaces, countries, employment, hours, overlap } = profile;
  return {
    pay:
      wantedYearlyUsd === null
        ? undefined
        : sql`coalesce(${postings.yearlyUsdMax} >= ${wantedYearlyUsd}::int, true)`,
    place: and(
      isAmong(sql`${postings.workplace}`, workplaces),
      countries.length === 0 ? undefined : isIn(countries),
    ),
    timezone: hours === null ? undefined : shares(hours, overlap),
    employment: isAmong(sql`${postings.employment}`, employment),
  };
}

const isAmong = (value: SQL, among: readonly string[]) =>
  among.length === 0 ? undefined : sql`coalesce(${value} = any(${sql.param(among)}::text[]), true)`;

/** Hiring countries of a remote posting, else the countries of its places; where there is none of these, nothing is said. */
const isIn = (countries: readonly string[]) => sql`case when coalesce(${postings.workplace} = 'remote', false)
  then cardinality(coalesce(${postings.hiringCountries}, '{}')) = 0
    or ${postings.hiringCountries} && ${sql.param(countries)}::text[]
  else coalesce((select bool_or(l.country = any(${sql.param(countries)}::text[])) from posting_places l
    where l.posting_id = ${postings.id}), true) end`;

/** The window, or nine to five at one of the places that we know. */
const shares = (mine: Hours, overlap: number) => {
  const long = (start: SQL, end: SQL, ahead: SQL) =>
    sql`${sharedWith(mine, start, end, ahead)} >= ${60 * overlap}::int`;
  return sql`case when ${postings.windowZone} is not null
    then ${long(sql`${postings.windowStart}`, sql`${postings.windowEnd}`, minutesAhead(sql`${postings.windowZone}`))}
    else coalesce((select bool_or(${long(sql`${workday.start}::int`, sql`${workday.end}::int`, minutesAhead(sql`c.timezone`))})
      from posting_places l cross join lateral ${cityOf} c where l.posting_id = ${postings.id}), true) end`;
};

const day = 24 * 60;

/** `sharedMinutes`, of hours on a zone's own clock and mine in UTC: neither is more than a day from the other. */
function sharedWith(mine: Hours, start: SQL, end: SQL, ahead: SQL): SQL {
  const from = sql`(${start} - ${ahead})`;
  const until = sql`(${end} + case when ${end} <= ${start} then ${day}::int else 0 end - ${ahead})`;
  const onDay = (shift: number) =>
    sql`greatest(0, least(${until}, ${mine.start + mine.minutes + shift}::int) - greatest(${from}, ${mine.start + shift}::int))`;
  return sql`(${sql.join([-2 * day, -day, 0, day, 2 * day].map(onDay), sql` + `)})`;
}
