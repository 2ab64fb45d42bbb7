import { sql } from "drizzle-orm";
import { inTransaction, type Transaction } from "@/db/client";
import { isClaimed } from "@/db/membership";
import { postings } from "@/db/schema/postings";
import type { Actor } from "@/lib/auth/input";
import { ensureUnclaimedCompanies } from "@/lib/companies/commands/unclaimed";
import { nameKeyOf } from "@/lib/companies/identity";
import { findNamesWithMembers } from "@/lib/companies/queries";
import { record } from "@/lib/events/commands";
import { present } from "@/lib/present";
import { resolveSkill } from "@/lib/taxonomy/catalogue";
import { countUnknownNames } from "@/lib/taxonomy/commands/unknown";
import type { Rate } from "@/lib/taxonomy/money";
import { followTaxonomy } from "@/lib/taxonomy/queries/follow";
import { listRates } from "@/lib/taxonomy/queries/rates";
import { resolveResponsibilities, resolveSkills } from "@/lib/taxonomy/queries/resolve";
import { draftOf, type ImportedDraft } from "../import/draft";
import { type ImportedPosting, type ImportFormat, Unreadable } from "../import/input";
import { admit, admitOwn, type Standing } from "../import/rules";
import type { NearDuplicate } from "../likeness";
import { newPostingId } from "../new-id";
import { payChange } from "../pay-change";
import { fileSource, goLive, postingSlug, withSourceDates } from "../rules";
import { refreshDocuments } from "./document";
import { replaced } from "./import-columns";
import { refuseIfClosed } from "./lock";
import { noteNearDuplicates } from "./near-duplicates";
import { knownTags, replaceParts } from "./parts";

/** One posting to import: what was read, and where, in words for the log. A `draft` that was made of it before is not made again. */
export type ToImport = {
  at: string;
  format: ImportFormat;
  posting: ImportedPosting;
  draft?: ImportedDraft;
};

/** The outcome for one posting: what is missing from a draft, what a near-duplicate is like, why one was refused. */
export type ImportOutcome =
  | {
      at: string;
      outcome: "new" | "updated";
      postingId: string;
      state: "draft" | "in_review" | "published";
      missing: string[];
      /** What was filled in by what the format means, in words. */
      notes: string[];
      nearDuplicates: NearDuplicate[];
    }
  | { at: string; outcome: "unchanged"; postingId: string }
  | { at: string; outcome: "duplicate" }
  | { at: string; outcome: "refused"; reason: string };

/** The company that a member imports for. */
export type Own = { actor: Pick<Actor, "userId">; id: string; name: string; slug: string };

type Options = {
  /** Whose postings those are that name no company. */
  company?: string;
  publish: boolean;
  seen: Set<string>;
  /** All are of this company, and become its drafts. */
  own?: Own;
  /** What else belongs to the transaction. */
  alongside?: (tx: Transaction, outcomes: ImportOutcome[]) => Promise<void>;
};

/**
 * Saves a batch of read postings, under unclaimed companies or as drafts of the member's `own`, in one transaction. The identity of each is its format, its company's name as
 * it is written and its external id: the same again is unchanged or updated, the same twice in a run, of which `seen` keeps account, a
 * duplicate. A posting that names no company belongs to `company`; one of a company with members is refused. Gives one outcome for each,
 * in order; a refusal stops nothing else.
 */
export async function importPostings(batch: readonly ToImport[], options: Options): Promise<ImportOutcome[]> {
  await followTaxonomy();
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
  await countUnknownNames("import", unknownTags(batch));
  return inTransaction(async (tx) => {
    if (options.own) await refuseIfClosed(tx, options.own.actor, options.own.id);
    // One import at a time: two of the same file would both find nothing there.
    await tx.execute(sql`select pg_advisory_xact_lock(${importLock})`);
    const standing = await lockStanding(tx, found);
    const withMembers = options.own
      ? new Set<string>()
      : await findNamesWithMembers(tx, [...new Set(found.map(({ nameKey }) => nameKey))]);
    const decided = read.map((one) => decide(one, standing, withMembers, { ...options, now: tx.now }));
    const kept = decided.filter((one) => "draft" in one);
    const alike = await keep(tx, kept, tagIds, rates, options.own);
    const outcomes = decided.map((one) => ("draft" in one ? reported(one, alike.get(one.id) ?? []) : one));
    await options.alongside?.(tx, outcomes);
    return outcomes;
  });
}

