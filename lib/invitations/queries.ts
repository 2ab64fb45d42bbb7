import { and, desc, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { mayWrite } from "@/db/membership";
import { companies } from "@/db/schema/companies";
import { invitations } from "@/db/schema/invitations";
import { postings } from "@/db/schema/postings";
import type { Actor } from "@/lib/auth/input";
import { listMatches } from "@/lib/matching/queries/matches";
import { findOwnMatchProfile } from "@/lib/matching/queries/own";
import { clock, isLive } from "@/lib/postings/queries/live";
import { proofWithoutIdentity, withoutIdentity } from "@/lib/profiles/identity";
import { findProfile } from "@/lib/profiles/queries/profile";
import { listProof } from "@/lib/profiles/queries/resume";
import { mayBeSeenBy } from "@/lib/profiles/queries/visibility";

/** The invitations to the actor that no application came of, newest first, at most 100; with `live`, whether one can still apply. */
export function listOwnInvitations(actor: Actor) {
  return db()
    .select({
      id: invitations.id,
      postingId: invitations.postingId,
      message: invitations.message,
      sentAt: invitations.sentAt,
      declinedAt: invitations.declinedAt,
      title: postings.title,
      slug: postings.slug,
      companyName: companies.name,
      memberName: sql<string | null>`(select u.name from users u where u.id = ${invitations.memberId})`,
      live: sql<boolean>`${isLive()}`,
    })
    .from(invitations)
    .innerJoin(postings, eq(postings.id, invitations.postingId))
    .innerJoin(companies, eq(companies.id, invitations.companyId))
    .where(
      sql`${invitations.candidateId} = ${actor.userId} and not exists (select 1 from applications a
        where a.posting_id = ${invitations.postingId} and a.candidate_id = ${invitations.candidateId})`,
    )
    .orderBy(desc(invitations.sentAt), desc(invitations.id))
    .limit(100);
}

/** One invitation to the actor, whether or not they applied; null where there is none. */
export async function findOwnInvitation({ userId }: Pick<Actor, "userId">, id: string) {
  const [invitation] = await db()
    .select({
      title: postings.title,
      slug: postings.slug,
      companyName: companies.name,
      declinedAt: invitations.declinedAt,
      applied: sql<boolean>`exists (select 1 from applications a
        where a.posting_id = ${invitations.postingId} and a.candidate_id = ${invitations.candidateId})`,
    })
    .from(invitations)
    .innerJoin(postings, eq(postings.id, invitations.postingId))
    .innerJoin(companies, eq(companies.id, invitations.companyId))
    .where(and(eq(invitations.id, id), eq(invitations.candidateId, userId)));
  return invitation ?? null;
}

/** A candidate as the actor's company stands to them, about one live posting. `opened`: this member may read the profile today. */
export type FoundCandidate = {
  postingTitle: string;
  companyId: string;
  companyName: string;
  headline: string;
  opened: boolean;
  message: string | null;
  invitedAt: Date | null;
  declinedAt: Date | null;
};

/**
 * A candidate whom the company of a live posting may find and who did not apply to it; null otherwise, and for all but its owners and
 * recruiters. It holds no name and no address.
 */
export async function findCandidate(
  actor: Actor,
  postingId: string,
  candidateId: string,
): Promise<FoundCandidate | null> {
  const row = await findRow(actor, postingId, candidateId);
  if (!row) return null;
  const { name, email, headline, invitedAt, declinedAt, ...found } = row;
  return {
    ...found,
    headline: withoutIdentity(headline, { name: name ?? "", email, schools: [] }),
    invitedAt: instantOf(invitedAt),
    declinedAt: instantOf(declinedAt),
  };
}

/**
 * A candidate's profile as a company reads it that opened it today: what they can do and want, the evidence, and the match sheet of the
 * posting with what it was made from; without links, and without their name and address in any text. Null where `findCandidate` gives
 * none, or before it was opened.
 */
export async function readCandidate(actor: Actor, postingId: string, candidateId: string) {
  const row = await findRow(actor, postingId, candidateId);
  if (!row?.opened) return null;
  const candidate = { userId: candidateId };
  const [profile, proof, ready] = await Promise.all([
    findProfile(candidate),
    listProof(candidate),
    findOwnMatchProfile(candidate),
  ]);
  if (!profile || !ready) return null;
  const { matches } = await listMatches(eq(postings.id, postingId), ready, 1);
  const [match] = matches;
  if (!match) return null;
  const schools = proof.education.map(({ school }) => school);
  const writer = { name: row.name ?? "", email: row.email, schools };
  return {
    ...match,
    profile: { ...profile, headline: withoutIdentity(profile.headline, writer) },
    proof: proofWithoutIdentity(proof, writer),
  };
}

type FoundRow = Omit<FoundCandidate, "invitedAt" | "declinedAt"> & {
  name: string | null;
  email: string;
  invitedAt: string | null;
  declinedAt: string | null;
};

async function findRow(actor: Actor, postingId: string, candidateId: string): Promise<FoundRow | null> {
  const [row] = await db().execute<FoundRow>(sql`
    select postings.title as "postingTitle", postings.company_id as "companyId", companies.name as "companyName",
      profiles.headline, users.name, users.email,
      exists (select 1 from profile_views v where v.posting_id = postings.id and v.candidate_id = profiles.user_id
        and v.member_id = ${actor.userId}::uuid and v.day = (${clock} at time zone 'UTC')::date) as opened,
      i.message, i.sent_at as "invitedAt", i.declined_at as "declinedAt"
    from postings join companies on companies.id = postings.company_id
      join profiles on profiles.user_id = ${candidateId}::uuid
      join users on users.id = profiles.user_id
      left join invitations i on i.posting_id = postings.id and i.candidate_id = profiles.user_id
    where postings.id = ${postingId}::uuid and ${mayWrite(actor, postings.companyId)} and ${isLive()} and ${mayBeSeenBy(sql`postings.company_id`)}
      and not exists (select 1 from applications a where a.posting_id = postings.id and a.candidate_id = profiles.user_id)`);
  return row ?? null;
}

const instantOf = (text: string | null) => (text === null ? null : new Date(text));
