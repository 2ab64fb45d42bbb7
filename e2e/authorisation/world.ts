import { randomUUID } from "node:crypto";
import postgres from "postgres";
import {
  addMember,
  createAdmin,
  createApplication,
  createCompany,
  createEvidence,
  createFrozenPosting,
  createInvitation,
  createPosting,
  createProfile,
  createUser,
  daysAgo,
  unique,
} from "@/db/factories";
import { createTemplate } from "@/lib/applications/commands/templates";
import { makeMatchToKeep } from "@/lib/applications/queries/sheet";
import type { Actor } from "@/lib/auth/input";
import { createWebhook } from "@/lib/webhooks/commands/manage";

export const everyone = [
  "visitor",
  "suspended",
  "candidate",
  "applicant",
  "stranger",
  "reviewer",
  "recruiter",
  "owner",
  "admin",
] as const;
export type Who = (typeof everyone)[number];

/** A way to the applicant outside of the service, in the words that they sent. */
export const phone = "+49 30 1234567";

export const sql = postgres(process.env.DATABASE_URL as string, {
  max: 2,
  idle_timeout: 2,
  onnotice: () => {},
});

/** A company with its three roles and a suspended recruiter, its postings, someone who applied, and people who have no part in it. */
export async function createWorld() {
  const [candidate, applicant, stranger, reviewer, recruiter, owner] = (await Promise.all(
    Array.from({ length: 6 }, () => createUser({ name: "Sam Example" })),
  )) as [Actor, Actor, Actor, Actor, Actor, Actor];
  const [suspended, admin] = [await createUser({ suspendedAt: daysAgo(1) }), await createAdmin()];
  const secret = unique("secret");
  const company = await createCompany({ owner });
  const { id: companyId } = company;
  await createCompany({ owner: stranger });
  await addMember(companyId, recruiter, "recruiter");
  await addMember(companyId, reviewer, "reviewer");
  await addMember(companyId, suspended, "recruiter");
  const draft = await createPosting({ companyId, state: "draft", title: `Draft ${secret}` });
  const inReview = await createPosting({ companyId, state: "in_review", title: `Review ${secret}` });
  const live = await createPosting({ companyId, experienceMin: 3 });
  const application = await createApplication({
    postingId: live.id,
    companyId,
    candidate: applicant,
    coverNote: `${secret}. Call me: ${phone}.`,
  });
  const { match } = await makeMatchToKeep(applicant, live.id);
  await sql`insert into application_matches ${sql({
    application_id: application.id,
    rules: 1,
    inputs: match?.inputs ?? "",
    inputs_hash: match?.inputsHash ?? "",
    sheet_hash: match?.sheetHash ?? "",
    at: new Date(),
  })}`;
  await sql`
    insert into application_ratings (application_id, user_id, kind, slug, rating, reason, at)
    values (${application.id}, ${recruiter.userId}, 'experience', '', 'none', ${secret}, now())`;
  const frozen = await createFrozenPosting({ companyId, words: secret });
  const template = await createTemplate(owner, companyId, { name: unique("Thanks"), text: secret });
  const webhookId = randomUUID();
  const url = "https://hooks.tallyhaven.com/in";
  await createWebhook(owner, { companyId, id: webhookId, url, types: ["posting.closed"] });
  const importId = randomUUID();
  await sql`
    insert into import_runs (id, company_id, file_name, content, started_at, updated_at)
    values (${importId}, ${companyId}, 'postings.json', '[]', now(), now() - interval '1 hour')`;
  const interviewId = randomUUID();
  await sql`
    insert into application_receipts (application_id, payload) values (${application.id}, ${JSON.stringify({ application: application.id })})`;
  await sql`
    insert into interviews (id, application_id, state, zone, minutes, place, link, words, starts_at, accepted_at, created_at, updated_at)
    values (${interviewId}, ${application.id}, 'cancelled', 'Europe/Berlin', 60, 'Our office', '', '', now(), now(), now(), now())`;
  const own = await createEvidence(candidate, { organisation: secret });
  await createInvitation({ postingId: live.id, companyId, candidate });
  const found = await createUser();
  await createProfile(found, { headline: "Ledgers in Go", searchable: true });
  const actors: Record<Who, Actor | null> = {
    visitor: null,
    suspended,
    candidate,
    applicant,
    stranger,
    reviewer,
    recruiter,
    owner,
    admin,
  };
  return {
    actors,
    secret,
    company,
    draft,
    inReview,
    live,
    frozen,
    application,
    template,
    webhookId,
    importId,
    interviewId,
    own,
    found,
  };
}
export type World = Awaited<ReturnType<typeof createWorld>>;
