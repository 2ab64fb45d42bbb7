import { and, eq, sql } from "drizzle-orm";
import { inTransaction, type Transaction } from "@/db/client";
import { mayWrite } from "@/db/membership";
import { postings } from "@/db/schema/postings";
import type { Actor } from "@/lib/auth/input";
import { DomainError } from "@/lib/errors";
import { present } from "@/lib/present";
import type { PostingForm } from "../input";
import { isScheduled } from "../life";
import { newPostingId } from "../new-id";
import { findOwnPosting } from "../queries/own";
import { findSentPosting, type SentPosting } from "../queries/sent";
import { programSource } from "../rules";
import { closeLocked } from "./close";
import { contentOf, printOf, type ResolvedForm, resolveForm } from "./content";
import { deleteLocked, takeBackLocked } from "./drafts";
import { editLocked } from "./edit";
import { type LockedPosting, lockPostingFor } from "./lock";
import { startDraft, writeDraft } from "./save-draft";

/** A posting as a program of its company calls it. */
type Sent = { companyId: string; externalId: string };

/**
 * Creates or changes the posting that a program of the company calls `externalId`, as its form would: a draft is saved, and submitted with
 * the intent `submit`; one in review is replaced; a published one is edited, and its terms wait for a review. The same again changes
 * nothing, also where it was sent back. Throws `not_found`; `invalid` at every field of the form that is missing, unknown or odd; `conflict`
 * when the posting is over or frozen, or the company closed.
 */
export async function putPosting(
  actor: Actor,
  sent: Sent,
  form: PostingForm,
): Promise<{ posting: SentPosting; isNew: boolean; isChanged: boolean }> {
  const resolved = await resolveForm(
    actor,
    form,
    sql`p.source = ${programSource(sent.companyId)} and p.external_id = ${sent.externalId}`,
  );
  return inTransaction(async (tx) => {
    const before = await lockSent(tx, actor, sent);
    const isChanged = before
      ? await change(tx, actor, before, resolved)
      : await create(tx, actor, sent, resolved);
    return {
      posting: present(await findSentPosting(actor, sent, tx)),
      isNew: before === null,
      isChanged,
    };
  });
}

/**
 * Closes the posting that a program of the company calls `externalId` as withdrawn, and leaves those who wait for an answer to the company;
 * one that was never public is deleted. Returns it as it is then, null where there is none, and whether that changed anything.
 */
export function withdrawPosting(
  actor: Actor,
  sent: Sent,
): Promise<{ posting: SentPosting | null; isChanged: boolean }> {
  return inTransaction(async (tx) => {
    const before = await lockSent(tx, actor, sent);
    if (!before) return { posting: null, isChanged: false };
    const { posting } = before;
    const isPublic = posting.state === "published" && !isScheduled(posting, tx.now);
    if (isPublic) await closeLocked(tx, actor, posting, { reason: "withdrawn", answer: "each" });
    else if (posting.state === "draft") await deleteLocked(tx, actor, posting);
    else if (posting.state === "in_review" || posting.state === "published")
      await deleteLocked(tx, actor, await takeBackLocked(tx, actor, posting));
    else return { posting: await findSentPosting(actor, sent, tx), isChanged: false };
    return { posting: await findSentPosting(actor, sent, tx), isChanged: true };
  });
}

type Locked = { posting: LockedPosting; submitted: string | null };

/** Any number will do as long as no other lock takes it. */
const sentLock = 716_270_003;

/** The posting with this external id, locked, and the fingerprint of what was submitted last; null where there is none, and nobody else can create it. */
async function lockSent(tx: Transaction, actor: Actor, sent: Sent): Promise<Locked | null> {
  const source = programSource(sent.companyId);
  await tx.execute(
    sql`select pg_advisory_xact_lock(${sentLock}::int, hashtext(${`${source} ${sent.externalId}`}))`,
  );
  const [found] = await tx
    .select({ id: postings.id, submitted: postings.sourceDigest })
    .from(postings)
    .where(
      and(
        eq(postings.source, source),
        eq(postings.externalId, sent.externalId),
        mayWrite(actor, postings.companyId),
      ),
    );
  if (!found) return null;
  return { posting: await lockPostingFor(tx, actor, found.id), submitted: found.submitted };
}

async function create(tx: Transaction, actor: Actor, sent: Sent, resolved: ResolvedForm): Promise<true> {
  const { companyId, externalId } = sent;
  const identity = { source: programSource(companyId), externalId };
  const draft = await startDraft(tx, actor, companyId, newPostingId(), identity);
  return write(tx, actor, draft, resolved);
}

/** Gives whether there was anything to change. */
async function change(
  tx: Transaction,
  actor: Actor,
  { posting, submitted }: Locked,
  resolved: ResolvedForm,
): Promise<boolean> {
  const isEnded = posting.expiresAt !== null && posting.expiresAt <= tx.now;
  if (posting.state === "published" && !isEnded)
    return (await editLocked(tx, actor, posting, resolved)).isChanged;
  if (posting.state !== "draft" && posting.state !== "in_review")
    throw new DomainError(
      "conflict",
      "This posting is over. To offer the role again, send it with another external id.",
    );
  const own = present(await findOwnPosting(actor, posting.id, tx));
  const print = printOf(contentOf(resolved));
  const submits = resolved.form.intent === "submit";
  if (print === printOf(own) && submits === (posting.state === "in_review")) return false;
  // What an admin sent back is not submitted again until the company changes it.
  if (posting.state === "draft" && submits && own.sentBack && print === submitted) return false;
  const draft = posting.state === "draft" ? posting : await takeBackLocked(tx, actor, posting);
  return write(tx, actor, draft, resolved);
}

async function write(
  tx: Transaction,
  actor: Actor,
  draft: Parameters<typeof writeDraft>[2],
  resolved: ResolvedForm,
): Promise<true> {
  await writeDraft(tx, actor, draft, resolved);
  if (resolved.form.intent === "submit")
    await tx
      .update(postings)
      .set({ sourceDigest: printOf(contentOf(resolved)) })
      .where(eq(postings.id, draft.id));
  return true;
}
