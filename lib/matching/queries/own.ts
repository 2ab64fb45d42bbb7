import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Actor } from "@/lib/auth/input";
import { findProfile, listProfiles, type OwnProfile } from "@/lib/profiles/queries/profile";
import { listRates } from "@/lib/taxonomy/queries/rates";
import { degrees, employments, workplaces } from "@/lib/taxonomy/terms";
import type { MatchProfile } from "../input";
import { isSilent, profileFacts } from "../rules/facts";
import { readKnownZones } from "./candidate-gates";
import { findReach, type ReadyProfile, readMatchProfile } from "./profile";

/**
 * The actor's saved profile, ready to be matched, with its evidence and the hours of overlap that it asks for; null where none was ever
 * saved. What it says that is no longer in the taxonomy or the table of rates counts as not said.
 */
export async function findOwnMatchProfile(actor: Pick<Actor, "userId">): Promise<ReadyProfile | null> {
  const read = await findOwnReader(actor);
  return read ? read((profile) => profile) : null;
}

/** What the match reads of the saved profiles of these users, by the user's id. A handful of queries, however many users. */
export async function listMatchProfiles(
  userIds: readonly string[],
): Promise<Map<string, Pick<ReadyProfile, "facts" | "edges">>> {
  const [profiles, holds, rates, reach] = await Promise.all([
    listProfiles(userIds),
    listHeld(userIds),
    listRates(),
    // The edges of all of them: a profile follows only those that begin at its own skills.
    findReach(
      sql`select distinct k.skill_id from profile_skills k where k.has and k.user_id = any(${sql.param(userIds)}::uuid[])`,
      [],
    ),
  ]);
  const said = [...profiles].map(([id, profile]) => ({
    id,
    overlap: profile.overlapHours,
    ...toMatchProfile(profile),
  }));
  const zones = await readKnownZones(said.flatMap(({ timezone }) => timezone ?? []));
  return new Map(
    said.map(({ id, overlap, ...profile }) => {
      const rate = rates.find(({ currency }) => currency === profile.salary?.currency) ?? null;
      const ahead = zones.get(profile.timezone ?? "") ?? null;
      return [
        id,
        { facts: profileFacts(profile, { rate, ahead, overlap }, holds.get(id)), edges: reach.edges },
      ];
    }),
  );
}

/** Reads the actor's saved profile as a change would have it. */
export type OwnReader = (change: (profile: MatchProfile) => MatchProfile) => Promise<ReadyProfile>;

/** Loads the actor's saved profile once, to be made ready in several variants; null where none was ever saved. */
export async function findOwnReader(actor: Pick<Actor, "userId">): Promise<OwnReader | null> {
  const [profile, holds] = await Promise.all([findProfile(actor), listHeld([actor.userId])]);
  if (!profile) return null;
  const said = toMatchProfile(profile);
  return async (change) =>
    (await readMatchProfile(change(said), profile.overlapHours, holds.get(actor.userId))).ready;
}

/** The profile of somebody who has saved none. */
export const emptyProfile: ReadyProfile = {
  facts: profileFacts({}, { rate: null, ahead: null }),
  edges: { implies: [], related: [], labels: {} },
  ids: { skills: new Map(), responsibilities: new Map() },
  wanted: null,
};

/** `findOwnMatchProfile` where the profile says anything that could be matched, for pages that show ranges; else undefined. */
export async function findMatchable(actor: Actor | null): Promise<ReadyProfile | undefined> {
  const profile = actor && (await findOwnMatchProfile(actor));
  return profile && !isSilent(profile.facts) ? profile : undefined;
}

/** What a match reads of a saved profile: no name, no headline. */
function toMatchProfile(profile: OwnProfile): MatchProfile {
  const slugs = (list: readonly { slug: string }[]) => list.map(({ slug }) => slug);
  return {
    years: profile.years,
    degree: { level: degrees.find((degree) => degree === profile.degree?.level) },
    skills: profile.skills.map(({ slug, years, evidence }) => ({ slug, years, evidence })),
    responsibilities: profile.responsibilities.map(({ slug, evidence }) => ({ slug, evidence })),
    no: { skills: slugs(profile.no.skills), responsibilities: slugs(profile.no.responsibilities) },
    salary: profile.salary,
    workplaces: workplaces.filter((workplace) => profile.workplaces?.includes(workplace)),
    countries: profile.countries,
    timezone: profile.timezone,
    employment: employments.filter((employment) => profile.employment?.includes(employment)),
  };
}

/** Whether the profiles have a job and a study, whichever they are: evidence of experience and of a degree. By the user's id. */
async function listHeld(userIds: readonly string[]) {
  const rows = await db().execute<{ id: string; job: boolean; education: boolean }>(sql`
    select p.id, exists (select 1 from profile_evidence e where e.user_id = p.id and e.kind = 'job') as job,
      exists (select 1 from profile_education e where e.user_id = p.id) as education
    from unnest(${sql.param(userIds)}::uuid[]) as p (id)`);
  return new Map(rows.map(({ id, ...held }) => [id, held]));
}
