import { bands, employments, workplaces } from "@/lib/taxonomy/terms";
import { rowStep } from "./bits";
import { Codes } from "./codes";
import { Ids } from "./ids";
import { Lines } from "./lines";
import { Numbers } from "./numbers";
import type { BoardRow, Place } from "./row";
import type { Space } from "./space";
import { Terms } from "./terms";

/** Stands for "not said" in a column of bytes. */
const none = 255;

/** What is known of a row and a country, by its number: where the posting hires, and where a place of its lies. */
export type CountryEntry = { code: number; hires: boolean; stands: boolean };

/** A place as rows refer to it. */
type KnownPlace = Pick<Place, "latitude" | "longitude"> & { zone: number };

/**
 * Postings in columns, by row. The first rows are appended in the order of publication, newest first (`sortCount` of them); what comes
 * later stands behind them in the order of its coming. A row is never changed: a posting that changed leaves its row and takes a new one.
 */
export class Columns {
  rowCount = 0;
  /** The rows that stand in order. */
  sortCount = 0;

  readonly ids: Ids;
  readonly publishedAt: Float64Array;
  /** 0 where it was live at once. */
  readonly liveFrom: Float64Array;
  readonly liveUntil: Float64Array;
  readonly number: Uint32Array;
  readonly usdMax: Int32Array;
  readonly company: Uint32Array;
  readonly experienceMin: Uint8Array;
  readonly experienceMax: Uint8Array;
  /** The degree without which nobody need apply: none where equal experience will do. */
  readonly degreeNeed: Uint8Array;
  readonly band: Uint8Array;
  readonly workplace: Uint8Array;
  readonly employment: Uint8Array;
  readonly card: Uint8Array;
  readonly windowStart: Uint16Array;
  readonly windowEnd: Uint16Array;
  /** The zone of the window, 0 where none is told. */
  readonly windowZone: Uint16Array;

  /** Where a row's part of the flat lists begins; the next row's beginning ends it. */
  readonly lineStart: Uint32Array;
  readonly impliedStart: Uint32Array;
  readonly placeStart: Uint32Array;
  readonly countryStart: Uint32Array;
  /** What a row asks, by the numbers of `knownLines`. */
  readonly lines: Numbers;
  /** The codes of the skills that a row's tags imply and that are not among its tags, each once. */
  readonly implied: Numbers;
  readonly places: Numbers;
  /** By the numbers of `knownCountries`. */
  readonly countries: Numbers;

  readonly skillCodes = new Codes<number>();
  readonly knownLines = new Lines(this.skillCodes);
  readonly knownCountries: CountryEntry[] = [];
  readonly countryCodes = new Codes<string>();
  /** By the bytes of their ids: strings would have to be made, and a `Map` of them is slower. */
  readonly companyCodes = new Terms();
  /** From 1 on: 0 is no zone. */
  readonly zoneCodes = new Codes<string>(1);
  private readonly placeCodes = new Codes<string>();
  readonly knownPlaces: KnownPlace[] = [];
  /** By code of a skill: the codes of those that it implies, and the last row that was found to have it. */
  private readonly impliedCodes: number[][] = [];
  private readonly lastRow: number[] = [];
  /** The row of a posting by its number, and 1 more, so that 0 is none. */
  private rowByNumber = new Uint32Array(0);

  /** A multiple of `rowStep`. */
  readonly capacity: number;

  /** With room for so many rows at least. `impliedBy` gives the ids of the skills that a skill implies. */
  constructor(
    readonly space: Space,
    rows: number,
    private readonly impliedBy: (skill: number) => readonly number[],
  ) {
    const capacity = Math.ceil(rows / rowStep) * rowStep;
    this.capacity = capacity;
    this.ids = new Ids(capacity);
    this.publishedAt = space.take(Float64Array, capacity);
    this.liveFrom = new Float64Array(capacity);
    this.liveUntil = new Float64Array(capacity);
    this.number = new Uint32Array(capacity);
    this.usdMax = space.take(Int32Array, capacity);
    this.company = new Uint32Array(capacity);
    this.experienceMin = space.take(Uint8Array, capacity);
    this.experienceMax = space.take(Uint8Array, capacity);
    this.degreeNeed = new Uint8Array(capacity);
    this.band = new Uint8Array(capacity);
    this.workplace = new Uint8Array(capacity);
    this.employment = new Uint8Array(capacity);
    this.card = new Uint8Array(capacity);
    this.windowStart = new Uint16Array(capacity);
    this.windowEnd = new Uint16Array(capacity);
    this.windowZone = new Uint16Array(capacity);
    this.lineStart = space.take(Uint32Array, capacity + 1);
    this.impliedStart = space.take(Uint32Array, capacity + 1);
    this.placeStart = new Uint32Array(capacity + 1);
    this.countryStart = space.take(Uint32Array, capacity + 1);
    this.lines = new Numbers(14 * capacity, space);
    this.implied = new Numbers(4 * capacity, space);
    this.places = new Numbers(capacity);
    this.countries = new Numbers(2 * capacity, space);
  }

  isFull = () => this.rowCount === this.capacity;

