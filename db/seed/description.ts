import { skillEntry } from "@/lib/taxonomy/catalogue";
import type { Band, Degree, Employment, Workplace } from "@/lib/taxonomy/terms";
import type { SystemSource } from "./companies/source";
import type { House, Team } from "./houses";
import { type Layout, layouts, type Parts } from "./layouts";
import { type Chance, chance } from "./random";
import { askTexts, bandTexts, degreeTexts } from "./texts/asks";
import { codeTexts } from "./texts/code";
import { employmentTexts, windowTexts } from "./texts/places";
import { responsibilityTexts } from "./texts/responsibilities";
import { capital, filled, inWords, listed, spoken, yearsAsked } from "./words";

/** All that a description is written from. It says nothing that the posting's own tags do not say. */
export type Told = {
  key: string;
  house: House;
  team: Team;
  system: SystemSource;
  /** How many postings of the same system came before: the next one tells it otherwise. */
  turn: number;
  stack: string;
  skills: { slug: string; must: boolean; minYears?: number }[];
  responsibilities: { slug: string; must: boolean }[];
  degree?: { level: Degree; field?: string; equalExperience?: boolean };
  band: Band | null;
  experienceMin?: number;
  experienceMax?: number;
  workplace: Workplace;
  employment: Employment;
  city?: string;
  /** "10:00 to 15:00 (Europe/Berlin)". */
  window?: string;
};

const fewest = 90;
const most = 210;

/** A description in Markdown, of 90 to 220 words. */
export function descriptionOf(told: Told): string {
  const by = chance(`${told.key}/text`);
  const layout = layouts[by.pick(told.house.layouts)] as Layout;
  const parts = partsOf(told, by);
  const write = () => layout(parts, by.between(0, 3));
  const isKept = new Set(by.some(optional, by.between(3, 6)));
  const left = optional.filter((name) => parts[name] && !isKept.has(name));
  const held = Object.fromEntries(left.map((name) => [name, parts[name]]));
  for (const name of left) delete parts[name];

  let text = write();
  for (const name of left) {
    if (countWords(text) >= fewest) break;
    Object.assign(parts, { [name]: held[name] });
    text = write();
  }
  for (const name of optional) {
    if (countWords(text) <= most) break;
    delete parts[name];
    text = write();
  }
  return text;
}

/** What may be left out, the most expendable first. */
const optional = ["nice", "deploys", "standing", "code", "onCall", "team", "hiring", "work", "pain"] as const;

const countWords = (text: string) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

function partsOf(told: Told, by: Chance): Parts {
  const { system, turn, house, team } = told;
  const isBeginner = told.band === "entry" || told.employment === "internship";
  const [easy, large] = system.start;
  return {
    what: system.what[turn % 2] as string,
    pain: system.pain[(turn >> 1) % 2 === turn % 2 ? 0 : 1],
    start: isBeginner
      ? easy
      : told.band === "senior" || told.band === "principal"
        ? large
        : by.pick(system.start),
    work: told.responsibilities
      .slice(0, isBeginner ? by.between(1, 2) : 2)
      .map(({ slug }) => by.pick(responsibilityTexts[slug] as string[])),
    isGuided: isBeginner,
    code: codeOf(told),
    asks: asksOf(told, isBeginner, by),
    nice: niceOf(told, by),
    standing: told.band && isStaff(told.employment) ? by.pick(bandTexts[told.band]) : undefined,
    team: team.team.text,
    onCall: told.employment === "internship" ? undefined : team.onCall.text,
    deploys: house.deploys.text,
    place: placeOf(told, by),
    terms: told.employment === "full-time" ? undefined : by.pick(employmentTexts[told.employment]),
    hiring: house.hiring.text,
  };
}

const isStaff = (employment: Employment) => employment !== "internship" && employment !== "contract";

/** A sentence about the code for which the posting has the skills; another one each time that the team writes. */
function codeOf({ stack, skills, team, turn }: Told): string | undefined {
  const has = new Set(skills.map(({ slug }) => slug));
  const fitting = (codeTexts[stack] as string[]).filter((text) =>
    [...text.matchAll(/\{([^}]+)\}/g)].every(([, slug]) => has.has(slug as string)),
  );
  const text = fitting[(team.number * 3 + turn) % fitting.length];
  return text && filled(text, Object.fromEntries([...has].map((slug) => [slug, spoken(slug)])));
}

function asksOf(told: Told, isBeginner: boolean, by: Chance): string[] {
  const must = told.skills.filter((skill) => skill.must);
  // What the system brings along (protocols, law, methods) is asked for in a sentence of its own.
  const isTool = (slug: string) =>
    skillEntry(slug)?.kind === "technology" && !told.system.skills.includes(slug);
  const tools = listed(must.filter(({ slug }) => isTool(slug)).map(({ slug }) => spoken(slug)));
  const practices = listed(must.filter(({ slug }) => !isTool(slug)).map(({ slug }) => spoken(slug)));
  const { experienceMin: min, experienceMax: max } = told;
  const years = min ? yearsAsked(min, max) : "";
  const kind =
    min === undefined ? "uncounted" : min === 0 ? "beginner" : isBeginner ? "early" : "experienced";
  const deep = must.find(({ minYears }) => minYears !== undefined);
  const asks = [
    filled(by.pick(askTexts[kind]), {
      tools,
      years,
      Years: capital(years),
      least: years.replace(/^at least /, ""),
    }),
  ];
  if (deep)
    asks.push(
      filled(by.pick(askTexts.skillYears), { skill: spoken(deep.slug), n: inWords(deep.minYears as number) }),
    );
  if (practices) asks.push(filled(by.pick(askTexts.practices), { practices }));
  const degree = degreeOf(told, by);
  if (degree) asks.push(degree);
  return asks;
}

const degreeNames: Record<Exclude<Degree, "none">, string> = {
  associate: "an associate degree",
  bachelor: "a bachelor’s degree",
  master: "a master’s degree",
  doctorate: "a doctorate",
};

function degreeOf({ degree }: Told, by: Chance): string | undefined {
  if (!degree) return undefined;
  if (degree.level === "none") return by.pick(degreeTexts.none);
  const name = degreeNames[degree.level];
  const isResearch = degree.level === "doctorate";
  const kind = degree.equalExperience ? (isResearch ? "research" : "equal") : "required";
  return filled(by.pick(degreeTexts[kind]), {
    degree: name,
    Degree: capital(name),
    field: degree.field ?? "a technical field",
  });
}

function niceOf({ skills }: Told, by: Chance): string | undefined {
  const nice = skills.filter(({ must }) => !must).map(({ slug }) => spoken(slug));
  return nice.length > 0 ? capital(filled(by.pick(askTexts.nice), { nice: listed(nice) })) : undefined;
}

function placeOf({ workplace, house, city = "", window }: Told, by: Chance): string {
  const text = filled(by.pick(house[workplace]), { city });
  return window ? `${text} ${filled(by.pick(windowTexts), { window })}` : text;
}
