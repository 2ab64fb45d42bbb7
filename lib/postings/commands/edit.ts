import { eq, sql } from "drizzle-orm";
import { inTransaction, type Transaction } from "@/db/client";
import { pendingVersions, postings } from "@/db/schema/postings";
import type { Actor } from "@/lib/auth/input";
import { DomainError } from "@/lib/errors";
import { record } from "@/lib/events/commands";
import { refuseIfChanged } from "@/lib/forms/changes";
import { present } from "@/lib/present";
import { responsibilityEntries } from "@/lib/taxonomy/data/responsibilities";
import { inUnits, type Rate } from "@/lib/taxonomy/money";
import { findRate } from "@/lib/taxonomy/queries/rates";
import { type ResolvedSkill, resolveSkillLines } from "@/lib/taxonomy/queries/resolve";
import { postingForm } from "../form";
import type { OnePosting, PostingForm } from "../input";
import { isScheduled, refuseUnlessOpen } from "../life";
import type { PostingTerms } from "../lists";
import { payDoubts } from "../pay";
import { findOwnPosting, type OwnPosting } from "../queries/own";
import { missingToPublish, refuse } from "../rules";
import { termChanges, termsOf, withRevision } from "../terms";
import { refreshDocuments } from "./document";
import { lockPostingFor } from "./lock";
import { noteNearDuplicates } from "./near-duplicates";
import { replaceCard } from "./parts";
import { realityRow, salaryOf } from "./save-draft";

type Line = { line: PostingForm["skills"][number]; skill: ResolvedSkill };

/**
 * Edits a published posting as its form sent it. Text, reality card, promise and the way of reviewing change at once. Pay, requirements and
 * place become the one version that waits for an admin, or stop waiting where they are what is public; `isInReview` says whether one waits.
 * Throws `not_found`; `invalid` at every field that is missing, unknown or odd; `conflict` when the posting is not published or over, or has
 * changed since `version`.
 */
export async function editPosting(
  actor: Actor,
  form: PostingForm & { id: string },
  version?: string,
): Promise<{ isInReview: boolean }> {
  const lines = await resolveSkillLines(form.skills);
  const salary = await salaryOf(form);
  const rate = salary && (await findRate(salary.salaryCurrency, "salaryCurrency"));
  return inTransaction(async (tx) => {
    const posting = await lockPostingFor(tx, actor, form.id);
    refuseUnlessOpen(posting, tx.now);
    if (posting.frozenAt)
      throw new DomainError(
        "conflict",
        "This posting is frozen while an admin looks into reports about it. You can edit it once they have decided.",
      );
    const own = present(await findOwnPosting(actor, posting.id, tx));
    const shown = withRevision(own);
    refuseIfChanged(version, postingForm(shown));
    const places = placesOf(form);
    const pay = salary && rate ? payIn(salary, rate) : null;
    const isNewPay = JSON.stringify(pay) !== JSON.stringify(shown.pay);
    refuse([
      ...missingToPublish({
        title: form.title ?? "",
        description: form.description ?? "",
        salaryMinMinor: salary?.salaryMinMinor ?? null,
        workplace: form.workplace ?? null,
        employment: form.employment ?? null,
        hiringCountries: form.hiringCountries,
        places,
      }),
      ...(isNewPay ? payDoubts(form) : []),
    ]);
    const terms = present(termsOf({ ...statedIn(form, lines), pay, places }));
    await changeAtOnce(tx, own, form, {
      actorId: actor.userId,
      companyId: posting.companyId,
      isPublic: !isScheduled(posting, tx.now),
    });
    return {
      isInReview: await reviseLater(tx, own, terms, { actorId: actor.userId, companyId: posting.companyId }),
    };
  });
}

/** Withdraws the change that waits for an admin, or was sent back; what is public stays. Throws `not_found`, or `conflict` when there is none. */
export function withdrawRevision(actor: Actor, { id }: OnePosting) {
  return inTransaction(async (tx) => {
    const { companyId } = await lockPostingFor(tx, actor, id);
    if (!(await deleteRevision(tx, id)))
      throw new DomainError(
        "conflict",
        "There is no change to withdraw: it was approved, or withdrawn before.",
      );
    await record(tx, { type: "posting.revision_withdrawn", actorId: actor.userId, companyId, postingId: id });
  });
}

