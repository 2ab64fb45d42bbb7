import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import postgres, { type Sql } from "postgres";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { closeDatabase } from "@/db/client";
import { type EmbeddedPostgres, startEmbedded } from "@/db/embedded";
import { createCompany, createPosting, createSession, createUser } from "@/db/factories";
import { migrate } from "@/db/migrate";
import { seed } from "@/db/seed/index";
import { type Figures, isTryAgain, line, measure } from "./figures";
import { type PlainForm, readForm, sendForm } from "./form";
import { Gateway, type Network } from "./gateway";
import type { Answer } from "./http";
import { askAtOnce, isWell, Load, newAddress, newEmail, type Outcome } from "./load";
import { startWeb, type Web } from "./web";

const folder = mkdtempSync(join(tmpdir(), "backplane-faults-"));
const dataDir = join(folder, "postgres");
const poolSize = 10;

let cluster: EmbeddedPostgres;
let sql: Sql;
let cookie: string;
let web: Web;

/** Not disposable: what such a cluster acknowledges may be lost by a crash, and that is what is tried here. */
const start = () => startEmbedded({ dataDir, port: cluster?.port ?? 0, log: () => {} });

async function restart() {
  cluster = await start();
}

beforeAll(async () => {
  chmodSync(folder, 0o755);
  cluster = await start();
  await migrate(cluster.url);
  await seed(cluster.url, () => {});
  process.env.DATABASE_URL = cluster.url;
  const company = await createCompany();
  for (let n = 0; n < 20; n++) await createPosting({ companyId: company.id, companySlug: company.slug });
  cookie = `backplane.session=${await createSession(await createUser())}`;
  await closeDatabase();
  sql = postgres(cluster.url, { max: 2, onnotice: () => {}, backoff: () => 0.05 });
}, 300_000);

afterAll(async () => {
  await sql.end({ timeout: 2 });
  await cluster.stop(0);
  rmSync(folder, { recursive: true, force: true });
});

