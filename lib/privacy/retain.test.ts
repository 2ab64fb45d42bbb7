import { afterEach, describe, expect, it } from "vitest";
import { createApplication, createCompany, createPosting, createUser, daysAgo, unique } from "@/db/factories";
import { createPersonEverywhere, plantCanaries, tablesWith } from "@/db/factories-person";
import { moveClock, testDatabase } from "@/db/testing";
import type { ApplicationState } from "@/lib/applications/lists";
import type { Actor } from "@/lib/auth/input";
import { editCompany } from "@/lib/companies/commands/edit";
import { CompanyForm } from "@/lib/companies/input";
import { findCompany, findRetention } from "@/lib/companies/queries";
import { findFigures } from "@/lib/postings/queries/figures";
import { listOwnPostings } from "@/lib/postings/queries/own-list";
import { askForDeletion } from "./commands/ask";
import { deleteAccounts } from "./commands/delete";
import { eraseOldApplications } from "./commands/retain";

const { sql } = await testDatabase();
afterEach(() => moveClock(sql, "0"));

const countApplications = async (companyId: string) =>
  (await sql`select 1 from applications where company_id = ${companyId}`).length;

async function office(
  months = 12,
): Promise<{ owner: Actor; companyId: string; slug: string; postingId: string }> {
  const owner = await createUser();
  const { id: companyId, slug, name } = await createCompany({ owner });
  await editCompany(owner, companyId, CompanyForm.parse({ name, retentionMonths: String(months) }));
  const { id: postingId } = await createPosting({ companyId });
  return { owner, companyId, slug, postingId };
}

describe("an application whose decision is old", () => {
  it("is erased with all that belongs to it, and leaves opaque ids", async () => {
    const canary = `${unique("canary")}.example`;
    const { person, company, application } = await createPersonEverywhere(sql, canary);
    await plantCanaries(person, canary);
    const { id } = application;
    await sql`update applications set state = 'rejected' where id = ${id}`;
    await sql`insert into application_moves (application_id, from_state, to_state, at) values (${id}, 'submitted', 'rejected', now())`;
    const [event] = await sql<{ id: string }[]>`
      insert into events (type, at, company_id, application_id, data)
      values ('application.moved', now(), ${company.id}, ${id}, '{"from":"submitted","to":"rejected","moveId":1}') returning id`;
    await sql`insert into mailbox_messages (recipient, raw)
      values ('office@example.com', ${`Message-ID: <event-${event?.id}-x@localhost>\r\n\r\n${canary}`})`;
    const own = /^(applications?(_(?!drafts).*)?|rejection_reasons|interviews|interview_times|resume_files)$/;
    const left = async () => (await tablesWith(sql, canary)).filter((name) => own.test(name));
    expect(await left()).toEqual([
      "application_answers",
      "application_matches",
      "application_messages",
      "application_moves",
      "application_notes",
      "application_ratings",
      "application_receipts",
      "application_tags",
      "applications",
      "interviews",
      "rejection_reasons",
      "resume_files",
    ]);
    await moveClock(sql, "11 months 29 days");
    await eraseOldApplications();
    expect(await countApplications(company.id)).toBe(1);
    await moveClock(sql, "12 months 2 days");
    await eraseOldApplications();
    expect(await left()).toEqual([]);
    expect(await sql`select 1 from mailbox_messages where recipient = 'office@example.com'`).toEqual([]);
    expect((await tablesWith(sql, id)).filter((name) => name !== "_private_jobs")).toEqual(["events"]);
    expect(await sql`select actor_id, data from events where type = 'application.retention_ended'`).toEqual([
      { actor_id: null, data: {} },
    ]);
  });

  it("is erased after the months that its company has set, once, and never while it is open", async () => {
    const [short, long] = [await office(1), await office(24)];
    for (const { companyId, postingId } of [short, long])
      for (const state of ["rejected", "screening"] as const)
        await createApplication({ companyId, postingId, candidate: await createUser(), state });
    const left = () => Promise.all([short, long].map(({ companyId }) => countApplications(companyId)));
    for (const [ahead, expected] of [
      ["27 days", [2, 2]],
      ["32 days", [1, 2]],
      ["23 months", [1, 2]],
      ["24 months 2 days", [1, 1]],
    ] as const) {
      await moveClock(sql, ahead);
      await Promise.all([eraseOldApplications(), eraseOldApplications()]);
      expect(await left(), ahead).toEqual(expected);
    }
    expect(
      await sql`select sum(count)::int as n from erased_applications where company_id = ${long.companyId}`,
    ).toEqual([{ n: 1 }]);
  });
});

it.each(["0", "25", "1.5", "many"])("a company cannot set %s months", (retentionMonths) => {
  expect(CompanyForm.safeParse({ name: "Gull", retentionMonths }).error?.issues[0]).toMatchObject({
    path: ["retentionMonths"],
    message: "Enter a number of months from 1 to 24.",
  });
});

it("a company that sets nothing stores applications for 12 months, as the page to apply says", async () => {
  const { slug } = await createCompany();
  expect(await findRetention(slug)).toBe(12);
  expect(await findRetention((await office(24)).slug)).toBe(24);
});

it("counts outlive the erasure of applications and of accounts", async () => {
  const { owner, companyId, slug, postingId } = await office(1);
  const states: ApplicationState[] = [
    "rejected",
    "rejected",
    "rejected",
    "rejected",
    "rejected",
    "hired",
    "hired",
  ];
  for (const [i, state] of [
    ...states,
    "withdrawn" as const,
    "rejected" as const,
    "rejected" as const,
  ].entries())
    await createApplication({
      companyId,
      postingId,
      candidate: await createUser(),
      state,
      submittedAt: daysAgo(2 + i),
      replyBy: i % 4 === 0 ? daysAgo(1) : undefined,
    });
  await sql`update applications set arrival = 'feed' where state = 'hired' and company_id = ${companyId}`;
  const leaver = await createUser();
  await createApplication({ companyId, postingId, candidate: leaver, submittedAt: daysAgo(1) });
  const numbers = async () => {
    const figures = await findFigures(owner, postingId);
    const { applications, withdrawn, ...funnel } = figures?.funnel ?? {};
    return {
      funnel: { ...funnel, applications, withdrawn },
      arrivals: figures?.arrivals,
      rate: (await findCompany(slug, null))?.answerRate,
      listed: (await listOwnPostings(owner)).postings[0]?.applications,
    };
  };
  const before = await numbers();
  expect(before).toMatchObject({ funnel: { applications: 11, hired: 2 }, listed: 11 });
  expect(before.rate).toBeLessThan(1);
  await askForDeletion(leaver, { email: leaver.email });
  await moveClock(sql, "7 days 1 minute");
  await deleteAccounts();
  const withoutLeaver = { ...before, funnel: { ...before.funnel, withdrawn: 2 } };
  expect(await numbers()).toEqual(withoutLeaver);
  await moveClock(sql, "2 months");
  await eraseOldApplications();
  expect(await countApplications(companyId)).toBe(0);
  expect(await numbers()).toEqual(withoutLeaver);
});
