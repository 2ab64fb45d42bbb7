import { and, asc, desc, eq, gt, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { mayWrite } from "@/db/membership";
import { companies } from "@/db/schema/companies";
import { importRows, importRuns } from "@/db/schema/imports";
import { postings } from "@/db/schema/postings";
import type { Actor } from "@/lib/auth/input";
import type { RowOutcome } from "./lists";

const rowsPerPage = 50;
const shownRuns = 10;

const shown = {
  id: importRuns.id,
  fileName: importRuns.fileName,
  state: importRuns.state,
  fault: importRuns.fault,
  total: importRuns.total,
  startedAt: importRuns.startedAt,
  updatedAt: importRuns.updatedAt,
  done: sql<number>`(select count(*)::int from import_rows r where r.run_id = ${sql`${importRuns.id}`})`,
};

/** The last imports of a company, newest first. Empty for all but its owners and recruiters. */
export function listImports(actor: Actor, companyId: string) {
  return db()
    .select(shown)
    .from(importRuns)
    .where(and(eq(importRuns.companyId, companyId), mayWrite(actor, importRuns.companyId)))
    .orderBy(desc(importRuns.startedAt), asc(importRuns.id))
    .limit(shownRuns);
}

/**
 * An import of a company that the actor writes for, with how many rows had each outcome, how many drafts can be submitted, and a page of the
 * rows behind the position `after`; or null.
 */
export async function findImport(actor: Actor, id: string, after = 0) {
  const [run] = await db()
    .select({
      ...shown,
      companyName: companies.name,
      companySlug: companies.slug,
      counts: sql<Partial<Record<RowOutcome, number>>>`coalesce((
        select json_object_agg(outcome, n) from (
          select r.outcome, count(*)::int as n from import_rows r where r.run_id = ${sql`${importRuns.id}`} group by r.outcome
        ) counted), '{}')`,
      ready: sql<number>`(
        select count(*)::int from import_rows r join postings p on p.id = r.posting_id
        where r.run_id = ${sql`${importRuns.id}`} and p.state = 'draft' and cardinality(r.reasons) = 0)`,
    })
    .from(importRuns)
    .innerJoin(companies, eq(companies.id, importRuns.companyId))
    .where(and(eq(importRuns.id, id), mayWrite(actor, importRuns.companyId)));
  if (!run) return null;
  const rows = await db()
    .select({
      position: importRows.position,
      place: importRows.place,
      title: importRows.title,
      outcome: importRows.outcome,
      postingId: importRows.postingId,
      state: postings.state,
      reasons: importRows.reasons,
      notes: importRows.notes,
    })
    .from(importRows)
    .leftJoin(postings, eq(postings.id, importRows.postingId))
    .where(and(eq(importRows.runId, id), gt(importRows.position, after)))
    .orderBy(asc(importRows.position))
    .limit(rowsPerPage + 1);
  const page = rows.slice(0, rowsPerPage);
  return { ...run, rows: page, next: rows.length > rowsPerPage ? (page.at(-1)?.position ?? null) : null };
}
