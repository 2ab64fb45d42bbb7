import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { inTransaction, type Transaction } from "@/db/client";
import { mayWrite } from "@/db/membership";
import { companies } from "@/db/schema/companies";
import { postings } from "@/db/schema/postings";
import type { Actor } from "@/lib/auth/input";
import { DomainError } from "@/lib/errors";
import { record } from "@/lib/events/commands";
import { refuseIfChanged } from "@/lib/forms/changes";
import { findRate } from "@/lib/taxonomy/queries/rates";
import { resolveResponsibilities, resolveSkillLines } from "@/lib/taxonomy/queries/resolve";
import { postingForm } from "../form";
import type { PostingForm } from "../input";
import { noPay, payColumns, payDoubts, payOfForm } from "../pay";
import { findOwnPosting } from "../queries/own";
import type { RealityCard } from "../reality";
import { postingSlug, submit } from "../rules";
import { lockPostingFor } from "./lock";
import { noteNearDuplicates } from "./near-duplicates";
import { replaceParts } from "./parts";

/**
 * Saves a draft as its form sent it, or creates one for `companyId`, and returns its id. With the intent `submit` it is also submitted for
 * review. Throws `invalid` at every missing field (on `submit`) and at the line of an unknown skill; `conflict` if the posting is not a
 * draft, or if the draft has changed since `version`.
 */
export async function savePosting(
  actor: Actor,
  companyId: string,
  form: PostingForm,
  version?: string,
): Promise<{ id: string }> {
  const lines = await resolveSkillLines(form.skills);
  const responsibilityIds = await resolveResponsibilities(Object.keys(form.responsibilities));
  const salary = await salaryOf(form);

  return inTransaction(async (tx) => {
    const posting = form.id
      ? await lockPostingFor(tx, actor, form.id)
      : await startDraft(tx, actor, companyId);
    if (posting.state !== "draft")
      throw new DomainError(
        "conflict",
        "This posting has been submitted. To edit it, take it back from review.",
      );
    if (form.id) refuseIfChanged(version, postingForm(await findOwnPosting(actor, posting.id, tx)));
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
      form.intent === "submit" ? submit({ ...posting, ...kept, places }, tx.now, payDoubts(form)) : {};
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
    if (form.intent === "submit") await noteNearDuplicates(tx, [{ ...kept, id: posting.id }]);
    await record(tx, {
      type: form.intent === "submit" ? "posting.submitted" : "posting.edited",
      actorId: actor.userId,
      companyId: posting.companyId,
      postingId: posting.id,
    });
    return { id: posting.id };
  });
}

/** The columns of the pay that the form states, null for none. Throws `invalid` at the field that contradicts itself or has no rate. */
export async function salaryOf(form: PostingForm) {
  const pay = payOfForm(form);
  if (!pay) return null;
  if ("at" in pay) throw new DomainError("invalid", pay.message, pay.field);
  return payColumns(pay, await findRate(pay.currency, "salaryCurrency"));
}

/** A new empty draft of the company, for its owner or recruiter. Throws `not_found`. */
export async function startDraft(tx: Transaction, actor: Actor, companyId: string) {
  const [company] = await tx
    .select({ companyId: companies.id, companySlug: companies.slug })
    .from(companies)
    .where(and(eq(companies.id, companyId), mayWrite(actor, companies.id)));
  if (!company) throw new DomainError("not_found", "We cannot find this company.");
  const id = randomUUID();
  await tx.insert(postings).values({
    id,
    slug: postingSlug("", company.companySlug, id),
    companyId,
    title: "",
    createdAt: tx.now,
    updatedAt: tx.now,
  });
  return { id, ...company, state: "draft" as const, publishedAt: null, slug: "" };
}

/** The reality card that the form states, null for none. */
export function realityRow(card: PostingForm["reality"]): RealityCard | null {
  const { onCallPaid, takeHomePaid, datastores, ...numbers } = card;
  if (Object.values(card).every((value) => value === undefined)) return null;
  const yes = (answer: "yes" | "no" | undefined) => (answer ? answer === "yes" : null);
  return {
    onCallWeeks: numbers.onCallWeeks ?? null,
    onCallPaid: yes(onCallPaid),
    datastores: datastores
      ? datastores
          .split(",")
          .map((name) => name.trim())
          .filter(Boolean)
      : null,
    deploysPerWeek: numbers.deploysPerWeek ?? null,
    requestsPerSecond: numbers.requestsPerSecond ?? null,
    takeHomeHours: numbers.takeHomeHours ?? null,
    takeHomePaid: yes(takeHomePaid),
    interviewStages: numbers.interviewStages ?? null,
    interviewHours: numbers.interviewHours ?? null,
    teamSize: numbers.teamSize ?? null,
  };
}
