import { sql as query } from "drizzle-orm";
import type { PgTransactionConfig } from "drizzle-orm/pg-core";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres, { type Sql } from "postgres";

export type Database = PostgresJsDatabase;
/** A transaction with its one clock, read from the database when it began. */
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0] & { readonly now: Date };

/** Milliseconds. A question waits for a connection, then runs; past either limit its asker gets an answer, not silence. */
const limits = {
  connect: 3_000,
  wait: 2_000,
  statement: 4_000,
  lock: 3_000,
  idleInTransaction: 10_000,
  /** Beyond the longest that a statement may run, it is the network that is silent, and the connection is given up. */
  silence: 300,
  whole: 4_800,
};

type Held = { sql: Sql; db: Database };
const held = globalThis as typeof globalThis & { backplaneDatabase?: Held };

/** The pool of this process, made at its first use: the bundler may load this module more than once. */
export function db(): Database {
  held.backplaneDatabase ??= connect(process.env.DATABASE_URL);
  return held.backplaneDatabase.db;
}

/** Ends the pool, letting running questions finish for up to two seconds. */
export async function closeDatabase() {
  const open = held.backplaneDatabase;
  held.backplaneDatabase = undefined;
  await open?.sql.end({ timeout: 2 });
}

/** Runs `work` in one transaction: all of it is kept, or none. Expected refusals and faults alike roll back. */
export function inTransaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  return db().transaction(async (tx) => work(Object.assign(tx, { now: await readClock(tx) })));
}

/** Milliseconds: how long work that nobody waits for may take. */
const patience = 60_000;

/** As `inTransaction`, for work that nobody waits for: each statement may take a minute, on a connection of its own. */
export async function inLongTransaction<T>(
  work: (tx: Transaction) => Promise<T>,
  config?: PgTransactionConfig,
): Promise<T> {
  const { sql, db } = connect(process.env.DATABASE_URL, { max: 1, statement: patience });
  try {
    return await db.transaction(async (tx) => work(Object.assign(tx, { now: await readClock(tx) })), config);
  } finally {
    await sql.end({ timeout: 2 });
  }
}

/** The product's time, outside of a transaction. */
export const now = () => readClock(db());

async function readClock(on: Pick<Database, "execute">): Promise<Date> {
  const [row] = await on.execute<{ now: string }>(query`select app_now()::timestamptz(3) as now`);
  return new Date((row as { now: string }).now);
}

/** Calls `heard` at each notification on the channel, over a connection of its own that is made anew when it is lost, until `stop`. */
export async function listen(channel: string, heard: () => void): Promise<{ stop: () => Promise<void> }> {
  const sql = open(process.env.DATABASE_URL, { max: 1 });
  await sql.listen(channel, heard);
  return { stop: () => sql.end({ timeout: 2 }) };
}

type Size = { max: number; statement?: number };

function connect(
  url: string | undefined,
  size: Size = { max: Number(process.env.DATABASE_POOL ?? 10) },
): Held {
  const sql = open(url, size);
  return { sql, db: drizzle(guard(sql), { casing: "snake_case" }) };
}

function open(url: string | undefined, { max, statement = limits.statement }: Size): Sql {
  if (!url) throw new Error("DATABASE_URL is not set");
  return postgres(url, {
    max,
    connect_timeout: limits.connect / 1000,
    silence_timeout: (statement + limits.silence) / 1000,
    // The library's own delays reach 15 s; after a short outage the pool must be back at once.
    backoff: (tries: number) => Math.min(0.05 * 2 ** tries, 0.5),
    onnotice: () => {},
    connection: {
      application_name: process.env.APP_NAME ?? "backplane",
      statement_timeout: statement,
      lock_timeout: limits.lock,
      idle_in_transaction_session_timeout: limits.idleInTransaction,
      // A day is 24 hours, whatever the server's own zone makes of it.
      TimeZone: "UTC",
      jit: "off",
      max_parallel_workers_per_gather: 0,
    },
  } as Parameters<typeof postgres>[1] & object);
}

