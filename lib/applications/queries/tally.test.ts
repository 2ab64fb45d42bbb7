import { expect, it } from "vitest";
import { createCompany, createPosting, createProfile, createUser } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import { PipelineQuery } from "@/lib/applications/input";
import { listPipeline } from "@/lib/applications/queries/pipeline";
import { tallyOf } from "@/lib/matching/rules/tally";
import { submitApplication } from "../commands/apply";
import { findTally } from "./tally";

await testDatabase();

it("counts for members, from five applicants on, what the stored sheets say line by line", async () => {
  const owner = await createUser();
  const { id: companyId } = await createCompany({ owner });
  const { id } = await createPosting({ companyId, skills: [{ slug: "go" }, { slug: "kafka", must: false }] });
  const other = await createPosting({ companyId, skills: [{ slug: "go" }] });
  const apply = async (postingId: string, ...skills: { slug: string; has?: boolean }[]) => {
    const candidate = await createUser();
    await createProfile(candidate, { skills });
    await submitApplication(candidate, { postingId, name: "Kim", coverNote: "" });
  };
  await apply(other.id, { slug: "go" });
  for (let i = 0; i < 4; i++) await apply(id, { slug: "go" });
  expect(await findTally(owner, id)).toBeNull();
  await apply(id, { slug: "go", has: false }, { slug: "kafka" });
  const tally = await findTally(owner, id);
  expect(tally).toEqual({
    applicants: 5,
    lines: [
      { kind: "skill", slug: "go", must: true, had: 4, partly: 0, lacked: 1, unsaid: 0 },
      { kind: "skill", slug: "kafka", must: false, had: 1, partly: 0, lacked: 0, unsaid: 4 },
    ],
  });
  const sheets = (await listPipeline(owner, id, PipelineQuery.parse({}))).applicants.flatMap(
    ({ sheet }) => sheet ?? [],
  );
  expect(tally?.lines).toEqual(tallyOf(sheets));
  const stranger = await createUser();
  await createCompany({ owner: stranger });
  expect(await findTally(stranger, id)).toBeNull();
});
