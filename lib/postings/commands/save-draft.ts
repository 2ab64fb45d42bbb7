import { and, eq, sql } from "drizzle-orm";
import { inTransaction, type Transaction } from "@/db/client";
import { mayWrite } from "@/db/membership";
import { companies } from "@/db/schema/companies";
import { postings } from "@/db/schema/postings";
import type { Actor } from "@/lib/auth/input";
import { DomainError } from "@/lib/errors";
import { record } from "@/lib/events/commands";
import { formRecord, refuseIfChanged } from "@/lib/forms/changes";
import { postingForm } from "../form";
import type { PostingForm } from "../input";
import { newPostingId } from "../new-id";
import { noPay, payDoubts } from "../pay";
import { findOwnPosting } from "../queries/own";
import { postingSlug, submit } from "../rules";
import { townDoubts } from "../towns";
import { contentOf, printOf, type ResolvedForm, realityRow, resolveForm } from "./content";
import { type LockedPosting, lockPostingFor, refuseIfClosed } from "./lock";
import { noteNearDuplicates } from "./near-duplicates";
import { replaceParts, replaceQuestions } from "./parts";

/**
 * Saves a draft as its form sent it, or creates one for `companyId`, and returns its id and the version that it has now. With the intent
 * `submit` it is also submitted for review. Sent again, because the answer was lost, it changes nothing. Throws `invalid` at every missing field (on `submit`) and at the line of an unknown skill; `conflict` if the posting is not a
 * draft, or if the draft has changed since `version`.
 */
export async function savePosting(
  actor: Actor,
  companyId: string,
  form: PostingForm,
  version?: string,
): Promise<{ id: string; version: string }> {
  const resolved = await resolveForm(actor, form, sql`p.id = ${form.id ?? null}`);
  return inTransaction(async (tx) => {
    const posting = form.id
      ? await lockPostingFor(tx, actor, form.id)
      : await startDraft(tx, actor, companyId, form.newId);
    const before = await findOwnPosting(actor, posting.id, tx);
    const isSent = posting.state === (form.intent === "submit" ? "in_review" : "draft");
    if (before && isSent && printOf(contentOf(resolved)) === printOf(before))
      return { id: posting.id, version: formRecord(postingForm(before)).version };
    if (posting.state !== "draft")
      throw new DomainError(
        "conflict",
        "This posting has been submitted. To edit it, take it back from review.",
      );
    refuseIfChanged(version, postingForm(before));
    await writeDraft(tx, actor, posting, resolved);
    const saved = await findOwnPosting(actor, posting.id, tx);
    return { id: posting.id, version: formRecord(postingForm(saved)).version };
  });
}

type Draft = Pick<LockedPosting, "id" | "companyId" | "companySlug" | "publishedAt" | "slug">;

/**
 * Writes what a form states into a draft that is locked, and submits it with the intent `submit`, in the caller's transaction. Throws
 * `invalid` at every missing or doubtful field (on `submit`).
 */
export async function writeDraft(
  tx: Transaction,
  actor: Actor,
  posting: Draft,
  { form, lines, responsibilityIds, salary }: ResolvedForm,
) {
  const places = form.places.flatMap(({ city, country }) =>
    country ? [{ city: city ?? null, country }] : [],
  );
  const kept = {
    title: form.title ?? "",
    description: form.description ?? "",
    workplace: form.workplace ?? null,
    employment: form.employment ?? null,
    hiringCountries: form.hiringCountries,
    salaryMinMinor: salary?.salaryMinMinor ?? null,
  };
  const handedIn =
    form.intent === "submit"
      ? submit({ ...kept, places, state: "draft" }, tx.now, [...payDoubts(form), ...townDoubts(form)])
      : {};
  await tx
    .update(postings)
    .set({
      ...kept,
      ...(salary ?? noPay),
      slug: posting.publishedAt ? posting.slug : postingSlug(kept.title, posting.companySlug, posting.id),
      degreeLevel: form.degreeLevel ?? null,
      degreeField: form.degreeField ?? null,
      equalExperience: form.equalExperience,
      experienceMin: form.experienceMin ?? null,
      experienceMax: form.experienceMax ?? null,
      replyDays: form.replyDays,
      blindReview: form.blindReview,
      updatedAt: tx.now,
      ...handedIn,
    })
    .where(eq(postings.id, posting.id));
  await replaceParts(tx, [
    {
      postingId: posting.id,
      places,
      skills: lines.map(({ line, skill }) => ({
        skillId: skill.id,
        must: line.must === "must",
        minYears: line.minYears,
      })),
      responsibilities: [...responsibilityIds].flatMap(([slug, responsibilityId]) => {
        const wanted = form.responsibilities[slug];
        return wanted ? [{ responsibilityId, must: wanted === "must" }] : [];
      }),
      reality: realityRow(form.reality),
    },
  ]);
  await replaceQuestions(tx, posting.id, form.questions);
  if (form.intent === "submit") await noteNearDuplicates(tx, [{ ...kept, id: posting.id }]);
  await record(tx, {
    type: form.intent === "submit" ? "posting.submitted" : "posting.edited",
    actorId: actor.userId,
    companyId: posting.companyId,
    postingId: posting.id,
  });
}

/**
 * A new empty draft of the company, for its owner or recruiter; with an `id` that was used before, that posting.
 * `identity` is that of a posting that a program sent. Throws `not_found`, and
 * `conflict` for a closed company.
 */
export async function startDraft(
  tx: Transaction,
  actor: Actor,
  companyId: string,
  id: string = newPostingId(),
  identity: { source: string; externalId: string } | null = null,
) {
  await refuseIfClosed(tx, actor, companyId);
  const [company] = await tx
    .select({ companyId: companies.id, companySlug: companies.slug })
    .from(companies)
    .where(and(eq(companies.id, companyId), mayWrite(actor, companies.id)));
  if (!company) throw new DomainError("not_found", "We cannot find this company.");
  const started = await tx
    .insert(postings)
    .values({
      id,
      slug: postingSlug("", company.companySlug, id),
      companyId,
      ...identity,
      title: "",
      createdAt: tx.now,
      updatedAt: tx.now,
    })
    .onConflictDoNothing({ target: postings.id })
    .returning({ id: postings.id });
  if (started.length === 0) return lockPostingFor(tx, actor, id);
  return { id, ...company, state: "draft" as const, publishedAt: null, slug: "" };
}
