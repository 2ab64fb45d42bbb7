import { sql } from "drizzle-orm";
import { type Database, db } from "@/db/client";
import { one } from "@/lib/present";

type Readiness = { ready: boolean; reason?: string };

const process = globalThis as typeof globalThis & {
  backplaneDraining?: boolean;
  backplaneLook?: { at: number; answer: Promise<Readiness> };
};
const freshMs = 500;
const patienceMs = 1_000;

/** From now on `/readyz` reports not ready, so that proxies stop sending requests to this process. */
export function startDraining() {
  process.backplaneDraining = true;
}

/** Whether this process can serve: its database can, and no stop is under way. */
export async function findReadiness(): Promise<Readiness> {
  return process.backplaneDraining ? { ready: false, reason: "stopping" } : findDatabaseReadiness();
}

/**
 * Whether the database answers within a second and is migrated. One look serves all who ask within half a second: enough to say no at
 * once while it is away, without a connect for each of them.
 */
export function findDatabaseReadiness(): Promise<Readiness> {
  // A stopwatch: the clock of the machine may be set back.
  const at = performance.now();
  if (!process.backplaneLook || at - process.backplaneLook.at > freshMs)
    process.backplaneLook = { at, answer: look() };
  return process.backplaneLook.answer;
}

/** That the database was found not to answer meanwhile: whoever asks next whether it does has a new look. */
export function lookAnew() {
  process.backplaneLook = undefined;
}

function look(): Promise<Readiness> {
  const late = new Promise<Readiness>((resolve) =>
    setTimeout(resolve, patienceMs, { ready: false, reason: "the database is slow" }).unref(),
  );
  // That one connection died says nothing yet: the next is a new one.
  const answer = ask().catch(ask);
  return Promise.race([answer.catch(() => ({ ready: false, reason: "the database does not answer" })), late]);
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
