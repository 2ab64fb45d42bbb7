import { and, type SQL, sql } from "drizzle-orm";
import { postings } from "@/db/schema/postings";
import { failsNoGate } from "@/lib/matching/queries/gates";
import type { ProfileFacts } from "@/lib/matching/rules/facts";
import { clock, isLive } from "@/lib/postings/queries/live";
import { wholeCard } from "@/lib/postings/queries/reality";
import { isHiddenFrom } from "@/lib/profiles/queries/hidden";
import type { SearchCriteria } from "../criteria";
import { isNear, overlapsWith } from "./places";
import { textMatches } from "./text";

/** Criteria with what the database had to be asked for: the ids of names, and the wanted pay as a year in whole dollars. */
export type ReadySearch = {
  criteria: SearchCriteria;
  ids: { skill: Map<string, number>; responsibility: Map<string, number> };
  /** Whole dollars of one threshold in the asked currency. */
  toUsd: (yearly: number) => number;
  /** For whoever asks: without what this user hid, and without what fails a gate of this profile. */
  reader?: { hiddenFrom?: string; gates?: ProfileFacts };
};

/** Facets of which one value is chosen instead of another: each is counted as if nothing were chosen in it. */
export const plainFacets = ["degree", "band", "salary", "workplace", "employment", "country"] as const;
export type PlainFacet = (typeof plainFacets)[number];

/** The postings that answer the criteria, as a condition on `postings`; without the filters in `except`. */
export function matching(ready: ReadySearch, ...except: ("skill" | PlainFacet)[]): SQL {
  const { criteria, ids, reader } = ready;
  return and(
    isLive(),
    reader?.hiddenFrom === undefined ? undefined : sql`not ${isHiddenFrom(reader.hiddenFrom)}`,
    reader?.gates && failsNoGate(reader.gates),
    criteria.q ? textMatches(criteria.q) : undefined,
    except.includes("skill") ? undefined : skillsMatch(ready),
    criteria.exclude.length > 0 ? sql`not ${hasAnySkill(idsOf(ready, criteria.exclude))}` : undefined,
    ...criteria.responsibility.map((slug) => hasResponsibility(ids.responsibility.get(slug) ?? 0)),
    ...plainFacets.filter((facet) => !except.includes(facet)).map((facet) => conditionOn(facet, ready)),
    criteria.experience === undefined
      ? undefined
      : sql`coalesce(${postings.experienceMin}, 0) <= ${criteria.experience} and coalesce(${postings.experienceMax}, 60) >= ${criteria.experience}`,
    criteria.company.length > 0
      ? sql`${postings.companyId} in (select c.id from companies c where c.slug = any(${list(criteria.company)}::text[]))`
      : undefined,
    criteria.near === undefined ? undefined : isNear(criteria.near, criteria.radius),
    criteria.timezone === undefined ? undefined : overlapsWith(criteria.timezone, criteria.overlap),
    criteria.oncall && card(sql`r.on_call_weeks = 0`),
    criteria.takehome && card(sql`r.take_home_hours = 0`),
    criteria.complete && card(wholeCard),
    criteria.posted === undefined
      ? undefined
      : sql`${postings.publishedAt} >= ${clock} - make_interval(days => ${criteria.posted}::int)`,
  ) as SQL;
}

/** What the choice in this facet asks of `postings`; undefined where nothing is chosen. */
export function conditionOn(facet: PlainFacet, { criteria, toUsd }: ReadySearch): SQL | undefined {
  switch (facet) {
    case "degree":
      return criteria.degree && degreeOpen(criteria.degree);
    case "band":
      return anyOf(sql`${postings.band}`, criteria.band);
    case "salary":
      return criteria.salary === undefined ? undefined : paysAtLeast(toUsd(criteria.salary));
    case "workplace":
      return anyOf(sql`${postings.workplace}`, criteria.workplace);
    case "employment":
      return anyOf(sql`${postings.employment}`, criteria.employment);
    case "country":
      return criteria.country.length > 0 ? inCountries(criteria.country) : undefined;
  }
}

const list = (values: unknown[]) => sql.param(values);
const anyOf = (column: SQL, values: string[]) =>
  values.length > 0 ? sql`${column} = any(${list(values)}::text[])` : undefined;

/** Unknown names have no id: nothing carries the tag 0. */
export const idsOf = ({ ids }: ReadySearch, slugs: string[]) => slugs.map((slug) => ids.skill.get(slug) ?? 0);

const hasSkill = (id: number) =>
  sql`exists (select 1 from posting_skills t where t.posting_id = ${postings.id} and t.skill_id = ${id})`;
export const hasAnySkill = (ids: number[]) =>
  sql`exists (select 1 from posting_skills t where t.posting_id = ${postings.id} and t.skill_id = any(${list(ids)}::int[]))`;
const hasResponsibility = (id: number) =>
  sql`exists (select 1 from posting_responsibilities t where t.posting_id = ${postings.id} and t.responsibility_id = ${id})`;

function skillsMatch(ready: ReadySearch): SQL | undefined {
  const { criteria } = ready;
  const ids = idsOf(ready, criteria.skill);
  if (ids.length === 0) return undefined;
  return criteria.skillMode === "any" ? hasAnySkill(ids) : and(...ids.map(hasSkill));
}

/** Open to one who holds this degree: it asks no more, or none, or takes equal experience. */
const degreeOpen = (degree: string) =>
  sql`(${postings.degreeRank} is null or ${postings.equalExperience} or ${postings.degreeRank} <= (
    case ${degree}::text when 'none' then 0 when 'associate' then 1 when 'bachelor' then 2 when 'master' then 3 else 4 end))`;

const paysAtLeast = (yearlyUsd: number) => sql`${postings.yearlyUsdMax} >= ${yearlyUsd}`;

const inCountries = (codes: string[]) => sql`(${postings.hiringCountries} && ${list(codes)}::text[]
  or exists (select 1 from posting_places l where l.posting_id = ${postings.id} and l.country = any(${list(codes)}::text[])))`;

const card = (condition: SQL) =>
  sql`exists (select 1 from reality_cards r where r.posting_id = ${postings.id} and ${condition})`;
