import { Codes } from "@/lib/board/codes";
import { bytesOf, Ids } from "@/lib/board/ids";
import { Numbers } from "@/lib/board/numbers";
import { codeOfYears, type Person, saidIn, yearsIn, yearsOf } from "./person";

/** Rows kept free for what comes, at least, and as a share of those there are: past half of them the people are loaded anew. */
const spareRows = 4_096;
const spareShare = 8;
/** A row and what is said of a skill are one number of 32 bits. */
const mostRows = 2 ** 32 / saidIn;

/** Stands for "not stated" in a column of wanted pay. */
const none = -1;
/** The same for the rank of a degree, of which there are fewer. */
const noDegree = 7;
const degreesIn = 8;
/** One past the highest code of years and degree. */
export const factsEnd = yearsIn * degreesIn;

/**
 * The people whom companies may find, in columns, by row. A row is never changed: a profile that changed leaves its row and takes a new one at
 * the end. Whole numbers throughout; what few of many people share (lists of places, zones) is named by codes.
 */
export class People {
  rowCount = 0;
  private count = 0;
  private readonly sortCount: number;
  private readonly capacity: number;

  readonly ids: Ids;
  /** 1 where somebody is in the row still. */
  readonly isThere: Uint8Array;
  /** Years and degree in one code, which `factsOf` reads. */
  readonly facts: Uint16Array;
  /** What is wanted a year in whole dollars; below 0 where that is not stated. */
  readonly wantedYearlyUsd: Int32Array;
  /** Codes of `places`, `times` and `employments`. */
  readonly place: Uint32Array;
  readonly time: Uint32Array;
  readonly employment: Uint32Array;
  readonly places: Known<Pick<Person, "workplaces" | "countries">> = new Known();
  readonly times: Known<Pick<Person, "timezone" | "overlapHours">> = new Known();
  readonly employments: Known<Pick<Person, "employment">> = new Known();
  /** By skill, who says something of it: each the row times `saidIn`, and what is said. Rows where nobody is any more stay in them. */
  readonly skills = new Map<number, Numbers>();
  /** The same by responsibility: each twice the row, and 1 more where it is had. */
  readonly responsibilities = new Map<number, Numbers>();
  private readonly rowByNumber = new Map<number, number>();

  /** With room for `count` people and for what comes later. Throws where that is more than can be numbered. */
  constructor(count: number) {
    const capacity = count + Math.max(spareRows, Math.ceil(count / spareShare));
    if (capacity > mostRows) throw new Error(`${count} people are more than can be held in memory.`);
    this.sortCount = count;
    this.capacity = capacity;
    this.ids = new Ids(capacity);
    this.isThere = new Uint8Array(capacity);
    this.facts = new Uint16Array(capacity);
    this.wantedYearlyUsd = new Int32Array(capacity);
    this.place = new Uint32Array(capacity);
    this.time = new Uint32Array(capacity);
    this.employment = new Uint32Array(capacity);
  }

  /** How many people there are. */
  get size() {
    return this.count;
  }

  /** Whether so many changed since these were loaded that they should be loaded anew. */
  get isWorn() {
    return this.rowCount - this.sortCount > (this.capacity - this.sortCount) / 2;
  }

  /** The zones that people named, each once. */
  zones = () => [...new Set(this.times.all.flatMap(({ timezone }) => timezone ?? []))];

  /** The row of the profile with this number; undefined where companies may not find it. */
  rowOf = (number: number) => this.rowByNumber.get(number);

  /** What a code of `facts` says: years, and the rank of the degree; null where it is not stated. */
  factsOf(code: number): { years: number | null; degreeRank: number | null } {
    const degree = code % degreesIn;
    return {
      years: yearsOf(Math.floor(code / degreesIn)),
      degreeRank: degree === noDegree ? null : degree,
    };
  }

  /** Puts what the profiles are now in the place of what they were; of those in `gone` nothing is left. False where there is no room. */
  apply(changed: readonly Person[], gone: readonly number[] = []): boolean {
    for (const number of [...gone, ...changed.map((person) => person.number)]) this.remove(number);
    for (const person of changed) {
      if (this.rowCount === this.capacity) return false;
      this.append(person);
    }
    return true;
  }

  private append(person: Person) {
    const row = this.rowCount++;
    this.count++;
    this.rowByNumber.set(person.number, row);
    this.ids.set(row, bytesOf(person.id));
    this.isThere[row] = 1;
    this.facts[row] = codeOfYears(person.years) * degreesIn + (person.degreeRank ?? noDegree);
    this.wantedYearlyUsd[row] = person.wantedYearlyUsd ?? none;
    const { workplaces, countries, timezone, overlapHours, employment } = person;
    this.place[row] = this.places.codeFor({ workplaces, countries });
    this.time[row] = this.times.codeFor({ timezone, overlapHours });
    this.employment[row] = this.employments.codeFor({ employment });
    for (const entry of person.skills)
      listOf(this.skills, Math.floor(entry / saidIn)).push(row * saidIn + (entry % saidIn));
    for (const entry of person.responsibilities)
      listOf(this.responsibilities, entry >>> 1).push(2 * row + (entry & 1));
  }

  private remove(number: number) {
    const row = this.rowByNumber.get(number);
    if (row === undefined) return;
    this.rowByNumber.delete(number);
    this.isThere[row] = 0;
    this.count--;
  }
}

function listOf(lists: Map<number, Numbers>, id: number): Numbers {
  const known = lists.get(id);
  if (known) return known;
  const list = new Numbers(0);
  lists.set(id, list);
  return list;
}

/** The different things that people say, by code. */
class Known<T> {
  private readonly codes = new Codes<string>();
  readonly all: T[] = [];

  codeFor(said: T): number {
    const code = this.codes.codeFor(JSON.stringify(said));
    this.all[code] ??= said;
    return code;
  }

  of = (code: number) => this.all[code] as T;
}
