import { expect, it } from "vitest";
import { createAdmin, createCompany, createPosting, createUser } from "@/db/factories";
import { moveClock, testDatabase } from "@/db/testing";
import { appealDecision, decideAppeal } from "../commands/appeal";
import { approvePosting, freezePosting, removePosting } from "../commands/decide";
import { listMonthlyFigures } from "./figures";

const { sql } = await testDatabase();

it("counts what the desk did by month, from the record", async () => {
  const [owner, admin, other] = [await createUser(), await createAdmin(), await createAdmin()];
  const { id: companyId } = await createCompany({ owner });
  const { id: waits } = await createPosting({ companyId, state: "in_review" });
  for (const hours of [1, 3, 8]) {
    const { id } = hours === 3 ? { id: waits } : await createPosting({ companyId, state: "in_review" });
    await sql`
      insert into events (type, at, company_id, posting_id)
      values ('posting.submitted', app_now() - ${`${hours} hours`}::interval, ${companyId}, ${id})`;
    await approvePosting(admin, { id });
  }
  await removePosting(admin, { id: waits, about: "scam", reason: "It is not a real role." });
  await appealDecision(owner, { id: waits, words: "It is." });
  const [appeal] = await sql`select id from appeals`;
  await decideAppeal(other, { id: appeal?.id, outcome: "reversed", reasons: "They showed it." });
  await freezePosting(admin, { id: waits, reason: "We are asking the company." });
  // A submission of the last hours may be of the month before.
  const figures = await listMonthlyFigures();
  expect(figures).toHaveLength(12);
  expect(figures.reduce((sum, { received }) => sum + received, 0)).toBe(3);
  expect(figures[0]).toMatchObject({
    removed: 1,
    removedFor: { scam: 1 },
    frozen: 1,
    appeals: 1,
    appealsReversed: 1,
  });
  expect(figures[0]?.medianHours).toBeCloseTo(3, 1);
  await moveClock(sql, "400 days");
  expect((await listMonthlyFigures()).every(({ removed, received }) => removed + received === 0)).toBe(true);
});

it("reads each figure from an index by time", async () => {
  await sql`
    insert into events (type, at)
    select case when n % 20 = 0 then 'posting.submitted' else 'user.signed_in' end, now() - n * interval '30 minutes'
    from generate_series(1, 40000) n`;
  await sql`analyze events`;
  const plan = await sql`
    explain select count(*) from events where type = 'posting.submitted' and at >= now() - interval '3 months'`;
  expect(plan.map((row) => row["QUERY PLAN"]).join("\n")).toContain("events_type_at");
});
