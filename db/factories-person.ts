import { getTableColumns, getTableName, type SQL } from "drizzle-orm";
import type { Sql } from "postgres";
import type { Actor } from "@/lib/auth/input";
import { db } from "./client";
import {
  addMember,
  createApplication,
  createCompany,
  createEvidence,
  createPosting,
  createProfile,
  createSession,
  createUser,
} from "./factories";
import { holdings } from "./personal";

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Somebody whose address holds `canary`, who has a row in every table that holds something about a person. They applied to `company`, and recruit for `office`. */
export async function createPersonEverywhere(sql: Sql, canary: string) {
  const person = await createUser({ email: `kim@${canary}`, name: canary });
  const { userId, email } = person;
  const browser = `browser ${canary}`;
  const owner = await createUser();
  const company = await createCompany({ owner });
  const posting = await createPosting({ companyId: company.id });
  const other = await createPosting({ companyId: company.id });
  await createProfile(person, { headline: canary, skills: [{ slug: "go" }] });
  const { evidenceId } = await createEvidence(person, { organisation: canary });
  const application = await createApplication({
    postingId: posting.id,
    companyId: company.id,
    candidate: person,
  });
  const { id } = application;
  const [move] = await sql<{ id: number }[]>`select id from application_moves where application_id = ${id}`;
  await sql`insert into rejection_reasons values (${move?.id ?? 0}, ${id}, 'skill', 'go')`;
  await sql`
    insert into application_answers (application_id, position, kind, question, required, answer)
    values (${id}, 0, 'text', 'Why?', false, ${[canary]})`;
  await sql`
    insert into application_messages (application_id, from_company, user_id, text, at) values
      (${id}, false, ${userId}, ${canary}, now()), (${id}, true, ${owner.userId}, ${canary}, now())`;
  await sql`insert into application_notes (application_id, user_id, text, at) values (${id}, ${owner.userId}, ${canary}, now())`;
  await sql`
    insert into application_ratings (application_id, user_id, kind, slug, rating, reason, at)
    values (${id}, ${owner.userId}, 'skill', 'go', 'shown', ${canary}, now())`;
  await sql`
    insert into application_drafts (candidate_id, posting_id, name, cover_note, answers, updated_at)
    values (${userId}, ${other.id}, ${canary}, ${canary}, '[]', now())`;
  await sql`
    insert into resume_files (id, candidate_id, posting_id, application_id, name, kind, bytes, hash, state, uploaded_at)
    values (gen_random_uuid(), ${userId}, ${posting.id}, ${id}, ${canary}, 'pdf', 1, ${"0".repeat(64)}, 'clean', now())`;
  const [talk] = await sql<{ id: string }[]>`
    insert into interviews (application_id, proposed_by, zone, minutes, place, link, words, candidate_words, created_at, updated_at)
    values (${id}, ${owner.userId}, 'UTC', 45, ${canary}, '', ${canary}, ${canary}, now(), now()) returning id`;
  await sql`insert into interview_times values (${talk?.id ?? ""}, true, now())`;
  await sql`insert into application_receipts values (${id}, ${canary})`;
  await sql`insert into application_tags values (${id}, 'tag')`;
  await sql`
    insert into application_matches (application_id, rules, inputs, inputs_hash, sheet_hash, at)
    values (${id}, 1, ${canary}, ${"0".repeat(64)}, ${"0".repeat(64)}, now())`;
  await sql`
    insert into notifications (user_id, event_id, application_id, title, path, at)
    values (${userId}, 0, ${id}, 'Told', '/', now()), (${owner.userId}, 0, ${id}, ${canary}, '/', now())`;
  await sql`
    insert into invitations (posting_id, company_id, candidate_id, message, sent_at)
    values (${other.id}, ${company.id}, ${userId}, ${canary}, now())`;
  await sql`insert into profile_education (user_id, degree) values (${userId}, ${canary})`;
  await sql`insert into profile_responsibilities select ${userId}, id, true from responsibilities order by id limit 1`;
  await sql`
    insert into profile_evidence_skills (user_id, evidence_id, skill_id)
    select user_id, ${evidenceId}, skill_id from profile_skills where user_id = ${userId} limit 1
    on conflict do nothing`;
  await sql`
    insert into profile_evidence_responsibilities (user_id, evidence_id, responsibility_id)
    select user_id, ${evidenceId}, responsibility_id from profile_responsibilities where user_id = ${userId} limit 1
    on conflict do nothing`;
  await sql`insert into resume_drafts values (${userId}, 'text', ${canary}, '{}', now())`;
  const blocked = await createCompany();
  await sql`insert into blocked_companies values (${userId}, ${blocked.id}, now())`;
  await sql`insert into blocked_domains values (${userId}, ${canary}, now())`;
  await sql`
    insert into profile_views (candidate_id, company_id, posting_id, member_id, at)
    values (${userId}, ${company.id}, ${posting.id}, ${owner.userId}, now())`;
  await sql`insert into hidden_postings values (${userId}, ${other.id}, now())`;
  await sql`
    insert into saved_searches (user_id, name, criteria, frequency, mark, seen, next_at, created_at)
    values (${userId}, ${canary}, 'skill=go', 'never', 0, 0, now(), now())`;
  await sql`insert into alert_postings (user_id, posting_id, sent_at) values (${userId}, ${posting.id}, now())`;
  await sql`insert into saved_postings (user_id, posting_id, note, saved_at) values (${userId}, ${posting.id}, ${canary}, now())`;
  await sql`insert into stopped_reminders values (${userId}, now())`;
  await sql`insert into mail_settings values (${userId}, 'answers', 'never')`;
  await sql`
    insert into reports (posting_id, reporter_id, reason, words, weighs, at)
    values (${other.id}, ${userId}, 'other', ${canary}, false, now())`;
  await sql`insert into review_claims (admin_id, posting_id, until) values (${userId}, ${other.id}, now())`;
  const colleague = await createUser();
  const office = await createCompany({ owner: colleague });
  await addMember(office.id, person, "recruiter");
  await sql`
    insert into member_invitations (company_id, email, role, token_hash, invited_by, sent_at, expires_at)
    values (${company.id}, ${email}, 'reviewer', ${`token ${canary}`}, ${owner.userId}, now(), now() + interval '1 day')`;
  await sql`
    insert into company_keys (company_id, made_by, name, secret_hash, prefix, scopes, created_at)
    values (${office.id}, ${userId}, ${canary}, encode(sha256(${canary}::bytea), 'hex'), 'bp_', ${["postings:read"]}, now())`;
  await sql`insert into domain_codes (company_id, email, code_hash, expires_at) values (${company.id}, ${email}, 'hash', now())`;
  await sql`
    insert into sign_in_codes (email, code_hash, browser_hash, expires_at) values (${email}, 'hash', ${browser}, now())`;
  await sql`
    insert into unsent_forms (browser_hash, path, form, user_id, values, expires_at) values
      (${`other ${canary}`}, '/', 'form', ${userId}, '{}', now()),
      (${browser}, '/', 'form', null, ${sql.json({ text: canary })}, now())`;
  await sql`
    insert into rate_limits (key, points) values
      (${`codesTo:${email}`}, 1), (${`codesFromTo:10.0.0.1 ${email}`}, 1), (${`action:${userId}`}, 1)`;
  await sql`insert into mailbox_messages (recipient, raw) values (${email}, ${canary})`;
  await sql`insert into bounced_addresses values (${email}, 550, now())`;
  await createSession(person);
  await sql`insert into passkey_challenges values (${`challenge ${canary}`}, 'hash', ${userId}, now())`;
  await sql`
    insert into passkeys (user_id, credential_id, public_key, counter, transports, name, created_at)
    values (${userId}, ${canary}, ${canary}, 0, ${[canary]}, ${canary}, now())`;
  await sql`
    insert into address_changes (user_id, old_email, new_email, old_code_hash, new_code_hash, expires_at, changed_at, undo_hash)
    values (${userId}, ${`old@${canary}`}, ${email}, 'hash', 'hash', now(), now(), ${`undo ${canary}`})`;
  await sql`
    insert into accounts (user_id, type, provider, provider_account_id) values (${userId}, 'oauth', 'github', ${userId})`;
  await sql`update users set suspended_at = now() where id = ${userId}`;
  return { person, owner, company, application, office, colleague };
}

