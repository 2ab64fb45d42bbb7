import { and, eq, inArray, lte, sql } from "drizzle-orm";
import { inTransaction, type Transaction } from "@/db/client";
import { isClaimed, isMember, mayWrite } from "@/db/membership";
import { applicationMatches, applicationMoves, applications } from "@/db/schema/applications";
import { postings } from "@/db/schema/postings";
import type { Actor } from "@/lib/auth/input";
import { brokenConstraint, DomainError } from "@/lib/errors";
import { record } from "@/lib/events/commands";
import type { NewEvent } from "@/lib/events/input";
import { takeClosing } from "@/lib/postings/commands/close";
import { isLive } from "@/lib/postings/queries/live";
import { one, present } from "@/lib/present";
import { findProfile } from "@/lib/profiles/queries/profile";
import type { Apply, MoveApplication, OwnApplication } from "./input";
import type { ApplicationState } from "./lists";
import { isNews, isOpenNow } from "./queries/applications";
import { makeMatchToKeep } from "./queries/sheet";
import { move, replyBy, withdraw } from "./rules";

/**
 * Sends the actor's application with their profile as it is now and the inputs of its match sheet, and gives its id. Throws `gone` when the posting is not live any more,
 * `conflict` when they applied already, when nobody here would answer, or when it is their own company's.
 */
export async function submitApplication(actor: Actor, input: Apply): Promise<{ id: string }> {
  const [profile, { match, proof }] = await Promise.all([
    findProfile(actor),
    makeMatchToKeep(actor, input.postingId),
  ]);
  try {
    return await inTransaction(async (tx) => {
      const posting = await findOpenPosting(tx, actor, input.postingId);
      const rows = await tx
        .insert(applications)
        .values({
          postingId: input.postingId,
          companyId: posting.companyId,
          candidateId: actor.userId,
          name: input.name,
          email: actor.email,
          coverNote: input.coverNote,
          profile: profile ?? {},
          ...proof,
          submittedAt: tx.now,
          replyBy: replyBy(tx.now, posting.replyDays),
          updatedAt: tx.now,
          seenAt: tx.now,
        })
        .returning({ id: applications.id });
      const { id } = one(rows);
      if (match) await tx.insert(applicationMatches).values({ applicationId: id, ...match, at: tx.now });
      await tx
        .insert(applicationMoves)
        .values({ applicationId: id, fromState: null, toState: "submitted", at: tx.now });
      await record(tx, {
        type: "application.submitted",
        actorId: actor.userId,
        companyId: posting.companyId,
        postingId: input.postingId,
        applicationId: id,
      });
      return { id };
    });
  } catch (error) {
    if (brokenConstraint(error) === "applications_once")
      throw new DomainError(
        "conflict",
        "You have already applied to this posting. See it under Applications.",
      );
    throw error;
  }
}

/** Takes the actor's own application back. Throws `not_found`, or `conflict` once it is over. */
export function withdrawApplication(actor: Actor, { id }: OwnApplication) {
  return inTransaction(async (tx) => {
    const [application] = await tx
      .select(lockColumns)
      .from(applications)
      .where(and(eq(applications.id, id), eq(applications.candidateId, actor.userId)))
      .for("update");
    if (!application) throw new DomainError("not_found", "This application does not exist.");
    await keep(tx, actor, application, withdraw(application, tx.now), "");
  });
}

/** The actor has looked at what is new in their application. Throws `not_found` where it is not theirs; twice is safe. */
export function seeApplication({ userId }: Actor, { id }: OwnApplication) {
  return inTransaction(async (tx) => {
    const [application] = await tx
      .select({ ...lockColumns, isNews })
      .from(applications)
      .where(and(eq(applications.id, id), eq(applications.candidateId, userId)))
      .for("update");
    if (!application) throw new DomainError("not_found", "This application does not exist.");
    if (!application.isNews) return;
    await tx.update(applications).set({ seenAt: tx.now }).where(eq(applications.id, id));
    const { postingId, companyId } = application;
    await record(tx, { type: "application.seen", actorId: userId, companyId, postingId, applicationId: id });
  });
}

/** Moves an applicant of the actor's company along the map. Owners and recruiters only; gives the posting's id; throws `not_found`, `conflict`, `invalid`. */
export function moveApplication(actor: Actor, input: MoveApplication) {
  return inTransaction(async (tx) => {
    const [application] = await tx
      .select(lockColumns)
      .from(applications)
      .where(and(eq(applications.id, input.id), mayWrite(actor, applications.companyId)))
      .for("update");
    if (!application) throw new DomainError("not_found", "This application does not exist.");
    await keep(tx, actor, application, move(application, input, tx.now), input.message);
    return { postingId: application.postingId };
  });
}

