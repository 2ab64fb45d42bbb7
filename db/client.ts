import { sql as query } from "drizzle-orm";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres, { type Sql } from "postgres";
import { DomainError } from "@/lib/errors";

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
  whole: 5_000,
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

/** The product's time, outside of a transaction. */
export const now = () => readClock(db());

async function readClock(on: Pick<Database, "execute">): Promise<Date> {
  const [row] = await on.execute<{ now: string }>(query`select app_now()::timestamptz(3) as now`);
  return new Date((row as { now: string }).now);
}

function connect(url: string | undefined): Held {
  if (!url) throw new Error("DATABASE_URL is not set");
  const sql = postgres(url, {
    max: Number(process.env.DATABASE_POOL ?? 10),
    connect_timeout: limits.connect / 1000,
    // The library's own delays reach 15 s; after a short outage the pool must be back at once.
    backoff: (tries: number) => Math.min(0.05 * 2 ** tries, 0.5),
    onnotice: () => {},
    connection: {
      application_name: process.env.APP_NAME ?? "backplane",
      statement_timeout: limits.statement,
      lock_timeout: limits.lock,
      idle_in_transaction_session_timeout: limits.idleInTransaction,
      jit: "off",
      max_parallel_workers_per_gather: 0,
    },
  } as Parameters<typeof postgres>[1] & object);
  return { sql, db: drizzle(guard(sql), { casing: "snake_case" }) };
}

/**
 * The pool with a deadline on each question. postgres.js has none: a question waits for a free connection for ever, and for
 * ever on a network that fell silent.
 */
function guard(sql: Sql): Sql {
  return new Proxy(sql, {
    get(target, key) {
      if (key === "unsafe")
        return (...args: Parameters<Sql["unsafe"]>) => withDeadline(target.unsafe(...args));
      if (key === "begin") return (work: (inner: Sql) => Promise<unknown>) => begin(target, work);
      return Reflect.get(target, key);
    },
  });
}

type Pending = ReturnType<Sql["unsafe"]>;

function withDeadline(pending: Pending) {
  return {
    // biome-ignore lint/suspicious/noThenProperty: stands in for the library's own lazy promise.
    then: (done?: (rows: unknown) => unknown, failed?: (error: unknown) => unknown) =>
      race(pending, pending).then(done, failed),
    values: () => race(pending, pending.values()),
  };
}

function race<T>(pending: Pending, answer: PromiseLike<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = (message: string) => () => {
      Promise.resolve((pending as Pending & { cancel(): unknown }).cancel()).catch(() => {});
      reject(new DomainError("unavailable", message));
    };
    const waiting = setTimeout(() => {
      if (!(pending as Pending & { active: boolean }).active) giveUp("Every database connection is busy.")();
    }, limits.wait);
    const whole = setTimeout(giveUp("The database did not answer in time."), limits.whole);
    const settled = () => {
      clearTimeout(waiting);
      clearTimeout(whole);
    };
    answer.then(resolve, reject).then(settled);
  });
}

function begin(sql: Sql, work: (inner: Sql) => Promise<unknown>): Promise<unknown> {
  return new Promise((resolve, reject) => {
    let late = false;
    const waiting = setTimeout(() => {
      late = true;
      reject(new DomainError("unavailable", "Every database connection is busy."));
    }, limits.wait);
    sql
      .begin((inner) => {
        clearTimeout(waiting);
        if (late) throw new Error("The asker has gone.");
        return work(guard(inner as unknown as Sql));
      })
      .then(resolve, reject)
      .finally(() => clearTimeout(waiting));
  });
}