describe("the database itself fails", () => {
  beforeAll(async () => {
    web = await startWeb(folder, cluster.url);
  }, 300_000);
  afterAll(() => web.stop());
  afterEach(expectQuiet);

  it.each([
    ["R01 restart (fast) in mid-request", () => cluster.stop()],
    ["R02 immediate stop", () => cluster.stop(0)],
    ["R02 kill -9 of the postmaster", async () => void process.kill(cluster.pid, "SIGKILL")],
  ])("%s", async (id, end) => {
    const { figures, outcomes } = await tryFault(id, async (load, mark) => {
      mark();
      await Promise.all([end(), load.isNotReady()]);
      await wait(2_000);
      await restart();
      mark();
    });
    expect(figures.toldAfterS).toBeLessThan(2);
    await expectWritesTrue(outcomes);
  });

  it("R03 pg_terminate_backend of every backend", async () => {
    let killed = 0;
    const { figures, outcomes } = await tryFault("R03", async (_, mark) => {
      mark();
      killed = await killBackends();
      mark();
    });
    expect(killed).toBeGreaterThan(0);
    expect(figures.failed).toBeLessThanOrEqual(killed);
    await expectWritesTrue(outcomes);
    await expectNextAreWell();
  });

  it("R03 of those in a transaction, whose people are told to try again", async () => {
    const emails = await whileCodesAreLocked(async (sent) => {
      await killBackends();
      await expectToldToTryAgain(sent);
    });
    expect(await codesFor(emails)).toBe(0);
    await expectNextAreWell();
  });

  it("R04 transactions that stand idle are ended by the server, while the process was stopped", async () => {
    const form = await readForm(`${web.origin}/sign-in`, "email");
    let outcomes: Promise<Outcome>[] = [];
    let idle = 0;
    // Where in its transactions the process is stopped is chance: until it is between two statements of some.
    for (let tries = 0; idle === 0 && tries < 50; tries++) {
      web.signal("SIGCONT");
      await Promise.all(outcomes);
      outcomes = Array.from({ length: 12 }, () => send(form, newEmail()));
      await vi
        .waitFor(async () => expect(await countIdleWriters()).toBeGreaterThan(0), {
          interval: 1,
          timeout: 500,
        })
        .catch(() => {});
      web.signal("SIGSTOP");
      await backends("active", 0).catch(() => {});
      idle = await countIdleWriters();
    }
    expect(idle).toBeGreaterThan(0);
    await vi.waitFor(async () => expect(await countIdleWriters()).toBe(0), {
      timeout: 15_000,
      interval: 100,
    });
    web.signal("SIGCONT");
    const woken = performance.now();
    const sent = await Promise.all(outcomes);
    const failed = sent.filter((one) => !isWell(one));
    const toldMs = Math.round(performance.now() - woken);
    console.log(
      `R04: ${idle} transactions ended, ${failed.length} of ${sent.length} failed, told after ${toldMs} ms`,
    );
    expect(failed.length).toBeGreaterThan(0);
    expect(failed.filter((one) => !isTryAgain(one)).map(({ status, body }) => `${status} ${body}`)).toEqual(
      [],
    );
    expect(toldMs).toBeLessThan(5_000);
    await expectWritesTrue(sent);
    await expectNextAreWell();
  });

  it("R11 the pool is exhausted", async () => {
    let asked: Answer[] = [];
    let health: Answer[] = [];
    await sql.begin(async (blocker) => {
      await blocker`lock table postings in access exclusive mode`;
      const pending = askAtOnce(web, 40);
      await waiting(poolSize);
      health = [await web.get("/healthz"), await toldNotReady()];
      asked = await pending;
    });
    const failed = asked.filter(({ status }) => status !== 200);
    const slowest = Math.max(...asked.map(({ ms }) => ms));
    console.log(`R11: ${asked.length} requests, ${failed.length} failed, slowest ${Math.round(slowest)} ms`);
    expect(failed.filter((one) => !isTryAgain({ ...one, kind: "page" }))).toEqual([]);
    expect(slowest).toBeLessThan(5_000);
    expect(health.map(({ status }) => status)).toEqual([200, 503]);
    expect(Math.max(...health.map(({ ms }) => ms))).toBeLessThan(2_000);
    await expectWellWithin(5_000);
    await expectNextAreWell();
  });

  it("R13 slow queries end at the limit of a statement", async () => {
    const [clock] = await sql<
      { definition: string }[]
    >`select pg_get_functiondef('app_now()'::regprocedure) as definition`;
    await sql.unsafe(`create or replace function app_now() returns timestamptz language plpgsql stable
      as $$ begin perform pg_sleep(30); return now(); end $$`);
    const asked = await Promise.all([
      web.get("/jobs"),
      web.get("/profile", { cookie }),
      web.get("/api/v1/postings?limit=1"),
      web.get("/readyz"),
    ]);
    await sql.unsafe(clock?.definition as string);
    const [page, profile, api, ready] = asked as [Answer, Answer, Answer, Answer];
    console.log(
      `R13: answers after ${asked.map(({ status, ms }) => `${Math.round(ms)} ms (${status})`).join(", ")}`,
    );
    // A search is stopped earlier, and offers one that looks at less.
    expect(page.body).toContain("This search takes too long");
    for (const one of [profile, api])
      expect(isTryAgain({ ...one, kind: "page" }), one.body.slice(0, 300)).toBe(true);
    for (const one of [page, profile, api]) expect(one.ms).toBeLessThan(5_000);
    expect(ready.status).toBe(200);
    await expectNextAreWell();
  });
});

describe("a pool of one connection", () => {
  it("R40 the third query after a poisoned slot", async () => {
    web = await startWeb(folder, cluster.url, { DATABASE_POOL: "1" });
    for (let round = 0; round < 3; round++) {
      await whileCodesAreLocked(async (sent) => {
        await killBackends();
        await expectToldToTryAgain(sent);
      }, 1);
      const next = [
        await web.get("/jobs"),
        await web.get("/api/v1/postings?limit=1"),
        await web.get("/sign-in"),
      ];
      expect(next.map(({ status }) => status)).toEqual([200, 200, 200]);
    }
    console.log("R40: 3 rounds, each next 3 of 3 well");
    await expectQuiet();
    await web.stop();
  });
});

