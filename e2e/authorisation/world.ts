import postgres from "postgres";
import {
  addMember,
  createAdmin,
  createApplication,
  createCompany,
  createEvidence,
  createInvitation,
  createPosting,
  createProfile,
  createUser,
  daysAgo,
  unique,
} from "@/db/factories";
import type { Actor } from "@/lib/auth/input";

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
  const live = await createPosting({ companyId });
  const application = await createApplication({
    postingId: live.id,
    companyId,
    candidate: applicant,
    coverNote: secret,
  });
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
  return { actors, secret, company, draft, inReview, live, application, own, found };
}
export type World = Awaited<ReturnType<typeof createWorld>>;
