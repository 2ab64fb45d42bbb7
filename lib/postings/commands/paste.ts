import { eq } from "drizzle-orm";
import { inTransaction, type Transaction } from "@/db/client";
import { postingPlaces, postingResponsibilities, postingSkills, postings } from "@/db/schema/postings";
import type { Actor } from "@/lib/auth/input";
import { DomainError } from "@/lib/errors";
import { record } from "@/lib/events/commands";
import { readPosting } from "@/lib/reading/posting";
import { findRate } from "@/lib/taxonomy/queries/rates";
import { resolveResponsibilities, resolveSkills } from "@/lib/taxonomy/queries/resolve";
import { asMarkdown } from "../import/markup";
import type { PasteAdvert, TakeTags } from "../input";
import { payColumns } from "../pay";
import { type Adds, proposalsOf } from "../proposals";
import { postingSlug } from "../rules";
import { lockPostingFor } from "./lock";
import { startDraft } from "./save-draft";

const longestTitle = 120;

/** Begins a draft of the company with an advert's text as its description, HTML made into Markdown, and gives its id. Throws `not_found`. */
export async function startFromAdvert(
  actor: Actor,
  { companyId, text }: PasteAdvert,
): Promise<{ id: string }> {
  const description = asMarkdown(text);
  const title = readPosting(description).title?.text.slice(0, longestTitle) ?? "";
  return inTransaction(async (tx) => {
    const draft = await startDraft(tx, actor, companyId);
    const slug = postingSlug(title, draft.companySlug, draft.id);
    await tx.update(postings).set({ title, description, slug }).where(eq(postings.id, draft.id));
    await record(tx, { type: "posting.drafted", actorId: actor.userId, companyId, postingId: draft.id });
    return { id: draft.id };
  });
}

/**
 * Writes the accepted ones of the tags that a draft's text proposes into the draft, beside what it has; the text is read anew, so that
 * nothing else can be written. Throws `not_found`, or `conflict` when it is no draft any more.
 */
export async function takeTags(actor: Actor, { id, accept }: TakeTags) {
  await inTransaction(async (tx) => {
    const posting = await lockPostingFor(tx, actor, id);
    if (posting.state !== "draft") throw new DomainError("conflict", "This posting was handed in already.");
    const wanted = new Set(accept);
    const adds = proposalsOf(posting.description).flatMap((proposal) =>
      wanted.has(proposal.key) ? [proposal.adds] : [],
    );
    await write(tx, id, posting.hiringCountries, adds);
    await record(tx, {
      type: "posting.edited",
      actorId: actor.userId,
      companyId: posting.companyId,
      postingId: id,
    });
  });
}

async function write(tx: Transaction, postingId: string, hiring: string[], adds: Adds[]) {
  const pay = adds.find((add) => add.pay)?.pay;
  await tx
    .update(postings)
    .set({
      ...Object.assign({}, ...adds.map(({ columns }) => columns)),
      ...(pay && (await payOf(pay))),
      hiringCountries: [...new Set([...hiring, ...adds.flatMap(({ hiringCountry }) => hiringCountry ?? [])])],
      updatedAt: tx.now,
    })
    .where(eq(postings.id, postingId));
  const wantedSkills = adds.flatMap(({ skill }) => skill ?? []);
  const skills = await resolveSkills(wantedSkills.map(({ slug }) => slug));
  const wantedDuties = adds.flatMap(({ responsibility }) => responsibility ?? []);
  const duties = await resolveResponsibilities(wantedDuties.map(({ slug }) => slug));
  const skillRows = wantedSkills.flatMap(({ slug, must }, position) => {
    const skill = skills.get(slug);
    return skill ? [{ postingId, skillId: skill.id, must, position: firstNew + position }] : [];
  });
  const dutyRows = wantedDuties.flatMap(({ slug, must }) => {
    const responsibilityId = duties.get(slug);
    return responsibilityId ? [{ postingId, responsibilityId, must, position: responsibilityId }] : [];
  });
  if (skillRows.length > 0) await tx.insert(postingSkills).values(skillRows).onConflictDoNothing();
  if (dutyRows.length > 0) await tx.insert(postingResponsibilities).values(dutyRows).onConflictDoNothing();
  const places = adds.flatMap(({ place }) => place ?? []);
  const taken = await tx
    .select({ city: postingPlaces.city, country: postingPlaces.country })
    .from(postingPlaces)
    .where(eq(postingPlaces.postingId, postingId));
  const fresh = places.filter(
    (place) => !taken.some(({ city, country }) => city === place.city && country === place.country),
  );
  if (fresh.length > 0)
    await tx
      .insert(postingPlaces)
      .values(fresh.map((place, at) => ({ postingId, ...place, position: taken.length + at })));
}

/** Behind the lines that the draft has, of which the form takes at most sixty. */
const firstNew = 60;

const payOf = async (pay: NonNullable<Adds["pay"]>) =>
  payColumns(pay, await findRate(pay.currency, "salaryCurrency"));
