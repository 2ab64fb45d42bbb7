import type { NewPosting } from "@/db/factories";
import type { RealityCard } from "@/lib/postings/reality";
import { skillEntry } from "@/lib/taxonomy/catalogue";
import type { City } from "@/lib/taxonomy/cities";
import { responsibilityEntries } from "@/lib/taxonomy/data/responsibilities";
import { bandOf } from "@/lib/taxonomy/rules";
import type { Band, Degree, Employment, Workplace } from "@/lib/taxonomy/terms";
import { companySources } from "./companies";
import type { CompanySource, SystemSource } from "./companies/source";
import { descriptionOf } from "./description";
import { type House, houseOf, type Team, teamOf } from "./houses";
import { payOf } from "./pay";
import { cityIn } from "./places";
import { type Chance, chance, idFor } from "./random";
import { stacks } from "./stacks";
import { titleOf } from "./titles";

/** A position that a company has to fill, not yet in any state. */
export type Position = {
  company: CompanySource;
  stack: string;
  /** Its place among its company's. */
  number: number;
  posting: NewPosting & { id: string; title: string; description: string };
};

export const companyId = (company: CompanySource) => idFor(`company/${company.name}`);

/** As many positions of each company as `count` says, the same ones each time; those with a lower number do not depend on `count`. */
export function positionsOf(count: (company: CompanySource) => number): Position[] {
  return companySources.flatMap((company) => {
    const house = houseOf(company);
    const taken = new Set<string>();
    return Array.from({ length: count(company) }, (_, number) => positionOf(company, house, number, taken));
  });
}

function positionOf(company: CompanySource, house: House, number: number, taken: Set<string>): Position {
  const key = `posting/${company.name}/${number}`;
  const by = chance(key);
  const system = company.systems[number % company.systems.length] as SystemSource;
  const team = teamOf(company, system);
  const stack = stackOf(company, system, by);
  const employment = by.weigh<Employment>(employments);
  const experience = experienceOf(employment, by);
  const band = bandOf(experience.experienceMin ?? null);
  const workplace = by.weigh<Workplace>(company.remoteOnly ? { remote: 1 } : workplaces);
  const facts = {
    employment,
    ...experience,
    workplace,
    ...whereOf(company, workplace, by),
    degree: employment === "contract" ? undefined : degreeOf(company, system, band, by),
    skills: skillsOf(stack, system, experience.experienceMin, by),
    responsibilities: responsibilitiesOf(system, by),
  };
  const country = facts.places[0]?.country ?? company.country;
  return {
    company,
    stack,
    number,
    posting: {
      id: idFor(key),
      companyId: companyId(company),
      title: titleOf({ stack, team: system.team, band, employment }, taken, by),
      description: descriptionOf({
        ...facts,
        key,
        house,
        team,
        system,
        turn: Math.floor(number / company.systems.length),
        stack,
        band,
        city: facts.places[0]?.city,
        window:
          facts.window && `${clock(facts.window.start)} to ${clock(facts.window.end)} (${facts.window.zone})`,
      }),
      ...facts,
      salary: payOf(country, band, employment, by),
      reality: realityOf(house, team, system, facts.skills, employment, by),
      replyDays: house.replyDays,
    },
  };
}

const employments = { "full-time": 78, contract: 8, "part-time": 6, internship: 4, temporary: 4 };
const workplaces = { remote: 38, hybrid: 43, onsite: 19 };

/** The stacks that are named first are the commoner ones. */
function stackOf(company: CompanySource, system: SystemSource, by: Chance): string {
  const stacksOf = system.stacks ?? company.stacks;
  return by.weigh<string>(Object.fromEntries(stacksOf.map((stack, at) => [stack, 1 / (at + 1.5)])));
}

function experienceOf(
  employment: Employment,
  by: Chance,
): { experienceMin?: number; experienceMax?: number } {
  if (employment === "internship") return { experienceMin: 0 };
  const band = by.weigh<Band | "none">({ entry: 18, mid: 46, senior: 20, principal: 4, none: 12 });
  const entry = employment === "contract" ? "mid" : band;
  if (entry === "none") return {};
  const [from, to] = { entry: [0, 2], mid: [3, 8], senior: [10, 14], principal: [21, 24] }[entry] as [
    number,
    number,
  ];
  const experienceMin = by.between(from, to);
  return { experienceMin, ...(by.often(0.22) && { experienceMax: experienceMin + by.between(2, 5) }) };
}

