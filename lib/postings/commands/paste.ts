import { eq } from "drizzle-orm";
import { inTransaction, type Transaction } from "@/db/client";
import { postings } from "@/db/schema/postings";
import type { Actor } from "@/lib/auth/input";
import { DomainError } from "@/lib/errors";
import { record } from "@/lib/events/commands";
import { readPosting } from "@/lib/reading/posting";
import { findRate } from "@/lib/taxonomy/queries/rates";
import { resolveResponsibilities, resolveSkills } from "@/lib/taxonomy/queries/resolve";
import { asMarkdown } from "../import/markup";
import type { AcceptTags, PasteAdvert } from "../input";
import { payColumns } from "../pay";
import { type Adds, proposalsOf } from "../proposals";
import { postingSlug } from "../rules";
import { lockPostingFor } from "./lock";
import { addParts, knownTags } from "./parts";
import { startDraft } from "./save-draft";

const longestTitle = 120;

/** Begins a draft of the company with an advert's text as its description, HTML made into Markdown, and gives its id. Throws `not_found`. */
export async function pasteAdvert(actor: Actor, { companyId, text }: PasteAdvert): Promise<{ id: string }> {
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
export async function acceptTags(actor: Actor, { id, accept }: AcceptTags) {
  await inTransaction(async (tx) => {
    const posting = await lockPostingFor(tx, actor, id);
    if (posting.state !== "draft")
      throw new DomainError("conflict", "This posting has already been submitted.");
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
  const asked = {
    skills: adds.flatMap(({ skill }) => skill ?? []),
    responsibilities: adds.flatMap(({ responsibility }) => responsibility ?? []),
  };
  const known = knownTags(asked, {
    skills: await resolveSkills(asked.skills.map(({ slug }) => slug)),
    responsibilities: await resolveResponsibilities(asked.responsibilities.map(({ slug }) => slug)),
  });
  await addParts(tx, postingId, { ...known, places: adds.flatMap(({ place }) => place ?? []) });
}

const payOf = async (pay: NonNullable<Adds["pay"]>) =>
  payColumns(pay, await findRate(pay.currency, "salaryCurrency"));
