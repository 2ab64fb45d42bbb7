import { sql } from "drizzle-orm";
import { type Database, ownConnection } from "@/db/client";
import { findNextPublicMoment } from "@/lib/postings/queries/live";
import { one } from "@/lib/present";
import { sharedLook } from "@/lib/shared-look";

/** A state of what is public: two answers about the same state are the same. `now` is the product's time, in milliseconds since 1970. */
export type PublicVersion = { number: number; now: number };

/** After so long without a look, changes may have been forgotten (`forgetPublicChanges`). Milliseconds. */
const longestGap = 12 * 3_600_000;
/** Clocks of time zones change on the half hour, and with them the hours that two places have in common. Milliseconds. */
const halfHour = 1_800_000;

/**
 * Returns a function that tells the state of what is public, which has all that was committed before it was called. Throws where the database
 * does not answer.
 */
export function watchPublicVersion(on: () => Database): () => Promise<PublicVersion> {
  let number = 0;
  /** All transactions before this one are in the number, and of later ones those that were seen. */
  let xmin: string | null = null;
  let seen: string[] = [];
  let lookedAt = Number.NEGATIVE_INFINITY;
  /** When time alone changes what is public. */
  let nextMoment = Number.NEGATIVE_INFINITY;
  return sharedLook(async () => {
    const began = performance.now();
    const look = await findChanges(on(), xmin, seen);
    const isChanged = look.news.length > 0 || look.now >= nextMoment || began - lookedAt > longestGap;
    if (isChanged) {
      const halfHourOn = (Math.floor(look.now / halfHour) + 1) * halfHour;
      // Asked after the look: whatever changed meanwhile has the next look ask again.
      nextMoment = Math.min(halfHourOn, (await findNextPublicMoment()) ?? Number.POSITIVE_INFINITY);
      number++;
    }
    seen = [...seen, ...look.news].filter((xid) => BigInt(xid) >= BigInt(look.xmin));
    ({ xmin } = look);
    lookedAt = began;
    return { number, now: look.now };
  });
}

async function findChanges(on: Database, xmin: string | null, seen: string[]) {
  const from = xmin === null ? sql`pg_snapshot_xmin(pg_current_snapshot())` : sql`${xmin}::text::xid8`;
  const rows = await on.execute<{ now: string; xmin: string; news: string[] }>(sql`
    select extract(epoch from app_now()) * 1000 as now, pg_snapshot_xmin(pg_current_snapshot())::text as xmin,
      array(select xid::text from public_changes where xid >= ${from} and xid::text <> all(${sql.param(seen)}::text[])) as news`);
  const { now, ...look } = one(rows);
  return { ...look, now: Number(now) };
}

/** The same on a connection of its own, so that a busy pool does not hold up those who only need to know that nothing changed. */
export function publicVersionOfProcess(): () => Promise<PublicVersion> {
  const own = ownConnection();
  return watchPublicVersion(() => own.db);
}