function whereOf(company: CompanySource, workplace: Workplace, by: Chance) {
  const home = by.often(0.75) ? (company.cities[0] as string) : by.pick(company.cities);
  const cities = by.often(0.08) ? company.cities.slice(0, 2) : [home];
  if (workplace !== "remote")
    return { places: cities.map((city) => placeOf(cityIn(city, company.country))), hiringCountries: [] };
  const hires = company.hires;
  const office = cityIn(company.cities[0] as string, company.country);
  const start = 60 * by.between(8, 10);
  return {
    places: by.often(0.3) ? [placeOf(office)] : [],
    hiringCountries: by.often(0.6) ? hires : hires.slice(0, by.between(1, hires.length)),
    window: by.often(0.45) ? { start, end: start + 60 * by.between(4, 7), zone: office.timezone } : undefined,
  };
}

const placeOf = ({ name, country, latitude, longitude }: City) => ({
  city: name,
  country,
  latitude,
  longitude,
});
const clock = (minutes: number) => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;

const fields = ["computer science", "computer science", "software engineering", "information systems"];
/** Where two-year degrees are known. */
const associates = ["US", "CA", "IN", "SG", "JP", "KR", "AU", "NZ", "AE", "BR"];
const exact = ["algorithms", "statistics", "cryptography", "distributed-systems", "performance-tuning"];

function degreeOf({ country }: CompanySource, { skills }: SystemSource, band: Band | null, by: Chance) {
  const isExact = skills.some((slug) => exact.includes(slug));
  const level = by.weigh<Degree | "silent">({
    silent: 42,
    none: 10,
    associate: associates.includes(country) ? 10 : 0,
    bachelor: 28,
    master: band === "entry" ? 2 : 10,
    doctorate: isExact ? 14 : 0,
  });
  if (level === "silent") return undefined;
  if (level === "none") return { level };
  return {
    level,
    field: by.pick(isExact ? [...fields, "mathematics"] : fields),
    equalExperience: by.often(level === "doctorate" ? 0.5 : 0.75),
  };
}

/** Three to twelve: the stack's core, what is usual with it, what the system asks, and what would be nice. */
function skillsOf(stack: string, system: SystemSource, years: number | undefined, by: Chance) {
  const { core, usual, nice } = stacks[stack] as (typeof stacks)[string];
  const isBeginner = years !== undefined && years < 3;
  const asked = by.some(usual, by.between(0, isBeginner ? 1 : 3));
  const wished = by.some([...nice, ...usual.filter((slug) => !asked.includes(slug))], by.between(0, 4));
  const own = by
    .some(system.skills, by.between(1, 2))
    .map((slug) => ({ slug, must: !isBeginner && by.often(0.55) }));
  const deep =
    years !== undefined && years >= 3 && by.often(0.3) ? { minYears: by.between(2, Math.min(years, 8)) } : {};
  const lines = [
    ...core.map((slug, at) => ({ slug, must: true, ...(at === 0 && deep) })),
    ...asked.map((slug) => ({ slug, must: true })),
    ...own,
    ...wished.map((slug) => ({ slug, must: false })),
  ];
  return lines.filter(({ slug }, at) => lines.findIndex((line) => line.slug === slug) === at).slice(0, 12);
}

function responsibilitiesOf({ responsibilities }: SystemSource, by: Chance) {
  const others = by.some(responsibilityEntries, by.between(0, 2)).map(({ slug }) => slug);
  const slugs = [...new Set([...by.some(responsibilities, by.between(2, 4)), ...others])];
  return slugs.map((slug, at) => ({ slug, must: at < 2 || by.often(0.3) }));
}

const cardKinds = { whole: 36, partial: 40, none: 24 };
const storing = ["database", "cache", "search"];
const notStores = ["sql", "relational-databases"];

/** What the texts say of a team is what its card says, as far as it says anything. */
function realityOf(
  { hiring, deploys }: House,
  { team, onCall }: Team,
  { requests }: SystemSource,
  skills: { slug: string }[],
  employment: Employment,
  by: Chance,
): Partial<RealityCard> | undefined {
  const kind = by.weigh(cardKinds);
  if (kind === "none") return undefined;
  const stores = skills
    .map(({ slug }) => skillEntry(slug))
    .filter((skill) => skill && storing.includes(skill.category) && !notStores.includes(skill.slug))
    .map((skill) => skill?.label as string);
  const isCalled = onCall.weeks > 0 && employment !== "internship";
  const parts: Partial<RealityCard>[] = [
    { onCallWeeks: isCalled ? onCall.weeks : 0, onCallPaid: isCalled ? onCall.paid : null },
    { datastores: stores.length > 0 ? stores : ["PostgreSQL"] },
    { deploysPerWeek: deploys.perWeek },
    { requestsPerSecond: requests },
    { takeHomeHours: hiring.takeHome, takeHomePaid: hiring.takeHome > 0 ? hiring.paid : null },
    { interviewStages: hiring.stages, interviewHours: hiring.hours },
    { teamSize: team.size },
  ];
  const said = kind === "whole" ? parts : by.some(parts, by.between(2, 5));
  return Object.assign({}, ...said);
}
