import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { mayWrite } from "@/db/membership";
import { companies } from "@/db/schema/companies";
import { postings } from "@/db/schema/postings";
import type { Actor } from "@/lib/auth/input";
import { DomainError } from "@/lib/errors";
import { isIncompleteImport } from "../queries/imports";

/**
 * The posting for its owner or recruiter, locked until the transaction ends. Throws `not_found` when not theirs or not there, and `conflict`
 * when their company is closed.
 */
export async function lockPostingFor(tx: Transaction, actor: Pick<Actor, "userId">, id: string) {
  await refuseIfClosed(tx, actor, sql`(select p.company_id from postings p where p.id = ${id}::uuid)`);
  return lock(tx, and(eq(postings.id, id), mayWrite(actor, postings.companyId)));
}

/**
 * Throws `conflict` when a company that the actor writes for is closed. It cannot be closed until the transaction ends, so that nothing of it
 * goes on after its end. Called before a posting is locked, as the closing locks them in this order.
 */
export async function refuseIfClosed(tx: Transaction, actor: Pick<Actor, "userId">, companyId: SQL | string) {
  const [company] = await tx
    .select({ name: companies.name, closedAt: companies.closedAt })
    .from(companies)
    .where(and(eq(companies.id, companyId), mayWrite(actor, companies.id)))
    .for("share");
  if (company?.closedAt)
    throw new DomainError("conflict", `${company.name} is closed. It can have no postings any more.`);
}

/** The posting for an admin's decision, locked likewise. The caller holds an `Admin`. */
export const lockPosting = (tx: Transaction, id: string) => lock(tx, eq(postings.id, id));

/** An incomplete import for an admin, locked likewise. Throws `not_found` where it is none any more. */
export const lockImport = (tx: Transaction, id: string) =>
  lock(tx, and(eq(postings.id, id), isIncompleteImport()));

async function lock(tx: Transaction, where: SQL | undefined) {
  const [posting] = await tx
    .select({
      id: postings.id,
      slug: postings.slug,
      companyId: postings.companyId,
      companySlug: companies.slug,
      state: postings.state,
      title: postings.title,
      description: postings.description,
      salaryMinMinor: postings.salaryMinMinor,
      workplace: postings.workplace,
      employment: postings.employment,
      hiringCountries: postings.hiringCountries,
      frozenAt: postings.frozenAt,
      pausedAt: postings.pausedAt,
      publishAt: postings.publishAt,
      submittedAt: postings.submittedAt,
      publishedAt: postings.publishedAt,
      confirmedAt: postings.confirmedAt,
      expiresAt: postings.expiresAt,
      extendedAt: postings.extendedAt,
      closedAt: postings.closedAt,
      closeMessage: postings.closeMessage,
      closeToldAt: postings.closeToldAt,
      sourcePostedAt: postings.sourcePostedAt,
      sourceEndsAt: postings.sourceEndsAt,
      places: sql<{ country: string }[]>`coalesce((
        select json_agg(json_build_object('country', pl.country)) from posting_places pl where pl.posting_id = postings.id), '[]')`,
    })
    .from(postings)
    .innerJoin(companies, eq(companies.id, postings.companyId))
    .where(where)
    .for("update", { of: postings });
  if (!posting) throw new DomainError("not_found", "We cannot find this posting.");
  return posting;
}

export type LockedPosting = Awaited<ReturnType<typeof lock>>;