/** Columns by which rows are found, or that nothing may change; `createPersonEverywhere` put the canary into them. */
const planted = /^(email|recipient|address|key|inputs|payload|browserHash)$/;

/**
 * Puts `canary` into every column of text that belongs to the person, and returns the columns that take no such text, as "table.column".
 * Each of them is a code of a form that a constraint checks.
 */
export async function plantCanaries(person: Actor, canary: string): Promise<string[]> {
  const closed: string[] = [];
  for (const { table, rows } of holdings) {
    const name = getTableName(table);
    for (const [key, column] of Object.entries(getTableColumns(table))) {
      const type = column.getSQLType();
      if (!/^(text|jsonb)/.test(type) || column.enumValues?.length || planted.test(key)) continue;
      const text = key === "path" ? `/${canary}` : canary;
      const value = {
        text,
        "text[]": [text],
        jsonb: name === "applications" && key !== "profile" ? [{ text }] : { text },
      }[type];
      const isPlanted = await db()
        .update(table)
        .set({ [key]: value } as never)
        .where(rows(person) as SQL)
        .returning({ key: column })
        .then(
          (changed) => changed.length > 0,
          () => false,
        );
      if (!isPlanted) closed.push(`${name}.${snake(key)}`);
    }
  }
  return closed;
}

/** The tables of the product and of its queue with a row that holds `words` anywhere. */
export async function tablesWith(sql: Sql, words: string): Promise<string[]> {
  const tables = await sql<{ schema: string; name: string }[]>`
    select n.nspname as schema, c.relname as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ('public', 'graphile_worker') order by 1, 2`;
  const found: string[] = [];
  for (const { schema, name } of tables) {
    const [row] = await sql`
      select 1 from ${sql(schema)}.${sql(name)} as one where strpos(lower(one::text), ${words.toLowerCase()}) > 0 limit 1`;
    if (row) found.push(name);
  }
  return found;
}
