import { extractText, getDocumentProxy } from "unpdf";
import { ageSessions } from "@/db/factories";
import type { Actor } from "@/lib/auth/input";
import { cookieOf, expect, test } from "../fixtures";
import { fillForm, postForm } from "../http";
import { createWorld, everyone, outsiders, sql, type Who, type World } from "./world";

/*
 * What is asked for by a form and answered with a file, or with data: who gets it, and what it tells the others.
 */

let world: World;
const cookies = new Map<string, Record<string, string>>();
test.beforeAll(async () => {
  world = await createWorld();
  for (const who of everyone) cookies.set(who, await cookieOf(world.actors[who]));
  for (const who of outsiders) cookies.set(who, await cookieOf(world.outsiders[who]));
});
const own = new URL(process.env.E2E_BASE_URL as string).origin;

test("the outlook of a posting is for those who may write it", async ({ request }) => {
  const { company, draft } = world;
  const multipart = {
    companyId: company.id,
    id: draft.id,
    "skills[0].name": "Go",
    description: "We hire.",
  };
  const got: Record<string, number> = {};
  for (const who of everyone)
    got[who] = (
      await request.post("/employer/outlook", { headers: { ...cookies.get(who), Origin: own }, multipart })
    ).status();
  const may: Record<string, number> = { owner: 200, recruiter: 200, visitor: 401, suspended: 401 };
  expect(got).toEqual(Object.fromEntries(everyone.map((who) => [who, may[who] ?? 404])));
});

test("tables of applicants and of the audit are for those who may, and tell the others nothing", async ({
  request,
}) => {
  const answersTo = async (path: string, form: Record<string, string>) => {
    const answers: Partial<Record<Who, number>> = {};
    for (const who of everyone) {
      const headers = { ...cookies.get(who), Origin: own };
      const answer = await request.post(path, { headers, form, maxRedirects: 0 });
      answers[who] = answer.status();
      if (answer.status() !== 200) expect(await answer.text(), who).not.toContain(world.secret);
    }
    return answers;
  };
  const all = (status: number) => Object.fromEntries(everyone.map((who) => [who, status]));
  expect(await answersTo("/employer/applicants/export", { id: world.live.id })).toEqual({
    ...all(404),
    owner: 200,
    recruiter: 200,
  });
  expect(await answersTo("/admin/audit/export", {})).toEqual({
    ...all(404),
    visitor: 303,
    suspended: 303,
    admin: 200,
  });
});

test("what is stored about a person is for that person, who signed in a short while ago", async ({
  request,
}) => {
  const { actors } = await createWorld();
  const post = async (headers: Record<string, string>) =>
    request.post("/settings/data/download", { headers: { ...headers, Origin: own }, maxRedirects: 0 });
  for (const who of everyone) {
    const actor = actors[who];
    const answer = await post(await cookieOf(actor));
    if (!actor || who === "suspended") {
      expect([answer.status(), answer.headers().location], who).toEqual([
        303,
        `${own}/sign-in?next=%2Fsettings%2Fdata`,
      ]);
      continue;
    }
    expect([answer.status(), answer.headers()["cache-control"]], who).toEqual([200, "private, no-store"]);
    expect((await answer.json()).account).toBe(actor.email);
    const text = await answer.text();
    for (const other of everyone.filter((one) => one !== who && actors[one]))
      expect(text, `${other} for ${who}`).not.toContain(actors[other]?.email as string);
  }
  const early = await cookieOf(actors.stranger);
  await ageSessions(actors.stranger as Actor, 11);
  expect((await post(early)).headers().location).toBe(`${own}/sign-in?next=%2Fsettings%2Fdata&again=1`);
});

/** A file that the candidate sends along with an application to the live posting: its id. */
async function sendResume({ actors, live }: World, text: string): Promise<string> {
  const filling = { button: "Submit application", typed: { name: "Sam Example" } };
  const form = await fillForm(actors.candidate, `/jobs/${live.slug}/apply`, filling);
  form.fields.set("file", new File([text], "resume.txt", { type: "text/plain" }));
  expect((await postForm(form, actors.candidate)).status).toBe(303);
  const [file] = await sql<{ id: string }[]>`
    select id from resume_files where candidate_id = ${(actors.candidate as Actor).userId}`;
  return file?.id as string;
}

test("a résumé is for the one who sent it, and for owners and recruiters of the company", async ({
  request,
}) => {
  const text = `Sam Example, Go developer, ${world.secret}`;
  const form = { id: await sendResume(world, text) };
  const download = (headers: Record<string, string> = {}) =>
    request.post("/resumes/download", { headers: { ...headers, Origin: own }, form, maxRedirects: 0 });
  const got: Record<string, number> = {};
  for (const who of [...everyone, ...outsiders]) {
    const answer = await download(cookies.get(who));
    got[who] = answer.status();
    if (answer.status() === 200) expect(await answer.text(), who).toBe(text);
    else expect(await answer.text(), who).not.toContain(world.secret);
    expect(answer.headers()["cache-control"], who).toBe("private, no-store");
  }
  const may: Record<string, number> = { candidate: 200, owner: 200, recruiter: 200 };
  expect(got).toEqual(Object.fromEntries([...everyone, ...outsiders].map((who) => [who, may[who] ?? 404])));
});

test("one's own applications as PDF are for that person, who signed in a short while ago", async ({
  request,
}) => {
  const { actors, secret } = world;
  const download = (headers: Record<string, string> = {}) =>
    request.post("/applications/download", { headers: { ...headers, Origin: own }, maxRedirects: 0 });
  for (const who of everyone) {
    const answer = await download(cookies.get(who));
    if (who === "visitor" || who === "suspended") {
      expect([answer.status(), answer.headers().location], who).toEqual([
        303,
        `${own}/sign-in?next=%2Fapplications`,
      ]);
      continue;
    }
    expect([answer.status(), answer.headers()["content-type"]], who).toEqual([200, "application/pdf"]);
    const pdf = await getDocumentProxy(new Uint8Array(await answer.body()));
    const { text } = await extractText(pdf, { mergePages: true });
    expect(text.includes(secret), who).toBe(who === "applicant");
    for (const other of everyone.filter((one) => one !== who && actors[one]))
      expect(text, `${other} for ${who}`).not.toContain(actors[other]?.email as string);
  }
  const early = await cookieOf(actors.stranger);
  await ageSessions(actors.stranger as Actor, 11);
  expect((await download(early)).headers().location).toBe(`${own}/sign-in?next=%2Fapplications&again=1`);
});
