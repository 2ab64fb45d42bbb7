import type { Actor } from "@/lib/auth/input";
import { sql, type World } from "./world";

/*
 * What is kept in the database of those in a world: what a post that has no effect leaves as it is.
 */

/** All that is kept of a company, its postings, and those who applied. */
export async function companyOf({ company }: World) {
  return sql`
    select to_jsonb(c) as company,
      (select jsonb_agg(to_jsonb(m) order by user_id) from members m where m.company_id = c.id) as members,
      (select jsonb_agg(to_jsonb(p) order by p.id) from postings p where p.company_id = c.id) as postings,
      (select jsonb_agg(to_jsonb(a) order by a.id) from applications a where a.company_id = c.id) as applications,
      (select jsonb_agg(to_jsonb(v) order by v.id) from application_moves v join applications a on a.id = v.application_id
        where a.company_id = c.id) as moves,
      (select jsonb_agg(to_jsonb(d) order by d.id) from decisions d join postings p on p.id = d.posting_id
        where p.company_id = c.id) as decisions,
      (select count(*)::int from events e where e.company_id = c.id) as events
    from companies c where c.id = ${company.id}`;
}

/** Whose profile was opened for the live posting, and who is invited to it. */
export async function foundOf({ live }: World) {
  return sql`
    select (select jsonb_agg(to_jsonb(v) order by v.id) from profile_views v where v.posting_id = p.id) as views,
      (select jsonb_agg(to_jsonb(i) order by i.id) from invitations i where i.posting_id = p.id) as invitations
    from postings p where p.id = ${live.id}`;
}

/** Who may find the candidate. */
export async function visibilityOf({ actors }: World) {
  return sql`
    select p.searchable, (select jsonb_agg(b.company_id) from blocked_companies b where b.user_id = p.user_id) as companies,
      (select jsonb_agg(b.domain) from blocked_domains b where b.user_id = p.user_id) as domains
    from profiles p where p.user_id = ${idOf(actors.candidate)}`;
}

/** All that is kept of the candidate's profile, and of what waits to become part of it. */
export async function profileOf({ actors }: World) {
  const id = idOf(actors.candidate);
  return sql`
    select to_jsonb(p) as profile,
      (select to_jsonb(d) from resume_drafts d where d.user_id = u.id) as draft,
      (select jsonb_agg(to_jsonb(e) order by e.id) from profile_evidence e where e.user_id = u.id) as evidence,
      (select jsonb_agg(to_jsonb(e) order by e.id) from profile_education e where e.user_id = u.id) as education,
      (select jsonb_agg(to_jsonb(s) order by s.skill_id) from profile_skills s where s.user_id = u.id) as skills,
      (select jsonb_agg(to_jsonb(r) order by r.responsibility_id) from profile_responsibilities r where r.user_id = u.id) as responsibilities
    from users u left join profiles p on p.user_id = u.id where u.id = ${id}`;
}

/** What the candidate saved, hid and was told of. */
export async function savedOf({ actors }: World) {
  return sql`
    select (select jsonb_agg(to_jsonb(s) order by s.id) from saved_searches s where s.user_id = u.id) as searches,
      (select jsonb_agg(to_jsonb(p)) from saved_postings p where p.user_id = u.id) as postings,
      (select jsonb_agg(h.posting_id) from hidden_postings h where h.user_id = u.id) as hidden,
      (select jsonb_agg(to_jsonb(t)) from alert_postings t where t.user_id = u.id) as told,
      (select count(*)::int from events e where e.actor_id = u.id and e.type like 'search.%') as events
    from users u where u.id = ${idOf(actors.candidate)}`;
}

/** Whether the candidate is reminded before what they saved closes. */
export async function remindersOf({ actors }: World) {
  return sql`select count(*)::int as stopped from stopped_reminders where user_id = ${idOf(actors.candidate)}`;
}

export const idOf = (actor: Actor | null) => actor?.userId as string;
