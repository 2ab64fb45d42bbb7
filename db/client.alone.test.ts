import { AsyncResource } from "node:async_hooks";
import { inspect } from "node:util";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Gateway, type Network } from "@/bin/test/faults/gateway";
import { asRefusal, DomainError } from "@/lib/errors";
import { closeDatabase, db, inTransaction, type Transaction } from "./client";
import { beginPatience } from "./patience";
import { testDatabase } from "./testing";

const { url, sql: watcher } = await testDatabase();
const gateway = await Gateway.before(url);
const poolSize = 10;

const escaped: unknown[] = [];
const keep = (reason: unknown) => escaped.push(reason);
process.on("unhandledRejection", keep);

await watcher`create table kept (n int primary key)`;

beforeEach(async () => {
  await reconnect({ pool: poolSize });
});
afterEach(async () => {
  await gateway.set("open");
  expect(escaped).toEqual([]);
});
afterAll(async () => {
  process.off("unhandledRejection", keep);
  await gateway.close();
});

describe("a pool whose connections are killed", () => {
  it("R03 every backend, idle, active and in a transaction: only those fail, and all of the pool can be used again", async () => {
    await fill();
    const gate = closedGate();
    const inside = Array.from({ length: 4 }, () => openTransaction(gate.opened));
    await Promise.all(inside.map(({ began }) => began));
    const active = Array.from({ length: 3 }, () => outcome(() => ask(sql`select pg_sleep(3)`)));
    await running("pg_sleep(3)", 3);

    await killAll();
    gate.open();
    const failed = await Promise.all([...active, ...inside.map(({ ended }) => ended)]);
    expect(failed).toEqual(Array(7).fill("unavailable"));
    expect(await next(100)).toEqual(Array(100).fill("ok"));
    expect(await usable()).toBe(poolSize);
  });

  it("R40 the third query after a poisoned slot succeeds, with one slot and with all poisoned", async () => {
    await reconnect({ pool: 1 });
    for (let round = 0; round < 3; round++) {
      const gate = closedGate();
      const inside = openTransaction(gate.opened);
      await inside.began;
      await killAll();
      gate.open();
      expect(await inside.ended).toBe("unavailable");
      expect(await next(3)).toEqual(["ok", "ok", "ok"]);
    }
  });

  it("R04 a transaction that stood idle for too long", async () => {
    const ended = await outcome(() =>
      inTransaction(async (tx) => {
        const pid = await backendOf(tx);
        await tx.execute(sql`set local idle_in_transaction_session_timeout = '100ms'`);
        await gone([pid]);
        await tx.execute(sql`insert into kept values (1)`);
      }),
    );
    expect(ended).toBe("unavailable");
    expect(await next(20)).toEqual(Array(20).fill("ok"));
    expect(await usable()).toBe(poolSize);
    expect(await watcher`select n from kept`).toHaveLength(0);
  });
});

describe("a pool that is exhausted", () => {
  it("R11 says so within two seconds; who gave up leaves nothing behind, and shifts nobody's answer", async () => {
    await reconnect({ pool: 1 });
    const slow = outcome(() => ask(sql`select pg_sleep(2.4)`));
    await running("pg_sleep(2.4)");
    const began = performance.now();
    const late = Promise.all([
      outcome(() => ask(sql`select 1`)),
      outcome(() => ask(sql`select ${2}::int`)),
      outcome(() => inTransaction((tx) => tx.execute(sql`insert into kept values (11)`))),
    ]);
    await watcher`select pg_sleep(1)`;
    const patient = Promise.all([ask(sql`select 3 as n`), ask(sql`select ${4}::int as n`)]);
    expect(await late).toEqual(["unavailable", "unavailable", "unavailable"]);
    expect(performance.now() - began).toBeLessThan(2_300);
    expect(await slow).toBe("ok");
    expect((await patient).map(([row]) => row?.n)).toEqual([3, 4]);
    expect(await next(20)).toEqual(Array(20).fill("ok"));
    expect(await watcher`select n from kept where n = 11`).toHaveLength(0);
  });
});

describe("the questions of one asker", () => {
  it("R11 wait two seconds together, however many they are", async () => {
    await reconnect({ pool: 1 });
    const first = outcome(() => ask(sql`select pg_sleep(1.4)`));
    await running("pg_sleep(1.4)");
    const began = performance.now();
    const told = asOneAsker(async () => [
      await outcome(() => ask(sql`select 1`)),
      await outcome(() => ask(sql`select 2`)),
    ]);
    const second = outcome(() => ask(sql`select pg_sleep(1.4)`));
    expect(await told).toEqual(["ok", "unavailable"]);
    expect(performance.now() - began).toBeLessThan(2_300);
    expect(await Promise.all([first, second])).toEqual(["ok", "ok"]);
  });
});

