import type { Actor } from "@/lib/auth/input";
import { listPostingsByIds } from "@/lib/postings/queries/public";
import type { ListedPosting } from "@/lib/postings/shape";
import type { MatchProfile } from "../input";
import { findOwnReader } from "./own";
import type { ReadyProfile } from "./profile";
import { listOpenQuestions } from "./questions";
import { type RankedPosting, rankLivePostings } from "./rank";

/** How far down rankings are compared. */
export const comparedPlaces = 1000;
/** The score from which a match counts as good. */
export const goodMatch = 70;
const mostSkills = 5;
const mostClimbers = 3;

/** What a profile would gain with one more skill: how many more good matches, and the postings that would climb furthest. */
export type WhatIf = {
  slug: string;
  label: string;
  more: number;
  climbers: { posting: Pick<ListedPosting, "slug" | "title" | "company">; from: number | null; to: number }[];
};

/**
 * What each of the five skills would change that live postings ask most and the actor's profile says nothing about. The live postings are
 * ranked again for the profile with that skill, without years: six rankings at most, and nothing is estimated. For each skill: how many more
 * postings would have a low end of 70 % or above, and the three that would climb furthest onto the first page. Places count from 1 to 1000;
 * `from` is null for a posting from further down.
 */
export async function listWhatIfs(actor: Pick<Actor, "userId">): Promise<WhatIf[]> {
  const read = await findOwnReader(actor);
  if (!read) return [];
  const now = await read((profile) => profile);
  const questions = await listOpenQuestions(now, 60);
  const skills = questions
    .flatMap(({ about, label }) =>
      about.kind === "skill" && "slug" in about ? [{ slug: about.slug, label }] : [],
    )
    .slice(0, mostSkills);
  const rankingOf = async (profile: ReadyProfile) => (await rankLivePostings(profile, comparedPlaces)).ranked;
  const [before, after] = await Promise.all([
    rankingOf(now),
    Promise.all(
      skills.map(async ({ slug, label }) => ({
        slug,
        label,
        ranking: await rankingOf(await read(naming(slug))),
      })),
    ),
  ]);
  const gains = after.map(({ slug, label, ranking }) => ({ slug, label, ...gainOf(before, ranking) }));
  const shown = await listPostingsByIds([
    ...new Set(gains.flatMap(({ climbers }) => climbers.map(({ id }) => id))),
  ]);
  const byId = new Map(shown.map((posting) => [posting.id, posting]));
  return gains.map((gain) => ({
    ...gain,
    climbers: gain.climbers.flatMap(({ id, from, to }) => {
      const posting = byId.get(id);
      return posting ? [{ posting, from, to }] : [];
    }),
  }));
}

const naming =
  (slug: string) =>
  (profile: MatchProfile): MatchProfile => ({ ...profile, skills: [...(profile.skills ?? []), { slug }] });

/** A page of matches. */
const firstPlaces = 20;

/** What one ranking has that the other did not have. */
export function gainOf(before: readonly RankedPosting[], after: readonly RankedPosting[]) {
  const placeOf = new Map(before.map(({ id }, at) => [id, at + 1]));
  const good = (ranking: readonly RankedPosting[]) =>
    ranking.filter(({ low }) => (low ?? 0) >= goodMatch).length;
  return {
    more: good(after) - good(before),
    climbers: after
      .slice(0, firstPlaces)
      .map(({ id }, at) => ({ id, from: placeOf.get(id) ?? null, to: at + 1 }))
      .filter(({ from, to }) => from === null || from > to)
      .sort((a, b) => climb(b) - climb(a) || a.to - b.to)
      .slice(0, mostClimbers),
  };
}

const climb = ({ from, to }: { from: number | null; to: number }) => (from ?? Number.POSITIVE_INFINITY) - to;
