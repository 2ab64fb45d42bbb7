import type { People } from "@/lib/people/people";
import { skillIn, skillShift, yearsIn, yearsOf } from "@/lib/people/person";
import { responsibilityCredit } from "../rules/lines";
import { skillCredit } from "../rules/standing";

/** A line of a skill or a responsibility, by the id of that. Years are asked of skills alone. */
export type AskedTag = { kind: "skill" | "responsibility"; id: number; minYears: number | null };

/** A way from a skill that a profile may name to an asked one: the skill itself, one that implies it, or (both false) one that is related. */
export type Way = { askedId: number; id: number; own: boolean; implied: boolean };

/** What somebody says of a skill's line, in bits. */
const says = { denied: 1, own: 2, implied: 4, related: 8 };
const sayings = 16;
/** Halves go from 0 to 2. */
const halvesIn = 3;

/** What lines of tags count for, person by person, by the rules: each different thing that people say is asked of them once. */
export class TagLines {
  /** The lines that the person who was read says something about, by their place in the list that was asked: the first `count`. */
  readonly said: Uint16Array;
  count = 0;
  /** By line, the halves of those. */
  readonly low: Uint8Array;
  readonly high: Uint8Array;

  /** By skill: where its ways are in `ways`, 0 for one that leads nowhere. */
  private readonly wayOf: Uint16Array;
  private readonly ways: { line: number; bit: number }[][] = [[]];
  /** By responsibility: its line and 1 more. */
  private readonly lineOf: number[] = [];
  private readonly bits: Uint8Array;
  private readonly years: Uint16Array;
  /** By line, then by what is said of it: both halves in one number (`halvesIn`), 0 where the rules were not asked yet. */
  private readonly credits: Uint8Array[];
  private readonly isHad = responsibilityCredit(0, false);
  private readonly isDenied = responsibilityCredit(undefined, true);

  constructor(
    private readonly people: People,
    private readonly tags: readonly AskedTag[],
    ways: readonly Way[],
  ) {
    this.said = new Uint16Array(tags.length);
    this.low = new Uint8Array(tags.length);
    this.high = new Uint8Array(tags.length);
    this.bits = new Uint8Array(tags.length);
    this.years = new Uint16Array(tags.length);
    this.credits = tags.map(() => new Uint8Array(sayings * yearsIn));
    this.wayOf = new Uint16Array(people.skillEnd);
    const lineOfSkill = new Map<number, number>();
    for (const [line, { kind, id }] of tags.entries())
      if (kind === "skill") lineOfSkill.set(id, line);
      else this.lineOf[id] = line + 1;
    for (const { askedId, id, own, implied } of ways)
      this.addWay(id, {
        line: lineOfSkill.get(askedId) as number,
        bit: own ? says.own : implied ? says.implied : says.related,
      });
  }

  private addWay(skill: number, way: { line: number; bit: number }) {
    // Nobody named it.
    if (skill >= this.wayOf.length) return;
    if (this.wayOf[skill] === 0) this.wayOf[skill] = this.ways.push([]) - 1;
    this.ways[this.wayOf[skill] as number]?.push(way);
  }

  /** Reads the person in this row. */
  read(row: number) {
    this.count = 0;
    this.readSkills(row);
    const skills = this.count;
    this.readResponsibilities(row);
    for (let at = 0; at < skills; at++) {
      const line = this.said[at] as number;
      const halves = this.creditOf(line) - 1;
      this.low[line] = Math.floor(halves / halvesIn);
      this.high[line] = halves % halvesIn;
      this.bits[line] = 0;
      this.years[line] = 0;
    }
  }

  private readSkills(row: number) {
    const { people, wayOf, ways, bits, years } = this;
    const entries = people.skills.raw();
    const end = people.skillStart[row + 1] as number;
    for (let at = people.skillStart[row] as number; at < end; at++) {
      const entry = entries[at] as number;
      const way = wayOf[entry >>> skillShift] as number;
      if (way === 0) continue;
      const said = skillIn(entry);
      for (const { line, bit } of ways[way] as { line: number; bit: number }[]) {
        // A no is an answer about this very skill.
        if (!said.has && bit !== says.own) continue;
        if (bits[line] === 0) this.said[this.count++] = line;
        bits[line] = (bits[line] as number) | (said.has ? bit : says.denied);
        if (bit === says.own) years[line] = said.years;
      }
    }
  }

  private readResponsibilities(row: number) {
    const { people, lineOf } = this;
    const entries = people.responsibilities.raw();
    const end = people.responsibilityStart[row + 1] as number;
    for (let at = people.responsibilityStart[row] as number; at < end; at++) {
      const entry = entries[at] as number;
      const line = (lineOf[entry >>> 1] ?? 0) - 1;
      if (line < 0) continue;
      const { lowHalves, highHalves } = (entry & 1) === 1 ? this.isHad : this.isDenied;
      this.said[this.count++] = line;
      this.low[line] = lowHalves;
      this.high[line] = highHalves;
    }
  }

  private creditOf(line: number): number {
    const bits = this.bits[line] as number;
    const years = this.years[line] as number;
    const credits = this.credits[line] as Uint8Array;
    const said = bits * yearsIn + years;
    const known = credits[said] as number;
    if (known > 0) return known;
    const { lowHalves, highHalves } = skillCredit(
      {
        isDenied: (bits & says.denied) !== 0,
        own: bits & says.own ? { years: yearsOf(years), evidence: 0 } : null,
        implied: bits & says.implied ? { slug: "", label: "", evidence: 0 } : null,
        relatedTo: bits & says.related ? "" : null,
      },
      (this.tags[line] as AskedTag).minYears,
    );
    credits[said] = 1 + lowHalves * halvesIn + highHalves;
    return credits[said] as number;
  }
}
