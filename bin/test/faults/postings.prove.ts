import { once } from "node:events";
import { afterEach, expect, it, vi } from "vitest";
import { createCompany, createPosting, createUser, daysAgo } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import { askToConfirmAfterDays, remindOfEndDays } from "@/lib/postings/life-days";
import { startWorker } from "./worker";

const { sql, url } = await testDatabase();
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** Nobody answers there: mails wait in the queue, where they can be counted. */
const noMailServer = "smtp://localhost:1";
const each = 150;

function start() {
  const { child, end } = startWorker(url, noMailServer);
  ends.push(end);
  return child;
}

/** Postings of one company that became due one after the other in the last hour, so many for each step of the clock. */
async function postingsDue() {
  const owner = await createUser();
  const { id: companyId } = await createCompany({ owner });
  const hour = (n: number) => n / each / 24;
  for (let n = 0; n < each; n++) {
    await createPosting({ companyId, publishedAt: daysAgo(hour(n)) });
    await createPosting({ companyId, publishedAt: daysAgo(60 + hour(n)), confirmedAt: daysAgo(1) });
    await createPosting({
      companyId,
      publishedAt: daysAgo(60 - remindOfEndDays + hour(n)),
      confirmedAt: daysAgo(1),
    });
    await createPosting({
      companyId,
      publishedAt: daysAgo(askToConfirmAfterDays + hour(n)),
      confirmedAt: daysAgo(askToConfirmAfterDays + hour(n)),
    });
  }
  // The first of each four was approved for a time that has come, and nobody has noticed yet.
  await sql`
    update postings set publish_at = published_at
    where company_id = ${companyId} and published_at > now() - interval '2 hours'`;
  return companyId;
}

const newestEvent = async () =>
  (await sql`select coalesce(max(id), 0)::int as id from events`)[0]?.id as number;
const happened = (companyId: string, since: number) => sql<{ type: string; n: number; postings: number }[]>`
  select type, count(*)::int as n, count(distinct posting_id)::int as postings
  from events where company_id = ${companyId} and id > ${since} group by 1 order by 1`;

/** Waits until the clock has done all, and once more: each thing happened once to each posting, and no mail about it is there twice. */
async function expectOnce(id: string, companyId: string, since: number) {
  const began = performance.now();
  const wanted = ["posting.ending", "posting.expired", "posting.published", "posting.unconfirmed"];
  await vi.waitFor(
    async () => {
      const rows = await happened(companyId, since);
      expect(rows.map(({ type, postings }) => [type, postings])).toEqual(wanted.map((type) => [type, each]));
    },
    { timeout: 180_000, interval: 200 },
  );
  await sql`select graphile_worker.add_job('advance-postings', '{}', job_key => 'again')`;
  await vi.waitFor(
    async () =>
      expect(await sql`select 1 from graphile_worker._private_jobs where key = 'again'`).toHaveLength(0),
    { timeout: 60_000, interval: 200 },
  );
  const rows = await happened(companyId, since);
  const told = rows.map(({ type, n, postings }) => `${type} ${n} for ${postings} postings`);
  console.log(`${id}: ${told.join(", ")}; ${Math.round((performance.now() - began) / 1000)} s`);
  expect(rows.map(({ type, n }) => [type, n])).toEqual(wanted.map((type) => [type, each]));
  const [mails] = await sql`
    select count(*)::int as n, count(distinct payload ->> 'key')::int as keys
    from graphile_worker._private_jobs where payload::jsonb ? 'to'`;
  expect(mails?.n).toBe(mails?.keys);
}

it("R20 the worker is killed in the middle of the clock's work, and what is left is done once by the next", async () => {
  const companyId = await postingsDue();
  const since = await newestEvent();
  const killed = start();
  await vi.waitFor(async () => expect((await happened(companyId, since)).length).toBeGreaterThan(0), {
    timeout: 120_000,
    interval: 5,
  });
  killed.kill("SIGKILL");
  await once(killed, "exit");
  start();
  await expectOnce("R20", companyId, since);
});

it("R21 two workers find an hour of work, and each thing is done once", async () => {
  const companyId = await postingsDue();
  const since = await newestEvent();
  start();
  start();
  await expectOnce("R21", companyId, since);
});
