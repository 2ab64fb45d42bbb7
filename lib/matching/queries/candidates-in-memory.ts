import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { mayWrite } from "@/db/membership";
import { postings } from "@/db/schema/postings";
import type { Actor } from "@/lib/auth/input";
import type { People } from "@/lib/people/people";
import { findPeople } from "@/lib/people/start";
import { isLive } from "@/lib/postings/queries/live";
import { appliedTo, hiddenFrom } from "@/lib/profiles/queries/visibility";
import type { Question } from "../people/rank";
import { readKnownZones } from "./candidate-gates";
import { listWays } from "./said";

/** The people in memory, and what a question about them needs besides the facts of the posting. */
export type AskedOfPeople = { people: People; question: Omit<Question, "posting"> };

/**
 * What ranks the candidates of a posting in memory. Undefined where this process does not hold the people; null unless the posting is live and
 * the actor is an owner or recruiter of its company. A zone that somebody names for the first time meanwhile counts as not stated.
 */
export async function readAsked(actor: Actor, postingId: string): Promise<AskedOfPeople | null | undefined> {
  const people = await findPeople();
  if (!people) return undefined;
  const [leftOut, tags, ways, ahead] = await Promise.all([
    findLeftOut(actor, postingId),
    listTags(postingId),
    listWays(sql`select t.skill_id from posting_skills t where t.posting_id = ${postingId}::uuid`, {
      withRelated: true,
    }),
    readKnownZones(people.zones()),
  ]);
  return leftOut && { people, question: { tags, ways, leftOut, ahead } };
}

/** The numbers of the profiles that the list leaves out; null for who may not read it. */
async function findLeftOut(actor: Actor, postingId: string): Promise<number[] | null> {
  const [row] = await db().execute<{ numbers: number[] }>(sql`
    select array(select p.number::float8 from profiles p where p.searchable and p.user_id in (
      ${hiddenFrom(sql`${postings.companyId}`)} union all ${appliedTo(postingId)})) as numbers
    from postings where ${postings.id} = ${postingId}::uuid and ${isLive()} and ${mayWrite(actor, postings.companyId)}`);
  return row?.numbers ?? null;
}

/** What the posting asks by skills and responsibilities. */
async function listTags(postingId: string): Promise<Question["tags"]> {
  return db().execute<Question["tags"][number]>(sql`
    select 'skill' as kind, t.skill_id as id, t.must, t.min_years as "minYears"
    from posting_skills t where t.posting_id = ${postingId}::uuid
    union all
    select 'responsibility', t.responsibility_id, t.must, null
    from posting_responsibilities t where t.posting_id = ${postingId}::uuid`);
}
