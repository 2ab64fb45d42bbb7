import { randomUUID } from "node:crypto";
import { createCompany, createUser, findSeededUser } from "@/db/factories";
import { PipelineQuery } from "@/lib/applications/input";
import { listPipeline } from "@/lib/applications/queries/pipeline";
import type { Actor } from "@/lib/auth/input";
import { runImport, startImport } from "@/lib/imports/commands";
import { openProfile } from "@/lib/invitations/commands";
import { rankCandidates } from "@/lib/matching/queries/candidates";
import { listOwnPostings } from "@/lib/postings/queries/own-list";
import { createWebhook } from "@/lib/webhooks/commands/manage";
import { sendTest } from "@/lib/webhooks/commands/send";
import { pageIsReadable } from "../readable";

/** Someone of the demonstration, so that each page has something on it. */
const employer = () => findSeededUser("employer@example.com");

for (const path of [
  "/employer",
  "/employer?state=over",
  "/employer/applicants",
  "/employer/company",
  "/employer/team",
  "/employer/keys",
  "/employer/webhooks",
  "/employer/import",
  "/employer/templates",
  "/employer/templates/new",
  "/employer/postings/new",
  "/employer/postings/paste",
])
  pageIsReadable(path, async () => ({ path, actor: await employer() }));

/** One whose program does not answer. */
pageIsReadable("/employer/webhooks/[id]", async () => {
  const actor = await createUser();
  const { id: companyId } = await createCompany({ owner: actor });
  const id = randomUUID();
  const url = `https://${"long-name-of-a-department.".repeat(5)}example.com/backplane/events?of=${"x".repeat(80)}`;
  await createWebhook(actor, { companyId, id, url, types: ["posting.closed"] });
  await sendTest(actor, { companyId, id });
  return { actor, path: `/employer/webhooks/${id}` };
});

pageIsReadable("/employer/import/[id]", async () => {
  const actor = await createUser();
  const { id: companyId } = await createCompany({ owner: actor });
  const id = randomUUID();
  const rows = [
    { id: "1", title: "Platform Engineer" },
    { id: "2", title: "Data Engineer", company: "Otherhaven" },
  ];
  const file = new File([JSON.stringify([...rows, rows[0], {}])], `${"long-name-".repeat(15)}.json`);
  await startImport(actor, { companyId, id, file });
  await runImport({ runId: id, actorId: actor.userId });
  return { actor, path: `/employer/import/${id}` };
});

/** A page of the employer's live posting with applicants, at what `find` tells of it. */
function ofLive(name: string, find: (live: { id: string; slug: string }, actor: Actor) => Promise<string>) {
  pageIsReadable(name, async () => {
    const actor = await employer();
    const live = (await listOwnPostings(actor)).postings.find((one) => one.live && one.applications > 0);
    if (!live) throw new Error("The demonstration has no live posting with applicants.");
    return { actor, path: await find(live, actor) };
  });
}

pageIsReadable("/employer/postings/[id] of a draft", async () => {
  const actor = await employer();
  const draft = (await listOwnPostings(actor)).postings.find(({ state }) => state === "draft");
  return { actor, path: `/employer/postings/${draft?.id}` };
});

ofLive("/employer/postings/[id]", async ({ id }) => `/employer/postings/${id}`);
ofLive("/employer/postings/[id]/figures", async ({ id }) => `/employer/postings/${id}/figures`);
ofLive(
  "/employer/postings/[id]/applicants in columns",
  async ({ id }) => `/employer/postings/${id}/applicants?view=columns`,
);
ofLive("/employer/postings/[id]/applicants", async ({ id }) => `/employer/postings/${id}/applicants`);
ofLive(
  "/employer/postings/[id]/applicants by match",
  async ({ id }) => `/employer/postings/${id}/applicants?sort=match`,
);
ofLive("/employer/postings/[id]/applicants/[applicationId]", async ({ id }, actor) => {
  const [applicant] = (await listPipeline(actor, id, PipelineQuery.parse({}))).applicants;
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
