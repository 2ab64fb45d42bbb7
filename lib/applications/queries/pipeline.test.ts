import { beforeAll, describe, expect, it } from "vitest";
import {
  addMember,
  createApplication,
  createCompany,
  createPosting,
  createProfile,
  createUser,
  daysAgo,
} from "@/db/factories";
import { testDatabase } from "@/db/testing";
import type { Actor } from "@/lib/auth/input";
import { submitApplication } from "../commands/apply";
import { writeMissingMatchFacts } from "../commands/match-facts";
import { moveApplication, moveTogether } from "../commands/move";
import { MoveTogether, PipelineQuery } from "../input";
import { applicationStates } from "../lists";
import { moves } from "../rules";
import { findOwnApplication } from "./applications";
import { countByState, listApplicantsByIds, listColumns, listPipeline } from "./pipeline";

const { db, sql } = await testDatabase();

let owner: Actor;
let stranger: Actor;
let companyId: string;
beforeAll(async () => {
  [owner, stranger] = [await createUser(), await createUser()];
  companyId = (await createCompany({ owner })).id;
  await createCompany({ owner: stranger });
});
const post = async () =>
  (await createPosting({ companyId, skills: [{ slug: "go" }, { slug: "kafka" }], title: "Ledger Developer" }))
    .id;
const query = (given: object = {}) => PipelineQuery.parse(given);
const namesIn = async (postingId: string, given: object = {}) =>
  (await listPipeline(owner, postingId, query(given))).applicants.map(({ name }) => name);
async function apply(postingId: string, name: string, slugs: string[], profile: object = {}) {
  const candidate = await createUser({ name });
  await createProfile(candidate, { skills: slugs.map((slug) => ({ slug })), ...profile });
  const { id } = await submitApplication(candidate, { postingId, name, coverNote: "" });
  return { id, candidate };
}

describe("the list of applicants", () => {
  it("is sorted by arrival or match, and narrowed by lines and gates", async () => {
    const id = await post();
    await apply(id, "Ada", ["go"]);
    await apply(id, "Bo", ["go", "kafka"], {
      wantedMinMinor: 50_000_000,
      wantedCurrency: "USD",
      wantedYearlyUsd: 500_000,
    });
    await apply(id, "Cy", []);
    await apply(id, "Di", ["kafka", "go"]);
    expect(await namesIn(id)).toEqual(["Ada", "Bo", "Cy", "Di"]);
    expect(await namesIn(id, { sort: "match" })).toEqual(["Bo", "Di", "Ada", "Cy"]);
    expect(await namesIn(id, { line: "skill:kafka" })).toEqual(["Bo", "Di"]);
    expect(await namesIn(id, { line: "skill:kafka", gate: "pay" })).toEqual(["Di"]);
    expect(await namesIn(id, { gate: "all", sort: "match" })).toEqual(["Di", "Ada", "Cy"]);
    expect(await listPipeline(stranger, id, query())).toEqual({ applicants: [], next: null });
  });

  it("has the same facts for applications that were sent before they were kept", async () => {
    const id = await post();
    await apply(id, "Ada", ["go"]);
    await apply(id, "Bo", ["go", "kafka"]);
    const facts = () =>
      sql`select match_order, had, fails from applications where posting_id = ${id} order by submitted_at`;
    const before = await facts();
    await sql`update applications set match_order = 1000000, had = null, fails = null where posting_id = ${id}`;
    await writeMissingMatchFacts(db);
    expect(await facts()).toEqual(before);
  });

  it("keeps open and ended apart, counts each state, and lists what is due first", async () => {
    const id = await post();
    const at = async (state: (typeof applicationStates)[number], days: number) =>
      createApplication({
        postingId: id,
        companyId,
        candidate: await createUser(),
        state,
        submittedAt: daysAgo(days),
      });
    await at("submitted", 3);
    const late = await at("submitted", 20);
    await at("interview", 25);
    await at("rejected", 30);
    await at("withdrawn", 31);
    const states = async (given: object) =>
      (await listPipeline(owner, id, query(given))).applicants.map(({ state }) => state);
    expect(await states({})).toEqual(["interview", "submitted", "submitted"]);
    expect(await states({ state: "ended" })).toEqual(["withdrawn", "rejected"]);
    expect(await states({ state: "interview" })).toEqual(["interview"]);
    const due = (await listPipeline(owner, id, query({ sort: "due" }))).applicants;
    expect(due.map(({ overdue }) => overdue)).toEqual([true, false]);
    expect(due[0]?.id).toBe(late.id);
    expect(await countByState(owner, id)).toMatchObject({
      submitted: 2,
      interview: 1,
      rejected: 1,
      withdrawn: 1,
      hired: 0,
    });
    expect(Object.values(await countByState(stranger, id)).every((n) => n === 0)).toBe(true);
    expect((await listColumns(owner, id, "arrival")).map(({ applicants }) => applicants.length)).toEqual([
      2, 0, 1, 0,
    ]);
  });

  it.each(["arrival", "match", "due"])(
    "comes in pages by %s that leave nobody out and show nobody twice",
    async (sort) => {
      const id = await post();
      const candidates = await Promise.all(Array.from({ length: 120 }, () => createUser()));
      for (const [i, candidate] of candidates.entries())
        await createApplication({ postingId: id, companyId, candidate, submittedAt: daysAgo(10 + (i % 7)) });
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page = await listPipeline(owner, id, query({ sort, after }));
        seen.push(...page.applicants.map((one) => one.id));
        after = page.next ?? undefined;
      } while (after);
      expect([seen.length, new Set(seen).size]).toEqual([120, 120]);
    },
  );

  it("reads what it shows by an index, however many applied", async () => {
    const id = await post();
    await sql`
      insert into users (email) select 'many-' || i || '@example.com' from generate_series(1, 5000) i`;
    await sql`
      insert into applications (posting_id, company_id, candidate_id, state, name, email, profile, submitted_at, reply_by, updated_at, match_order)
      select ${id}, ${companyId}, u.id, (array['submitted', 'screening', 'rejected'])[1 + (row_number() over ()) % 3], 'Many', u.email, '{}',
        now() - random() * interval '30 days', now() + random() * interval '10 days', now(), (random() * 100000)::int
      from users u where u.email like 'many-%'`;
    await sql`analyze applications`;
    for (const [order, where] of [
      ["submitted_at, id", "state in ('submitted', 'screening', 'interview', 'offer')"],
      ["match_order, submitted_at, id", "state in ('submitted', 'screening', 'interview', 'offer')"],
      ["reply_by, id", "answered_at is null and state = 'submitted'"],
      ["submitted_at, id", "state = 'screening'"],
      ["submitted_at, id", "state in ('hired', 'rejected', 'withdrawn')"],
    ]) {
      const plan = await sql.unsafe(
        `explain (analyze, buffers, format json) select id from applications where posting_id = '${id}' and ${where} order by ${order} limit 51`,
      );
      const node = JSON.stringify(plan);
      expect(node, `${where} by ${order}`).toMatch(/Index (Only )?Scan/);
      expect(node, `${where} by ${order}`).not.toContain('"Sort"');
    }
  });
});

