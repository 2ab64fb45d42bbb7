import { and, eq, ne, sql } from "drizzle-orm";
import { inTransaction, type Transaction } from "@/db/client";
import { savedSearches } from "@/db/schema/saved";
import type { Actor } from "@/lib/auth/input";
import { DomainError } from "@/lib/errors";
import { record } from "@/lib/events/commands";
import { whereOf } from "@/lib/search/queries/compile";
import type { ChangeSearch, OwnSearch, SaveSearch } from "../input";
import type { DueSearch } from "../queries/alerts";
import { readSaved, readToSave } from "../queries/searches";
import { mostSaved, nextLookAt, refuseToSave } from "../rules";
import { highestNumber, numberLive } from "./live";

/**
 * Keeps a search for the actor; what it finds by now is not new to it. Saved again it stays as it is, but for a threshold of match that is
 * given anew. Throws `invalid` for a search that asks for nothing, `conflict` for one too many.
 */
export async function saveSearch(actor: Actor, input: SaveSearch): Promise<{ id: string }> {
  const { ready, criteria, name } = await readToSave(input.criteria);
  refuseToSave(criteria);
  const frequency = input.frequency ?? "daily";
  return inTransaction(async (tx) => {
    const mark = await numberLive(tx, whereOf(ready));
    const [saved] = await tx
      .insert(savedSearches)
      .values({
        userId: actor.userId,
        name: input.name || name,
        criteria,
        frequency,
        minMatch: input.minMatch ?? null,
        mark,
        seen: mark,
        nextAt: nextLookAt(frequency, tx.now),
        createdAt: tx.now,
      })
      .onConflictDoNothing()
      .returning({ id: savedSearches.id });
    if (!saved) return keepThreshold(tx, actor, criteria, input.minMatch);
    await refuseTooMany(tx, actor);
    await record(tx, { type: "search.saved", actorId: actor.userId, data: { savedSearchId: saved.id } });
    return saved;
  });
}

/** Renames a saved search, and sets how often and above which match it sends. Throws `not_found` where it is not the actor's. */
export function changeSearch(actor: Actor, { id, name, frequency, minMatch }: ChangeSearch) {
  return inTransaction(async (tx) => {
    const [before] = await tx
      .select({ frequency: savedSearches.frequency })
      .from(savedSearches)
      .where(own(actor, id))
      .for("update");
    if (!before) throw new DomainError("not_found", "This saved search does not exist.");
    await tx
      .update(savedSearches)
      .set({
        name,
        frequency,
        minMatch: minMatch ?? null,
        ...(frequency !== before.frequency && { nextAt: nextLookAt(frequency, tx.now) }),
        // Who turns mails on again wants what comes from now on.
        ...(before.frequency === "never" && frequency !== "never" && { mark: await highestNumber(tx) }),
      })
      .where(own(actor, id));
    await record(tx, {
      type: "search.changed",
      actorId: actor.userId,
      data: { savedSearchId: id, frequency },
    });
  });
}

/** Forgets a saved search. One that is not there, or not the actor's, is left as it is. */
export function deleteSearch(actor: Actor, { id }: OwnSearch) {
  return inTransaction(async (tx) => {
    const [gone] = await tx.delete(savedSearches).where(own(actor, id)).returning({ id: savedSearches.id });
    if (gone)
      await record(tx, { type: "search.deleted", actorId: actor.userId, data: { savedSearchId: id } });
  });
}

/** The actor has looked at what is new to a saved search: gives its criteria. Throws `not_found` where it is not the actor's. */
export function seeSearch(actor: Actor, { id }: OwnSearch): Promise<{ criteria: string }> {
  return inTransaction(async (tx) => {
    const [found] = await tx
      .select({ criteria: savedSearches.criteria })
      .from(savedSearches)
      .where(own(actor, id))
      .for("update");
    if (!found) throw new DomainError("not_found", "This saved search does not exist.");
    const { ready } = await readSaved(found.criteria);
    const seen = await numberLive(tx, whereOf(ready));
    await tx.update(savedSearches).set({ seen }).where(own(actor, id));
    await record(tx, { type: "search.seen", actorId: actor.userId, data: { savedSearchId: id } });
    return found;
  });
}