describe("the network to the database fails", () => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await Gateway.before(cluster.url);
    web = await startWeb(folder, gateway.through(cluster.url));
  }, 300_000);
  afterAll(async () => {
    await web.stop();
    await gateway.close();
  });
  afterEach(expectQuiet);

  it.each<[string, Network, number]>([
    ["R05 FIN at connect", "closed", 1_000],
    ["R05 FIN in the start-up packet", "closed-in-startup", 1_000],
    ["R06 RST at connect", "reset", 1_000],
    ["R06 refused", "refused", 1_000],
    ["R07 R08 silent at connect and in a session", "silent", 5_000],
  ])("%s", async (id, network, limitMs) => {
    const outageMs = 6_000;
    const { figures, outcomes } = await tryFault(id, async (load, mark) => {
      const connects = gateway.connects.length;
      mark();
      await gateway.set(network);
      if (network !== "silent") gateway.cut();
      await Promise.all([load.isNotReady(), wait(outageMs)]);
      const perSecond = (gateway.connects.length - connects) / (outageMs / 1_000);
      console.log(`${id}: ${perSecond.toFixed(1)} connects a second`);
      expect(perSecond).toBeLessThan(20);
      // What stood while the network was silent is lost for good.
      if (network === "silent") gateway.cut();
      await gateway.set("open");
      mark();
    });
    expect(figures.slowestFailedMs).toBeLessThan(limitMs);
    expect(figures.toldAfterS).toBeLessThan(2);
    await expectWritesTrue(outcomes);
    await expectNextAreWell();
  });

  it("R06 a name that leads nowhere", async () => {
    // Too long a label to be asked of any name server.
    const lost = await startWeb(folder, cluster.url.replace("127.0.0.1", `${"x".repeat(64)}.invalid`));
    const asked = [await lost.get("/jobs"), await lost.get("/api/v1/postings"), await lost.get("/readyz")];
    const health = await lost.get("/healthz");
    await lost.stop();
    console.log(
      `R06 DNS: ${asked.map(({ status, ms }) => `${status} after ${Math.round(ms)} ms`).join(", ")}`,
    );
    expect(asked.map(({ status }) => status)).toEqual([503, 503, 503]);
    expect(Math.max(...asked.map(({ ms }) => ms))).toBeLessThan(1_000);
    expect(health.status).toBe(200);
  });
});

describe("the process is told to end", () => {
  it("R23 SIGTERM cuts no answer that is under way, and the process ends", async () => {
    web = await startWeb(folder, cluster.url);
    let toldAt = 0;
    let sent: Promise<Answer>[] = [];
    await whileCodesAreLocked(async (pending) => {
      sent = pending;
      toldAt = performance.now();
      web.signal("SIGTERM");
      // Ending has begun, with answers owed, when no new caller gets through.
      await vi.waitFor(async () => expect((await web.get("/healthz")).status).toBeNull(), { interval: 20 });
    });
    const answers = await Promise.all(sent);
    await vi.waitFor(() => expect(web.isRunning()).toBe(false), { timeout: 30_000, interval: 20 });
    console.log(
      `R23: ${answers.length} under way, answered ${answers.map(({ status }) => status).join(", ")}, gone after ${Math.round(performance.now() - toldAt)} ms`,
    );
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    await expectQuiet();
  });
});

/** Load, the fault that `act` makes, and load until all is well again; `act` marks the fault and the end of its cause. */
async function tryFault(id: string, act: (load: Load, mark: () => void) => Promise<void>) {
  const load = await Load.on(web, cookie);
  await load.succeeds();
  const marks: number[] = [];
  await act(load, () => marks.push(performance.now()));
  await load.succeeds();
  const outcomes = await load.stop();
  const figures: Figures = measure(outcomes, marks[0] as number, marks[1] as number);
  console.log(line(id, figures));
  expect(figures.dishonest).toEqual([]);
  expect(figures.slowestMs).toBeLessThan(5_000);
  expect(figures.healthyAfterS).toBeLessThan(5);
  expect(figures.unhealthy).toBe(0);
  return { figures, outcomes };
}

