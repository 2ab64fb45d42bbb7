import { beforeEach, describe, expect, it } from "vitest";
import {
  addMember,
  createApplication,
  createCompany,
  createPosting,
  createUser,
  daysAgo,
} from "@/db/factories";
import { moveClock, testDatabase } from "@/db/testing";
import type { Actor } from "@/lib/auth/input";
import { findCompany } from "@/lib/companies/queries";
import { daysAfter } from "@/lib/days";
import { deliverEvent } from "@/lib/notifications/deliver";
import { findPostingBySlug } from "@/lib/postings/queries/public";
import { advanceApplications } from "./clocks";
import { moveApplication } from "./move";
import { restoreApplication, withdrawApplication } from "./withdraw";

const { sql } = await testDatabase();

let owner: Actor;
let company: { id: string; slug: string };
let posting: { id: string; slug: string };
beforeEach(async () => {
  await moveClock(sql, "0");
  await sql`truncate companies cascade`;
  owner = await createUser();
  company = await createCompany({ owner });
  posting = await createPosting({ companyId: company.id, replyDays: 10 });
});

/** An application whose answer is due in so many days, and was promised ten days before. */
async function due(days: number, over: { candidate?: Actor; promised?: number } = {}) {
  const replyBy = daysAfter(new Date(), days);
  return createApplication({
    postingId: posting.id,
    companyId: company.id,
    candidate: over.candidate ?? (await createUser()),
    submittedAt: daysAfter(replyBy, -(over.promised ?? 10)),
    replyBy,
  });
}
/** Three workers at once, then one again: each step happens once. */
const advance = async () => {
  await Promise.all([advanceApplications(), advanceApplications(), advanceApplications()]);
  await advanceApplications();
};
const eventsOf = (type: string) => sql<{ id: number; total: number; ids: string[]; applicationId: string }[]>`
  select id::int, (data ->> 'total')::int as total, data -> 'applicationIds' as ids, application_id as "applicationId"
  from events where type = ${type} and company_id = ${company.id} order by id`;
type Mail = {
  to: string;
  subject: string;
  paragraphs: string[];
  items?: { title: string; lines: string[] }[];
};
async function mailsOf(type: string): Promise<Mail[]> {
  const events = await eventsOf(type);
  for (const { id } of events) await deliverEvent({ eventId: id });
  const rows = await sql<{ mail: Mail }[]>`
    select payload as mail from graphile_worker._private_jobs
    where payload ->> 'key' like any (${events.map(({ id }) => `event-${id}-%`)}::text[]) order by id`;
  return rows.map(({ mail }) => mail);
}
const word = { from: "submitted", to: "screening", message: "" } as const;

describe("the members of a company", () => {
  it("are reminded three days and one day before, once each, in one mail for all that is due", async () => {
    const first = await due(2.5);
    const second = await due(2.9);
    await due(3.5);
    const answered = await due(2.7);
    await moveApplication(owner, { id: answered.id, ...word });
    await advance();
    expect(await eventsOf("company.answers_due")).toMatchObject([{ total: 2, ids: [first.id, second.id] }]);
    const [mail, ...others] = await mailsOf("company.answers_due");
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ to: owner.email, subject: "2 answers are due soon" });
    expect(mail?.items).toHaveLength(2);

    await moveClock(sql, "1.7 days");
    await advance();
    expect((await eventsOf("company.answers_due")).map(({ total }) => total)).toEqual([2, 2]);
    await advance();
    expect(await eventsOf("company.answers_due")).toHaveLength(2);
  });

  it("are each written to, but for reviewers, and never about what another company owes", async () => {
    const [recruiter, reviewer] = [await createUser(), await createUser()];
    await addMember(company.id, recruiter, "recruiter");
    await addMember(company.id, reviewer, "reviewer");
    const other = await createCompany({ owner: await createUser() });
    const theirs = await createPosting({ companyId: other.id });
    await createApplication({
      postingId: theirs.id,
      companyId: other.id,
      candidate: await createUser(),
      submittedAt: daysAgo(13.5),
    });
    await due(0.5);
    await advance();
    const mails = await mailsOf("company.answers_due");
    expect(mails.map(({ to }) => to).sort()).toEqual([owner.email, recruiter.email].sort());
    expect(mails[0]?.items).toHaveLength(1);
  });

  it("are not reminded of a promise that is shorter than the reminder, nor after an outage of what has lapsed", async () => {
    await due(0.9, { promised: 1 });
    await due(-0.1);
    await advance();
    expect(await eventsOf("company.answers_due")).toEqual([]);
  });

  it("get one reminder where both are due, as after an outage", async () => {
    await due(0.9);
    await advance();
    await advance();
    expect(await eventsOf("company.answers_due")).toHaveLength(1);
  });
});

