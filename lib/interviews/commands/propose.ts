import { and, eq } from "drizzle-orm";
import { inTransaction, type Transaction } from "@/db/client";
import { mayWrite } from "@/db/membership";
import { applications } from "@/db/schema/applications";
import { interviews, interviewTimes } from "@/db/schema/interviews";
import { postings } from "@/db/schema/postings";
import { noteNews } from "@/lib/applications/commands/see";
import { isHidden } from "@/lib/applications/queries/applications";
import { isOpen } from "@/lib/applications/rules";
import type { Actor } from "@/lib/auth/input";
import { DomainError } from "@/lib/errors";
import { record } from "@/lib/events/commands";
import { one } from "@/lib/present";
import type { AcceptOther, CancelInterview, ProposeInterview } from "../input";
import { keepsTime, refuseIfMoved, refusePast } from "../rules";
import { ended, lockInterview } from "./load";

/** Where the page of an interview is. */
type Place = { postingId: string; applicationId: string };

/**
 * Proposes times for an interview to an applicant of the actor's company, or changes one that was proposed: where a time was accepted and stays
 * the only one, it stays accepted. Owners and recruiters only. Returns where it is. Throws `not_found`; `invalid` at each time that has
 * passed; `conflict` once the application has ended, while its review hides who it is, and where the interview was answered or changed meanwhile.
 */
export async function proposeInterview(actor: Actor, input: ProposeInterview): Promise<Place> {
  return inTransaction(async (tx) => {
    refusePast(input.times, tx.now);
    return input.id === undefined
      ? proposeNew(tx, actor, input)
      : change(tx, actor, { ...input, id: input.id });
  });
}

async function proposeNew(tx: Transaction, actor: Actor, input: ProposeInterview) {
  const [application] = await tx
    .select({
      companyId: applications.companyId,
      postingId: applications.postingId,
      state: applications.state,
      isHidden,
    })
    .from(applications)
    .innerJoin(postings, eq(postings.id, applications.postingId))
    .where(and(eq(applications.id, input.applicationId), mayWrite(actor, applications.companyId)))
    .for("update", { of: applications });
  if (!application) throw new DomainError("not_found", "This application does not exist.");
  if (!isOpen(application.state)) throw ended();
  if (application.isHidden)
    throw new DomainError(
      "conflict",
      "Move this application first. Until then the review hides who it is, so you cannot meet.",
    );
  const rows = await tx
    .insert(interviews)
    .values({
      ...detailsOf(input),
      applicationId: input.applicationId,
      proposedBy: actor.userId,
      createdAt: tx.now,
      updatedAt: tx.now,
    })
    .returning({ id: interviews.id });
  const { id } = one(rows);
  await replaceTimes(tx, id, input.times, false);
  const { companyId, postingId } = application;
  const about = { companyId, postingId, applicationId: input.applicationId };
  await record(tx, {
    ...about,
    type: "interview.proposed",
    actorId: actor.userId,
    data: { interviewId: id, sequence: 0, was: null },
  });
  await noteNews(tx, input.applicationId, false);
  return { postingId, applicationId: input.applicationId };
}

async function change(tx: Transaction, actor: Actor, { id, ...input }: ProposeInterview & { id: string }) {
  const { interview, about } = await lockInterview(tx, id, mayWrite(actor, applications.companyId));
  refuseIfMoved(interview, input.sequence ?? -1, ["proposed", "countered", "accepted"]);
  const isKept = keepsTime(interview, input.times);
  const sequence = interview.sequence + 1;
  await tx
    .update(interviews)
    .set({
      ...detailsOf(input),
      proposedBy: actor.userId,
      sequence,
      updatedAt: tx.now,
      ...(!isKept && { state: "proposed", startsAt: null, acceptedAt: null, dayTold: null, hourTold: null }),
    })
    .where(eq(interviews.id, id));
  if (!isKept) {
    await replaceTimes(tx, id, input.times, false);
    await replaceTimes(tx, id, [], true);
  }
  const { startsAt } = interview;
  await record(
    tx,
    isKept && startsAt
      ? {
          ...about,
          type: "interview.changed",
          actorId: actor.userId,
          data: { interviewId: id, sequence, startsAt: startsAt.toISOString() },
        }
      : {
          ...about,
          type: "interview.proposed",
          actorId: actor.userId,
          data: { interviewId: id, sequence, was: startsAt?.toISOString() ?? null },
        },
  );
  await noteNews(tx, about.applicationId, false);
  return about;
}

