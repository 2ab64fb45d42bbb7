import { type Column, getTableColumns, getTableName, type SQL, sql } from "drizzle-orm";
import { inLongTransaction, type Transaction } from "@/db/client";
import { type Holding, holdings, keptHolding, type Person } from "@/db/personal";
import type { Actor } from "@/lib/auth/input";
import { refuseUnlessFresh } from "@/lib/auth/rules";
import { record } from "@/lib/events/commands";

/**
 * Everything that is stored about the actor, by tables, as of one moment. Ids are in it, since they connect its parts, with the names of what
 * they stand for. Throws `unauthenticated` unless the actor signed in a short while ago.
 */
export function exportData(actor: Actor) {
  return inLongTransaction(
    async (tx) => {
      refuseUnlessFresh(actor, tx.now);
      const tables: Record<string, Record<string, unknown>[]> = {};
      for (const one of [...holdings, keptHolding]) {
        const rows = await listRows(tx, one, actor);
        if (rows.length > 0) tables[getTableName(one.table)] = rows;
      }
      await record(tx, { type: "user.data_exported", actorId: actor.userId });
      return { product: "Backplane", exportedAt: tx.now, account: actor.email, tables };
    },
    // One snapshot for all statements.
    { isolationLevel: "repeatable read" },
  );
}

/** What the ids of other tables stand for, as one more value of a row. */
const names: Record<string, [name: string, of: (id: Column) => SQL]> = {
  skillId: ["skill", (id) => sql`(select s.label from skills s where s.id = ${id})`],
  responsibilityId: [
    "responsibility",
    (id) => sql`(select r.label from responsibilities r where r.id = ${id})`,
  ],
  companyId: ["company", (id) => sql`(select c.name from companies c where c.id = ${id})`],
  postingId: ["posting", (id) => sql`(select p.title from postings p where p.id = ${id})`],
};

async function listRows(tx: Transaction, { table, rows, columns }: Holding, person: Person) {
  const exported = Object.entries(getTableColumns(table)).filter(
    ([name]) => columns[name] === "own" || columns[name] === "code",
  );
  if (exported.length === 0) return [];
  const named = exported.flatMap(([id, column]) => {
    const [name, of] = names[id] ?? [];
    return name && of ? [[name, of(column)] as const] : [];
  });
  return tx
    .select({ ...Object.fromEntries(exported), ...Object.fromEntries(named) })
    .from(table)
    .where(rows(person));
}
