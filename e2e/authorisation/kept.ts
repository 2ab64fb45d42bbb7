import type { Actor } from "@/lib/auth/input";
import { sql, type World } from "./world";

/*
 * What is kept in the database of those in a world: what a post that has no effect leaves as it is.
 */

/**
 * All that is kept of a company, its postings, and those who applied. Claims of a review are left out: another test's admin who asks for the
 * next posting may be given one of this company's.
 */
export async function companyOf({ company }: World) {
  return sql`
    select to_jsonb(c) as company,
      (select hash from company_logos l where l.company_id = c.id) as logo,
      (select to_jsonb(d) from domain_codes d where d.company_id = c.id) as codes,
      (select to_jsonb(d) from domain_checks d where d.company_id = c.id) as checks,
      (select jsonb_agg(to_jsonb(m) order by user_id) from members m where m.company_id = c.id) as members,
      (select jsonb_agg(to_jsonb(i) order by i.id) from member_invitations i where i.company_id = c.id) as invitations,
      (select jsonb_agg(to_jsonb(k) - 'last_used_at' order by k.id) from company_keys k where k.company_id = c.id) as keys,
      (select jsonb_agg(to_jsonb(p) order by p.id) from postings p where p.company_id = c.id) as postings,
      (select jsonb_agg(to_jsonb(a) order by a.id) from applications a where a.company_id = c.id) as applications,
      (select jsonb_agg(to_jsonb(v) order by v.id) from application_moves v join applications a on a.id = v.application_id
        where a.company_id = c.id) as moves,
      (select jsonb_agg(to_jsonb(d) order by d.id) from decisions d join postings p on p.id = d.posting_id
        where p.company_id = c.id) as decisions,
      (select count(*)::int from events e where e.company_id = c.id and e.type not in ('review.claimed', 'company.change_claimed')) as events
    from companies c where c.id = ${company.id}`;
}

/** What candidate and company wrote to each other. */
export async function messagesOf({ application }: World) {
  return sql`select id, text, user_id from application_messages where application_id = ${application.id} order by id`;
}

/** What members noted on the applicant, and how they rated them. */
export async function notesOf({ application }: World) {
  return sql`
    select (select jsonb_agg(to_jsonb(n) order by n.id) from application_notes n where n.application_id = a.id) as notes,
      (select jsonb_agg(t.tag order by t.tag) from application_tags t where t.application_id = a.id) as tags,
      (select jsonb_agg(to_jsonb(r) order by r.id) from application_ratings r where r.application_id = a.id) as ratings,
      (select count(*)::int from events e where e.application_id = a.id and e.type in ('application.noted', 'application.tagged', 'application.rated')) as events
    from applications a where a.id = ${application.id}`;
}

/** What the candidate was told of, and when they want mails. */
export async function notificationsOf({ actors }: World) {
  return sql`
    select (select jsonb_agg(to_jsonb(n) order by n.id) from notifications n where n.user_id = u.id) as notifications,
      (select jsonb_agg(to_jsonb(s) order by s.kind) from mail_settings s where s.user_id = u.id) as settings
    from users u where u.id = ${idOf(actors.candidate)}`;
}

/** Until when the candidate's account is kept, and what was done with it. Other posts of theirs begin sessions, but end none. */
export async function accountOf({ actors }: World) {
  return sql`
    select u.deletion_at, (select count(*)::int from events e where e.actor_id = u.id and e.type <> 'user.signed_in') as events
    from users u where u.id = ${idOf(actors.candidate)}`;
}

/** The company's templates. */
export async function templatesOf({ company }: World) {
  return sql`select id, name, text from message_templates where company_id = ${company.id} order by id`;
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

/** The reviews that the admin began. */
export async function claimsOf({ actors }: World) {
  return sql`
    select id from events where type in ('review.claimed', 'company.change_claimed') and actor_id = ${(actors.admin as Actor).userId} order by id`;
}

/** The imports of this world. */
export async function importsOf({ secret }: World) {
  return sql`select to_jsonb(p) as import from postings p where p.source = ${`json:${secret}`} order by p.id`;
}

/** The appeals of the company. */
export async function appealsOf({ company }: World) {
  return sql`
    select to_jsonb(a) as appeal from appeals a join postings p on p.id = a.posting_id where p.company_id = ${company.id} order by a.id`;
}

/** The account of the candidate who can be found. */
export async function foundAccountOf({ found }: World) {
  return sql`
    select is_admin, suspended_at, suspend_reason,
      (select count(*)::int from events e where e.data ->> 'userId' = u.id::text and e.type like 'user.%') as events
    from users u where u.id = ${found.userId}`;
}

/** The address of the company without members. */
export const unclaimedSlug = ({ company }: World) => `${company.slug}-unclaimed`;

/** The company without members, its members if it has any by now, and the code sent to its domain. */
export async function unclaimedCompanyOf(world: World) {
  return sql`
    select to_jsonb(c) as company, (select to_jsonb(d) from domain_codes d where d.company_id = c.id) as code,
      (select jsonb_agg(to_jsonb(m)) from members m where m.company_id = c.id) as members
    from companies c where c.slug = ${unclaimedSlug(world)}`;
}
