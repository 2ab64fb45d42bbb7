import { inArray, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { applicationMoves, applications, rejectionReasons } from "@/db/schema/applications";
import { record } from "@/lib/events/commands";
import { present } from "@/lib/present";
import type { ApplicationState } from "../lists";
import type { Reason } from "../words";

/** What commands read of an application that they lock. */
export const lockColumns = {
  id: applications.id,
  postingId: applications.postingId,
  companyId: applications.companyId,
  state: applications.state,
  answeredAt: applications.answeredAt,
  replyBy: applications.replyBy,
  updatedAt: applications.updatedAt,
  withdrawnAt: applications.withdrawnAt,
  withdrawalToldAt: applications.withdrawalToldAt,
};

export type Locked = Pick<typeof applications.$inferSelect, keyof typeof lockColumns>;

/** So many applications, or events, in one statement. */
export const chunk = 500;

type Moved = {
  to: ApplicationState;
  event: "application.moved" | "application.withdrawn" | "application.restored";
  actorId: string | null;
  /** The words to the other side. */
  message: string | ((application: Locked) => string);
  reasons?: readonly Reason[];
  /** What is set besides the state. */
  columns: { answeredAt?: SQL; withdrawnAt?: Date | null };
};

/** Sets the first answer of applications that have none. */
export const firstAnswer = (now: Date) =>
  sql`coalesce(${applications.answeredAt}, ${now.toISOString()}::timestamptz)`;

/** Writes the move of locked applications to one state: the rows, their history and their events. */
export async function writeMoves(tx: Transaction, moving: readonly Locked[], moved: Moved) {
  for (let at = 0; at < moving.length; at += chunk) await writeSome(tx, moving.slice(at, at + chunk), moved);
}

async function writeSome(
  tx: Transaction,
  moving: readonly Locked[],
  { to, event, actorId, message, reasons = [], columns }: Moved,
) {
  const ids = moving.map(({ id }) => id);
  await tx
    .update(applications)
    .set({ ...columns, state: to, updatedAt: tx.now })
    .where(inArray(applications.id, ids));
  const history = await tx
    .insert(applicationMoves)
    .values(
      moving.map((application) => ({
        applicationId: application.id,
        fromState: application.state,
        toState: to,
        message: typeof message === "string" ? message : message(application),
        at: tx.now,
      })),
    )
    .returning({ id: applicationMoves.id, applicationId: applicationMoves.applicationId });
  const moveIds = new Map(history.map(({ id, applicationId }) => [applicationId, id]));
  if (reasons.length > 0)
    await tx
      .insert(rejectionReasons)
      .values(
        history.flatMap((move) =>
          reasons.map((reason) => ({ ...reason, moveId: move.id, applicationId: move.applicationId })),
        ),
      )
      .onConflictDoNothing();
  await record(
    tx,
    ...moving.map(({ id, companyId, postingId, state }) => ({
      type: event,
      actorId,
      companyId,
      postingId,
      applicationId: id,
      data: { from: state, to, moveId: present(moveIds.get(id)) },
    })),
  );
}
