import { setTimeout } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { type Database, db } from "@/db/client";
import { one } from "@/lib/present";

type Readiness = { ready: boolean; reason?: string };

declare global {
  var backplaneDraining: boolean | undefined;
  var backplaneLook: { at: number; answer: Promise<Readiness> } | undefined;
}
const freshMs = 500;
const patienceMs = 1_000;

/** From now on `/readyz` reports not ready, so that proxies stop sending requests to this process. */
export function startDraining() {
  globalThis.backplaneDraining = true;
}

/** Whether this process can serve: its database can, and no stop is under way. */
export async function findReadiness(): Promise<Readiness> {
  return globalThis.backplaneDraining ? { ready: false, reason: "stopping" } : findDatabaseReadiness();
}

/**
 * Whether the database answers within a second and is migrated. One look serves all who ask within half a second: enough to say no at
 * once while it is away, without a connect for each of them.
 */
export function findDatabaseReadiness(): Promise<Readiness> {
  // A stopwatch: the clock of the machine may be set back.
  const at = performance.now();
  if (!globalThis.backplaneLook || at - globalThis.backplaneLook.at > freshMs)
    globalThis.backplaneLook = { at, answer: look() };
  return globalThis.backplaneLook.answer;
}

/** That the database was found not to answer meanwhile: whoever asks next whether it does has a new look. */
export function lookAnew() {
  globalThis.backplaneLook = undefined;
}

async function look(): Promise<Readiness> {
  const answered = new AbortController();
  // That one connection died says nothing yet: the next is a new one.
  const answer = ask()
    .catch(ask)
    .catch(() => ({ ready: false, reason: "the database does not answer" }))
    .finally(() => answered.abort());
  return Promise.race([answer, becomeImpatient(answered.signal)]);
}

/**
 * Ends after a second in which this process could have heard the answer. Each step counts in its own length at most: a process that was busy
 * with something else for that second has an answer lying there that it did not read.
 */
async function becomeImpatient(answered: AbortSignal): Promise<Readiness> {
  const steps = 20;
  for (let step = 0; step < steps && !answered.aborted; step++)
    await setTimeout(patienceMs / steps, undefined, { ref: false });
  return { ready: false, reason: "the database is slow" };
}

async function ask(): Promise<Readiness> {
  const [row] = await db().execute(sql`select to_regclass('public.clock') is not null as migrated`);
  return row?.migrated ? { ready: true } : { ready: false, reason: "the database is not migrated" };
}

/**
 * The transactions that changed something public, of those from `xmin` on that are not in `seen`; with the product's time in milliseconds since
 * 1970 and the oldest transaction that still runs, all of one moment.
 */
export async function findPublicChanges(on: Database, xmin: string | null, seen: string[]) {
  const from = xmin === null ? sql`pg_snapshot_xmin(pg_current_snapshot())` : sql`${xmin}::text::xid8`;
  const rows = await on.execute<{ now: string; xmin: string; news: string[] }>(sql`
    select extract(epoch from app_now()) * 1000 as now, pg_snapshot_xmin(pg_current_snapshot())::text as xmin,
      array(select xid::text from public_changes where xid >= ${from} and xid::text <> all(${sql.param(seen)}::text[])) as news`);
  const { now, ...look } = one(rows);
  return { ...look, now: Number(now) };
}

export type WorkFigures = {
  connections: { state: string; count: number }[];
  jobs: {
    task: string;
    waiting: number;
    due: number;
    retried: number;
    failed: number;
    oldestSeconds: number;
  }[];
  /** Since the statistics of the database began. */
  mailsSent: number;
};

/** The connections of web processes, what waits in the queue by task, and how many mails were sent. */
export async function findWorkFigures(): Promise<WorkFigures> {
  const [connections, jobs, sent] = await Promise.all([
    db().execute<WorkFigures["connections"][number]>(sql`
      select coalesce(state, 'unknown') as state, count(*)::int as count from pg_stat_activity
      where application_name = 'backplane' and datname = current_database() group by 1`),
    db().execute<WorkFigures["jobs"][number]>(sql`
      select task, waiting, due, retried, failed, oldest_seconds as "oldestSeconds" from queue_figures()`),
    db().execute<{ count: number }>(sql`
      select n_tup_ins::float8 as count from pg_stat_user_tables where relname = 'sent_mails'`),
  ]);
  return { connections, jobs, mailsSent: sent[0]?.count ?? 0 };
}
