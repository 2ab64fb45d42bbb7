import { beforeAll, expect, it } from "vitest";
import {
  createApplication,
  createCompany,
  createEvidence,
  createPosting,
  createProfile,
  createUser,
} from "./factories";
import { testDatabase } from "./testing";

/* What belongs to one company or person cannot point at another's, whatever writes: the keys of the tables hold both. */
const { sql } = await testDatabase();
let own: { companyId: string; postingId: string };
let other: { companyId: string; postingId: string };
const candidate = await createUser();

beforeAll(async () => {
  [own, other] = (await Promise.all(
    [0, 1].map(async () => {
      const { id: companyId } = await createCompany();
      return { companyId, postingId: (await createPosting({ companyId })).id };
    }),
  )) as [typeof own, typeof other];
});

const refused = { code: "23503" };

it.each([
  [
    "an application",
    "insert into applications (posting_id, company_id, candidate_id, name, email, profile, submitted_at, reply_by, updated_at) values ($1, $2, $3, '', '', '{}', now(), now(), now())",
  ],
  [
    "an invitation",
    "insert into invitations (posting_id, company_id, candidate_id, message, sent_at) values ($1, $2, $3, 'Please apply.', now())",
  ],
  [
    "a view of a profile",
    "insert into profile_views (posting_id, company_id, candidate_id, member_id, at) values ($1, $2, $3, $3, now())",
  ],
])("%s of a company is about a posting of that company", async (_, statement) => {
  const values = [other.postingId, own.companyId, candidate.userId];
  await expect(sql.unsafe(statement, values)).rejects.toMatchObject(refused);
});

it("an application does not move to another company without its posting", async () => {
  const { id } = await createApplication({ ...own, candidate });
  await expect(
    sql`update applications set company_id = ${other.companyId} where id = ${id}`,
  ).rejects.toMatchObject(refused);
});

it("evidence shows what its own profile names", async () => {
  const [one, two] = [await createUser(), await createUser()];
  await createProfile(one, { skills: [{ slug: "go" }] });
  const { evidenceId } = await createEvidence(two);
  await expect(
    sql`insert into profile_evidence_skills (user_id, evidence_id, skill_id)
      select user_id, ${evidenceId}, skill_id from profile_skills where user_id = ${one.userId}`,
  ).rejects.toMatchObject(refused);
});