/**
 * The pool with a limit to waiting for a connection, which postgres.js lacks. Its habit of sending a question behind another one
 * that is under way is off: the second would wait for the first whatever is free, and could not be taken back.
 */
function guard(pool: Sql): Sql {
  return overlay(pool, {
    unsafe: (query, args, options) => {
      const asked = pool.unsafe(query, args, { ...options, ...alone }) as Pending;
      return lazily(asked, (answer) => hiding(args, race(asked, answer)));
    },
    begin: (work) => begin(pool, work),
  });
}

/** What Drizzle asks in a transaction has its connection already, and waits for nobody. */
function guardInside(inner: Sql): Sql {
  return overlay(inner, {
    unsafe: (query, args, options) =>
      lazily(inner.unsafe(query, args, options), (answer) => hiding(args, answer)),
  });
}

type Unsafe = Sql["unsafe"];
type Pending = ReturnType<Unsafe> & { state: unknown; cancel(): unknown };
type Work = (inner: Sql) => Promise<unknown>;
type Overlay = { unsafe: (...args: Parameters<Unsafe>) => object; begin?: (work: Work) => Promise<unknown> };

function overlay(sql: Sql, by: Overlay): Sql {
  return new Proxy(sql, {
    get: (target, key) => (key in by ? by[key as keyof Overlay] : Reflect.get(target, key)),
  });
}

/** The library's own hook: false says that nothing more fits onto the connection until this is answered. */
const alone = { onexecute: () => false };

/** A question in the shape in which Drizzle uses the library's own: it is asked when somebody wants the answer. */
function lazily(asked: ReturnType<Unsafe>, settle: (answer: PromiseLike<unknown>) => Promise<unknown>) {
  return {
    // biome-ignore lint/suspicious/noThenProperty: stands in for the library's own lazy promise.
    then: (done?: (rows: unknown) => unknown, failed?: (error: unknown) => unknown) =>
      settle(asked).then(done, failed),
    values: () => settle(asked.values()),
  };
}

/** Drizzle writes the parameters of what failed into its error, and Next that error into the log, where no token may stand. */
async function hiding<T>(args: unknown[] | undefined, answer: PromiseLike<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    args?.fill("…");
    throw error;
  }
}

function race<T>(asked: Pending, answer: PromiseLike<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const waiting = setTimeout(() => {
      // With a state it has been sent. To cancel it then could hit the next question on that connection.
      if (asked.state) return;
      asked.cancel();
      reject(busy());
    }, limits.wait);
    const whole = setTimeout(() => reject(slow()), limits.whole);
    const settled = () => {
      clearTimeout(waiting);
      clearTimeout(whole);
    };
    answer.then(resolve, reject).then(settled);
  });
}

/** One that got its connection after its asker was told “try again” does nothing: it would be done twice. */
function begin(pool: Sql, work: Work): Promise<unknown> {
  return new Promise((resolve, reject) => {
    let late = false;
    const waiting = setTimeout(() => {
      late = true;
      reject(busy());
    }, limits.wait);
    pool
      .begin((inner) => {
        clearTimeout(waiting);
        if (late) throw new Error("The asker has gone.");
        return work(guardInside(inner as unknown as Sql));
      })
      .then(resolve, reject)
      .finally(() => clearTimeout(waiting));
  });
}

/**
 * With codes like the library's own, which `asRefusal` takes for “try again”. Not of a class of ours: the pool is shared by all copies
 * of this module that the bundler makes, and each copy has classes of its own.
 */
const fault = (code: string, message: string) => Object.assign(new Error(message), { code });
const busy = () => fault("CONNECTION_BUSY", "Every database connection is busy.");
const slow = () => fault("CONNECTION_SLOW", "The database did not answer in time.");
