import type { People } from "@/lib/people/people";
import { saidIn, yearsIn, yearsOf } from "@/lib/people/person";
import { responsibilityCredit } from "../rules/lines";
import { skillCredit } from "../rules/standing";

/** A line of a skill or a responsibility, by the id of that. Years are asked of skills alone. */
export type AskedTag = { kind: "skill" | "responsibility"; id: number; minYears: number | null };

/** A way from a skill that a profile may name to an asked one: the skill itself, one that implies it, or (both false) one that is related. */
export type Way = { askedId: number; id: number; own: boolean; implied: boolean };

/** Hears what a line, by its place in the list, counts for in a row, in halves: at least and at most. */
type Tell = (line: number, row: number, low: number, high: number) => void;

/** Tells of each line and each row that says something about it, once. Lines that a row says nothing about count from 0 to 2 halves. */
export function readTags(people: People, tags: readonly AskedTag[], ways: readonly Way[], tell: Tell) {
  const said = new Uint16Array(people.rowCount);
  for (const [line, { kind, id, minYears }] of tags.entries())
    if (kind === "responsibility") readResponsibility(people, line, id, tell);
    else {
      const toIt = ways.filter(({ askedId }) => askedId === id);
      readSkill(people, { line, minYears, ways: toIt }, said, tell);
    }
}

function readResponsibility(people: People, line: number, id: number, tell: Tell) {
  const had = responsibilityCredit(0, false);
  const denied = responsibilityCredit(undefined, true);
  const list = people.responsibilities.get(id)?.view() ?? [];
  for (let at = 0; at < list.length; at++) {
    const entry = list[at] as number;
    const { lowHalves, highHalves } = (entry & 1) === 1 ? had : denied;
    tell(line, entry >>> 1, lowHalves, highHalves);
  }
}

/** What somebody says of a skill's line, in bits above the code of the years of the skill itself. */
const says = { denied: yearsIn, own: 2 * yearsIn, implied: 4 * yearsIn, related: 8 * yearsIn };
const sayings = 16 * yearsIn;

/** `said` is by row, and 0 before and afterwards. */
function readSkill(
  people: People,
  { line, minYears, ways }: { line: number; minYears: number | null; ways: readonly Way[] },
  said: Uint16Array,
  tell: Tell,
) {
  const lists = ways.flatMap(({ id, own, implied }) => {
    const list = people.skills.get(id)?.view();
    return list ? [{ list, way: own ? says.own : implied ? says.implied : says.related }] : [];
  });
  for (const { list, way } of lists)
    for (let at = 0; at < list.length; at++) {
      const entry = list[at] as number;
      const row = Math.floor(entry / saidIn);
      const isHad = (entry & yearsIn) !== 0;
      // A no is an answer about this very skill.
      if (way === says.own)
        said[row] = (said[row] as number) | (isHad ? way : says.denied) | (entry % yearsIn);
      else if (isHad) said[row] = (said[row] as number) | way;
    }
  const credits = new Uint8Array(sayings);
  for (const { list } of lists)
    for (let at = 0; at < list.length; at++) {
      const row = Math.floor((list[at] as number) / saidIn);
      const one = said[row] as number;
      if (one === 0) continue;
      said[row] = 0;
      if (credits[one] === 0) credits[one] = creditOf(one, minYears);
      const halves = (credits[one] as number) - 1;
      tell(line, row, Math.floor(halves / halvesIn), halves % halvesIn);
    }
}

/** Halves go from 0 to 2. */
const halvesIn = 3;

/** What the rules give for what is said of a skill: both halves in one number, and 1 more. */
function creditOf(said: number, minYears: number | null): number {
  const { lowHalves, highHalves } = skillCredit(
    {
      isDenied: (said & says.denied) !== 0,
      own: said & says.own ? { years: yearsOf(said % yearsIn), evidence: 0 } : null,
      implied: said & says.implied ? { slug: "", label: "", evidence: 0 } : null,
      relatedTo: said & says.related ? "" : null,
    },
    minYears,
  );
  return 1 + lowHalves * halvesIn + highHalves;
}
