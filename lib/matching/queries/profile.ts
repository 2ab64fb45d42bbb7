import { type SQL, sql } from "drizzle-orm";
import { db, now } from "@/db/client";
import { inChildProcess } from "@/lib/background/child";
import { asRefusal, hasCode } from "@/lib/errors";
import { minutesAhead } from "@/lib/postings/queries/zones";
import type { JsonResume } from "@/lib/profiles/json-resume/schema";
import { findRate } from "@/lib/taxonomy/queries/rates";
import { resolveResponsibilities } from "@/lib/taxonomy/queries/resolve";
import { contradictionsOf, type MatchProfile, type ProfileFault } from "../input";
import { type Edges, type ProfileFacts, profileFacts } from "../rules/facts";

/** A profile that is ready to be matched: its facts, the part of the taxonomy that it reaches, and the ids of all slugs in them. */
export type ReadyProfile = {
  facts: ProfileFacts;
  edges: Edges;
  ids: { skills: ReadonlyMap<string, number>; responsibilities: ReadonlyMap<string, number> };
  /** The yearly pay that it wants as it was stated; the facts have it in dollars. */
  wanted: { min: number; currency: string } | null;
};

/**
 * Makes a profile ready, in a handful of small queries. `faults` names each unknown slug (aliases do not count), each contradiction, and a
 * currency without a rate. `overlap` is in hours, 4 by default; only saved profiles have something to say about `holds`.
 */
export async function readMatchProfile(
  profile: MatchProfile,
  overlap?: number,
  holds?: { job: boolean; education: boolean },
): Promise<{ ready: ReadyProfile; faults: ProfileFault[] }> {
  const named = (profile.skills ?? []).map(({ slug }) => slug);
  const denied = profile.no?.skills ?? [];
  const [reach, responsibilities, pay, zone] = await Promise.all([
    findReach(sql`select s.id from skills s where s.slug = any(${sql.param(named)}::text[])`, denied),
    findResponsibilityIds(profile),
    findWantedRate(profile),
    findZone(profile),
  ]);
  const ids = { skills: reach.ids, responsibilities };
  return {
    ready: {
      facts: profileFacts(profile, { rate: pay.rate, ahead: zone.ahead, overlap }, holds),
      edges: reach.edges,
      ids,
      wanted: wantedPay(profile),
    },
    faults: [...unknownSlugs(profile, ids), ...contradictionsOf(profile), ...pay.faults, ...zone.faults],
  };
}

/** The profile that a JSON Resume gives today; read in a process of its own, because a stranger chooses its length. */
export const readResumeProfile = async (resume: JsonResume): Promise<MatchProfile> =>
  profileOfResumeApart(resume, await now());

const profileOfResumeApart = inChildProcess<[resume: JsonResume, now: Date], MatchProfile>(
  "lib/matching/resume.ts",
  "profileOfResume",
);

/**
 * What named skills imply, to its end, and what they are related to; ids of these and of the denied ones. `named` is a query of the ids of
 * skills, `denied` are slugs. Lists are arrays in the query because the planner takes a joined one for large.
 */
export async function findReach(
  named: SQL,
  denied: string[],
): Promise<{ edges: Edges; ids: Map<string, number> }> {
  const rows = await db().execute<{ kind: string; slug: string; other: string; id: number }>(sql`
    with named (id) as materialized (${named}),
    reached (id) as materialized (
      select distinct c.implied_id from skill_closure c where c.skill_id = any(array(select n.id from named n))
    ),
    pair (kind, one, other) as materialized (
      select 'implies', i.skill_id, i.implied_id from skill_implies i where i.skill_id = any(array(select r.id from reached r))
      union select 'related', e.skill_id, e.related_id from skill_related e where e.skill_id = any(array(select n.id from named n))
      union select 'related', e.related_id, e.skill_id from skill_related e where e.related_id = any(array(select n.id from named n))
    )
    select p.kind, one.slug, other.slug as other, 0 as id from pair p
      join skills one on one.id = p.one join skills other on other.id = p.other
    union all
    select 'skill', s.slug, s.label, s.id from skills s
    where s.id = any(array(select r.id from reached r union select p.other from pair p))
      or s.slug = any(${sql.param(denied)}::text[])
    order by 1, 2, 3`);
  const pairs = (kind: string) =>
    rows.filter((row) => row.kind === kind).map(({ slug, other }): [string, string] => [slug, other]);
  const skills = rows.filter(({ kind }) => kind === "skill");
  return {
    edges: {
      implies: pairs("implies"),
      related: pairs("related"),
      labels: Object.fromEntries(skills.map(({ slug, other }) => [slug, other])),
    },
    ids: new Map(skills.map(({ slug, id }) => [slug, id])),
  };
}

async function findResponsibilityIds({ responsibilities, no }: MatchProfile): Promise<Map<string, number>> {
  const slugs = [...(responsibilities ?? []).map(({ slug }) => slug), ...(no?.responsibilities ?? [])];
  return slugs.length === 0 ? new Map() : resolveResponsibilities(slugs);
}

/** The rate that the wanted pay is converted by; without a currency it is in dollars, as in a search. */
async function findWantedRate({ salary }: MatchProfile) {
  if (salary?.min == null && salary?.currency == null) return { rate: null, faults: [] };
  try {
    return { rate: await findRate(salary.currency ?? "USD", "currency"), faults: [] };
  } catch (error) {
    const refusal = asRefusal(error);
    if (refusal?.code !== "invalid") throw error;
    return { rate: null, faults: [{ path: ["salary", "currency"], message: refusal.message }] };
  }
}

function wantedPay({ salary }: MatchProfile): ReadyProfile["wanted"] {
  return salary?.min == null ? null : { min: salary.min, currency: salary.currency ?? "USD" };
}

/** What the zone is ahead of UTC. A name that passed as one may still be missing from the database's table. */
async function findZone({
  timezone,
}: MatchProfile): Promise<{ ahead: number | null; faults: ProfileFault[] }> {
  if (timezone == null) return { ahead: null, faults: [] };
  try {
    const [row] = await db().execute<{ ahead: number }>(
      sql`select ${minutesAhead(sql`${timezone}::text`)} as ahead`,
    );
    return { ahead: row?.ahead ?? null, faults: [] };
  } catch (error) {
    if (!hasCode(error, unknownValue)) throw error;
    return {
      ahead: null,
      faults: [{ path: ["timezone"], message: "must be a time zone like Europe/Berlin." }],
    };
  }
}

/** PostgreSQL's code for a parameter value that it does not know. */
const unknownValue = "22023";

function unknownSlugs(
  { skills, responsibilities, no }: MatchProfile,
  ids: ReadyProfile["ids"],
): ProfileFault[] {
  return (["skills", "responsibilities"] as const).flatMap((list) => {
    const fault = (slug: string, path: (string | number)[]) =>
      ids[list].has(slug) ? [] : [{ path, message: `“${slug}” is not in our list of ${list}.` }];
    return [
      ...((list === "skills" ? skills : responsibilities) ?? []).flatMap(({ slug }, i) =>
        fault(slug, [list, i, "slug"]),
      ),
      ...(no?.[list] ?? []).flatMap((slug, i) => fault(slug, ["no", list, i])),
    ];
  });
}
