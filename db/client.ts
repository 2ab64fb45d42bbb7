import { setTimeout as wait } from "node:timers/promises";
import { sql as query } from "drizzle-orm";
import type { PgTransactionConfig } from "drizzle-orm/pg-core";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres, { type Sql } from "postgres";
import { hasCode } from "@/lib/errors";
import { one } from "@/lib/present";
import { guard } from "./guard";
import { Patience, patience } from "./patience";

export type Database = PostgresJsDatabase;
/** A transaction with its one clock, read from the database when it began. */
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0] & { readonly now: Date };

/** Milliseconds. How long an asker waits for its questions is in `patience.ts`. */
const limits = {
  connect: 3_000,
  statement: 4_000,
  lock: 3_000,
  idleInTransaction: 10_000,
  /** Beyond the longest that a statement may run, it is the network that is silent, and the connection is given up. */
  silence: 300,
};

type Held = { sql: Sql; db: Database };
declare global {
  var backplaneDatabase: Held | undefined;
  var backplaneListening: { sql: Sql; channels: number } | undefined;
}

/** The pool of this process, made at its first use: the bundler may load this module more than once. */
export function db(): Database {
  globalThis.backplaneDatabase ??= connect({ max: Number(process.env.DATABASE_POOL ?? 10) }, patience);
  return globalThis.backplaneDatabase.db;
}

/** Ends the pool, letting running questions finish for up to two seconds. */
export async function closeDatabase() {
  const open = globalThis.backplaneDatabase;
  globalThis.backplaneDatabase = undefined;
  await open?.sql.end({ timeout: 2 });
}

/** How often work is tried, and the longest pause before it is tried again, in milliseconds. */
const tries = { most: 3, pause: 100 };

/**
 * Runs `work` in one transaction: all of it is kept, or none. Expected refusals and faults alike roll back. Where the database ended it because it
 * and another transaction were in each other's way, it is run again, so it must change nothing but rows.
 */
export async function inTransaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await db().transaction(async (tx) => work(Object.assign(tx, { now: await readClock(tx) })));
    } catch (error) {
      const isInTheWay = hasCode(error, "40P01") || hasCode(error, "40001");
      if (!isInTheWay || tried === tries.most) throw error;
      // By chance: the two would only meet again.
      await wait(Math.random() * tries.pause);
    }
  }
}

/** Milliseconds: how long a statement of work that nobody waits for may take. */
const longStatement = 60_000;

/** As `inTransaction`, for work that nobody waits for: each statement may take a minute, on a connection of its own. */
export async function inLongTransaction<T>(
  work: (tx: Transaction) => Promise<T>,
  config?: PgTransactionConfig,
): Promise<T> {
  const { sql, db } = connectAlone({ statement: longStatement });
  try {
    return await db.transaction(async (tx) => work(Object.assign(tx, { now: await readClock(tx) })), config);
  } finally {
    await sql.end({ timeout: 2 });
  }
}

/** The product's time, outside of a transaction. */
export const now = () => readClock(db());

async function readClock(on: Pick<Database, "execute">): Promise<Date> {
  const rows = await on.execute<{ now: string }>(query`select app_now()::timestamptz(3) as now`);
  return new Date(one(rows).now);
}

/**
 * Calls `heard` with each notification on the channel, until `stop`. All channels of a process share one connection, so that while the database is
 * away only one more tries to come back. When it is made anew, `again` is called: what was notified in between is lost.
 */
export async function listen(
  channel: string,
  heard: (payload: string) => void,
  again?: () => void,
): Promise<{ stop: () => Promise<void> }> {
  globalThis.backplaneListening ??= { sql: open({ max: 1 }), channels: 0 };
  const shared = globalThis.backplaneListening;
  shared.channels++;
  let isFirst = true;
  const { unlisten } = await shared.sql.listen(channel, heard, () => {
    if (!isFirst) again?.();
    isFirst = false;
  });
  return {
    stop: async () => {
      shared.channels--;
      if (shared.channels > 0) return unlisten();
      if (globalThis.backplaneListening === shared) globalThis.backplaneListening = undefined;
      await shared.sql.end({ timeout: 2 });
    },
  };
}

/** One connection beside the pool, for who must go on however busy that is; made anew when it is lost, until `close`. */
export function ownConnection(): { db: Database; close: () => Promise<void> } {
  const { sql, db } = connectAlone({});
  return { db, close: () => sql.end({ timeout: 2 }) };
}

type Size = { max: number; statement?: number };

function connect(size: Size, patienceOf: () => Patience): Held {
  const sql = open(size);
  return { sql, db: drizzle(guard(sql, patienceOf), { casing: "snake_case" }) };
}

/** Whoever has it to themselves waits for themselves alone, in whoever's name they ask. */
const connectAlone = (size: Omit<Size, "max">) => connect({ max: 1, ...size }, () => new Patience());

function open({ max, statement = limits.statement }: Size): Sql {
  const url = process.env.DATABASE_URL;
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
