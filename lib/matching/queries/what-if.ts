import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Actor } from "@/lib/auth/input";
import { listPostingsByIds } from "@/lib/postings/queries/public";
import type { ListedPosting } from "@/lib/postings/shape";
import type { MatchProfile } from "../input";
import { findOwnReader } from "./own";
import type { ReadyProfile } from "./profile";
import { listOpenQuestions } from "./questions";
import { type RankedPosting, rankLivePostings } from "./rank";
import { openTo } from "./takeable";

/** How far down rankings are compared. */
const comparedPlaces = 1000;
/** The score from which a match counts as good. */
export const goodMatch = 70;
const mostSkills = 10;
const mostShown = 3;

/** What a profile would gain with one more skill. Scores are low ends and high ends, from 0 to 100. */
export type WhatIf = {
  slug: string;
  label: string;
  /** How many postings more would be a good match. */
  more: number;
  /** The median of the upper ends of their pay, in whole dollars a year. */
  medianUsd: number;
  /** The best of them. */
  best: { posting: ListedPosting; before: Score; after: Score }[];
};
type Score = { low: number; high: number };

/**
 * What each of the ten skills would bring that the postings which the actor could still take ask most, and their profile says nothing about.
 * Those postings (see `openTo`) are ranked again for the profile with that skill, without years: eleven rankings at most, and nothing is
 * estimated. A posting is gained where the low end of its score rises to 70 % or above. The skill that gains most postings comes first; one
 * that gains none is left out. `profile` is null for who has saved none.
 */
export async function listWhatIfs(
  actor: Pick<Actor, "userId">,
): Promise<{ profile: ReadyProfile | null; gains: WhatIf[] }> {
  const read = await findOwnReader(actor);
  if (!read) return { profile: null, gains: [] };
  const profile = await read((said) => said);
  const among = openTo(actor, profile);
  const questions = await listOpenQuestions(profile, 60, among.where);
  const skills = questions
    .flatMap(({ about, label }) =>
      about.kind === "skill" && "slug" in about ? [{ slug: about.slug, label }] : [],
    )
    .slice(0, mostSkills);
  const rankingOf = async (one: ReadyProfile) => (await rankLivePostings(one, comparedPlaces, among)).ranked;
  const [before, rankings] = await Promise.all([
    rankingOf(profile),
    Promise.all(skills.map(async ({ slug }) => rankingOf(await read(naming(slug))))),
  ]);
  const gained = skills.map((skill, at) => ({ ...skill, postings: gainedBy(before, rankings[at] ?? []) }));
  const [medians, shown] = await Promise.all([
    findMedians(gained),
    listPostingsByIds([
      ...new Set(gained.flatMap(({ postings }) => postings.slice(0, mostShown).map(({ id }) => id))),
    ]),
  ]);
  const byId = new Map(shown.map((posting) => [posting.id, posting]));
  const gains = gained.flatMap(({ slug, label, postings }) => {
    const medianUsd = medians.get(slug);
    if (medianUsd === undefined) return [];
    const best = postings.slice(0, mostShown).flatMap(({ id, ...scores }) => {
      const posting = byId.get(id);
      return posting ? [{ posting, ...scores }] : [];
    });
    return [{ slug, label, more: postings.length, medianUsd, best }];
  });
  return { profile, gains: gains.sort((a, b) => b.more - a.more || b.medianUsd - a.medianUsd) };
}

const naming =
  (slug: string) =>
  (profile: MatchProfile): MatchProfile => ({ ...profile, skills: [...(profile.skills ?? []), { slug }] });

/** The postings that are a good match in the second ranking and were none in the first, in the order of the second. */
export function gainedBy(before: readonly RankedPosting[], after: readonly RankedPosting[]) {
  const scoreOf = new Map(before.map((posting) => [posting.id, posting]));
  return after.flatMap(({ id, low, high }) => {
    const was = scoreOf.get(id);
    if (!was || low === null || high === null || low < goodMatch || (was.low ?? 0) >= goodMatch) return [];
    return [{ id, before: { low: was.low ?? 0, high: was.high ?? 0 }, after: { low, high } }];
  });
}

/** By skill, the median of the upper ends of pay, in whole dollars a year; only of those with postings. */
async function findMedians(
  gained: readonly { slug: string; postings: readonly { id: string }[] }[],
): Promise<Map<string, number>> {
  const pairs = gained.flatMap(({ slug, postings }) => postings.map(({ id }) => ({ slug, id })));
  if (pairs.length === 0) return new Map();
  const rows = await db().execute<{ slug: string; median: number }>(sql`
    select g.slug, round(percentile_cont(0.5) within group (order by p.yearly_usd_max))::int as median
    from unnest(${sql.param(pairs.map(({ slug }) => slug))}::text[], ${sql.param(pairs.map(({ id }) => id))}::uuid[]) g (slug, id)
      join postings p on p.id = g.id
    group by g.slug`);
  return new Map(rows.map(({ slug, median }) => [slug, median]));
}
