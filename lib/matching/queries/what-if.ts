import type { Actor } from "@/lib/auth/input";
import { listPostingsByIds } from "@/lib/postings/queries/public";
import type { ListedPosting } from "@/lib/postings/shape";
import type { MatchProfile } from "../input";
import { findOwnReader } from "./own";
import type { ReadyProfile } from "./profile";
import { listOpenQuestions } from "./questions";
import { type RankedPosting, rankLivePostings } from "./rank";

/** How far down a ranking is compared: what climbs from below it came from "below". */
export const comparedPlaces = 1000;
/** A match that is worth an application. */
export const goodMatch = 70;
const mostSkills = 5;
const mostClimbers = 3;

/** What a profile would gain with one more skill: postings that would reach a good match, and those that would climb furthest. */
export type WhatIf = {
  slug: string;
  label: string;
  more: number;
  climbers: { posting: Pick<ListedPosting, "slug" | "title" | "company">; from: number | null; to: number }[];
};

/**
 * What each of the five skills would change that live postings ask most and the actor's profile says nothing about, by ranking anew with the
 * profile that names it, without years: six rankings at most, and nothing estimated. Of each, postings that would be at 70 % or above for
 * certain and are not now, and the three that would climb furthest onto the first page. Places count from 1, as far as the thousandth;
 * `from` is null for one from further below.
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

/** What one ranking has that the other had not. */
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
