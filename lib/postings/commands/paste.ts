import { eq } from "drizzle-orm";
import { inTransaction, type Transaction } from "@/db/client";
import { postings } from "@/db/schema/postings";
import type { Actor } from "@/lib/auth/input";
import { DomainError } from "@/lib/errors";
import { record } from "@/lib/events/commands";
import { present } from "@/lib/present";
import { readPosting } from "@/lib/reading/posting";
import { findRate } from "@/lib/taxonomy/queries/rates";
import { resolveResponsibilities, resolveSkills } from "@/lib/taxonomy/queries/resolve";
import { applyLines, withoutLines } from "../contact";
import { asMarkdown } from "../import/markup";
import type { AcceptTags, PasteAdvert } from "../input";
import { payColumns } from "../pay";
import { type Adds, openProposals, proposalsOf } from "../proposals";
import { findOwnPosting } from "../queries/own";
import { nothingStated, type RealityCard } from "../reality";
import { postingSlug } from "../rules";
import { lockPostingFor } from "./lock";
import { addParts, knownTags, replaceCard } from "./parts";
import { startDraft } from "./save-draft";

const longestTitle = 120;

/** Begins a draft of the company with an advert's text as its description, HTML made into Markdown, and gives its id. Throws `not_found`. */
export async function pasteAdvert(actor: Actor, { companyId, text }: PasteAdvert): Promise<{ id: string }> {
  const description = withLineBreaks(asMarkdown(text));
  const title = readPosting(description).title?.text.slice(0, longestTitle) ?? "";
  return inTransaction(async (tx) => {
    const draft = await startDraft(tx, actor, companyId);
    const slug = postingSlug(title, draft.companySlug, draft.id);
    await tx.update(postings).set({ title, description, slug }).where(eq(postings.id, draft.id));
    await record(tx, { type: "posting.drafted", actorId: actor.userId, companyId, postingId: draft.id });
    return { id: draft.id };
  });
}

/** Two lines of a paragraph stay two: pasted text is broken where its writer meant it to be. Two blanks at the end say so in Markdown. */
const withLineBreaks = (text: string) => text.replace(/(?<=\S)[ \t]*\n(?=[ \t]*\S)/g, "  \n");

/**
 * Writes the accepted ones of the tags that a draft's text proposes into the draft, beside what it has, and cuts the chosen lines from the
 * text. The text is read anew, so that nothing else can be written, and what the draft states already stays. Throws `not_found`, or `conflict` when it is no draft any more.
 */
export async function acceptTags(actor: Actor, { id, accept, skills, responsibilities, cut }: AcceptTags) {
  await inTransaction(async (tx) => {
    const posting = await lockPostingFor(tx, actor, id);
    if (posting.state !== "draft")
      throw new DomainError("conflict", "This posting has already been submitted.");
    const wanted = new Set(accept);
    const own = present(await findOwnPosting(actor, id, tx));
    const adds = openProposals(own, proposalsOf(own.description)).flatMap(
      ({ key, adds: { skill, responsibility, ...added } }): Adds[] => {
        const level = skill ? skills[skill.slug] : responsibility && responsibilities[responsibility.slug];
        const must = level === "must";
        if (skill) return level === "must" || level === "nice" ? [{ skill: { ...skill, must } }] : [];
        if (responsibility)
          return level === "must" || level === "nice"
            ? [{ responsibility: { ...responsibility, must } }]
            : [];
        return wanted.has(key) ? [added] : [];
      },
    );
    const offered = applyLines(own.description).map(({ start }) => start);
    const starts = new Set(cut.filter((start) => offered.includes(start)));
    const description = withoutLines(own.description, starts);
    if (starts.size > 0) await tx.update(postings).set({ description }).where(eq(postings.id, id));
    await write(tx, id, posting.hiringCountries, adds);
    const facts: Partial<RealityCard> = Object.assign({}, ...adds.map(({ reality }) => reality));
    if (Object.keys(facts).length > 0)
      await replaceCard(tx, id, { ...nothingStated, ...own.reality, ...facts });
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
      hiringCountries: [
        ...new Set([...hiring, ...adds.flatMap(({ hiringCountries }) => hiringCountries ?? [])]),
      ],
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
