import { type SQL, sql } from "drizzle-orm";
import { clock } from "./live";

/** The city of a place `l`, by its name and country; of namesakes the largest. */
export const cityOf = sql`(select c.latitude, c.longitude, c.timezone from cities c
  where c.country = l.country and lower(c.name) = lower(l.city) order by c.population desc, c.slug limit 1)`;

/**
 * Minutes that a zone is ahead of UTC at this moment, by the database's table of zones: filters and gates read this one, since tables
 * differ where a country has changed its mind lately.
 */
export const minutesAhead = (zone: SQL) =>
  sql`(extract(epoch from (${clock} at time zone ${zone}) - (${clock} at time zone 'UTC')) / 60)::int`;
