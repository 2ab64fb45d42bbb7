import { and, asc, desc, eq, isNotNull, not, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { isClaimed, isMember } from "@/db/membership";
import { companies } from "@/db/schema/companies";
import { decisions } from "@/db/schema/moderation";
import { postings } from "@/db/schema/postings";
import type { Actor, Admin } from "@/lib/auth/input";
import { lookalikesOf } from "@/lib/companies/queries";
import type { PostingTerms } from "@/lib/postings/lists";
import { oddPayIn, oddPayWords, type PayColumns } from "@/lib/postings/pay";
import { standingNow } from "@/lib/postings/queries/live";
import { nearDuplicatesOf } from "@/lib/postings/queries/near-duplicates";
import { findTerms } from "@/lib/postings/queries/own";
import { waitsForReview, waitsSince } from "@/lib/postings/queries/review";
import { missingToPublish, type Publishable } from "@/lib/postings/rules";
import { termChanges } from "@/lib/postings/terms";
import { type Assessed, risksOf as risksByRule } from "./rules";

const columns = {
  id: postings.id,
  slug: postings.slug,
  state: postings.state,
  standing: standingNow,
  closeReason: postings.closeReason,
  title: postings.title,
  description: postings.description,
  workplace: postings.workplace,
  hiringCountries: postings.hiringCountries,
  employment: postings.employment,
  salaryMinMinor: postings.salaryMinMinor,
  salaryMaxMinor: postings.salaryMaxMinor,
  salaryCurrency: postings.salaryCurrency,
  salaryPeriod: postings.salaryPeriod,
  yearlyUsdMin: postings.yearlyUsdMin,
  yearlyUsdMax: postings.yearlyUsdMax,
  minorDigits: sql<number>`coalesce((
    select r.minor_digits from exchange_rates r where r.currency = ${postings.salaryCurrency}), 2)`,
  places: sql<{ country: string }[]>`coalesce((
    select json_agg(json_build_object('country', l.country)) from posting_places l where l.posting_id = ${postings.id}), '[]')`,
  createdAt: postings.createdAt,
  externalUrl: postings.externalUrl,
  waitsSince,
  /** The change of a published posting that waits. */
  revision: sql<PostingTerms | null>`(
    select v.terms from pending_versions v where v.posting_id = ${postings.id} and v.sent_back_at is null and ${postings.state} = 'published')`,
  source: postings.source,
  companyName: companies.name,
  companySlug: companies.slug,
  companyVerified: sql<boolean>`${companies.verifiedAt} is not null`,
  companyHasPublished: sql<boolean>`exists (
    select 1 from postings other where other.company_id = ${postings.companyId} and other.published_at is not null)`,
  nearDuplicates: nearDuplicatesOf("admin"),
  lookalikes: lookalikesOf("admin"),
};

type DeskRow = Omit<Assessed, "oddPay"> & Publishable & PayColumns & { minorDigits: number };

/** The reasons for a second look at a posting; with its change, if one waits. */
const risksOf = (row: DeskRow & { revision: PostingTerms | null }) =>
  risksByRule({
    ...row,
    ...row.revision,
    oddPay: row.revision ? oddPayIn(row.revision.pay) : oddPayWords(row, row.minorDigits),
  });

/** Why an imported draft cannot go to review: missing fields, and unusual pay, because nobody can confirm it. */
function missingIn(row: DeskRow) {
  const odd = oddPayWords(row, row.minorDigits);
  return [
    ...missingToPublish(row),
    ...(odd ? [{ path: "salaryMin", message: `${odd}: check the amount.` }] : []),
  ];
}

type Paging = { after?: string; limit?: number };

/** Postings in review, and published ones with a change that is, oldest first, one page from after the posting `after`; each with its reasons for a second look. */
export async function listReviewQueue(_: Admin, paging: Paging = {}) {
  const page = await listPage(waitsForReview, waitsSince, paging);
  return { ...page, postings: page.postings.map((row) => ({ ...row, risks: risksOf(row) })) };
}

/** Incomplete imported postings of unclaimed companies, oldest first, paged likewise; each with what is missing. */
export async function listIncompleteImports(_: Admin, paging: Paging = {}) {
  const page = await listPage(isIncompleteImport, postings.createdAt, paging);
  return { ...page, postings: page.postings.map((row) => ({ ...row, missing: missingIn(row) })) };
}

async function listPage(where: SQL, age: SQL | typeof postings.createdAt, paging: Paging) {
  const { after, limit = 50 } = paging;
  const rows = await db()
    .select(columns)
    .from(postings)
    .innerJoin(companies, eq(companies.id, postings.companyId))
    .where(
      and(
        where,
        after
          ? sql`(${age}, ${postings.id}) > (select ${age}, ${postings.id} from ${postings} where ${postings.id} = ${after})`
          : undefined,
      ),
    )
    .orderBy(asc(age), asc(postings.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  return { postings: page, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null };
}

const isIncompleteImport = and(
  eq(postings.state, "draft"),
  isNotNull(postings.source),
  not(isClaimed(postings.companyId)),
) as SQL;

/** How many postings wait for review, themselves or with a change. */
export const countReviewQueue = (_: Admin) => count(waitsForReview);

/** How many imported postings are incomplete. */
export const countIncompleteImports = (_: Admin) => count(isIncompleteImport);

async function count(where: SQL): Promise<number> {
  const [row] = await db().select({ n: sql<number>`count(*)::int` }).from(postings).where(where);
  return row?.n ?? 0;
}

/**
 * A posting for an admin, in any state, with what is missing, what its change would change, line by line, its reasons to look closely, and the decisions on it, newest first;
 * or null.
 */
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
  const missing = row.source === null ? missingToPublish(row) : missingIn(row);
  const live = row.revision && (await findTerms(row.id));
  const changes = row.revision && live ? termChanges(live, row.revision) : [];
  return { ...row, missing, changes, risks: risksOf(row), history };
}

/** The decisions on a posting, newest first, for the members of its company: at most 50. */
export function listDecisions(actor: Actor, postingId: string) {
  return db()
    .select({ id: decisions.id, kind: decisions.kind, reasons: decisions.reasons, at: decisions.at })
    .from(decisions)
    .innerJoin(postings, eq(postings.id, decisions.postingId))
    .where(and(eq(decisions.postingId, postingId), isMember(actor, postings.companyId)))
    .orderBy(desc(decisions.id))
    .limit(50);
}

/** The reasons for a second look at a posting that waits for review, or at its change that does, for the members of its company; none for anyone else, and in any other state. */
export async function listRisks(actor: Actor, id: string): Promise<string[]> {
  const [row] = await db()
    .select({ ...columns, nearDuplicates: nearDuplicatesOf("writer"), lookalikes: lookalikesOf("member") })
    .from(postings)
    .innerJoin(companies, eq(companies.id, postings.companyId))
    .where(and(eq(postings.id, id), waitsForReview, isMember(actor, postings.companyId)));
  return row ? risksOf(row) : [];
}
