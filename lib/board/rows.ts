import { present } from "@/lib/present";
import { RecordReader } from "./record";
import type { BoardRow, Place } from "./row";

/** A tag is one number: its id, whether it is a must, and for a skill the years that are asked, which are fewer. */
export const yearsIn = 256;

/** Reads what `writtenRow` of the queries gives, in its order. */
export function readRow(written: string): BoardRow {
  const row = new RecordReader(Buffer.from(written, "base64"));
  const hiring = row.texts();
  const places = row.records(readPlace);
  return {
    places,
    countries: countriesOf(hiring, places),
    number: present(row.int()),
    id: present(row.raw()),
    companyId: present(row.raw()),
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
