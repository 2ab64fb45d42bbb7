import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Actor } from "@/lib/auth/input";
import { findProfile, type OwnProfile } from "@/lib/profiles/queries/profile";
import type { Degree, Employment, Workplace } from "@/lib/taxonomy/terms";
import type { MatchProfile } from "../input";
import { isSilent, profileFacts } from "../rules/facts";
import { type ReadyProfile, readMatchProfile } from "./profile";

/**
 * The actor's kept profile, ready to be matched, with its evidence and the hours of overlap that it asks for; null where none was ever
 * kept. What it says that the taxonomy or the table of rates lacks by now counts as not said.
 */
export async function findOwnMatchProfile(actor: Pick<Actor, "userId">): Promise<ReadyProfile | null> {
  return (await findOwnVariants(actor, [asItIs]))?.[0] ?? null;
}

/** The kept profile as each of `changes` would have it, in their order; null where none was ever kept. */
export async function findOwnVariants(
  actor: Pick<Actor, "userId">,
  changes: readonly ((profile: MatchProfile) => MatchProfile)[],
): Promise<ReadyProfile[] | null> {
  const [profile, held] = await Promise.all([findProfile(actor), findHeld(actor)]);
  if (!profile) return null;
  const said = toMatchProfile(profile);
  const read = changes.map((change) => readMatchProfile(change(said), profile.overlapHours, held));
  return (await Promise.all(read)).map(({ ready }) => ready);
}

const asItIs = (profile: MatchProfile) => profile;

/** The profile of who has kept none. */
export const emptyProfile: ReadyProfile = {
  facts: profileFacts({}, { rate: null, ahead: null }),
  edges: { implies: [], related: [], labels: {} },
  ids: { skills: new Map(), responsibilities: new Map() },
};

/** The same where it says anything that could be matched: for pages that show ranges to whoever has them. */
export async function findMatchable(actor: Actor | null): Promise<ReadyProfile | undefined> {
  const profile = actor && (await findOwnMatchProfile(actor));
  return profile && !isSilent(profile.facts) ? profile : undefined;
}

/** Of a kept profile what a match reads: no name, no headline. */
function toMatchProfile(profile: OwnProfile): MatchProfile {
  const slugs = (list: readonly { slug: string }[]) => list.map(({ slug }) => slug);
  return {
    years: profile.years,
    degree: profile.degree && { level: profile.degree.level as Degree },
    skills: profile.skills.map(({ slug, years, evidence }) => ({ slug, years, evidence })),
    responsibilities: profile.responsibilities.map(({ slug, evidence }) => ({ slug, evidence })),
    no: { skills: slugs(profile.no.skills), responsibilities: slugs(profile.no.responsibilities) },
    salary: profile.salary,
    workplaces: profile.workplaces as Workplace[] | undefined,
    countries: profile.countries,
    timezone: profile.timezone,
    employment: profile.employment as Employment[] | undefined,
  };
}

/** That there is a job, that there are studies: evidence of experience and degree, whichever they are. */
async function findHeld({ userId }: Pick<Actor, "userId">) {
  const [row] = await db().execute<{ job: boolean; education: boolean }>(sql`
    select exists (select 1 from profile_evidence e where e.user_id = p.id and e.kind = 'job') as job,
      exists (select 1 from profile_education e where e.user_id = p.id) as education
    from (select ${userId}::uuid as id) p`);
  return row as { job: boolean; education: boolean };
}
