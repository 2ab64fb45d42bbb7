import { and, asc, desc, eq, inArray, isNotNull, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { isMember, memberDomainsOf } from "@/db/membership";
import { companies } from "@/db/schema/companies";
import { decisions } from "@/db/schema/moderation";
import { postings } from "@/db/schema/postings";
import type { Actor, Admin } from "@/lib/auth/input";
import { lookalikesOf } from "@/lib/companies/queries";
import type { PostingTerms } from "@/lib/postings/lists";
import { oddPayIn, oddPayWords, type PayColumns } from "@/lib/postings/pay";
import { isIncompleteImport } from "@/lib/postings/queries/imports";
import { standingNow } from "@/lib/postings/queries/live";
import { findNearDuplicates, nearDuplicatesOf } from "@/lib/postings/queries/near-duplicates";
import { findTerms } from "@/lib/postings/queries/own";
import { isImported, missingToPublish, type Publishable } from "@/lib/postings/rules";
import { termChanges } from "@/lib/postings/terms";
import type { Pay } from "@/lib/taxonomy/usual-pay";
import { domainOf } from "@/lib/web-address";
import { disposableAmong } from "../disposable";
import { type Assessed, type Risk, risksOf as risksByRule } from "../rules";
import { claimOn, type Paging, pageOf, pageSize, waitsForReview, waitsSince } from "./queue";

const hasPublished = (companyId: SQL) => sql<boolean>`exists (
    select 1 from postings other where other.company_id = ${companyId} and other.published_at is not null)`;

/** What tells a company whose members or website are there for minutes. */
const domainColumns = { memberDomains: memberDomainsOf(companies.id), companyWebsite: companies.website };
type Domains = { memberDomains: string[]; companyWebsite: string | null };
const disposableOf = ({ memberDomains, companyWebsite }: Domains) =>
  disposableAmong([...memberDomains, companyWebsite && domainOf(companyWebsite)]);

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
  questions: sql<string[]>`array(
    select q.text from posting_questions q where q.posting_id = ${postings.id} order by q.position)`,
  createdAt: postings.createdAt,
  externalUrl: postings.externalUrl,
  waitsSince,
  /** Who is reviewing it, and until when it is theirs; null where nobody is. */
  claim: claimOn(sql`c.posting_id = ${postings.id}`),
  /** The change of a published posting that waits. */
  revision: sql<PostingTerms | null>`(
    select v.terms from pending_versions v where v.posting_id = ${postings.id} and v.sent_back_at is null and ${postings.state} = 'published')`,
  source: postings.source,
  isIncompleteImport: sql<boolean>`(${isIncompleteImport()})`,
  companyName: companies.name,
  companySlug: companies.slug,
  companyVerified: sql<boolean>`${companies.verifiedAt} is not null`,
  companyHasPublished: hasPublished(sql`${postings.companyId}`),
  ...domainColumns,
  nearDuplicates: nearDuplicatesOf("admin"),
  lookalikes: lookalikesOf("admin"),
};

type DeskRow = Omit<Assessed, "oddPay" | "disposable"> &
  Domains &
  Publishable &
  PayColumns & { minorDigits: number };

const wordsOf = (risks: Risk[]) => risks.map(({ message }) => message);

/** The reasons for a second look at a posting; with its change, if one waits. */
const risksOf = (row: DeskRow & { revision: PostingTerms | null }) =>
  risksByRule({
    ...row,
    ...row.revision,
    disposable: disposableOf(row),
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

/** Postings of these ids that wait for review, in no order, each with its reasons for a second look, and who is reviewing it. */
export async function listPostingsToReview(_: Admin, ids: string[]) {
  const rows = await db()
    .select(columns)
    .from(postings)
    .innerJoin(companies, eq(companies.id, postings.companyId))
    .where(inArray(postings.id, ids));
  return rows.map((row) => ({ ...row, risks: wordsOf(risksOf(row)) }));
}

/** Incomplete imported postings of unclaimed companies, oldest first; each with what is missing. */
export async function listIncompleteImports(_: Admin, { after, limit = pageSize }: Paging = {}) {
  const rows = await db()
    .select(columns)
    .from(postings)
    .innerJoin(companies, eq(companies.id, postings.companyId))
    .where(
      and(
        isIncompleteImport(),
        after &&
          sql`(${postings.createdAt}, ${postings.id}) > (${after.since.toISOString()}::timestamptz, ${after.id}::uuid)`,
      ),
    )
    .orderBy(asc(postings.createdAt), asc(postings.id))
    .limit(limit + 1);
  const { page, next } = pageOf(rows, limit, (row) => row.createdAt);
  return { postings: page.map((row) => ({ ...row, missing: missingIn(row) })), next };
}

/** Frozen postings, the one frozen first at the front, at most a page of them: each waits for an admin's decision. */
export function listFrozen(_: Admin) {
  return db()
    .select({
      id: postings.id,
      title: postings.title,
      companyName: companies.name,
      standing: standingNow,
      frozenAt: postings.frozenAt,
    })
    .from(postings)
    .innerJoin(companies, eq(companies.id, postings.companyId))
    .where(and(eq(postings.state, "published"), isNotNull(postings.frozenAt)))
    .orderBy(asc(postings.frozenAt), asc(postings.id))
    .limit(pageSize);
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
  const missing = isImported(row) ? missingIn(row) : missingToPublish(row);
  const live = row.revision && (await findTerms(row.id));
  const changes = row.revision && live ? termChanges(live, row.revision) : [];
  return { ...row, missing, changes, risks: wordsOf(risksOf(row)), history };
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
export async function listRisks(actor: Actor, id: string): Promise<Risk[]> {
  const [row] = await db()
    .select({ ...columns, nearDuplicates: nearDuplicatesOf("writer"), lookalikes: lookalikesOf("member") })
    .from(postings)
    .innerJoin(companies, eq(companies.id, postings.companyId))
    .where(and(eq(postings.id, id), waitsForReview, isMember(actor, postings.companyId)));
  return row ? risksOf(row) : [];
}

/** A posting as its company writes it, and not saved yet. `pay` is in units of its currency, null for none. */
export type Typed = Pick<
  Assessed,
  "title" | "description" | "workplace" | "hiringCountries" | "questions"
> & {
  id: string | null;
  companyId: string;
  pay: Pay | null;
};

/** The reasons for a second look that a posting would have if it were submitted as it is typed, for the members of its company; none for anyone else. */
export async function listRisksOfTyped(
  actor: Actor,
  { id, companyId, pay, ...typed }: Typed,
): Promise<Risk[]> {
  const [company] = await db()
    .select({
      companyVerified: sql<boolean>`${companies.verifiedAt} is not null`,
      companyHasPublished: hasPublished(sql`${companies.id}`),
      lookalikes: lookalikesOf("member"),
      ...domainColumns,
    })
    .from(companies)
    // With a second table the library writes the columns with the names of their tables, which these statements need.
    .leftJoin(postings, sql`${postings.id} = ${id}::uuid`)
    .where(and(eq(companies.id, companyId), isMember(actor, companies.id)));
  if (!company) return [];
  const nearDuplicates = await findNearDuplicates(typed, { id, companyId });
  const disposable = disposableOf(company);
  return risksByRule({ ...typed, ...company, disposable, nearDuplicates, oddPay: pay && oddPayIn(pay) });
}
