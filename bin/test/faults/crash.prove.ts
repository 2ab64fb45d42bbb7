import { randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { closeDatabase } from "@/db/client";
import {
  createCompany,
  createPosting,
  createSession,
  createUser,
  daysAgo,
  someDescription,
} from "@/db/factories";
import type { Actor } from "@/lib/auth/input";
import { type PlainForm, readForm, sendForm } from "./form";
import { Scene } from "./scene";
import { startWorker } from "./worker";

const count = 200;
const lanes = 4;
const mostInLife = 30;
let scene: Scene;
let files: string;

beforeAll(async () => {
  scene = await Scene.begin();
  files = join(scene.folder, "files");
  mkdirSync(files, { recursive: true });
  await scene.startWeb();
}, 300_000);
afterAll(async () => {
  await scene.web.stop();
  await scene.end();
});

/** A form of somebody, by its page and a field that it has, and what they type into it. */
type Sent = {
  path: string;
  field: string;
  headers: Record<string, string>;
  typed: Record<string, string | File>;
};

const headersOf = async (actor: Actor) => ({ cookie: `backplane.session=${await createSession(actor)}` });

/** Asks again and again, a process that is killed and started again, until it answers as it should. */
async function insist<Answer>(ask: () => Promise<Answer | null>): Promise<Answer> {
  for (;;) {
    const answer = await ask().catch(() => null);
    if (answer !== null) return answer;
    await wait(50);
  }
}

/**
 * Sends every form until it is acknowledged, while the web process is killed at random moments and started again. Returns the forms as they
 * were sent, with where each led, how often they were sent and how often the process was killed.
 */
async function sendThroughCrashes(all: readonly Sent[]) {
  const waiting = [...all];
  const acknowledged: { form: PlainForm; ledTo: string }[] = [];
  let [kills, tries, isDone] = [0, 0, false];
  const killer = async () => {
    for (;;) {
      // Each life of the process does some of the work, however slow the machine is; within it the moment is chance.
      const enough = acknowledged.length + Math.random() * mostInLife;
      while (acknowledged.length < enough && !isDone) await wait(20);
      await wait(Math.random() * 500);
      if (isDone) return;
      scene.web.signal("SIGKILL");
      await vi.waitFor(() => expect(scene.web.isRunning()).toBe(false), { interval: 5 });
      kills++;
      await scene.startWeb();
    }
  };
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { path, field, headers, typed } = next;
      const form = await insist(() => readForm(scene.web.origin + path, field, headers));
      const ledTo = await insist(async () => {
        tries++;
        const answer = await sendForm({ ...form, url: scene.web.origin + path }, typed, headers);
        return answer.status === 303 ? String(answer.headers?.location) : null;
      });
      acknowledged.push({ form, ledTo });
    }
  };
  const killing = killer();
  await Promise.all(Array.from({ length: lanes }, lane));
  isDone = true;
  await killing;
  return { acknowledged, kills, tries };
}

const numberOf = async (rows: PromiseLike<readonly { n: number }[]>) => (await rows)[0]?.n;

/** Has a worker do what waits in the queue, with the hourly task that cleans up; mails stay there, since no server takes them. */
async function letWorkerEnd() {
  process.env.STORAGE_URL = pathToFileURL(files).href;
  const { end } = startWorker(scene.cluster.url, "smtp://localhost:1");
  await scene.sql`select graphile_worker.add_job('clean-files', '{}', job_key => 'cleaned')`;
  await vi.waitFor(
    async () =>
      expect(
        await scene.sql`
          select t.identifier from graphile_worker._private_jobs j
          join graphile_worker._private_tasks t on t.id = j.task_id
          where t.identifier in ('deliver-event', 'import-postings', 'erase-file') or j.key = 'cleaned' limit 1`,
      ).toEqual([]),
    { timeout: 180_000, interval: 250 },
  );
  await end();
}

/** How many mails wait, and whether each key is there once. */
async function countMails() {
  const [mails] = await scene.sql<{ n: number; keys: number }[]>`
    select count(*)::int as n, count(distinct payload ->> 'key')::int as keys
    from graphile_worker._private_jobs where payload::jsonb ? 'to'`;
  expect(mails?.n).toBe(mails?.keys);
  return mails?.n ?? 0;
}