describe("a network that fails", () => {
  it.each<Network>(["refused", "reset", "closed", "closed-in-startup"])(
    "R05 R06 %s: an error at once, and well again when it is",
    async (state) => {
      await gateway.set(state);
      const began = performance.now();
      expect(await next(20)).toEqual(Array(20).fill("unavailable"));
      expect(performance.now() - began).toBeLessThan(1_000);
      await gateway.set("open");
      expect(await next(20)).toEqual(Array(20).fill("ok"));
      expect(await usable()).toBe(poolSize);
    },
  );

  it("R07 silent at connect: an answer in two seconds; a connection that comes too late is still a slot", async () => {
    await reconnect({ pool: 1 });
    await gateway.set("silent");
    const began = performance.now();
    expect(await outcome(() => ask(sql`select 1`))).toBe("unavailable");
    expect(performance.now() - began).toBeLessThan(2_300);
    await gateway.set("open");
    expect(await next(3)).toEqual(["ok", "ok", "ok"]);
  });

  it("R07 a connection that cannot read the types of the server is given up, and made anew", async () => {
    await reconnect({ pool: 1 });
    await watcher.begin(async (blocker) => {
      await blocker`lock table pg_catalog.pg_type in access exclusive mode`;
      expect(await outcome(() => ask(sql`select 1`))).toBe("unavailable");
      // Until the limit of a lock has ended what the connection asked first.
      await blocker`select pg_sleep(1.5)`;
    });
    expect(await next(3)).toEqual(["ok", "ok", "ok"]);
    expect(await ask(sql`select array['a', 'b']::text[] as list`)).toEqual([{ list: ["a", "b"] }]);
  });

  it("R08 silent in a session: an answer within five seconds, and the slot is replaced", async () => {
    await fill();
    const gate = closedGate();
    const inside = openTransaction(gate.opened);
    await inside.began;
    await gateway.set("silent");
    gate.open();
    const began = performance.now();
    const silent = await Promise.all([
      inside.ended,
      ...Array.from({ length: poolSize - 1 }, () => outcome(() => ask(sql`select ${1}::int`))),
    ]);
    expect(silent).toEqual(Array(poolSize).fill("unavailable"));
    expect(performance.now() - began).toBeLessThan(5_000);
    // What stood is lost for good; only new connections are carried.
    gateway.cut();
    await gateway.set("open");
    expect(await next(100)).toEqual(Array(100).fill("ok"));
    expect(await usable()).toBe(poolSize);
  });
});

describe("a network that is slow, or breaks in the middle of an answer", () => {
  it("R09 two seconds more on each way there and back: who is not answered in time is told, and nobody waits on", async () => {
    await reconnect({ pool: 3 });
    expect(await next(3)).toEqual(["ok", "ok", "ok"]);
    await gateway.set("slow");
    const began = performance.now();
    const told = await next(40);
    expect(performance.now() - began).toBeLessThan(5_500);
    expect(told.filter((one) => one === "unavailable").length).toBeGreaterThan(20);
    expect(told.filter((one) => one !== "ok" && one !== "unavailable")).toEqual([]);
    await gateway.set("open");
    await vi.waitFor(async () => expect(await next(20)).toEqual(Array(20).fill("ok")), { timeout: 10_000 });
  });

  it("R10 a result that ends in the middle of a row is no result, and the slot is replaced", async () => {
    await fill();
    await gateway.set("cut-in-answer");
    const rows = sql`select n, repeat('x', 50000) as text from generate_series(1, 8) n`;
    expect(await outcome(() => ask(rows))).toBe("unavailable");
    await gateway.set("open");
    expect(await ask(rows)).toHaveLength(8);
    expect(await next(100)).toEqual(Array(100).fill("ok"));
    expect(await usable()).toBe(poolSize);
  });
});

describe("what is too slow", () => {
  it("R13 a question past the statement's time is “try again”, and so is a wait for a lock", async () => {
    const limit = (name: string, work: string) =>
      outcome(() =>
        inTransaction(async (tx) => {
          await tx.execute(sql.raw(`set local ${name} = '50ms'`));
          await tx.execute(sql.raw(work));
        }),
      );
    expect(await limit("statement_timeout", "select pg_sleep(5)")).toBe("unavailable");
    await watcher.begin(async (blocker) => {
      await blocker`lock table kept in exclusive mode`;
      expect(await limit("lock_timeout", "insert into kept values (13)")).toBe("unavailable");
    });
    const [limits] = await ask(
      sql`select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock,
        current_setting('idle_in_transaction_session_timeout') as idle`,
    );
    expect(limits).toEqual({ statement: "4s", lock: "3s", idle: "10s" });
  });
});