describe("a move of several", () => {
  const together = (postingId: string, selected: string[], input: object) =>
    moveTogether(owner, MoveTogether.parse({ postingId, selected, ...input }));

  it("moves those whose state allows it, tells each in their own name, and says who was left", async () => {
    const id = await post();
    const [ada, bo, cy] = [await apply(id, "Ada", []), await apply(id, "Bo", []), await apply(id, "Cy", [])];
    const elsewhere = await apply(await post(), "Di", []);
    await moveApplication(owner, { id: cy.id, from: "submitted", to: "interview", message: "Come in." });
    const done = await together(
      id,
      [`${ada.id} submitted`, `${bo.id} submitted`, `${cy.id} submitted`, `${elsewhere.id} submitted`],
      { to: "rejected", reason: "role_filled", message: "Thank you, {candidate}." },
    );
    expect(done).toEqual({ moved: 2, left: [cy.id, elsewhere.id] });
    const words = async ({ candidate, id }: typeof ada) =>
      (await findOwnApplication(candidate, id))?.history.at(-1);
    expect(await words(ada)).toMatchObject({
      to: "rejected",
      message: "Thank you, Ada.",
      reasons: [{ slug: "role_filled" }],
    });
    expect(await words(bo)).toMatchObject({ message: "Thank you, Bo." });
    expect(await words(cy)).toMatchObject({ to: "interview" });
    expect((await listApplicantsByIds(owner, id, done.left)).map(({ name, state }) => [name, state])).toEqual(
      [["Cy", "interview"]],
    );
    const events =
      await sql`select count(*)::int as n from events where type = 'application.moved' and application_id in ${sql([ada.id, bo.id])}`;
    expect(events[0]?.n).toBe(2);
  });

  it("is for owners and recruiters, and needs what a move of one needs", async () => {
    const id = await post();
    const ada = await apply(id, "Ada", []);
    const reviewer = await createUser();
    await addMember(companyId, reviewer, "reviewer");
    const selected = [`${ada.id} submitted`];
    for (const other of [stranger, reviewer])
      await expect(
        moveTogether(other, MoveTogether.parse({ postingId: id, selected, to: "screening" })),
      ).rejects.toMatchObject({ code: "not_found" });
    await expect(together(id, selected, { to: "rejected" })).rejects.toMatchObject({
      fields: [{ path: "reason" }],
    });
    await expect(together(id, selected, { to: "offer" })).rejects.toMatchObject({
      fields: [{ path: "message" }],
    });
    expect(await together(id, selected, { to: "hired" })).toEqual({ moved: 0, left: [ada.id] });
    expect(MoveTogether.safeParse({ postingId: id, selected: [], to: "screening" }).success).toBe(false);
  });
});

it("the map of moves holds in the database too", async () => {
  const id = await post();
  for (const from of applicationStates)
    for (const to of applicationStates.filter((state) => state !== from)) {
      const application = await createApplication({
        postingId: id,
        companyId,
        candidate: await createUser(),
        state: from,
      });
      const isOpen = moves[from].length > 0;
      const isAllowed =
        moves[from].includes(to) ||
        (to === "withdrawn" && isOpen) ||
        (from === "withdrawn" && moves[to].length > 0);
      const write = sql`update applications set state = ${to} where id = ${application.id}`.then(
        () => true,
        () => false,
      );
      expect(await write, `${from} to ${to}`).toBe(isAllowed);
    }
});