describe("the web process is killed at random moments", () => {
  it("R19 of 200 applications each acknowledged one is there once, with its file, and nothing beside them", async () => {
    const owner = await createUser();
    const company = await createCompany({ owner });
    const posting = await createPosting({ companyId: company.id, companySlug: company.slug });
    const sent: Sent[] = [];
    for (let n = 0; n < count; n++)
      sent.push({
        path: `/jobs/${posting.slug}/apply`,
        field: "coverNote",
        headers: await headersOf(await createUser()),
        typed: {
          name: `Applicant ${n}`,
          coverNote: `I kept ledger ${n}.`,
          file: new File([`Résumé ${n}. Go and PostgreSQL since 2016.`], "resume.txt", {
            type: "text/plain",
          }),
          intent: "submit",
        },
      });
    await closeDatabase();
    const { acknowledged, kills, tries } = await sendThroughCrashes(sent);
    const stored = readdirSync(files).length;
    // What is younger than an hour may be under way: the cleaner leaves it alone.
    for (const name of readdirSync(files)) utimesSync(join(files, name), daysAgo(1), daysAgo(1));
    await scene.sql`update resume_files set uploaded_at = uploaded_at - interval '1 day'`;
    await letWorkerEnd();
    const mails = await countMails();
    console.log(
      `R19: ${count} applications, ${tries} posts, ${kills} kills; ${stored} files before the cleaner, ${readdirSync(files).length} after it; ${mails} mails`,
    );
    expect(kills).toBeGreaterThan(3);
    expect(new Set(acknowledged.map(({ ledTo }) => ledTo)).size).toBe(count);
    const { sql } = scene;
    const of = sql`where posting_id = ${posting.id}`;
    expect(await numberOf(sql`select count(*)::int as n from applications ${of}`)).toBe(count);
    expect(
      await numberOf(sql`select count(*)::int as n from events ${of} and type = 'application.submitted'`),
    ).toBe(count);
    for (const table of ["application_receipts", "application_moves"])
      expect(
        await numberOf(sql`select count(*)::int as n from ${sql(table)}
        where application_id in (select id from applications ${of})`),
      ).toBe(count);
    expect(await numberOf(sql`select count(*)::int as n from application_drafts ${of}`)).toBe(0);
    const kept = await sql<
      { id: string }[]
    >`select id from resume_files ${of} and application_id is not null`;
    expect(kept).toHaveLength(count);
    expect(readdirSync(files).sort()).toEqual(kept.map(({ id }) => id).sort());
  }, 600_000);

  it("R19 of 200 saved, submitted and imported postings each acknowledged one is there once", async () => {
    const sent: Sent[] = [];
    const companies: string[] = [];
    for (let n = 0; n < count; n++) {
      const owner = await createUser();
      const company = await createCompany({ owner });
      companies.push(company.id);
      const headers = await headersOf(owner);
      const title = `Backend Developer ${randomUUID()}`;
      sent.push(
        n % 10 === 0
          ? {
              path: `/employer/import?company=${company.slug}`,
              field: "text",
              headers,
              typed: {
                text: JSON.stringify([
                  { id: "1", title, description: someDescription },
                  { id: "2", title: `${title}, ledger`, description: someDescription },
                ]),
              },
            }
          : {
              path: `/employer/postings/new?company=${company.slug}`,
              field: "title",
              headers,
              typed: {
                title,
                description: someDescription,
                workplace: "remote",
                employment: "full-time",
                hiringCountries: "Germany",
                salaryMin: "70000",
                salaryMax: "90000",
                salaryCurrency: "EUR",
                salaryPeriod: "year",
                intent: n % 2 === 0 ? "save" : "submit",
              },
            },
      );
    }
    await closeDatabase();
    const { kills, tries } = await sendThroughCrashes(sent);
    await letWorkerEnd();
    const mails = await countMails();
    const { sql } = scene;
    const found = await sql<{ state: string; imported: boolean; n: number; events: number }[]>`
      select state, source is not null as imported, count(*)::int as n, sum((
        select count(*) from events e where e.posting_id = p.id
          and e.type in ('posting.edited', 'posting.submitted', 'posting.imported')))::int as events
      from postings p where company_id in ${sql(companies)} group by 1, 2 order by 1, 2`;
    console.log(
      `R19: ${count} forms, ${tries} posts, ${kills} kills; ${found.map(({ n, state, imported }) => `${n} ${state}${imported ? " by import" : ""}`).join(", ")}; ${mails} mails`,
    );
    expect(kills).toBeGreaterThan(3);
    const imports = count / 10;
    expect(found.map((one) => ({ ...one }))).toEqual([
      { state: "draft", imported: false, n: count / 2 - imports, events: count / 2 - imports },
      { state: "draft", imported: true, n: 2 * imports, events: 2 * imports },
      { state: "in_review", imported: false, n: count / 2, events: count / 2 },
    ]);
    expect(
      await numberOf(sql`select count(*)::int as n from import_runs where company_id in ${sql(companies)}`),
    ).toBe(imports);
  }, 600_000);
});
