import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { mayWrite } from "@/db/membership";
import { companies } from "@/db/schema/companies";
import { postings } from "@/db/schema/postings";
import type { Actor } from "@/lib/auth/input";
import { DomainError } from "@/lib/errors";

/** The posting for its owner or recruiter, locked until the transaction ends. Throws `not_found` when not theirs or not there. */
export const lockPostingFor = (tx: Transaction, actor: Pick<Actor, "userId">, id: string) =>
  lock(tx, and(eq(postings.id, id), mayWrite(actor, postings.companyId)));

/** The posting for an admin's decision, locked likewise. The caller holds an `Admin`. */
export const lockPosting = (tx: Transaction, id: string) => lock(tx, eq(postings.id, id));

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
