import { findSeededUser } from "@/db/factories";
import { listApplicants } from "@/lib/applications/queries/applications";
import type { Actor } from "@/lib/auth/input";
import { openProfile } from "@/lib/invitations/commands";
import { rankCandidates } from "@/lib/matching/queries/candidates";
import { listOwnPostings } from "@/lib/postings/queries/own";
import { pageIsReadable } from "../readable";

/** Someone of the demonstration, so that each page has something on it. */
const employer = () => findSeededUser("employer@example.com");

for (const path of [
  "/employer",
  "/employer/applicants",
  "/employer/company",
  "/employer/postings/new",
  "/employer/postings/paste",
])
  pageIsReadable(path, async () => ({ path, actor: await employer() }));

/** A page of the employer's live posting with applicants, at what `find` tells of it. */
function ofLive(name: string, find: (live: { id: string; slug: string }, actor: Actor) => Promise<string>) {
  pageIsReadable(name, async () => {
    const actor = await employer();
    const live = (await listOwnPostings(actor)).find((one) => one.live && one.applications > 0);
    if (!live) throw new Error("The demonstration has no live posting with applicants.");
    return { actor, path: await find(live, actor) };
  });
}

pageIsReadable("/employer/postings/[id] of a draft", async () => {
  const actor = await employer();
  const draft = (await listOwnPostings(actor)).find(({ state }) => state === "draft");
  return { actor, path: `/employer/postings/${draft?.id}` };
});

ofLive("/employer/postings/[id]", async ({ id }) => `/employer/postings/${id}`);
ofLive("/employer/postings/[id]/applicants", async ({ id }) => `/employer/postings/${id}/applicants`);
ofLive(
  "/employer/postings/[id]/applicants by match",
  async ({ id }) => `/employer/postings/${id}/applicants?sort=match`,
);
ofLive("/employer/postings/[id]/applicants/[applicationId]", async ({ id }, actor) => {
  const [applicant] = await listApplicants(actor, id);
  return `/employer/postings/${id}/applicants/${applicant?.id}`;
});
ofLive("/employer/postings/[id]/candidates", async ({ id }) => `/employer/postings/${id}/candidates`);
ofLive("/employer/postings/[id]/candidates/[candidateId] that is opened", async ({ id }, actor) => {
  const [opened] = (await rankCandidates(actor, id))?.ranked ?? [];
  await openProfile(actor, { postingId: id, candidateId: opened?.id as string });
  return `/employer/postings/${id}/candidates/${opened?.id}`;
});
ofLive("/employer/postings/[id]/candidates/[candidateId] that is not", async ({ id }, actor) => {
  const [, unopened] = (await rankCandidates(actor, id))?.ranked ?? [];
  return `/employer/postings/${id}/candidates/${unopened?.id}`;
});
ofLive("/jobs/[slug] of their own", async ({ slug }) => `/jobs/${slug}`);