  /** Gives the posting the next row. Not beyond the capacity. */
  append(posting: BoardRow): number {
    const row = this.rowCount++;
    this.ids.set(row, posting.id);
    this.publishedAt[row] = posting.publishedAt;
    this.liveFrom[row] = posting.liveFrom ?? 0;
    this.liveUntil[row] = posting.liveUntil;
    this.number[row] = posting.number;
    this.usdMax[row] = posting.yearlyUsdMax ?? -1;
    this.company[row] = this.companyCodes.codeFor(posting.companyId, 0, posting.companyId.length);
    this.experienceMin[row] = posting.experienceMin ?? 0;
    this.experienceMax[row] = posting.experienceMax ?? 60;
    this.degreeNeed[row] = posting.equalExperience ? 0 : (posting.degreeRank ?? 0);
    this.band[row] = placeIn(bands, posting.band);
    this.workplace[row] = placeIn(workplaces, posting.workplace);
    this.employment[row] = placeIn(employments, posting.employment);
    this.card[row] =
      (posting.hasNoOnCall ? card.noOnCall : 0) |
      (posting.hasNoTakeHome ? card.noTakeHome : 0) |
      (posting.hasWholeCard ? card.whole : 0);
    this.windowStart[row] = posting.window?.start ?? 0;
    this.windowEnd[row] = posting.window?.end ?? 0;
    this.windowZone[row] = posting.window ? this.zoneCodes.codeFor(posting.window.zone) : 0;
    this.appendLists(row, posting);
    this.setRow(posting.number, row);
    return row;
  }

  private appendLists(row: number, posting: BoardRow) {
    const { skills, responsibilities, places, countries } = posting;
    const known = this.knownLines;
    for (const { id, must } of responsibilities) this.lines.push(known.ofTag(responsibilityKey(id), must, 0));
    const firstSkill = this.lines.length;
    for (const { id, must, minYears } of skills) this.lines.push(known.ofTag(id, must, minYears ?? 0));
    this.appendImplied(row, firstSkill);
    const minimum = posting.experienceMin ?? 0;
    if (minimum > 0) this.lines.push(known.ofExperience(minimum));
    const rank = posting.degreeRank ?? 0;
    if (rank > 0) this.lines.push(known.ofDegree(rank, posting.equalExperience, minimum));
    for (const place of places) this.places.push(this.placeFor(place));
    for (const country of countries) this.countries.push(this.countryFor(country));
    this.lineStart[row + 1] = this.lines.length;
    this.impliedStart[row + 1] = this.implied.length;
    this.placeStart[row + 1] = this.places.length;
    this.countryStart[row + 1] = this.countries.length;
  }

  /** What the skills imply and is not among them, each once; they are the lines from this one on. */
  private appendImplied(row: number, firstSkill: number) {
    const { lastRow, lines, impliedCodes } = this;
    for (let at = firstSkill; at < lines.length; at++) lastRow[this.tagAt(at)] = row;
    for (let at = firstSkill; at < lines.length; at++) {
      const code = this.tagAt(at);
      impliedCodes[code] ??= this.impliedBy(this.skillCodes.keyOf(code)).map(this.skillCodes.codeFor);
      for (const implied of impliedCodes[code]) {
        if (lastRow[implied] === row) continue;
        lastRow[implied] = row;
        this.implied.push(implied);
      }
    }
  }

  /** The code of a tag's line. */
  private tagAt(at: number): number {
    const line = this.knownLines.all[this.lines.raw()[at] as number];
    return line?.kind === "tag" ? line.code : -1;
  }

  private countryFor({ code: country, hires, stands }: BoardRow["countries"][number]): number {
    const code = this.countryCodes.codeFor(country);
    const number = 4 * code + 2 * Number(hires) + Number(stands);
    this.knownCountries[number] ??= { code, hires, stands };
    return number;
  }

  private placeFor({ key, latitude, longitude, zone }: Place): number {
    const code = this.placeCodes.codeFor(key);
    this.knownPlaces[code] ??= {
      latitude,
      longitude,
      zone: zone === null ? 0 : this.zoneCodes.codeFor(zone),
    };
    return code;
  }

  /** The row that a posting has now, or -1. */
  findRow(number: number): number {
    return (this.rowByNumber[number] ?? 0) - 1;
  }

  /** Notes where the posting stands, -1 for nowhere. */
  setRow(number: number, row: number) {
    if (number >= this.rowByNumber.length) {
      const grown = new Uint32Array(Math.max(2 * number, 1024));
      grown.set(this.rowByNumber);
      this.rowByNumber = grown;
    }
    this.rowByNumber[number] = row + 1;
  }
}

/** Whether a row answers. */
export type Test = (row: number) => boolean;

/** Facts of the reality card that a search may ask for. */
export const card = { noOnCall: 1, noTakeHome: 2, whole: 4 };

/** Skills and responsibilities share one list of codes: their keys must not meet. */
export const responsibilityKey = (id: number) => -id - 1;
export const responsibilityOf = (key: number) => -key - 1;

export const placeIn = <T extends string>(list: readonly T[], value: T | null) =>
  value === null ? none : list.indexOf(value);
