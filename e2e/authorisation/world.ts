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
  onnotice: () => {},
});

/** Members of another company besides its owner, the stranger: they get what the stranger gets of what is another company's. */
export const outsiders = ["foreignRecruiter", "foreignReviewer"] as const;
export type Outsider = (typeof outsiders)[number];

const createPerson = () => createUser({ name: "Sam Example" });

/** Somebody with a profile, who is invited to the live posting. What is theirs alone can change while the rest of the world stays. */
async function createCandidate({
  companyId,
  postingId,
  secret,
}: Record<"companyId" | "postingId" | "secret", string>) {
  const candidate = await createPerson();
  const [own] = await Promise.all([
    createEvidence(candidate, { organisation: secret }),
    createInvitation({ postingId, companyId, candidate }),
  ]);
  return { candidate, own };
}

/** The same world with another candidate. */
export async function withNewCandidate(world: World): Promise<World> {
  const { company, live, secret } = world;
  const { candidate, own } = await createCandidate({ companyId: company.id, postingId: live.id, secret });
  return { ...world, actors: { ...world.actors, candidate }, own };
}

/** A company with its three roles and a suspended recruiter, its postings, someone who applied, and people who have no part in it. */
export async function createWorld() {
  const [applicant, stranger, reviewer, recruiter, owner, foreignRecruiter, foreignReviewer] =
    (await Promise.all(Array.from({ length: 7 }, createPerson))) as [
      Actor,
      Actor,
      Actor,
      Actor,
      Actor,
      Actor,
      Actor,
    ];
  const [suspended, admin, found, company, other] = await Promise.all([
    createUser({ suspendedAt: daysAgo(1) }),
    createAdmin(),
    createUser(),
    createCompany({ owner }),
    createCompany({ owner: stranger }),
  ]);
  const secret = unique("secret");
  const { id: companyId } = company;
  const [draft, inReview, live, frozen] = await Promise.all([
    createPosting({ companyId, state: "draft", title: `Draft ${secret}` }),
    createPosting({ companyId, state: "in_review", title: `Review ${secret}` }),
    createPosting({ companyId, experienceMin: 3 }),
    createFrozenPosting({ companyId, words: secret }),
    addMember(companyId, recruiter, "recruiter"),
    addMember(companyId, reviewer, "reviewer"),
    addMember(companyId, suspended, "recruiter"),
    addMember(other.id, foreignRecruiter, "recruiter"),
    addMember(other.id, foreignReviewer, "reviewer"),
    createProfile(found, { headline: "Ledgers in Go", searchable: true }),
  ]);
  const [webhookId, importId, interviewId] = [randomUUID(), randomUUID(), randomUUID()];
  const url = "https://hooks.tallyhaven.com/in";
  const [application, template, { candidate, own }] = await Promise.all([
    createApplication({
      postingId: live.id,
      companyId,
      candidate: applicant,
      coverNote: `${secret}. Call me: ${phone}.`,
    }),
    createTemplate(owner, companyId, { name: unique("Thanks"), text: secret }),
    createCandidate({ companyId, postingId: live.id, secret }),
    createWebhook(owner, { companyId, id: webhookId, url, types: ["posting.closed"] }),
  ]);
  const { match } = await makeMatchToKeep(applicant, live.id);
  await sql`
    with import_of as (
      insert into import_runs (id, company_id, file_name, content, started_at, updated_at)
      values (${importId}, ${companyId}, 'postings.json', '[]', now(), now() - interval '1 hour')
    ), receipt_of as (
      insert into application_receipts (application_id, payload)
      values (${application.id}, ${JSON.stringify({ application: application.id })})
    ), match_of as (
      insert into application_matches (application_id, rules, inputs, inputs_hash, sheet_hash, at)
      values (${application.id}, 1, ${match?.inputs ?? ""}, ${match?.inputsHash ?? ""}, ${match?.sheetHash ?? ""}, now())
    ), rating_of as (
      insert into application_ratings (application_id, user_id, kind, slug, rating, reason, at)
      values (${application.id}, ${recruiter.userId}, 'experience', '', 'none', ${secret}, now())
    )
    insert into interviews (id, application_id, state, zone, minutes, place, link, words, starts_at, accepted_at, created_at, updated_at)
    values (${interviewId}, ${application.id}, 'cancelled', 'Europe/Berlin', 60, 'Our office', '', '', now(), now(), now(), now())`;
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
    outsiders: { foreignRecruiter, foreignReviewer } satisfies Record<Outsider, Actor>,
    secret,
    company,
    other,
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
