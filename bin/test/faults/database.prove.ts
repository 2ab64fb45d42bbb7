import { setTimeout as wait } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { isTryAgain } from "./figures";
import { readForm } from "./form";
import type { Answer } from "./http";
import { askAtOnce, isWell, newEmail, type Outcome } from "./load";
import { expectToldToTryAgain, Scene, send } from "./scene";

const poolSize = 10;
let scene: Scene;

beforeAll(async () => {
  scene = await Scene.begin();
}, 300_000);
afterAll(() => scene.end());

describe("the database itself fails", () => {
  beforeAll(async () => {
    await scene.startWeb();
  }, 300_000);
  afterAll(() => scene.web.stop());
  afterEach(() => scene.expectQuiet());

  it.each([
    ["R01 restart (fast) in mid-request", () => scene.cluster.stop()],
    ["R02 immediate stop", () => scene.cluster.stop(0)],
    ["R02 kill -9 of the postmaster", async () => void process.kill(scene.cluster.pid, "SIGKILL")],
  ])("%s", async (id, end) => {
    const { figures, outcomes } = await scene.tryFault(id, async (load, mark) => {
      mark();
      await Promise.all([end(), load.isNotReady()]);
      await wait(2_000);
      await scene.startCluster();
      mark();
    });
    expect(figures.toldAfterS).toBeLessThan(2);
    await scene.expectWritesTrue(outcomes);
  });

  it("R03 pg_terminate_backend of every backend", async () => {
    let killed = 0;
    const { figures, outcomes } = await scene.tryFault("R03", async (_, mark) => {
      mark();
      killed = await scene.killBackends();
      mark();
    });
    expect(killed).toBeGreaterThan(0);
    expect(figures.failed).toBeLessThanOrEqual(killed);
    await scene.expectWritesTrue(outcomes);
    await scene.expectNextAreWell();
  });

  it("R03 of those in a transaction, whose people are told to try again", async () => {
    const emails = await scene.whileCodesAreLocked(async (sent) => {
      await scene.killBackends();
      await expectToldToTryAgain(sent);
    });
    expect(await scene.codesFor(emails)).toBe(0);
    await scene.expectNextAreWell();
  });

  it("R04 transactions that stand idle are ended by the server, while the process was stopped", async () => {
    const form = await readForm(`${scene.web.origin}/sign-in`, "email");
    let outcomes: Promise<Outcome>[] = [];
    let idle = 0;
    // Where in its transactions the process is stopped is chance: until it is between two statements of some.
    for (let tries = 0; idle === 0 && tries < 50; tries++) {
      scene.web.signal("SIGCONT");
      await Promise.all(outcomes);
      outcomes = Array.from({ length: 12 }, () => send(form, newEmail()));
      await vi
        .waitFor(async () => expect(await scene.countIdleWriters()).toBeGreaterThan(0), {
          interval: 1,
          timeout: 500,
        })
        .catch(() => {});
      scene.web.signal("SIGSTOP");
      await scene.backends("active", 0).catch(() => {});
      idle = await scene.countIdleWriters();
    }
    expect(idle).toBeGreaterThan(0);
    await vi.waitFor(async () => expect(await scene.countIdleWriters()).toBe(0), {
      timeout: 15_000,
      interval: 100,
    });
    scene.web.signal("SIGCONT");
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
    await scene.expectWritesTrue(sent);
    await scene.expectNextAreWell();
  });

  it("R11 the pool is exhausted", async () => {
    let asked: Answer[] = [];
    let health: Answer[] = [];
    await scene.sql.begin(async (blocker) => {
      await blocker`lock table postings in access exclusive mode`;
      const pending = askAtOnce(scene.web, 40);
      await scene.waiting(poolSize);
      health = [await scene.web.get("/healthz"), await scene.toldNotReady()];
      asked = await pending;
    });
    const failed = asked.filter(({ status }) => status !== 200);
    const slowest = Math.max(...asked.map(({ ms }) => ms));
    console.log(`R11: ${asked.length} requests, ${failed.length} failed, slowest ${Math.round(slowest)} ms`);
    expect(failed.filter((one) => !isTryAgain({ ...one, kind: "page" }))).toEqual([]);
    expect(slowest).toBeLessThan(5_000);
    expect(health.map(({ status }) => status)).toEqual([200, 503]);
    expect(Math.max(...health.map(({ ms }) => ms))).toBeLessThan(2_000);
    await scene.expectWellWithin(5_000);
    await scene.expectNextAreWell();
  });

  it("R13 slow queries end at the limit of a statement", async () => {
    const [clock] = await scene.sql<
      { definition: string }[]
    >`select pg_get_functiondef('app_now()'::regprocedure) as definition`;
    await scene.sql.unsafe(`create or replace function app_now() returns timestamptz language plpgsql stable
      as $$ begin perform pg_sleep(30); return now(); end $$`);
    const asked = await Promise.all([
      scene.web.get("/jobs"),
      scene.web.get("/profile", { cookie: scene.cookie }),
      scene.web.get("/api/v1/postings?limit=1"),
      scene.web.get("/readyz"),
    ]);
    await scene.sql.unsafe(clock?.definition as string);
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
    await scene.expectNextAreWell();
  });
});

describe("a pool of one connection", () => {
  it("R40 the third query after a poisoned slot", async () => {
    await scene.startWeb({ DATABASE_POOL: "1" });
    for (let round = 0; round < 3; round++) {
      await scene.whileCodesAreLocked(async (sent) => {
        await scene.killBackends();
        await expectToldToTryAgain(sent);
      }, 1);
      const next = [
        await scene.web.get("/jobs"),
        await scene.web.get("/api/v1/postings?limit=1"),
        await scene.web.get("/sign-in"),
      ];
      expect(next.map(({ status }) => status)).toEqual([200, 200, 200]);
    }
    console.log("R40: 3 rounds, each next 3 of 3 well");
    await scene.expectQuiet();
    await scene.web.stop();
  });
});