describe("a promised day that passes without an answer", () => {
  it("is told to both sides, once", async () => {
    const candidate = await createUser();
    const { id } = await due(0.5, { candidate });
    const answered = await due(0.5);
    await moveApplication(owner, { id: answered.id, ...word });
    await moveClock(sql, "11 hours");
    await advance();
    expect(await eventsOf("application.lapsed")).toEqual([]);
    await moveClock(sql, "12 hours 1 second");
    await advance();
    expect(await eventsOf("application.lapsed")).toMatchObject([{ applicationId: id }]);
    expect(await mailsOf("application.lapsed")).toMatchObject([
      { to: candidate.email, subject: expect.stringContaining("No answer in time") },
    ]);
    expect(await mailsOf("company.answers_overdue")).toMatchObject([
      { to: owner.email, subject: "1 answer is overdue" },
    ]);
    await moveClock(sql, "30 days");
    await advance();
    expect(await eventsOf("application.lapsed")).toHaveLength(1);
    expect(await eventsOf("company.answers_overdue")).toHaveLength(1);
  });

  it("is one mail to the company for a hundred applications, which names the first of them", async () => {
    for (let i = 0; i < 30; i++) await due(-1 - i / 100);
    await advance();
    const [mail, ...others] = await mailsOf("company.answers_overdue");
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ subject: "30 answers are overdue" });
    expect(mail?.items).toHaveLength(20);
    expect(await eventsOf("application.lapsed")).toHaveLength(30);
  });

  it("is forgotten by a mail when the answer came before it was written", async () => {
    const { id } = await due(-1);
    await advance();
    await moveApplication(owner, { id, ...word });
    expect(await mailsOf("company.answers_overdue")).toEqual([]);
  });
});

describe("a withdrawal", () => {
  it("is told to the company once it cannot be undone, with the reason", async () => {
    const candidate = await createUser();
    const { id } = await due(5, { candidate });
    await withdrawApplication(candidate, { id, reason: "I took another role." });
    await advance();
    expect(await eventsOf("application.withdrawal_final")).toEqual([]);
    await moveClock(sql, "10 minutes 1 second");
    await advance();
    await expect(restoreApplication(candidate, { id })).rejects.toMatchObject({ code: "conflict" });
    const mails = await mailsOf("application.withdrawal_final");
    expect(mails).toMatchObject([{ to: owner.email }]);
    expect(mails[0]?.paragraphs.join(" ")).toContain("I took another role.");
  });

  it("that is undone is told to nobody, and can be withdrawn again with ten minutes of its own", async () => {
    const candidate = await createUser();
    const { id } = await due(5, { candidate });
    await moveApplication(owner, { id, ...word });
    await withdrawApplication(candidate, { id, reason: "" });
    await moveClock(sql, "9 minutes");
    await expect(restoreApplication(owner, { id })).rejects.toMatchObject({ code: "not_found" });
    await restoreApplication(candidate, { id });
    expect((await sql`select state from applications where id = ${id}`)[0]?.state).toBe("screening");
    await moveClock(sql, "20 minutes");
    await advance();
    await withdrawApplication(candidate, { id, reason: "" });
    await moveClock(sql, "29 minutes");
    await advance();
    expect(await eventsOf("application.withdrawal_final")).toEqual([]);
    await moveClock(sql, "31 minutes");
    await advance();
    expect(await eventsOf("application.withdrawal_final")).toHaveLength(1);
  });
});

describe("the answer rate", () => {
  const rates = async () => {
    const [ofPosting, ofCompany] = await Promise.all([
      findPostingBySlug(posting.slug),
      findCompany(company.slug, null),
    ]);
    return [ofPosting?.answerRate, ofCompany?.answerRate];
  };

  it("is public from ten applications on, counts what was answered in time, and not what was withdrawn before", async () => {
    for (let i = 0; i < 7; i++) await moveApplication(owner, { id: (await due(3)).id, ...word });
    await due(-1);
    await due(4);
    expect(await rates()).toEqual([null, null]);
    const candidate = await createUser();
    const left = await due(1, { candidate });
    await withdrawApplication(candidate, { id: left.id, reason: "" });
    expect(await rates()).toEqual([0.88, 0.88]);
    await moveClock(sql, "2 days");
    expect(await rates()).toEqual([0.88, 0.88]);
    await moveClock(sql, "5 days");
    expect(await rates()).toEqual([0.78, 0.78]);
  });

  it("counts an application that was left after its day had passed", async () => {
    for (let i = 0; i < 9; i++) await moveApplication(owner, { id: (await due(3)).id, ...word });
    const candidate = await createUser();
    const { id } = await due(-1, { candidate });
    await withdrawApplication(candidate, { id, reason: "" });
    expect(await rates()).toEqual([0.9, 0.9]);
  });
});
