import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { countMembers } from "@/db/membership";
import type { Admin } from "@/lib/auth/input";
import { relationOf } from "@/lib/companies/domain";
import type { Verification } from "@/lib/companies/lists";

type Row = {
  companyId: string;
  companyName: string;
  companySlug: string;
  website: string | null;
  companySince: string;
  verifiedBy: Verification | null;
  members: number;
  source: string | null;
  memberId: string | null;
  memberName: string | null;
  email: string | null;
  memberSince: string | null;
  approved: number;
  sentBack: number;
  removed: number;
  reportsUpheld: number;
};

/**
 * Who sent a posting to the desk, for which company, and what came of the newest 500 postings of that company: decisions, and reports that
 * were right. The member is null where an import sent it, or the account is gone. Null where there is no such posting. One statement over
 * indexes.
 */
export async function findSender(_: Admin, postingId: string) {
  const [row] = await db().execute<Row>(sql`
    with asked as (select * from postings where id = ${postingId}::uuid),
    theirs as (
      select p.id from asked join postings p on p.company_id = asked.company_id order by p.created_at desc nulls first limit 500
    ), decided as (
      select count(*) filter (where d.kind = 'approve')::int as approved, count(*) filter (where d.kind = 'send_back')::int as sent_back,
        count(*) filter (where d.kind = 'remove')::int as removed
      from theirs join decisions d on d.posting_id = theirs.id
    )
    select c.id as "companyId", c.name as "companyName", c.slug as "companySlug", c.website, c.created_at as "companySince",
      c.verified_by as "verifiedBy", ${countMembers(sql`c.id`)} as members, asked.source,
      u.id as "memberId", u.name as "memberName", u.email, u.created_at as "memberSince", decided.approved, decided.sent_back as "sentBack", decided.removed,
      (select count(*)::int from theirs join reports r on r.posting_id = theirs.id where r.state = 'upheld') as "reportsUpheld"
    from asked join companies c on c.id = asked.company_id cross join decided
    left join lateral (
      select e.actor_id from events e
      where e.posting_id = asked.id and e.type in ('posting.submitted', 'posting.revision_submitted') order by e.id desc limit 1
    ) submitted on true
    left join users u on u.id = submitted.actor_id`);
  if (!row) return null;
  const {
    companyId,
    companyName,
    companySlug,
    companySince,
    memberId,
    memberName,
    memberSince,
    email,
    ...rest
  } = row;
  return {
    ...rest,
    company: { id: companyId, name: companyName, slug: companySlug, since: new Date(companySince) },
    member:
      memberId && email && memberSince
        ? { id: memberId, name: memberName, email, since: new Date(memberSince) }
        : null,
    relation: email ? relationOf(email, row.website) : null,
  };
}

/** What a posting is a near-duplicate of, likest first, at most ten, in any state. */
export async function listAlike(_: Admin, postingId: string) {
  return db().execute<{ id: string; title: string; companyName: string; likeness: number }>(sql`
    select o.id, o.title, c.name as "companyName", d.likeness
    from near_duplicates d join postings o on o.id = d.other_id join companies c on c.id = o.company_id
    where d.posting_id = ${postingId}::uuid order by d.likeness desc, o.id limit 10`);
}