/** Records for every application to the posting that is under way that its candidate is to be told of a change, in the transaction of that. */
export async function tellOfRevision(
  tx: Transaction,
  revised: Omit<NewEvent<"application.posting_revised">, "type" | "actorId" | "applicationId">,
) {
  const open = await tx
    .select({ applicationId: applications.id })
    .from(applications)
    .where(and(eq(applications.postingId, revised.postingId), isOpenNow));
  const told = open.map((application) => ({
    ...revised,
    ...application,
    type: "application.posting_revised" as const,
    actorId: null,
  }));
  for (let at = 0; at < told.length; at += chunk) await record(tx, ...told.slice(at, at + chunk));
}

/** So many events in one statement. */
const chunk = 500;

const lockColumns = {
  id: applications.id,
  postingId: applications.postingId,
  companyId: applications.companyId,
  state: applications.state,
  answeredAt: applications.answeredAt,
};

type Locked = { id: string; postingId: string; companyId: string; state: ApplicationState };

async function keep(
  tx: Transaction,
  actor: Actor,
  { id, postingId, companyId, state: from }: Locked,
  changed: { state: ApplicationState; answeredAt?: Date; updatedAt: Date },
  message: string,
) {
  const to = changed.state;
  await tx.update(applications).set(changed).where(eq(applications.id, id));
  const moves = await tx
    .insert(applicationMoves)
    .values({ applicationId: id, fromState: from, toState: to, message, at: tx.now })
    .returning({ id: applicationMoves.id });
  await record(tx, {
    type: to === "withdrawn" ? "application.withdrawn" : "application.moved",
    actorId: actor.userId,
    companyId,
    postingId,
    applicationId: id,
    data: { from, to, moveId: one(moves).id },
  });
}

async function findOpenPosting(tx: Transaction, actor: Actor, id: string) {
  const [posting] = await tx
    .select({
      companyId: postings.companyId,
      replyDays: postings.replyDays,
      live: sql<boolean>`${isLive()}`,
      claimed: isClaimed(postings.companyId),
      own: isMember(actor, postings.companyId),
    })
    .from(postings)
    .where(eq(postings.id, id))
    .for("share");
  if (!posting?.live) throw new DomainError("gone", "This posting no longer accepts applications.");
  if (!posting.claimed)
    throw new DomainError("conflict", "This company has no members on Backplane. Apply on its own site.");
  if (posting.own) throw new DomainError("conflict", "You cannot apply to a posting of your own company.");
  return posting;
}

/**
 * The worker's task of each minute: where a posting was closed with a message and the time to undo that has passed, everyone who still waits
 * gets the message as their answer, once. Whoever was moved or withdrew after the closing is left as they are.
 */
export async function answerClosed() {
  while (await inTransaction(answerOne));
}

async function answerOne(tx: Transaction): Promise<boolean> {
  const closing = await takeClosing(tx);
  if (!closing) return false;
  const { postingId, message } = closing;
  const waiting = await tx
    .select({
      id: applications.id,
      companyId: applications.companyId,
      state: applications.state,
      answeredAt: applications.answeredAt,
    })
    .from(applications)
    .where(
      and(eq(applications.postingId, postingId), isOpenNow, lte(applications.updatedAt, closing.closedAt)),
    )
    .orderBy(applications.id)
    .for("update");
  const moved = waiting.map((application) => ({
    ...application,
    ...move(application, { from: application.state, to: "rejected", message }, tx.now),
    from: application.state,
  }));
  for (let at = 0; at < moved.length; at += chunk)
    await writeAnswers(tx, moved.slice(at, at + chunk), { postingId, message, actorId: closing.closedBy });
  return true;
}

type Moved = { id: string; companyId: string; from: (typeof applications.$inferSelect)["state"] };

async function writeAnswers(
  tx: Transaction,
  moved: readonly Moved[],
  { postingId, message, actorId }: { postingId: string; message: string; actorId: string | null },
) {
  const to = "rejected" as const;
  await tx
    .update(applications)
    .set({
      state: to,
      answeredAt: sql`coalesce(${applications.answeredAt}, ${tx.now.toISOString()})`,
      updatedAt: tx.now,
    })
    .where(
      inArray(
        applications.id,
        moved.map(({ id }) => id),
      ),
    );
  const moves = await tx
    .insert(applicationMoves)
    .values(
      moved.map(({ id, from }) => ({ applicationId: id, fromState: from, toState: to, message, at: tx.now })),
    )
    .returning({ id: applicationMoves.id, applicationId: applicationMoves.applicationId });
  const moveIds = new Map(moves.map(({ id, applicationId }) => [applicationId, id]));
  await record(
    tx,
    ...moved.map(({ id, companyId, from }) => ({
      type: "application.moved" as const,
      actorId,
      companyId,
      postingId,
      applicationId: id,
      data: { from, to, moveId: present(moveIds.get(id)) },
    })),
  );
}
