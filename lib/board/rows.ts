import { sql } from "drizzle-orm";
import { liveUntil } from "@/lib/postings/queries/live";
import { wholeCard } from "@/lib/postings/queries/reality";
import { cityOf } from "@/lib/postings/queries/zones";
import { present } from "@/lib/present";
import { RecordReader } from "./record";
import type { BoardRow, Place } from "./row";

/** A tag is one number: its id, whether it is a must, and for a skill the years that are asked, which are fewer. */
const yearsIn = 256;

/**
 * A posting with all that the board holds of it, as one value: a record in PostgreSQL's binary form, of which `readRow` reads field by field. It is
 * written in Base64, since the bytes themselves would come as hexadecimal digits, which take half as much again. Of `postings` with their cards `r`.
 */
export const writtenRow = sql`encode(record_send(row(postings.hiring_countries,
  array(select row(l.country, coalesce(l.latitude, c.latitude)::float8, coalesce(l.longitude, c.longitude)::float8, c.timezone, l.city)
    from posting_places l left join lateral ${cityOf} c on true where l.posting_id = postings.id),
  postings.number, postings.id, postings.company_id::text, postings.published_at, postings.publish_at, ${liveUntil},
  postings.degree_rank, postings.equal_experience, postings.experience_min, postings.experience_max, postings.band,
  postings.yearly_usd_max, postings.workplace, postings.employment, postings.window_start, postings.window_end, postings.window_zone,
  r.on_call_weeks = 0, r.take_home_hours = 0, ${wholeCard},
  array(select ${yearsIn}::int * (2 * t.skill_id::bigint + t.must::int) + coalesce(t.min_years, 0)
    from posting_skills t where t.posting_id = postings.id),
  array(select 2 * t.responsibility_id::bigint + t.must::int
    from posting_responsibilities t where t.posting_id = postings.id),
  postings.document)), 'base64')`;

/** Reads what `writtenRow` gives, in its order. */
export function readRow(written: string): BoardRow {
  const row = new RecordReader(Buffer.from(written, "base64"));
  const hiring = row.texts();
  const places = row.records(readPlace);
  return {
    places,
    countries: countriesOf(hiring, places),
    number: present(row.int()),
    id: present(row.raw()),
    companyId: present(row.text()),
    publishedAt: present(row.moment()),
    liveFrom: row.moment(),
    liveUntil: present(row.moment()),
    degreeRank: row.int(),
    equalExperience: row.isTrue(),
    experienceMin: row.int(),
    experienceMax: row.int(),
    band: row.text() as BoardRow["band"],
    yearlyUsdMax: row.int(),
    workplace: row.text() as BoardRow["workplace"],
    employment: row.text() as BoardRow["employment"],
    window: windowOf(row.int(), row.int(), row.text()),
    hasNoOnCall: row.isTrue(),
    hasNoTakeHome: row.isTrue(),
    hasWholeCard: row.isTrue(),
    skills: row.longs(skillOf),
    responsibilities: row.longs(tagOf),
    document: row.raw(),
  };
}

const windowOf = (start: number | null, end: number | null, zone: string | null) =>
  start !== null && end !== null && zone !== null ? { start, end, zone } : null;

const tagOf = (tag: number) => ({ id: Math.floor(tag / 2), must: tag % 2 === 1 });
const skillOf = (tag: number) => ({
  id: Math.floor(tag / (2 * yearsIn)),
  must: Math.floor(tag / yearsIn) % 2 === 1,
  minYears: tag % yearsIn || null,
});

type ShownPlace = Place & { country: string };

const readPlace = (place: RecordReader, key: string): ShownPlace => ({
  key,
  country: present(place.text()),
  latitude: place.float(),
  longitude: place.float(),
  zone: place.text(),
});

function countriesOf(hiring: string[], places: ShownPlace[]): BoardRow["countries"] {
  const stands = places.map(({ country }) => country);
  return [...new Set([...hiring, ...stands])].map((code) => ({
    code,
    hires: hiring.includes(code),
    stands: stands.includes(code),
  }));
}
