import { and, eq, isNotNull, lt, sql } from "drizzle-orm";
import { db, inTransaction, type Transaction } from "@/db/client";
import { mayWrite } from "@/db/membership";
import { companies } from "@/db/schema/companies";
import { importRows, importRuns } from "@/db/schema/imports";
import type { Actor } from "@/lib/auth/input";
import { inChildProcess } from "@/lib/background/child";
import { enqueueLater } from "@/lib/background/commands";
import { daysBefore } from "@/lib/days";
import { asRefusal, DomainError } from "@/lib/errors";
import { record } from "@/lib/events/commands";
import { countDeed } from "@/lib/forms/limits";
import { type ImportOutcome, importPostings, type Own } from "@/lib/postings/commands/import";
import { submitDrafts } from "@/lib/postings/commands/submit-drafts";
import { nearDuplicateWords } from "@/lib/postings/likeness";
import { listRates } from "@/lib/taxonomy/queries/rates";
import type { OneImport, StartImport } from "./input";
import type { ReadRow, readRows } from "./read";
import { hasStopped, keptDays, mostRows } from "./rules";

const readApart = inChildProcess<Parameters<typeof readRows>, ReadRow[] | null>(
  "lib/imports/read.ts",
  "readRows",
);

/**
 * Stores a file of postings for the actor's company, and has the worker import it. Sent twice, it is one import. Throws `not_found`,
 * and `conflict` for a closed company.
 */
export async function startImport(actor: Actor, { companyId, id, file, text }: StartImport) {
  const content = file ? Buffer.from(await file.arrayBuffer()) : Buffer.from(text ?? "", "utf8");
  const fileName = file ? file.name.slice(-200) || "file" : "pasted text";
  await inTransaction(async (tx) => {
    const [company] = await tx
      .select({ name: companies.name, closedAt: companies.closedAt })
      .from(companies)
      .where(and(eq(companies.id, companyId), mayWrite(actor, companies.id)))
      .for("share");
    if (!company) throw new DomainError("not_found", "We cannot find this company.");
    if (company.closedAt)
      throw new DomainError("conflict", `${company.name} is closed. It can have no postings any more.`);
    const started = await tx
      .insert(importRuns)
      .values({ id, companyId, fileName, content, startedAt: tx.now, updatedAt: tx.now })
      .onConflictDoNothing()
      .returning({ id: importRuns.id });
    if (started.length === 0) return;
    await happened(tx, actor, "import.started", companyId, id);
    await queue(tx, actor, id);
  });
}

/** Has an import that stopped in the middle go on. Throws `not_found`, and `conflict` where it did not stop. */
export function continueImport(actor: Actor, { id }: OneImport) {
  return inTransaction(async (tx) => {
    const [run] = await tx
      .select({ companyId: importRuns.companyId, state: importRuns.state, updatedAt: importRuns.updatedAt })
      .from(importRuns)
      .where(and(eq(importRuns.id, id), mayWrite(actor, importRuns.companyId)))
      .for("update");
    if (!run) throw new DomainError("not_found", "We cannot find this import.");
    if (!hasStopped(run, tx.now)) throw new DomainError("conflict", "This import has not stopped.");
    await tx.update(importRuns).set({ updatedAt: tx.now }).where(eq(importRuns.id, id));
    await happened(tx, actor, "import.continued", run.companyId, id);
    await queue(tx, actor, id);
  });
}

/**
 * Submits the drafts of an import that are complete for review. Returns how many. Throws `not_found`, `conflict` for a closed company, and
 * `rate_limited`.
 */
export async function submitImported(actor: Actor, { id }: OneImport): Promise<{ submitted: number }> {
  const rows = await db()
    .select({ companyId: importRuns.companyId, postingId: importRows.postingId })
    .from(importRuns)
    .leftJoin(
      importRows,
      and(
        eq(importRows.runId, importRuns.id),
        isNotNull(importRows.postingId),
        sql`cardinality(${importRows.reasons}) = 0`,
      ),
    )
    .where(and(eq(importRuns.id, id), mayWrite(actor, importRuns.companyId)))
    .limit(mostRows);
  const [first] = rows;
  if (!first) throw new DomainError("not_found", "We cannot find this import.");
  const ids = rows.flatMap(({ postingId }) => postingId ?? []);
  if (ids.length === 0) return { submitted: 0 };
  const submitted = await countDeed(
    "posting",
    { actor, address: null },
    () => submitDrafts(actor, first.companyId, ids),
    { points: ids.length, uses: (count) => count },
  );
  return { submitted };
}