/** Accepts one of the times that the candidate proposed. Returns where it is. Throws as `proposeInterview`. */
export function acceptOther(actor: Actor, { id, sequence: seen, time }: AcceptOther) {
  return inTransaction(async (tx) => {
    const { interview, about } = await lockInterview(tx, id, mayWrite(actor, applications.companyId));
    refuseIfMoved(interview, seen, ["countered"]);
    const startsAt = new Date(time);
    await refuseUnproposed(tx, id, startsAt, true);
    await accept(tx, id, { startsAt, sequence: seen + 1 });
    await record(tx, {
      ...about,
      type: "interview.accepted",
      actorId: actor.userId,
      data: { interviewId: id, sequence: seen + 1, startsAt: startsAt.toISOString(), byCandidate: false },
    });
    await noteNews(tx, about.applicationId, false);
    return about;
  });
}

/** Cancels an interview, with words to the candidate. Returns where it is. Throws as `proposeInterview`. */
export function cancelInterview(actor: Actor, { id, sequence: seen, words }: CancelInterview) {
  return inTransaction(async (tx) => {
    const { interview, about } = await lockInterview(tx, id, mayWrite(actor, applications.companyId));
    refuseIfMoved(interview, seen, ["proposed", "countered", "accepted"]);
    await tx
      .update(interviews)
      .set({ state: "cancelled", sequence: seen + 1, words, updatedAt: tx.now })
      .where(eq(interviews.id, id));
    await record(tx, {
      ...about,
      type: "interview.cancelled",
      actorId: actor.userId,
      data: { interviewId: id, sequence: seen + 1, was: interview.startsAt?.toISOString() ?? null },
    });
    await noteNews(tx, about.applicationId, false);
    return about;
  });
}

const detailsOf = ({ zone, minutes, place, link, words }: ProposeInterview) => ({
  zone,
  minutes,
  place,
  link,
  words,
});

/** Sets the accepted time of a locked interview. */
export async function accept(
  tx: Transaction,
  id: string,
  { startsAt, sequence }: { startsAt: Date; sequence: number },
) {
  refusePast([startsAt], tx.now);
  await tx
    .update(interviews)
    .set({ state: "accepted", startsAt, sequence, acceptedAt: tx.now, updatedAt: tx.now })
    .where(eq(interviews.id, id));
}

/** Throws `invalid` for a time that the other side did not propose. */
export async function refuseUnproposed(tx: Transaction, id: string, startsAt: Date, byCandidate: boolean) {
  const [proposed] = await tx
    .select({ startsAt: interviewTimes.startsAt })
    .from(interviewTimes)
    .where(
      and(
        eq(interviewTimes.interviewId, id),
        eq(interviewTimes.byCandidate, byCandidate),
        eq(interviewTimes.startsAt, startsAt),
      ),
    );
  if (!proposed) throw new DomainError("invalid", "Choose one of the times that were proposed.", "time");
}

/** Writes the times that one side proposes now, in place of its earlier ones. */
export async function replaceTimes(
  tx: Transaction,
  interviewId: string,
  times: readonly Date[],
  byCandidate: boolean,
) {
  await tx
    .delete(interviewTimes)
    .where(and(eq(interviewTimes.interviewId, interviewId), eq(interviewTimes.byCandidate, byCandidate)));
  if (times.length > 0)
    await tx.insert(interviewTimes).values(times.map((startsAt) => ({ interviewId, byCandidate, startsAt })));
}
