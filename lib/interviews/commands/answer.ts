import { eq } from "drizzle-orm";
import { inTransaction } from "@/db/client";
import { applications } from "@/db/schema/applications";
import { interviews } from "@/db/schema/interviews";
import { noteNews } from "@/lib/applications/commands/see";
import type { Actor } from "@/lib/auth/input";
import { record } from "@/lib/events/commands";
import type { AnswerInterview } from "../input";
import { refuseIfMoved, refusePast } from "../rules";
import { lockInterview } from "./load";

import { accept, refuseUnproposed, replaceTimes } from "./propose";

/**
 * The answer of the candidate whose application it is: one of the times, a no (also to a time that was accepted), or other times. Returns where it is. Throws
 * `not_found`; `invalid` at a time that was not proposed or has passed; `conflict` once the application has ended, and with what was answered
 * where the interview was answered already.
 */
export function answerInterview(actor: Actor, input: AnswerInterview) {
  const { id, sequence: seen, answer, words } = input;
  return inTransaction(async (tx) => {
    const { interview, about } = await lockInterview(tx, id, eq(applications.candidateId, actor.userId));
    const sequence = seen + 1;
    const by = { ...about, actorId: actor.userId };
    if (answer === "accept") {
      refuseIfMoved(interview, seen, ["proposed"]);
      const startsAt = new Date(input.time ?? "");
      await refuseUnproposed(tx, id, startsAt, false);
      await accept(tx, id, { startsAt, sequence });
      await record(tx, {
        ...by,
        type: "interview.accepted",
        data: { interviewId: id, sequence, startsAt: startsAt.toISOString(), byCandidate: true },
      });
    } else if (answer === "other") {
      refuseIfMoved(interview, seen, ["proposed", "countered"]);
      refusePast(input.times, tx.now);
      await replaceTimes(tx, id, input.times, true);
      const set = { state: "countered", candidateZone: input.zone, candidateWords: words } as const;
      await tx
        .update(interviews)
        .set({ ...set, sequence, updatedAt: tx.now })
        .where(eq(interviews.id, id));
      await record(tx, { ...by, type: "interview.countered", data: { interviewId: id, sequence } });
    } else {
      refuseIfMoved(interview, seen, ["proposed", "countered", "accepted"]);
      await tx
        .update(interviews)
        .set({ state: "declined", candidateWords: words, sequence, updatedAt: tx.now })
        .where(eq(interviews.id, id));
      await record(tx, {
        ...by,
        type: "interview.declined",
        data: { interviewId: id, sequence, was: interview.startsAt?.toISOString() ?? null },
      });
    }
    await noteNews(tx, about.applicationId, true);
    return about;
  });
}