/** What postings list among their tags and the taxonomy does not know. */
const unknownTags = (batch: readonly ToImport[]) =>
  batch.flatMap(({ posting: { tags, companyName, externalId } }) =>
    tags
      .filter((tag) => resolveSkill(tag) === null)
      .map((name) => ({ name, who: `${companyName} ${externalId}` })),
  );

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
type Before = Standing & { id: string; isClaimed: boolean; isEdited: boolean } & Parameters<
    typeof payChange
  >[0];

function identify(
  { at, format, posting, draft: made }: ToImport,
  rates: ReadonlyMap<string, Rate>,
  { company, seen, own }: Pick<Options, "company" | "seen" | "own">,
): Identified | ImportOutcome {
  const name = (posting.companyName ?? own?.name ?? company ?? "").trim();
  const nameKey = nameKeyOf(name);
  if (!nameKey)
    return { at, outcome: "refused", reason: "it names no company: give one with --company NAME" };
  if (name.length > longestName)
    return {
      at,
      outcome: "refused",
      reason: `the name of its company has more than ${longestName} characters`,
    };
  if (own && nameKey !== nameKeyOf(own.name))
    return { at, outcome: "refused", reason: `it is a posting of “${name}”, not of ${own.name}` };
  const source = own ? fileSource(own.id, format) : `${format}:${nameKey}`;
  const { externalId } = posting;
  const identity = JSON.stringify([source, externalId]);
  if (seen.has(identity)) return { at, outcome: "duplicate" };
  try {
    const draft = made ?? draftOf(posting, rates);
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
  on: Pick<Options, "publish" | "own"> & { now: Date },
): Kept | ImportOutcome {
  if (!("identity" in one)) return one;
  const before = standing.get(one.identity);
  try {
    if (!on.own && (before?.isClaimed || withMembers.has(one.nameKey)))
      throw new Unreadable(`${one.company.name} has members here, who manage its postings`);
    const admitted = on.own ? admitOwn(one.draft, before, on.now) : admit(one.draft, before, on);
    if (admitted === "unchanged") return { at: one.at, outcome: "unchanged", postingId: present(before).id };
    return { ...one, id: before?.id ?? newPostingId(), before: before ?? null, state: admitted.state };
  } catch (error) {
    return refusal(one.at, error);
  }
}

/** Expected refusals alone: anything else is a fault of ours, and undoes the batch. */
function refusal(at: string, error: unknown): ImportOutcome {
  if (error instanceof Unreadable) return { at, outcome: "refused", reason: error.message };
  throw error;
}

const reported = ({ at, id, before, state, draft }: Kept, alike: NearDuplicate[]): ImportOutcome => ({
  at,
  outcome: before ? "updated" : "new",
  postingId: id,
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
      isEdited: sql<boolean>`exists (
        select 1 from events e where e.posting_id = ${sql`${postings.id}`} and e.type = 'posting.edited')`,
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
  own: Own | undefined,
): Promise<Map<string, NearDuplicate[]>> {
  if (kept.length === 0) return new Map();
  const companyIds = own
    ? new Map([[nameKeyOf(own.name), own.id]])
    : await ensureUnclaimedCompanies(
        tx,
        kept.map(({ company }) => company),
      );
  const rows = kept.map((one) => ({
    ...one.draft.columns,
    // Applicants of a company with members apply here.
    ...(own && { externalUrl: null }),
    id: one.id,
    companyId: present(companyIds.get(one.nameKey)),
    slug: postingSlug(one.draft.columns.title, own?.slug ?? one.company.name, one.id),
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
      actorId: own?.actor.userId ?? null,
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
