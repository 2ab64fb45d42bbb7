import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { readZones } from "@/lib/board/queries";
import { workday } from "@/lib/postings/hours";
import { defaultOverlap, type PostingFacts } from "../rules/facts";
import { type GateName, gateNames } from "../rules/gates";

/** The columns of `profiles` that the gates compare. */
export const gateColumns = sql`profiles.wanted_yearly_usd, profiles.workplaces, profiles.countries, profiles.timezone,
  profiles.overlap_hours, profiles.employment`;

/**
 * For each gate, the condition that a profile fails it with this posting: `gatesOf` in SQL, which a property test checks. `profile` names rows
 * with `gateColumns`, `ahead` is what their zone is ahead of UTC in minutes, or null. What either side does not state fails nothing.
 */
export function failing(posting: PostingFacts, profile: SQL, ahead: SQL): Record<GateName, SQL> {
  const { yearlyUsdMax, workplace, countries, employment, hours } = posting;
  const isStated = (list: SQL) => sql`coalesce(cardinality(${list}), 0) > 0`;
  const isNotAmong = (value: string | null, list: SQL) =>
    value === null ? sql`false` : sql`(${isStated(list)} and not ${value}::text = any(${list}))`;
  const isElsewhere =
    countries.length === 0
      ? sql`false`
      : sql`(${isStated(sql`${profile}.countries`)} and not ${profile}.countries && ${sql.param(countries)}::text[])`;
  const longest = sql.join(
    hours.map(({ start, minutes }) => sharedWith(start, minutes, ahead)),
    sql`, `,
  );
  return {
    pay:
      yearlyUsdMax === null
        ? sql`false`
        : sql`coalesce(${profile}.wanted_yearly_usd > ${yearlyUsdMax}::int, false)`,
    place: sql`(${isNotAmong(workplace, sql`${profile}.workplaces`)} or ${isElsewhere})`,
    timezone:
      hours.length === 0
        ? sql`false`
        : sql`coalesce(greatest(${longest}) < 60 * coalesce(${profile}.overlap_hours, ${defaultOverlap}::int), false)`,
    employment: isNotAmong(employment, sql`${profile}.employment`),
  };
}

/** The column that says whether a row fails the gate. */
export const failsColumn: Record<GateName, SQL> = {
  pay: sql`fails_pay`,
  place: sql`fails_place`,
  timezone: sql`fails_timezone`,
  employment: sql`fails_employment`,
};
const counted: Record<GateName, SQL> = {
  pay: sql`pay`,
  place: sql`place`,
  timezone: sql`"timezone"`,
  employment: sql`employment`,
};

/** How many rows fail any gate, and how many fail each: columns of a query of rows with a column `fails_…` for each gate. */
export const countsOfFailing = sql`(count(*) filter (where ${failsAny()}))::int as total, ${sql.join(
  gateNames.map((gate) => sql`(count(*) filter (where ${failsColumn[gate]}))::int as ${counted[gate]}`),
  sql`, `,
)}`;

/** Whether a row with these columns fails any gate. */
export function failsAny(): SQL {
  return sql`(${sql.join(
    gateNames.map((gate) => failsColumn[gate]),
    sql` or `,
  )})`;
}

const day = 24 * 60;

/** `sharedMinutes` of hours in UTC with nine to five of a zone. Zones are less than a day from UTC, so the two meet within two days. */
function sharedWith(start: number, minutes: number, ahead: SQL): SQL {
  const onDay = (shift: number) =>
    sql`greatest(0, least(${start + minutes}::int, ${workday.end + shift}::int - ${ahead}) - greatest(${start}::int, ${workday.start + shift}::int - ${ahead}))`;
  return sql`(${sql.join([-2 * day, -day, 0, day, 2 * day].map(onDay), sql` + `)})`;
}

let names: Promise<string[]> | undefined;

/** The zones in the database's own table, asked for once: a name that a browser knows may be missing from it, and asking for its time would fail. */
export function listZoneNames(): Promise<string[]> {
  names ??= db()
    .execute<{ name: string }>(sql`select name from pg_timezone_names order by name`)
    .then((rows) => rows.map(({ name }) => name))
    .catch((error) => {
      names = undefined;
      throw error;
    });
  return names;
}

/** What those of these zones that the database knows are ahead of UTC now, in minutes. */
export async function readKnownZones(zones: readonly string[]): Promise<Map<string, number>> {
  const known = new Set(await listZoneNames());
  return readZones([...new Set(zones)].filter((zone) => known.has(zone)));
}
