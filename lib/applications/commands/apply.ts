import { and, eq, sql } from "drizzle-orm";
import { db, inTransaction } from "@/db/client";
import {
  applicationAnswers,
  applicationMatches,
  applicationMoves,
  applicationReceipts,
  applications,
  resumeFiles,
} from "@/db/schema/applications";
import type { Actor } from "@/lib/auth/input";
import { brokenConstraint, DomainError } from "@/lib/errors";
import { record } from "@/lib/events/commands";
import { listQuestions } from "@/lib/postings/queries/own";
import { findPostingById } from "@/lib/postings/queries/public";
import { one, present } from "@/lib/present";
import { findProfile } from "@/lib/profiles/queries/profile";
import { readComplete } from "../answers";
import type { Apply } from "../input";
import { matchFacts } from "../match-facts";
import { makeMatchToKeep } from "../queries/sheet";
import { receiptPayload } from "../receipt";
import { replyBy } from "../rules";
import { arrivalOf, removeDraft } from "./drafts";
import { findOpenPosting, refuseOtherQuestions } from "./open-posting";
import { hashOf, sendResume } from "./resume";

/**
 * Sends the actor's application with their profile as it is now, their answers and the inputs of its match sheet, and gives its id. Throws
 * `gone` when the posting is not live any more; `conflict` when they applied already, when nobody here would answer, when it is their own
 * company's, or when its questions were changed since they were shown; `invalid` at a missing name and at each question that is not answered as it must be. What was
 * typed as a draft is deleted. Sent again, because the answer was lost, it is still one, and gives its id.
 */
export async function submitApplication(actor: Actor, input: Apply): Promise<{ id: string }> {
  const before = await findSame(actor, input);
  if (before) return before;
  const [profile, { match, proof }] = await Promise.all([
    findProfile(actor),
    makeMatchToKeep(actor, input.postingId),
  ]);
  try {
    return await inTransaction(async (tx) => {
      const posting = await findOpenPosting(tx, actor, input.postingId);
      const questions = await listQuestions(input.postingId, tx);
      refuseOtherQuestions(questions, input);
      const answered = readComplete(questions, input);
      const rows = await tx
        .insert(applications)
        .values({
          postingId: input.postingId,
          companyId: posting.companyId,
          candidateId: actor.userId,
          name: input.name,
          email: actor.email,
          coverNote: input.coverNote,
          arrival: await arrivalOf(tx, actor, input),
          profile: profile ?? {},
          ...proof,
          ...(match && matchFacts(match.inputs)),
          submittedAt: tx.now,
          replyBy: replyBy(tx.now, posting.replyDays),
          updatedAt: tx.now,
          seenAt: tx.now,
        })
        .returning({ id: applications.id });
      const { id } = one(rows);
      if (match) await tx.insert(applicationMatches).values({ applicationId: id, ...match, at: tx.now });
      if (answered.length > 0)
        await tx
          .insert(applicationAnswers)
          .values(answered.map((one, position) => ({ ...one, applicationId: id, position })));
      await tx
        .insert(applicationMoves)
        .values({ applicationId: id, fromState: null, toState: "submitted", at: tx.now });
      const resume = await sendResume(tx, actor, input.postingId, id);
      await tx.insert(applicationReceipts).values({
        applicationId: id,
        payload: receiptPayload({
          application: id,
          sentAt: tx.now.toISOString(),
          replyBy: replyBy(tx.now, posting.replyDays).toISOString(),
          posting: present(await findPostingById(input.postingId, tx)),
          name: input.name,
          coverNote: input.coverNote,
          answers: answered.map(({ question, answer }) => ({ question, answer })),
          resume,
          matchInputs: match?.inputsHash ?? null,
        }),
      });
      await removeDraft(tx, actor, input.postingId);
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
    if (brokenConstraint(error) !== "applications_once") throw error;
    const sent = await findSame(actor, input);
    if (sent) return sent;
    throw new DomainError("conflict", "You have already applied to this posting. See it under Applications.");
  }
}

/**
 * The actor's application to the posting if it says the same, with that file where one is given, and nothing has happened to it; null for none.
 */
export async function findSame(actor: Actor, input: Apply, file?: File): Promise<{ id: string } | null> {
  const { postingId, name, coverNote } = input;
  const [sent] = await db()
    .select({
      id: applications.id,
      answers: sql<string[]>`array(select n.answer from application_answers n
        where n.application_id = ${sql`${applications.id}`} order by n.position)`,
      file: resumeFiles.hash,
    })
    .from(applications)
    .leftJoin(resumeFiles, eq(resumeFiles.applicationId, applications.id))
    .where(
      and(
        eq(applications.postingId, postingId),
        eq(applications.candidateId, actor.userId),
        eq(applications.state, "submitted"),
        eq(applications.name, name),
        eq(applications.coverNote, coverNote),
      ),
    );
  if (!sent || (file && (await hashOf(file)) !== sent.file)) return null;
  const answers = readComplete(await listQuestions(postingId), input).map(({ answer }) => answer);
  return JSON.stringify(answers) === JSON.stringify(sent.answers) ? { id: sent.id } : null;
}

/** Throws `invalid` at each field that keeps an application from being sent as it is. */
export async function checkApplication(input: Apply) {
  readComplete(await listQuestions(input.postingId), input);
}
