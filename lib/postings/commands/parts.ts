import { eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import {
  postingPlaces,
  postingQuestions,
  postingResponsibilities,
  postingSkills,
  realityCards,
} from "@/db/schema/postings";
import type { ResolvedSkill } from "@/lib/taxonomy/queries/resolve";
import { mostSkills, type Question } from "../lists";
import type { RealityCard } from "../reality";

/** What of a posting is in rows of other tables, in the order in which it is shown. */
export type Parts = {
  places: readonly { city: string | null; country: string }[];
  skills: readonly { skillId: number; must: boolean; minYears?: number }[];
  responsibilities: readonly { responsibilityId: number; must: boolean }[];
};

/** A tag that a posting asks for, by its slug; only a skill may ask for years. */
type Asked = { slug: string; must: boolean; minYears?: number | null };

/** The tags that the taxonomy has, in rows; one that it has no longer is left out. Two names of one skill are one tag, as strict as the stricter. */
export const knownTags = (
  asked: { skills: readonly Asked[]; responsibilities: readonly Omit<Asked, "minYears">[] },
  ids: { skills: ReadonlyMap<string, ResolvedSkill>; responsibilities: ReadonlyMap<string, number> },
): Pick<Parts, "skills" | "responsibilities"> => ({
  skills: skillsAsked(asked.skills, ids.skills),
  responsibilities: asked.responsibilities.flatMap(({ slug, must }) => {
    const responsibilityId = ids.responsibilities.get(slug);
    return responsibilityId ? [{ responsibilityId, must }] : [];
  }),
});

function skillsAsked(asked: readonly Asked[], ids: ReadonlyMap<string, ResolvedSkill>): Parts["skills"] {
  const found = new Map<number, { must: boolean; minYears: number }>();
  for (const { slug, must, minYears } of asked) {
    const skill = ids.get(slug);
    if (!skill) continue;
    const before = found.get(skill.id);
    found.set(skill.id, {
      must: must || (before?.must ?? false),
      minYears: Math.max(minYears ?? 0, before?.minYears ?? 0),
    });
  }
  return [...found].map(([skillId, { must, minYears }]) => ({
    skillId,
    must,
    ...(minYears && { minYears }),
  }));
}

/**
 * Writes the parts of these postings instead of those that they had. A reality card that is null is removed; one that is not given stays
 * as it is.
 */
export async function replaceParts(
  tx: Transaction,
  changed: readonly (Parts & { postingId: string; reality?: RealityCard | null })[],
) {
  const ids = changed.map(({ postingId }) => postingId);
  const withCard = changed.filter(({ reality }) => reality !== undefined).map(({ postingId }) => postingId);
  await tx.delete(postingPlaces).where(inArray(postingPlaces.postingId, ids));
  await tx.delete(postingSkills).where(inArray(postingSkills.postingId, ids));
  await tx.delete(postingResponsibilities).where(inArray(postingResponsibilities.postingId, ids));
  if (withCard.length > 0) await tx.delete(realityCards).where(inArray(realityCards.postingId, withCard));
  const places = changed.flatMap((one) => placeRows(one.postingId, one.places));
  const skills = changed.flatMap((one) => skillRows(one.postingId, one.skills));
  const responsibilities = changed.flatMap((one) => responsibilityRows(one.postingId, one.responsibilities));
  const cards = changed.flatMap(({ postingId, reality }) => (reality ? [{ ...reality, postingId }] : []));
  if (places.length > 0) await tx.insert(postingPlaces).values(places);
  if (skills.length > 0) await tx.insert(postingSkills).values(skills);
  if (responsibilities.length > 0) await tx.insert(postingResponsibilities).values(responsibilities);
  if (cards.length > 0) await tx.insert(realityCards).values(cards);
}

/** Writes a posting's reality card instead of the one that it had; null removes it. */
export async function replaceCard(tx: Transaction, postingId: string, card: RealityCard | null) {
  await tx.delete(realityCards).where(eq(realityCards.postingId, postingId));
  if (card) await tx.insert(realityCards).values({ ...card, postingId });
}

/** Writes a posting's questions instead of those that it had. */
export async function replaceQuestions(tx: Transaction, postingId: string, questions: readonly Question[]) {
  await tx.delete(postingQuestions).where(eq(postingQuestions.postingId, postingId));
  if (questions.length === 0) return;
  await tx
    .insert(postingQuestions)
    .values(questions.map((question, position) => ({ ...question, postingId, position })));
}

/** Adds parts behind those that the posting has; what it has already stays as it is. */
export async function addParts(tx: Transaction, postingId: string, parts: Parts) {
  const taken = await tx
    .select({ city: postingPlaces.city, country: postingPlaces.country })
    .from(postingPlaces)
    .where(eq(postingPlaces.postingId, postingId));
  const fresh = parts.places.filter(
    (place) => !taken.some(({ city, country }) => city === place.city && country === place.country),
  );
  const places = placeRows(postingId, fresh, taken.length);
  const skills = skillRows(postingId, parts.skills, mostSkills);
  const responsibilities = responsibilityRows(postingId, parts.responsibilities);
  if (places.length > 0) await tx.insert(postingPlaces).values(places);
  if (skills.length > 0) await tx.insert(postingSkills).values(skills).onConflictDoNothing();
  if (responsibilities.length > 0)
    await tx.insert(postingResponsibilities).values(responsibilities).onConflictDoNothing();
}

const placeRows = (postingId: string, places: Parts["places"], first = 0) =>
  places.map((place, at) => ({ postingId, ...place, position: first + at }));

const skillRows = (postingId: string, skills: Parts["skills"], first = 0) =>
  skills.map((skill, at) => ({ postingId, ...skill, position: first + at }));

/** Responsibilities are shown in the order of the taxonomy. */
const responsibilityRows = (postingId: string, responsibilities: Parts["responsibilities"]) =>
  responsibilities.map((one) => ({ postingId, ...one, position: one.responsibilityId }));

/** Gives the posting `to`, which has no parts yet, all parts of the posting `from`. */
export async function copyParts(tx: Transaction, { from, to }: { from: string; to: string }) {
  await tx.execute(sql`
    with places as (
        insert into posting_places (posting_id, position, city, country, latitude, longitude)
        select ${to}::uuid, position, city, country, latitude, longitude from posting_places where posting_id = ${from}
      ),
      skills as (
        insert into posting_skills (posting_id, skill_id, must, min_years, position)
        select ${to}::uuid, skill_id, must, min_years, position from posting_skills where posting_id = ${from}
      ),
      questions as (
        insert into posting_questions (posting_id, position, kind, text, options, required)
        select ${to}::uuid, position, kind, text, options, required from posting_questions where posting_id = ${from}
      ),
      cards as (
        insert into reality_cards (posting_id, on_call_weeks, on_call_paid, datastores, deploys_per_week, requests_per_second,
          take_home_hours, take_home_paid, interview_stages, interview_hours, team_size)
        select ${to}::uuid, on_call_weeks, on_call_paid, datastores, deploys_per_week, requests_per_second,
          take_home_hours, take_home_paid, interview_stages, interview_hours, team_size from reality_cards where posting_id = ${from}
      )
    insert into posting_responsibilities (posting_id, responsibility_id, must, position)
    select ${to}::uuid, responsibility_id, must, position from posting_responsibilities where posting_id = ${from}`);
}