/** One import at a time: none of them holds up anything else. */
const queue = (tx: Transaction, { userId }: Actor, runId: string) =>
  enqueueLater(tx, "import-postings", [{ key: `import:${runId}`, payload: { runId, actorId: userId } }], {
    queue: "imports",
    seconds: 0,
  });

/**
 * The worker's task for one import: reads the file in a process of its own, and imports its postings one by one, each in a transaction with
 * its event and its row. Tried again, it goes on after the last of them.
 */
export async function runImport({ runId, actorId }: { runId: string; actorId: string }) {
  const actor = { userId: actorId };
  const [run] = await db()
    .select({
      fileName: importRuns.fileName,
      content: importRuns.content,
      done: sql<number>`(select count(*)::int from import_rows r where r.run_id = ${sql`${importRuns.id}`})`,
      company: { id: companies.id, name: companies.name, slug: companies.slug },
    })
    .from(importRuns)
    .innerJoin(companies, eq(companies.id, importRuns.companyId))
    .where(
      and(eq(importRuns.id, runId), eq(importRuns.state, "waiting"), mayWrite(actor, importRuns.companyId)),
    );
  if (!run?.content) return;
  try {
    const rows = await readApart(run.fileName, new Uint8Array(run.content), await listRates());
    if (rows === null)
      throw new DomainError(
        "too_large",
        `This file has more than ${mostRows} postings. Split it, then import each part.`,
      );
    await importRowsOf(runId, rows, run.done, { actor, ...run.company });
  } catch (error) {
    const refusal = asRefusal(error);
    if (!refusal || refusal.code === "unavailable") throw error;
    await end(runId, { state: "refused", fault: refusal.message });
  }
}

async function importRowsOf(runId: string, rows: readonly ReadRow[], done: number, own: Own) {
  await db().update(importRuns).set({ total: rows.length }).where(eq(importRuns.id, runId));
  const seen = new Set<string>();
  for (const [index, row] of rows.entries()) {
    const position = index + 1;
    const save = async (tx: Transaction, [outcome]: ImportOutcome[]) => {
      if (index < done || !outcome) return;
      await tx
        .insert(importRows)
        .values({ runId, position, ...rowOf(row, outcome) })
        .onConflictDoNothing();
      await tx.update(importRuns).set({ updatedAt: tx.now }).where(eq(importRuns.id, runId));
    };
    if (!row.ok) {
      const refused = { at: row.at, outcome: "refused", reason: row.reason } as const;
      await inTransaction((tx) => save(tx, [refused]));
    } else await importPostings([row], { publish: false, seen, own, alongside: save });
  }
  await end(runId, { state: "done", fault: null });
}

function rowOf(row: ReadRow, outcome: ImportOutcome) {
  const known = { place: row.at, title: row.ok ? row.posting.title : "", outcome: outcome.outcome };
  if (outcome.outcome === "refused") return { ...known, reasons: [sentence(outcome.reason)], notes: [] };
  if (outcome.outcome === "duplicate") return { ...known, reasons: [], notes: [] };
  const { postingId } = outcome;
  if (outcome.outcome === "unchanged") return { ...known, postingId, reasons: [], notes: [] };
  const [likest] = outcome.nearDuplicates;
  const notes = [
    ...outcome.notes,
    ...(likest ? [`It is nearly the same as ${nearDuplicateWords(likest)}.`] : []),
  ];
  return { ...known, postingId, reasons: outcome.missing, notes };
}

const sentence = (reason: string) => `${reason.slice(0, 1).toUpperCase()}${reason.slice(1)}.`;

const end = (runId: string, how: { state: "done"; fault: null } | { state: "refused"; fault: string }) =>
  inTransaction((tx) =>
    tx
      .update(importRuns)
      .set({ ...how, content: null, updatedAt: tx.now })
      .where(eq(importRuns.id, runId)),
  );

const happened = (
  tx: Transaction,
  actor: Actor,
  type: "import.started" | "import.continued",
  companyId: string,
  importId: string,
) => record(tx, { type, actorId: actor.userId, companyId, data: { importId } });

/** Deletes what is known of imports that are older than thirty days. Their postings stay. */
export async function forgetImports() {
  await inTransaction((tx) =>
    tx.delete(importRuns).where(lt(importRuns.startedAt, daysBefore(tx.now, keptDays))),
  );
}