/** Stops the mails of a saved search, given its token. Where none are sent, nothing changes. */
export function stopAlerts(id: string) {
  return inTransaction(async (tx) => {
    const [stopped] = await tx
      .update(savedSearches)
      .set({ frequency: "never" })
      .where(and(eq(savedSearches.id, id), ne(savedSearches.frequency, "never")))
      .returning({ userId: savedSearches.userId });
    if (!stopped) return;
    const data = { savedSearchId: id };
    await record(tx, { type: "search.alerts_stopped", actorId: stopped.userId, data });
  });
}

/** Alerts have looked at a search, up to a number; with `isTold` a mail about it is on its way, in this same transaction. */
export async function markLooked(
  tx: Transaction,
  { id, frequency }: Pick<DueSearch, "id" | "frequency">,
  { upTo, isTold }: { upTo: number; isTold: boolean },
) {
  await tx
    .update(savedSearches)
    .set({
      mark: upTo,
      nextAt: nextLookAt(frequency, tx.now),
      ...(isTold && { seen: upTo, mailedAt: tx.now }),
    })
    .where(eq(savedSearches.id, id));
}

/** The same for many that nothing is new to. */
export async function markQuiet(tx: Transaction, ids: readonly string[], upTo: number) {
  const day = sql`interval '1 day'`;
  await tx
    .update(savedSearches)
    .set({
      mark: sql`greatest(${savedSearches.mark}, ${upTo}::bigint)`,
      nextAt: sql`${tx.now.toISOString()}::timestamptz + case ${savedSearches.frequency} when 'weekly' then 7 * ${day} when 'daily' then ${day} else 0 * ${day} end`,
    })
    .where(sql`${savedSearches.id} = any(${sql.param([...ids])}::uuid[])`);
}

const own = ({ userId }: Actor, id: string) =>
  and(eq(savedSearches.id, id), eq(savedSearches.userId, userId));

async function keepThreshold(tx: Transaction, { userId }: Actor, criteria: string, minMatch?: number) {
  const [kept] = await tx
    .update(savedSearches)
    .set({ minMatch: minMatch ?? sql`${savedSearches.minMatch}` })
    .where(and(eq(savedSearches.userId, userId), eq(savedSearches.criteria, criteria)))
    .returning({ id: savedSearches.id });
  return kept as { id: string };
}

/** Exact, since saving goes on one at a time: `numberLive` sees to it. */
async function refuseTooMany(tx: Transaction, { userId }: Actor) {
  const [row] = await tx.execute<{ fits: boolean }>(
    sql`select count(*) <= ${mostSaved}::int as fits from saved_searches where user_id = ${userId}::uuid`,
  );
  if (!row?.fits)
    throw new DomainError(
      "conflict",
      `You can have at most ${mostSaved} saved searches and followed companies. Delete one under Saved first.`,
    );
}

/**
 * Has the searches that ask for one company, those of its followers among them, ask for another, in the transaction that merges the two. A
 * search that its owner has already for the other one is forgotten. Both are addresses of companies, which have no sign of a pattern in them.
 */
export async function moveFollowers(tx: Transaction, { from, into }: { from: string; into: string }) {
  const pattern = `(^|&)company=${from}(&|$)`;
  const asked = sql`regexp_replace(s.criteria, ${pattern}, ${`\\1company=${into}\\2`})`;
  await tx.execute(sql`
    update saved_searches s set criteria = ${asked} where s.criteria ~ ${pattern}
      and not exists (select 1 from saved_searches o where o.user_id = s.user_id and o.criteria = ${asked})`);
  await tx.execute(sql`delete from saved_searches s where s.criteria ~ ${pattern}`);
}
