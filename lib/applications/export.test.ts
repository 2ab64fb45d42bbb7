import { expect, it } from "vitest";
import { addMember, createApplication, createCompany, createPosting, createUser } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import type { Actor } from "@/lib/auth/input";
import { exportApplicants } from "./commands/export";
import { moveApplication } from "./commands/move";

const { sql } = await testDatabase();

async function open(given: { blindReview?: boolean } = {}) {
  const owner = await createUser();
  const { id: companyId } = await createCompany({ owner });
  const { id: postingId } = await createPosting({ companyId, ...given });
  const apply = (name: string, coverNote = "") =>
    createUser({ name }).then((candidate) =>
      createApplication({ postingId, companyId, candidate, coverNote }),
    );
  return { owner, companyId, postingId, apply };
}

async function tableOf(actor: Actor, postingId: string): Promise<string> {
  let text = "";
  for await (const lines of await exportApplicants(actor, postingId)) text += lines;
  return text;
}

it("is a table of all applicants, page by page, for owners and recruiters, and is recorded", async () => {
  const { owner, companyId, postingId } = await open();
  const recruiter = await createUser();
  await addMember(companyId, recruiter, "recruiter");
  await sql`
    with people as (
      insert into users (email, name) select 'kim' || n || ${`@${postingId}.example`}, 'Kim ' || n from generate_series(1, 450) n
      returning id, email, name
    )
    insert into applications (posting_id, company_id, candidate_id, name, email, profile, submitted_at, reply_by, updated_at)
    select ${postingId}, ${companyId}, id, name, email, '{}', date_trunc('day', now()), now(), now() from people`;
  for (const actor of [owner, recruiter]) {
    const lines = (await tableOf(actor, postingId)).trimEnd().split("\r\n");
    expect(lines).toHaveLength(451);
    expect(lines[0]).toMatch(/^"Number","Name","E-mail"/);
    expect(new Set(lines.slice(1).map((line) => line.split(",")[2])).size).toBe(450);
    expect(lines.at(-1)).toMatch(/^450,"Kim /);
  }
  expect(
    await sql`select actor_id from events where type = 'applicants.exported' and posting_id = ${postingId} order by id`,
  ).toEqual([{ actor_id: owner.userId }, { actor_id: recruiter.userId }]);
});

it("is for nobody else", async () => {
  const { companyId, postingId, apply } = await open();
  await apply("Kim Candidate");
  const [reviewer, stranger] = [await createUser(), await createUser()];
  await addMember(companyId, reviewer, "reviewer");
  for (const actor of [reviewer, stranger])
    await expect(exportApplicants(actor, postingId)).rejects.toMatchObject({ code: "not_found" });
});

it("runs no formula, and names nobody while the review hides who it is", async () => {
  const { owner, postingId, apply } = await open({ blindReview: true });
  const { id } = await apply("=cmd()", '=HYPERLINK("https://a.example","Kim")');
  await apply("Kim Candidate", "I am Kim Candidate.");
  const hidden = await tableOf(owner, postingId);
  expect(hidden).not.toMatch(/Kim Candidate|@/);
  expect(hidden).toContain('"Applicant 2"');
  await moveApplication(owner, { id, from: "submitted", to: "screening", message: "" });
  const shown = await tableOf(owner, postingId);
  expect(shown).toContain(`"'=cmd()"`);
  expect(shown).toContain(`"'=HYPERLINK(""https://a.example"",""Kim"")"`);
  expect(shown).not.toContain("Kim Candidate");
});
