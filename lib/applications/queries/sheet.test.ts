import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addMember, createCompany, createPosting, createProfile, createUser } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import type { Actor } from "@/lib/auth/input";
import { canonicalJson } from "@/lib/matching/record";
import { answerQuestion } from "@/lib/profiles/commands/answer";
import { saveEvidence, saveStudy } from "@/lib/profiles/commands/evidence";
import { submitApplication } from "../commands/apply";
import { findApplicationSheet } from "./sheet";

const { sql } = await testDatabase();

let owner: Actor;
let reviewer: Actor;
let companyId: string;
let posting: { id: string };
let candidate: Actor;

beforeAll(async () => {
  [owner, reviewer] = [await createUser(), await createUser()];
  companyId = (await createCompany({ owner })).id;
  await addMember(companyId, reviewer, "reviewer");
});

beforeEach(async () => {
  posting = await createPosting({
    companyId,
    skills: [{ slug: "python" }, { slug: "kafka", minYears: 3 }, { slug: "go", must: false }],
    responsibilities: [{ slug: "debugging", must: true }],
    experienceMin: 5,
  });
  candidate = await createUser();
  await createProfile(candidate, { years: 6, skills: [{ slug: "django" }, { slug: "go", has: false }] });
});

const apply = async () =>
  (await submitApplication(candidate, { postingId: posting.id, name: "Kim", coverNote: "" })).id;
const job = {
  kind: "job" as const,
  title: "Developer",
  organisation: "Acme",
  text: "",
  url: "",
  started: null,
  ended: null,
  skills: ["django"],
  responsibilities: [],
};

const study = { level: undefined, degree: "MSc", field: "", school: "", started: null, ended: null };

describe("the sheet of an application", () => {
  it("is the same bytes for candidate and company, then and whenever it is computed anew", async () => {
    const id = await apply();
    const [mine, theirs, again] = [
      await findApplicationSheet(candidate, id),
      await findApplicationSheet(owner, id),
      await findApplicationSheet(reviewer, id),
    ];
    expect(mine).toMatchObject({ isSame: true, made: { sheet: { low: 46, high: 93 } } });
    for (const other of [theirs, again]) {
      expect(other?.isSame).toBe(true);
      expect(other?.inputsHash).toBe(mine?.inputsHash);
      expect(canonicalJson(other?.made)).toBe(canonicalJson(mine?.made));
    }
    expect(mine?.labels.skills.kafka).toBe("Kafka");
  });

  it("stays what it was when profile, posting and taxonomy change", async () => {
    const id = await apply();
    const before = canonicalJson((await findApplicationSheet(owner, id))?.made);
    await answerQuestion(candidate, { about: { kind: "skill", slug: "kafka" }, answer: "years", years: 4 });
    await sql`update postings set experience_min = 12 where id = ${posting.id}`;
    await sql`delete from skill_implies where skill_id = (select id from skills where slug = 'django')`;
    try {
      const sheet = await findApplicationSheet(owner, id);
      expect(canonicalJson(sheet?.made)).toBe(before);
      expect(sheet?.isSame).toBe(true);
      expect(sheet?.today).toBeNull();
    } finally {
      await sql`insert into skill_implies (skill_id, implied_id)
        select d.id, p.id from skills d, skills p where d.slug = 'django' and p.slug = 'python'`;
    }
  });

  it("names to its candidate alone the lines that differ today", async () => {
    const id = await apply();
    expect((await findApplicationSheet(candidate, id))?.today?.changes).toEqual([]);
    await answerQuestion(candidate, { about: { kind: "skill", slug: "kafka" }, answer: "years", years: 4 });
    await sql`update postings set experience_min = 12 where id = ${posting.id}`;
    const changes = (await findApplicationSheet(candidate, id))?.today?.changes;
    expect(changes?.map(({ slug, kind, then, now }) => [slug ?? kind, then?.state, now?.state])).toEqual([
      ["kafka", "unknown", "claimed"],
      ["experience", "claimed", "missing"],
    ]);
    await sql`update postings set paused_at = now() where id = ${posting.id}`;
    expect((await findApplicationSheet(candidate, id))?.today).toBeNull();
  });

  it("says so when what was kept is not what was computed from", async () => {
    const id = await apply();
    await sql`insert into application_matches (application_id, rules, inputs, inputs_hash, sheet_hash, at)
      select ${await insteadOf(id)}, rules, replace(inputs, '"years":6', '"years":9'), inputs_hash, sheet_hash, at
      from application_matches where application_id = ${id}`;
    const [forged] =
      await sql`select application_id as id from application_matches where inputs like '%"years":9%'`;
    expect((await findApplicationSheet(owner, forged?.id))?.isSame).toBe(false);
  });

  it("cannot be written over, and goes with its application", async () => {
    const id = await apply();
    await expect(
      sql`update application_matches set inputs = '{}' where application_id = ${id}`,
    ).rejects.toThrow(/append-only/);
    await sql`delete from applications where id = ${id}`;
    expect(await sql`select 1 from application_matches where application_id = ${id}`).toHaveLength(0);
  });

  it("is not there for strangers, nor for members of another company", async () => {
    const id = await apply();
    const stranger = await createUser();
    await createCompany({ owner: stranger });
    expect(await findApplicationSheet(stranger, id)).toBeNull();
  });

  it("opens the evidence as it was sent, and without name, schools and links before the first move of a blind review", async () => {
    await saveEvidence(candidate, {
      ...job,
      text: "Kim led it at Northfield.",
      url: "https://kim.example",
    });
    await sql`update postings set blind_review = true where id = ${posting.id}`;
    await saveStudy(candidate, { ...study, degree: "BSc", field: "Logic", school: "Northfield" });
    const id = await apply();
    await saveEvidence(candidate, { ...job, title: "Later" });
    await sql`update profile_education set school = 'Southfield' where user_id = ${candidate.userId}`;
    const opened = async (actor: Actor) => {
      const { evidence, education } = (await findApplicationSheet(actor, id))?.proof ?? {};
      return [
        evidence?.map(({ title, text, url }) => [title, text, url]),
        education?.map(({ degree, field, school }) => [degree, field, school]),
      ];
    };
    const sent = [
      [["Developer", "Kim led it at Northfield.", "https://kim.example"]],
      [["BSc", "Logic", "Northfield"]],
    ];
    expect(await opened(candidate)).toEqual(sent);
    expect(await opened(owner)).toEqual([
      [["Developer", "[name hidden] led it at [school hidden].", ""]],
      [["BSc", "Logic", ""]],
    ]);
    await sql`update applications set answered_at = now() where id = ${id}`;
    expect(await opened(owner)).toEqual(sent);
  });

  it("is made of nothing said for who has no profile", async () => {
    candidate = await createUser();
    expect(await findApplicationSheet(owner, await apply())).toMatchObject({
      isSame: true,
      made: { sheet: { low: 0, high: 100 } },
    });
  });
});

/** Another application to the same posting, without a sheet of its own. */
async function insteadOf(id: string): Promise<string> {
  const other = await createUser();
  const [row] = await sql`
    insert into applications (posting_id, company_id, candidate_id, name, email, profile, submitted_at, reply_by, updated_at)
    select posting_id, company_id, ${other.userId}, name, email, profile, submitted_at, reply_by, updated_at
    from applications where id = ${id} returning id`;
  return row?.id;
}
