import { sql } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { asRefusal } from "@/lib/errors";
import { closeDatabase, db, inTransaction, type Transaction } from "./client";
import { testDatabase } from "./testing";

/*
 * What the server refuses by itself: what a person is told, and what is left afterwards.
 */

const { url, sql: watcher } = await testDatabase();
const [name] = await watcher<{ name: string }[]>`select current_database() as name`;
const database = watcher(name?.name ?? "");
const few = `few_${process.pid}`;

await watcher`create table counters (id int primary key, n int not null)`;
await watcher`create sequence tries`;
await watcher.unsafe(`
  create function fail(code text, times int) returns void language plpgsql as $$
  begin if nextval('tries') <= times then raise exception 'not now' using errcode = code; end if; end $$`);

beforeEach(async () => {
  await watcher`truncate counters`;
  await watcher`insert into counters values (1, 0), (2, 0)`;
  await watcher`alter sequence tries restart`;
});
afterAll(async () => {
  await watcher`alter database ${database} reset default_transaction_read_only`;
  await watcher`drop owned by ${watcher(few)}`.catch(() => {});
  await watcher`drop role if exists ${watcher(few)}`;
});

/** What the one who asked is told. */
async function outcome(work: () => PromiseLike<unknown>): Promise<string> {
  try {
    await work();
    return "ok";
  } catch (error) {
    return asRefusal(error)?.code ?? "a fault of ours";
  }
}

const countUp = (tx: Transaction, id: number) =>
  tx.execute(sql`update counters set n = n + 1 where id = ${id}::int`);
const counters = async () =>
  (await watcher<{ n: number }[]>`select n from counters order by id`).map(({ n }) => n);
const countTries = async () => Number((await watcher`select last_value from tries`)[0]?.last_value);

/** A transaction that counts up once it is past the errors of the server. */
const work = (code: string, times: number) =>
  inTransaction(async (tx) => {
    await countUp(tx, 1);
    await tx.execute(sql`select fail(${code}, ${times}::int)`);
  });

describe("R15 transactions that are in each other's way", () => {
  it("both have their effect once, though the database ends one of them", async () => {
    let met = 0;
    let meet = () => {};
    const both = new Promise<void>((done) => {
      meet = done;
    });
    const crossing = (first: number, second: number) =>
      inTransaction(async (tx) => {
        await tx.execute(sql`set local deadlock_timeout = '50ms'`);
        await countUp(tx, first);
        if (++met === 2) meet();
        await both;
        await countUp(tx, second);
      });
    expect(await Promise.all([outcome(() => crossing(1, 2)), outcome(() => crossing(2, 1))])).toEqual([
      "ok",
      "ok",
    ]);
    expect(await counters()).toEqual([2, 2]);
    expect(met).toBe(3);
  });

  it.each(["40001", "40P01"])("%s is tried three times in all, with one effect", async (code) => {
    expect(await outcome(() => work(code, 2))).toBe("ok");
    expect([await counters(), await countTries()]).toEqual([[1, 0], 3]);
  });

  it("is told to try again after that, and nothing is left", async () => {
    expect(await outcome(() => work("40P01", 9))).toBe("unavailable");
    expect([await counters(), await countTries()]).toEqual([[0, 0], 3]);
  });
});

it.each([
  ["R17 a full disk", "53100"],
  ["no memory", "53200"],
  ["R12 too many connections", "53300"],
  ["R16 a read-only server", "25006"],
  ["a server that ends", "57P01"],
])("%s is no fault of ours and leaves nothing", async (_, code) => {
  expect(await outcome(() => work(code, 9))).toBe("unavailable");
  expect([await counters(), await countTries()]).toEqual([[0, 0], 1]);
});

it("R16 a database that became read-only answers questions, refuses writes clearly, and takes them again by itself", async () => {
  const read = () => outcome(() => db().execute(sql`select n from counters`));
  const write = () => outcome(() => inTransaction((tx) => countUp(tx, 1)));
  const become = async (state: string) => {
    await watcher.unsafe(`alter database "${name?.name}" set default_transaction_read_only = ${state}`);
    // As when another server takes over: the connections end.
    await watcher`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'backplane' and pid <> pg_backend_pid()`;
  };
  expect(await write()).toBe("ok");
  await become("on");
  await expect.poll(read).toBe("ok");
  expect(await write()).toBe("unavailable");
  await become("off");
  await expect.poll(write).toBe("ok");
  expect(await counters()).toEqual([2, 0]);
});

it("R12 a server that takes no more connections: who gets none is told, and all are answered once it does", async () => {
  await watcher.unsafe(`create role ${few} login password 'few' connection limit 2`);
  await watcher.unsafe(`grant select on counters to ${few}`);
  await closeDatabase();
  const limited = new URL(url);
  [limited.username, limited.password] = [few, "few"];
  process.env.DATABASE_URL = limited.href;
  const ask = () => outcome(() => db().execute(sql`select n, pg_sleep(0.05) from counters`));
  const told = await Promise.all(Array.from({ length: 30 }, ask));
  expect(new Set(told)).toEqual(new Set(["ok", "unavailable"]));
  await watcher.unsafe(`alter role ${few} connection limit -1`);
  await expect
    .poll(async () => new Set(await Promise.all(Array.from({ length: 30 }, ask))))
    .toEqual(new Set(["ok"]));
  await closeDatabase();
  process.env.DATABASE_URL = url;
});
