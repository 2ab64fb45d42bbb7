import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { inTransaction, type Transaction } from "@/db/client";
import { isClaimed } from "@/db/membership";
import { postings } from "@/db/schema/postings";
import { ensureUnclaimedCompanies } from "@/lib/companies/commands/unclaimed";
import { nameKeyOf } from "@/lib/companies/identity";
import { findNamesWithMembers } from "@/lib/companies/queries";
import { record } from "@/lib/events/commands";
import { present } from "@/lib/present";
import type { Rate } from "@/lib/taxonomy/money";
import { listRates } from "@/lib/taxonomy/queries/rates";
import { resolveResponsibilities, resolveSkills } from "@/lib/taxonomy/queries/resolve";
import { draftOf, type ImportedDraft } from "../import/draft";
import { type ImportedPosting, type ImportFormat, Unreadable } from "../import/input";
import { admit, type Standing } from "../import/rules";
import type { NearDuplicate } from "../likeness";
import { payChange } from "../pay-change";
import { goLive, postingSlug, withSourceDates } from "../rules";
import { refreshDocuments } from "./document";
import { noteNearDuplicates } from "./near-duplicates";
import { knownTags, replaceParts } from "./parts";

/** One posting to import: what was read, and where, in words for the log. */
export type ToImport = { at: string; format: ImportFormat; posting: ImportedPosting };

/** The outcome for one posting: what is missing from a draft, what a near-duplicate is like, why one was refused. */
export type ImportOutcome =
  | {
      at: string;
      outcome: "new" | "updated";
      state: "draft" | "in_review" | "published";
      missing: string[];
      /** What was filled in by what the format means, in words. */
      notes: string[];
      nearDuplicates: NearDuplicate[];
    }
  | { at: string; outcome: "unchanged" | "duplicate" }
  | { at: string; outcome: "refused"; reason: string };

/**
 * Saves a batch of read postings, under unclaimed companies, in one transaction. The identity of each is its format, its company's name as
 * it is written and its external id: the same again is unchanged or updated, the same twice in a run, of which `seen` keeps account, a
 * duplicate. A posting that names no company belongs to `company`; one of a company with members is refused. Gives one outcome for each,
 * in order; a refusal stops nothing else.
 */
export async function importPostings(
  batch: readonly ToImport[],
  options: { company?: string; publish: boolean; seen: Set<string> },
): Promise<ImportOutcome[]> {
  const rates = new Map((await listRates()).map((rate) => [rate.currency, rate]));
  const read = batch.map((one) => identify(one, rates, options));
  const found = read.filter((one) => "identity" in one);
  const slugsOf = (kind: "skills" | "responsibilities") => [
    ...new Set(found.flatMap(({ draft }) => draft[kind].map(({ slug }) => slug))),
  ];
  const tagIds = {
    skills: await resolveSkills(slugsOf("skills")),
    responsibilities: await resolveResponsibilities(slugsOf("responsibilities")),
  };
  return inTransaction(async (tx) => {
    // One import at a time: two of the same file would both find nothing there.
    await tx.execute(sql`select pg_advisory_xact_lock(${importLock})`);
    const standing = await lockStanding(tx, found);
    const withMembers = await findNamesWithMembers(tx, [...new Set(found.map(({ nameKey }) => nameKey))]);
    const decided = read.map((one) =>
      decide(one, standing, withMembers, { publish: options.publish, now: tx.now }),
    );
    const kept = decided.filter((one) => "draft" in one);
    const alike = await keep(tx, kept, tagIds, rates);
    return decided.map((one) => ("draft" in one ? reported(one, alike.get(one.id) ?? []) : one));
  });
}

/** Characters: longer ones are no name, but a file that was misread. */
const longestName = 200;

/** Any number will do as long as no other lock takes it. */
const importLock = 716_270_002;