describe("a transaction", () => {
  it("is kept whole or not at all", async () => {
    const fault = await outcome(() =>
      inTransaction(async (tx) => {
        await tx.execute(sql`insert into kept values (21)`);
        await tx.execute(sql`insert into kept values (21)`);
      }),
    );
    const refusal = await outcome(() =>
      inTransaction(async (tx) => {
        await tx.execute(sql`insert into kept values (22)`);
        throw new DomainError("conflict", "Somebody was quicker.");
      }),
    );
    await inTransaction((tx) => tx.execute(sql`insert into kept values (23)`));
    expect([fault, refusal]).toEqual(["a fault of ours", "conflict"]);
    expect(await watcher`select n from kept order by n`).toEqual([{ n: 23 }]);
  });
});

describe("a question that failed", () => {
  it("keeps its parameters out of the error, which may stand in a log", async () => {
    const secret = "a token";
    const failing = sql`select 1 / length(${secret}) from nowhere`;
    const errors = await Promise.all([
      ask(failing).catch((error: Error) => error),
      inTransaction((tx) => tx.execute(failing)).catch((error: Error) => error),
    ]);
    for (const error of errors) {
      expect(error).toBeInstanceOf(Error);
      expect(inspect(error, { depth: 5 })).not.toContain(secret);
    }
  });
});

const ask = (query: ReturnType<typeof sql>) => db().execute<Record<string, unknown>>(query);

/** What the one who asked is told. */
async function outcome(work: () => PromiseLike<unknown>): Promise<string> {
  try {
    await work();
    return "ok";
  } catch (error) {
    return asRefusal(error)?.code ?? "a fault of ours";
  }
}

/** What `work` asks belongs to one request. */
const asOneAsker = <T>(work: () => T): T =>
  new AsyncResource("request").runInAsyncScope(() => {
    beginPatience();
    return work();
  });

/** The outcomes of as many questions as that, asked at once: with and without parameters, and in transactions. */
const next = (count: number) =>
  Promise.all(
    Array.from({ length: count }, (_, n) =>
      outcome(() => {
        if (n % 3 === 0) return ask(sql`select 1`);
        if (n % 3 === 1) return ask(sql`select ${n}::int`);
        return inTransaction((tx) => tx.execute(sql`select ${n}::int`));
      }),
    ),
  );

/** How many connections can be busy at the same time. */
async function usable(): Promise<number> {
  const busy = Array.from({ length: 2 * poolSize }, () =>
    ask(sql`select pg_backend_pid() as pid, pg_sleep(0.1)`),
  );
  return new Set((await Promise.all(busy)).map(([row]) => row?.pid)).size;
}

const fill = async () => expect(await usable()).toBe(poolSize);

function openTransaction(gate: Promise<void>) {
  const began = closedGate();
  const ended = outcome(() =>
    inTransaction(async (tx) => {
      began.open();
      await gate;
      await tx.execute(sql`select 1`);
    }),
  );
  return { began: began.opened, ended };
}

function closedGate() {
  let open = () => {};
  const opened = new Promise<void>((done) => {
    open = done;
  });
  return { open, opened };
}

async function backendOf(tx: Transaction): Promise<number> {
  const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
  return (row as { pid: number }).pid;
}

async function killAll() {
  // Looked up first: in one question Postgres may ask to end each before it has looked whose it is.
  const killed = await watcher<{ pid: number }[]>`
    with ours as materialized (select pid from pg_stat_activity
      where datname = current_database() and application_name = 'backplane')
    select pid from ours where pg_terminate_backend(pid)`;
  await gone(killed.map(({ pid }) => pid));
}

/** Waits until those backends have gone and this process has noticed: each of its connections ended. */
async function gone(pids: number[]) {
  await vi.waitFor(async () => {
    expect(await watcher`select pid from pg_stat_activity where pid in ${watcher(pids)}`).toHaveLength(0);
  });
  await gateway.emptied();
}

/** Waits until the server is working on that question as often as that. */
const running = (query: string, count = 1) =>
  vi.waitFor(async () => {
    const found = await watcher`
      select pid from pg_stat_activity
      where datname = current_database() and state = 'active' and query like ${`select ${query}%`}`;
    expect(found).toHaveLength(count);
  });

async function reconnect({ pool }: { pool: number }) {
  await closeDatabase();
  process.env.DATABASE_POOL = String(pool);
  process.env.DATABASE_URL = gateway.through(url);
}
