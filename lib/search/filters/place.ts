import { sql } from "drizzle-orm";
import { z } from "zod";
import { postings } from "@/db/schema/postings";
import { closeTo, inCountries, sharesHours } from "@/lib/board/conditions";
import { readZones } from "@/lib/board/queries";
import { counted } from "@/lib/plural";
import { hoursOf, workday } from "@/lib/postings/hours";
import { slugOf } from "@/lib/slug";
import { countryName, isCountryCode } from "@/lib/taxonomy/countries";
import { regionCountries, regionName, regions } from "@/lib/taxonomy/regions";
import { isTimeZone } from "@/lib/taxonomy/time-zones";
import { isNear, overlapsWith } from "../queries/places";
import { any, either, filter, many, number, oneOf } from "./filter";

const code = z
  .string()
  .transform((value) => value.toUpperCase())
  .refine(isCountryCode, { error: "must be a country's two letters, like DE" });

export const country = filter({
  schema: many(code),
  repeat: any,
  about: "Any of these countries: the posting has a place there, or can hire there.",
  chip: "in",
  nameOf: countryName,
  phrase: (names) => `in ${either(names)}`,
  sql: (codes) => sql`(${postings.hiringCountries} && ${sql.param(codes)}::text[]
  or exists (select 1 from posting_places l where l.posting_id = ${postings.id} and l.country = any(${sql.param(codes)}::text[])))`,
  board: (codes) => [inCountries(codes)],
  facet: { kind: "countries" },
});

export const region = filter({
  schema: many(oneOf(regions)),
  repeat: any,
  about: "Any country of these regions, or of `country`.",
  chip: "in",
  nameOf: regionName,
  countriesOf: regionCountries,
});

export const near = filter({
  schema: z.string().max(80, "must be a city").transform(slugOf).optional(),
  modifier: {
    name: "radius",
    schema: number("kilometres", 1, 20_000).default(50),
    about: "Kilometres around `near`.",
  },
  about: "The slug of a city. Remote postings are left out.",
  list: "near",
  notListed: "unknown city",
  label: (_, name, radius) => `${name}, ${radius} km`,
  phrase: ([name], radius) => `within ${radius} km of ${name}`,
  sql: (slug, radius) => isNear(slug, radius),
  board(slug, radius, { cities }) {
    const city = cities.get(slug);
    return city ? [closeTo({ ...city, radius })] : [];
  },
});

const zoneInWords = (zone: string) => zone.replaceAll("_", " ");

export const timezone = filter({
  schema: z.string().refine(isTimeZone, "must be a time zone like Europe/Berlin").optional(),
  modifier: {
    name: "overlap",
    schema: number("a number of hours", 1, 8).default(4),
    about: "Hours that the posting’s working window shares with my 9–17.",
  },
  about: "My IANA time zone.",
  chip: "hours with",
  label: (zone, _, overlap) => `${zoneInWords(zone)}, ${overlap} h`,
  phrase: ([zone = ""], overlap) => `${counted(overlap, "hour")} in common with ${zoneInWords(zone)}`,
  sql: (zone, overlap) => overlapsWith(zone, overlap),
  lookup: (zone, board) => readZones([...board.zones(), zone]),
  board: (zone, overlap, _, zones) => [
    sharesHours({ mine: hoursOf({ ...workday, ahead: zones.get(zone) ?? 0 }), minutes: overlap * 60, zones }),
  ],
});