type Identified = {
  at: string;
  identity: string;
  source: string;
  externalId: string;
  company: { name: string; website?: string };
  nameKey: string;
  draft: ImportedDraft;
};
type Kept = Identified & { id: string; before: Before | null; state: "draft" | "in_review" | "published" };
/** The posting that exists under an identity. */
type Before = Standing & { id: string; isClaimed: boolean } & Parameters<typeof payChange>[0];

function identify(
  { at, format, posting }: ToImport,
  rates: ReadonlyMap<string, Rate>,
  { company, seen }: { company?: string; seen: Set<string> },
): Identified | ImportOutcome {
  const name = (posting.companyName ?? company ?? "").trim();
  const nameKey = nameKeyOf(name);
  if (!nameKey)
    return { at, outcome: "refused", reason: "it names no company: give one with --company NAME" };
  if (name.length > longestName)
    return {
      at,
      outcome: "refused",
      reason: `the name of its company has more than ${longestName} characters`,
    };
  const source = `${format}:${nameKey}`;
  const { externalId } = posting;
  const identity = JSON.stringify([source, externalId]);
  if (seen.has(identity)) return { at, outcome: "duplicate" };
  try {
    const draft = draftOf(posting, rates);
    seen.add(identity);
    const website = posting.companyUrl ?? undefined;
    return { at, identity, source, externalId, company: { name, website }, nameKey, draft };
  } catch (error) {
    return refusal(at, error);
  }
}

function decide(
  one: Identified | ImportOutcome,
  standing: ReadonlyMap<string, Before>,
  withMembers: ReadonlySet<string>,
  on: { publish: boolean; now: Date },
): Kept | ImportOutcome {
  if (!("identity" in one)) return one;
  const before = standing.get(one.identity);
  try {
    if (before?.isClaimed || withMembers.has(one.nameKey))
      throw new Unreadable(`${one.company.name} has members here, who manage its postings`);
    const admitted = admit(one.draft, before, on);
    if (admitted === "unchanged") return { at: one.at, outcome: "unchanged" };
    return { ...one, id: before?.id ?? randomUUID(), before: before ?? null, state: admitted.state };
  } catch (error) {
    return refusal(one.at, error);
  }
}

/** Expected refusals alone: anything else is a fault of ours, and undoes the batch. */
function refusal(at: string, error: unknown): ImportOutcome {
  if (error instanceof Unreadable) return { at, outcome: "refused", reason: error.message };
  throw error;
}

const reported = ({ at, before, state, draft }: Kept, alike: NearDuplicate[]): ImportOutcome => ({
  at,
  outcome: before ? "updated" : "new",
  state,
  missing: draft.missing,
  notes: draft.notes,
  nearDuplicates: alike,
});

async function lockStanding(tx: Transaction, found: Identified[]) {
  const standing = new Map<string, Before>();
  if (found.length === 0) return standing;
  const rows = await tx
    .select({
      id: postings.id,
      source: postings.source,
      externalId: postings.externalId,
      state: postings.state,
      digest: postings.sourceDigest,
      isClaimed: isClaimed(postings.companyId),
      salaryMinMinor: postings.salaryMinMinor,
      salaryMaxMinor: postings.salaryMaxMinor,
      salaryCurrency: postings.salaryCurrency,
      salaryPeriod: postings.salaryPeriod,
    })
    .from(postings)
    .where(
      sql`(${postings.source}, ${postings.externalId}) in (select * from unnest(
        ${sql.param(found.map(({ source }) => source))}::text[], ${sql.param(found.map(({ externalId }) => externalId))}::text[]))`,
    )
    .for("update");
  for (const { source, externalId, ...row } of rows) standing.set(JSON.stringify([source, externalId]), row);
  return standing;
}

type TagIds = {
  skills: Awaited<ReturnType<typeof resolveSkills>>;
  responsibilities: Awaited<ReturnType<typeof resolveResponsibilities>>;
};

