import { and, eq, type SQL } from "drizzle-orm";
import { inTransaction } from "@/db/client";
import { mayWrite } from "@/db/membership";
import { applicationMessages, applications } from "@/db/schema/applications";
import type { Actor } from "@/lib/auth/input";
import { DomainError } from "@/lib/errors";
import { record } from "@/lib/events/commands";
import { one } from "@/lib/present";
import type { SendMessage } from "../input";
import { refuseMessage } from "../rules";
import { noteNews } from "./see";
import { lockColumns } from "./write";

/** Sends the company a message in the actor's own application. Throws `not_found`, `conflict` once it has ended. */
export const writeToCompany = (actor: Actor, input: SendMessage) =>
  send(actor, input, eq(applications.candidateId, actor.userId), false);

/** Sends an applicant of the actor's company a message. Owners and recruiters only. Returns the posting's id. Throws as `writeToCompany`. */
export const writeToCandidate = (actor: Actor, input: SendMessage) =>
  send(actor, input, mayWrite(actor, applications.companyId), true);

async function send(actor: Actor, { id, text }: SendMessage, isTheirs: SQL, fromCompany: boolean) {
  return inTransaction(async (tx) => {
    const [application] = await tx
      .select(lockColumns)
      .from(applications)
      .where(and(eq(applications.id, id), isTheirs))
      .for("update");
    if (!application) throw new DomainError("not_found", "This application does not exist.");
    refuseMessage(application);
    const rows = await tx
      .insert(applicationMessages)
      .values({ applicationId: id, fromCompany, userId: actor.userId, text, at: tx.now })
      .returning({ id: applicationMessages.id });
    await noteNews(tx, id, !fromCompany);
    const { postingId, companyId } = application;
    await record(tx, {
      type: "application.message_sent",
      actorId: actor.userId,
      companyId,
      postingId,
      applicationId: id,
      data: { messageId: one(rows).id, fromCompany },
    });
    return { postingId };
  });
}