/** Each write that was acknowledged is there once, with its mail once; none is there twice, and no mail without its write. */
async function expectWritesTrue(outcomes: Outcome[]) {
  const writes = outcomes.filter(({ kind }) => kind === "write");
  const emails = writes.map(({ email }) => email as string);
  const rows = await sql<{ email: string; times: number; mails: number }[]>`
    select c.email, count(distinct c.id)::int as times, count(j.id)::int as mails
    from sign_in_codes c left join graphile_worker._private_jobs j on j.key = 'mail:code-' || c.id
    where c.email in ${sql(emails)} group by c.email`;
  expect(rows.filter(({ times, mails }) => times !== 1 || mails !== 1)).toEqual([]);
  const kept = new Set(rows.map(({ email }) => email));
  const lost = writes.filter((one) => isWell(one) && !kept.has(one.email as string));
  expect(lost.map(({ email }) => email)).toEqual([]);
}

/** The first `/readyz` that says no. */
async function toldNotReady(): Promise<Answer> {
  const at = performance.now();
  for (;;) {
    const answer = await web.get("/readyz");
    const ms = performance.now() - at;
    if (answer.status !== 200 || ms > 2_000) return { ...answer, at, ms };
  }
}

async function expectNextAreWell() {
  const answers: Answer[] = [];
  while (answers.length < 100) answers.push(...(await askAtOnce(web, 5)));
  expect(
    answers
      .filter(({ status }) => status !== 200)
      .map(({ status, body }) => `${status} ${body.slice(0, 200)}`),
  ).toEqual([]);
}

async function expectWellWithin(ms: number) {
  const since = performance.now();
  while ((await web.get("/readyz")).status !== 200) expect(performance.now() - since).toBeLessThan(ms);
}

/** Nothing escaped in the process, and nothing secret stands in its log. */
async function expectQuiet() {
  const said = web.said();
  expect(said.match(/.*(uncaughtException|unhandledRejection).*(\n.*){12}/gi) ?? []).toEqual([]);
  expect(said).not.toContain(cookie.split("=")[1]);
  expect(said).not.toMatch(/writer-[^ ]+@example/);
}

/** Sends forms that wait in their transactions for a lock of ours while `act` does its work; the addresses they were for. */
async function whileCodesAreLocked(
  act: (sent: Promise<Outcome>[]) => Promise<void>,
  count = 3,
): Promise<string[]> {
  const form = await readForm(`${web.origin}/sign-in`, "email");
  const emails = Array.from(
    { length: count },
    () => `locked-${Math.random().toString(36).slice(2)}@example.com`,
  );
  await sql.begin(async (blocker) => {
    await blocker`lock table sign_in_codes in exclusive mode`;
    const sent = emails.map((email) => send(form, email));
    await waiting(count);
    await act(sent);
  });
  return emails;
}

const send = async (form: PlainForm, email: string): Promise<Outcome> => ({
  kind: "write",
  email,
  ...(await sendForm(form, { email }, { "x-forwarded-for": newAddress() })),
});

async function expectToldToTryAgain(sent: Promise<Outcome>[]) {
  const answers = await Promise.all(sent);
  expect(
    answers.filter((one) => !isTryAgain(one)).map(({ status, error, body }) => `${status ?? error} ${body}`),
  ).toEqual([]);
}

async function codesFor(emails: string[]): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from sign_in_codes where email in ${sql(emails)}`;
  return row?.count ?? 0;
}

/** Kills each backend of the web process; how many, when they have gone. */
async function killBackends(): Promise<number> {
  const killed = await sql<{ pid: number }[]>`
    with ours as materialized (select pid from pg_stat_activity where application_name = 'backplane')
    select pid from ours where pg_terminate_backend(pid, 2000)`;
  return killed.length;
}

async function countBackends(state: string): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from pg_stat_activity where application_name = 'backplane' and state = ${state}`;
  return row?.count ?? 0;
}

/** Of those that stand between two statements of a transaction, the ones that have written. */
async function countIdleWriters(): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from pg_stat_activity
    where application_name = 'backplane' and state = 'idle in transaction' and backend_xid is not null`;
  return row?.count ?? 0;
}

const backends = (state: string, count: number) =>
  vi.waitFor(async () => expect(await countBackends(state)).toBe(count), { timeout: 5_000, interval: 20 });

/** Waits until as many of the web process's backends wait for a lock. */
const waiting = (count: number) =>
  vi.waitFor(
    async () => {
      const found = await sql`
        select pid from pg_stat_activity where application_name = 'backplane' and wait_event_type = 'Lock'`;
      expect(found.length).toBeGreaterThanOrEqual(count);
    },
    { timeout: 5_000, interval: 20 },
  );