/** Writes them; gives what each is a near-duplicate of. */
async function keep(
  tx: Transaction,
  kept: Kept[],
  tagIds: TagIds,
  rates: ReadonlyMap<string, Rate>,
): Promise<Map<string, NearDuplicate[]>> {
  if (kept.length === 0) return new Map();
  const companyIds = await ensureUnclaimedCompanies(
    tx,
    kept.map(({ company }) => company),
  );
  const rows = kept.map((one) => ({
    ...one.draft.columns,
    id: one.id,
    companyId: present(companyIds.get(one.nameKey)),
    slug: postingSlug(one.draft.columns.title, one.company.name, one.id),
    source: one.source,
    externalId: one.externalId,
    sourceDigest: one.draft.digest,
    createdAt: tx.now,
    updatedAt: tx.now,
    ...lifeOf(one, tx.now),
  }));
  await tx.insert(postings).values(rows).onConflictDoUpdate({ target: postings.id, set: replaced });
  const ids = kept.map(({ id }) => id);
  await replaceParts(
    tx,
    kept.map(({ id, draft }) => ({ postingId: id, places: draft.places, ...knownTags(draft, tagIds) })),
  );
  await tx.execute(refreshDocuments(sql`p.id = any(${sql.param(ids)}::uuid[])`));
  await record(
    tx,
    ...kept.map((one) => ({
      ...happened(one, rates),
      actorId: null,
      companyId: present(companyIds.get(one.nameKey)),
      postingId: one.id,
    })),
  );
  return noteNearDuplicates(
    tx,
    kept.map(({ id, draft: { columns } }) => ({
      id,
      title: columns.title,
      description: columns.description,
    })),
  );
}

/** The event for the ledger: a posting that was already public is changed, not published a second time. */
function happened({ state, before, draft }: Kept, rates: ReadonlyMap<string, Rate>) {
  if (state !== "published") return { type: "posting.imported" as const };
  if (before?.state !== "published") return { type: "posting.published" as const };
  return { type: "posting.changed" as const, data: payChange(before, draft.columns, rates) };
}

const lifeOf = ({ state, draft }: Kept, now: Date) => ({
  submittedAt: state === "draft" ? null : now,
  ...(state === "published"
    ? withSourceDates(goLive(now), draft.columns)
    : { state, publishedAt: null, confirmedAt: null, expiresAt: null }),
});

/** What a newer version of the same advert replaces: all but its id, address and company, and the days since it was first public. */
const replaced = {
  title: sql`excluded.title`,
  description: sql`excluded.description`,
  workplace: sql`excluded.workplace`,
  employment: sql`excluded.employment`,
  hiringCountries: sql`excluded.hiring_countries`,
  degreeLevel: sql`excluded.degree_level`,
  degreeField: sql`excluded.degree_field`,
  equalExperience: sql`excluded.equal_experience`,
  experienceMin: sql`excluded.experience_min`,
  experienceMax: sql`excluded.experience_max`,
  salaryMinMinor: sql`excluded.salary_min_minor`,
  salaryMaxMinor: sql`excluded.salary_max_minor`,
  salaryCurrency: sql`excluded.salary_currency`,
  salaryPeriod: sql`excluded.salary_period`,
  yearlyUsdMin: sql`excluded.yearly_usd_min`,
  yearlyUsdMax: sql`excluded.yearly_usd_max`,
  externalUrl: sql`excluded.external_url`,
  sourcePostedAt: sql`excluded.source_posted_at`,
  sourceEndsAt: sql`excluded.source_ends_at`,
  sourceDigest: sql`excluded.source_digest`,
  updatedAt: sql`excluded.updated_at`,
  state: sql`excluded.state`,
  submittedAt: sql`excluded.submitted_at`,
  confirmedAt: sql`excluded.confirmed_at`,
  publishedAt: sql`coalesce(${postings.publishedAt}, excluded.published_at)`,
  // The end that the source states is renewed with it; one of ours is not put off by an import.
  expiresAt: sql`case when excluded.source_ends_at is null then coalesce(${postings.expiresAt}, excluded.expires_at)
    else excluded.expires_at end`,
};
