import { and, eq, inArray, sql } from "drizzle-orm";
import { inTransaction, type Transaction } from "@/db/client";
import { mayWrite } from "@/db/membership";
import { applications } from "@/db/schema/applications";
import type { Actor } from "@/lib/auth/input";
import { DomainError } from "@/lib/errors";
import { closeLocked } from "@/lib/postings/commands/close";
import { lockPostingFor } from "@/lib/postings/commands/lock";
import { closingWords } from "@/lib/postings/words";
import { type MoveApplication, type MoveTogether, reasonKey } from "../input";
import type { ApplicationState } from "../lists";
import { fillFields, moves, refuseStep, refuseWithoutWords } from "../rules";
import type { Reason } from "../words";
import { linesOnSheet } from "./lock";
import { firstAnswer, lockColumns, writeMoves } from "./write";

type Optional = "reasons" | "closePosting";
type Move = Omit<MoveApplication, Optional> & Partial<Pick<MoveApplication, Optional>>;

/**
 * Moves an applicant of the actor's company along the map, with words in which fields are filled in. Owners and recruiters only. Returns the
 * posting's id. A hire closes the posting as filled if that is asked: those who still wait are told as with any closing. Throws `not_found`,
 * `conflict` or `invalid`.
 */
export function moveApplication(actor: Actor, { reasons: given = [], closePosting = false, ...input }: Move) {
  return inTransaction(async (tx) => {
    // The posting before its applications, as the closing locks them.
    const posting = closePosting && input.to === "hired" ? await lockPostingOf(tx, actor, input.id) : null;
    const [application] = await tx
      .select({ ...lockColumns, ...fieldColumns })
      .from(applications)
      .where(and(eq(applications.id, input.id), mayWrite(actor, applications.companyId)))
      .for("update");
    if (!application) throw new DomainError("not_found", "This application does not exist.");
    refuseStep(application, input);
    refuseWithoutWords({ ...input, reasons: given });
    const reasons = input.to === "rejected" ? given : [];
    await refuseForeignLines(tx, application.id, reasons);
    await writeMoves(tx, [application], {
      to: input.to,
      event: "application.moved",
      actorId: actor.userId,
      message: fillFields(input.message, application),
      reasons,
      columns: { answeredAt: firstAnswer(tx.now) },
    });
    if (posting)
      await closeLocked(tx, actor, posting, {
        reason: "filled",
        answer: "message",
        message: closingWords(posting.title),
      });
    return { postingId: application.postingId };
  });
}

/** The posting of an application of the actor's company, locked. Throws `not_found`. */
async function lockPostingOf(tx: Transaction, actor: Actor, id: string) {
  const [application] = await tx
    .select({ postingId: applications.postingId })
    .from(applications)
    .where(and(eq(applications.id, id), mayWrite(actor, applications.companyId)));
  if (!application) throw new DomainError("not_found", "This application does not exist.");
  return lockPostingFor(tx, actor, application.postingId);
}

/** What became of a move of several: how many were moved, and the ids of those that were not, as their own state did not allow it. */
export type MovedTogether = { moved: number; left: string[] };

/**
 * Moves several applicants of one posting of the actor's company at once, each checked by its own state, with one reason and with words in which
 * fields are filled in for each. Those that cannot move are left as they are. Owners and recruiters only. Throws `not_found` where the posting is
 * not theirs, and `invalid` without the words or the reason that the move needs.
 */
export function moveTogether(
  actor: Actor,
  { postingId, selected, to, reason, message }: Omit<MoveTogether, "view">,
): Promise<MovedTogether> {
  return inTransaction(async (tx) => {
    const [posting] = await tx.execute(sql`
      select 1 from postings p where p.id = ${postingId}::uuid and ${mayWrite(actor, sql`p.company_id`)}`);
    if (!posting) throw new DomainError("not_found", "We cannot find this posting.");
    const reasons = to === "rejected" && reason ? [{ kind: "plain" as const, slug: reason }] : [];
    refuseWithoutReason(to, reasons);
    refuseWithoutWords({ to, message, reasons });
    const seen = new Map(selected.map(({ id, from }) => [id, from]));
    // In one order, so that two members who move at once wait for each other and never in a circle.
    const locked = await tx
      .select({ ...lockColumns, ...fieldColumns })
      .from(applications)
      .where(and(eq(applications.postingId, postingId), inArray(applications.id, [...seen.keys()])))
      .orderBy(applications.id)
      .for("update");
    const movable = locked.filter(({ id, state }) => seen.get(id) === state && moves[state].includes(to));
    const wordsFor = new Map(movable.map((one) => [one.id, fillFields(message, one)]));
    await writeMoves(tx, movable, {
      to,
      event: "application.moved",
      actorId: actor.userId,
      message: ({ id }) => wordsFor.get(id) ?? "",
      reasons,
      columns: { answeredAt: firstAnswer(tx.now) },
    });
    return { moved: movable.length, left: [...seen.keys()].filter((id) => !wordsFor.has(id)) };
  });
}

/** In the form of several there is one field for the one reason. */
function refuseWithoutReason(to: ApplicationState, reasons: readonly Reason[]) {
  if (to === "rejected" && reasons.length === 0)
    throw new DomainError("invalid", "Choose a reason. The candidates will read it.", "reason");
}

/** What the fields of words to a candidate stand for. */
export const fieldColumns = {
  candidate: applications.name,
  posting: sql<string>`(select p.title from postings p where p.id = ${applications.postingId})`,
  company: sql<string>`(select c.name from companies c where c.id = ${applications.companyId})`,
};

/** Throws `invalid` where a reason names a line that is not on the application's match sheet. */
async function refuseForeignLines(tx: Transaction, id: string, reasons: readonly Reason[]) {
  const lines = reasons.filter(({ kind }) => kind !== "plain");
  if (lines.length === 0) return;
  const onSheet = new Set((await linesOnSheet(tx, id)).map(reasonKey));
  if (!lines.every((line) => onSheet.has(reasonKey(line))))
    throw new DomainError("invalid", "Choose lines of this applicant’s match sheet.", "reasons");
}
