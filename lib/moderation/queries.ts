import { and, asc, desc, eq, gt, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { companies } from "@/db/schema/companies";
import { decisions } from "@/db/schema/moderation";
import { postings } from "@/db/schema/postings";
import type { Admin } from "@/lib/auth/input";
import { risksOf } from "./rules";

const columns = {
  id: postings.id,
  slug: postings.slug,
  state: postings.state,
  title: postings.title,
  description: postings.description,
  workplace: postings.workplace,
  hiringCountries: postings.hiringCountries,
  submittedAt: postings.submittedAt,
  source: postings.source,
  companyName: companies.name,
  companySlug: companies.slug,
  companyVerified: sql<boolean>`${companies.verifiedAt} is not null`,
  companyHasPublished: sql<boolean>`exists (
    select 1 from postings other where other.company_id = ${postings.companyId} and other.published_at is not null)`,
};

/** Postings in review, oldest first, one page from after the posting `after`; each with its reasons for a second look. */
export async function listReviewQueue(
  _: Admin,
  { after, limit = 50 }: { after?: string; limit?: number } = {},
) {
  const rows = await db()
    .select(columns)
    .from(postings)
    .innerJoin(companies, eq(companies.id, postings.companyId))
    .where(
      and(
        eq(postings.state, "in_review"),
        after
          ? gt(
              sql`(${postings.submittedAt}, ${postings.id})`,
              sql`(select p.submitted_at, p.id from postings p where p.id = ${after})`,
            )
          : undefined,
      ),
    )
    .orderBy(asc(postings.submittedAt), asc(postings.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit).map((row) => ({ ...row, risks: risksOf(row) }));
  return { postings: page, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null };
}

/** How many postings wait for review. */
export async function countReviewQueue(_: Admin): Promise<number> {
  const [row] = await db()
    .select({ n: sql<number>`count(*)::int` })
    .from(postings)
    .where(eq(postings.state, "in_review"));
  return row?.n ?? 0;
}

/** A posting for an admin, whatever its state, with its reasons for a second look and the decisions on it, newest first; or null. */
export async function findPostingForReview(_: Admin, id: string) {
  const [row] = await db()
    .select(columns)
    .from(postings)
    .innerJoin(companies, eq(companies.id, postings.companyId))
    .where(eq(postings.id, id));
  if (!row) return null;
  const history = await db()
    .select({ id: decisions.id, kind: decisions.kind, reasons: decisions.reasons, at: decisions.at })
    .from(decisions)
    .where(eq(decisions.postingId, id))
    .orderBy(desc(decisions.id))
    .limit(50);
  return { ...row, risks: risksOf(row), history };
}