/** Deletes the change of a posting that waits or was sent back, in the caller's transaction; whether there was one. */
export async function deleteRevision(tx: Transaction, postingId: string): Promise<boolean> {
  const deleted = await tx
    .delete(pendingVersions)
    .where(eq(pendingVersions.postingId, postingId))
    .returning({ postingId: pendingVersions.postingId });
  return deleted.length > 0;
}

type By = { actorId: string; companyId: string };

/** What needs no review. Only what everyone can see is told on the ledger. */
async function changeAtOnce(
  tx: Transaction,
  own: OwnPosting,
  form: PostingForm,
  { isPublic, ...by }: By & { isPublic: boolean },
) {
  const text = { title: form.title ?? "", description: form.description ?? "" };
  const card = realityRow(form.reality);
  const parts = [
    (text.title !== own.title || text.description !== own.description) && ("text" as const),
    !sameCard(card, own.reality) && ("reality" as const),
    form.replyDays !== own.replyDays && ("promise" as const),
  ].filter((part) => part !== false);
  if (parts.length === 0 && form.blindReview === own.blindReview) return;
  await tx
    .update(postings)
    .set({ ...text, replyDays: form.replyDays, blindReview: form.blindReview, updatedAt: tx.now })
    .where(eq(postings.id, own.id));
  if (parts.includes("reality")) await replaceCard(tx, own.id, card);
  if (parts.includes("text")) {
    await tx.execute(refreshDocuments(sql`p.id = ${own.id}`));
    await noteNearDuplicates(tx, [{ ...text, id: own.id }]);
  }
  await record(
    tx,
    parts.length > 0 && isPublic
      ? { ...by, type: "posting.changed", postingId: own.id, data: { parts } }
      : { ...by, type: "posting.edited", postingId: own.id },
  );
}

/** Keeps the terms for an admin where they differ from what is public; gives whether they wait for one. */
async function reviseLater(tx: Transaction, own: OwnPosting, terms: PostingTerms, by: By): Promise<boolean> {
  const live = present(termsOf(own));
  if (termChanges(live, terms).length === 0) {
    if (await deleteRevision(tx, own.id))
      await record(tx, { ...by, type: "posting.revision_withdrawn", postingId: own.id });
    return false;
  }
  const before = own.revision;
  if (before && termChanges(before.terms, terms).length === 0) return before.sentBackAt === null;
  const kept = { terms, submittedAt: tx.now, sentBackAt: null };
  await tx
    .insert(pendingVersions)
    .values({ ...kept, postingId: own.id })
    .onConflictDoUpdate({ target: pendingVersions.postingId, set: kept });
  await record(tx, { ...by, type: "posting.revision_submitted", postingId: own.id });
  return true;
}

const payIn = (salary: NonNullable<Awaited<ReturnType<typeof salaryOf>>>, { minorDigits }: Rate) => ({
  min: inUnits(salary.salaryMinMinor, minorDigits),
  max: inUnits(salary.salaryMaxMinor, minorDigits),
  currency: salary.salaryCurrency,
  period: salary.salaryPeriod,
});

const placesOf = (form: PostingForm) =>
  form.places.flatMap(({ city, country }) => (country ? [{ city: city ?? null, country }] : []));

const statedIn = (form: PostingForm, lines: readonly Line[]) => ({
  experienceMin: form.experienceMin ?? null,
  experienceMax: form.experienceMax ?? null,
  degreeLevel: form.degreeLevel ?? null,
  degreeField: form.degreeField ?? null,
  equalExperience: form.equalExperience,
  skills: lines.map(({ line, skill }) => ({
    slug: skill.slug,
    name: skill.label,
    must: line.must === "must",
    minYears: line.minYears ?? null,
  })),
  responsibilities: Object.entries(form.responsibilities).flatMap(([slug, wanted]) =>
    wanted && responsibilityEntries.some((known) => known.slug === slug)
      ? [{ slug, must: wanted === "must" }]
      : [],
  ),
  workplace: form.workplace ?? null,
  employment: form.employment ?? null,
  hiringCountries: form.hiringCountries,
});

const sameCard = (a: object | null, b: object | null) => {
  const facts = (card: object | null) => Object.entries(card ?? {}).filter(([, fact]) => fact !== null);
  return JSON.stringify(facts(a).sort()) === JSON.stringify(facts(b).sort());
};
