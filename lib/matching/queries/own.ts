import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Actor } from "@/lib/auth/input";
import { findProfile, type OwnProfile } from "@/lib/profiles/queries/profile";
import { degrees, employments, workplaces } from "@/lib/taxonomy/terms";
import type { MatchProfile } from "../input";
import { isSilent, profileFacts } from "../rules/facts";
import { type ReadyProfile, readMatchProfile } from "./profile";

/**
 * The actor's saved profile, ready to be matched, with its evidence and the hours of overlap that it asks for; null where none was ever
 * saved. What it says that is no longer in the taxonomy or the table of rates counts as not said.
 */
export async function findOwnMatchProfile(actor: Pick<Actor, "userId">): Promise<ReadyProfile | null> {
  const read = await findOwnReader(actor);
  return read ? read((profile) => profile) : null;
}

/** Reads the actor's saved profile as a change would have it. */
export type OwnReader = (change: (profile: MatchProfile) => MatchProfile) => Promise<ReadyProfile>;

/** Loads the actor's saved profile once, to be made ready in several variants; null where none was ever saved. */
export async function findOwnReader(actor: Pick<Actor, "userId">): Promise<OwnReader | null> {
  const [profile, holds] = await Promise.all([findProfile(actor), findHeld(actor)]);
  if (!profile) return null;
  const said = toMatchProfile(profile);
  return async (change) => (await readMatchProfile(change(said), profile.overlapHours, holds)).ready;
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

/** Whether the profile has a job and a study, whichever they are: evidence of experience and of a degree. */
async function findHeld({ userId }: Pick<Actor, "userId">) {
  const [row] = await db().execute<{ job: boolean; education: boolean }>(sql`
    select exists (select 1 from profile_evidence e where e.user_id = p.id and e.kind = 'job') as job,
      exists (select 1 from profile_education e where e.user_id = p.id) as education
    from (select ${userId}::uuid as id) p`);
  return row;
}
