import { and, eq, sql } from "drizzle-orm";
import { inTransaction, type Transaction } from "@/db/client";
import { applications } from "@/db/schema/applications";
import type { Actor } from "@/lib/auth/input";
import { DomainError } from "@/lib/errors";
import { present } from "@/lib/present";
import type { OwnApplication, WithdrawApplication } from "../input";
import type { ApplicationState } from "../lists";
import { refuseToRestore, refuseToWithdraw } from "../rules";
import { type Locked, lockColumns, writeMoves } from "./write";

/**
 * Withdraws the actor's own application. The company is told when this cannot be undone any more. Throws `not_found`, or `conflict` once it
 * is over.
 */
export function withdrawApplication(actor: Actor, { id, reason }: WithdrawApplication) {
  return inTransaction(async (tx) => {
    const application = await lockOwn(tx, actor, id);
    refuseToWithdraw(application);
    await writeMoves(tx, [application], {
      to: "withdrawn",
      event: "application.withdrawn",
      actorId: actor.userId,
      message: reason,
      columns: { withdrawnAt: tx.now },
    });
  });
}

/**
 * Undoes the withdrawal of the actor's own application: it is in the state that it was in before, and the company is not told. Throws
 * `not_found`, or `conflict` when it is not withdrawn or ten minutes have passed.
 */
export function restoreApplication(actor: Actor, { id }: OwnApplication) {
  return inTransaction(async (tx) => {
    const application = await lockOwn(tx, actor, id);
    refuseToRestore(application, tx.now);
    await writeMoves(tx, [application], {
      to: await findStateBefore(tx, id),
      event: "application.restored",
      actorId: actor.userId,
      message: "",
      columns: { withdrawnAt: null },
    });
  });
}

async function lockOwn(tx: Transaction, { userId }: Actor, id: string): Promise<Locked> {
  const [application] = await tx
    .select(lockColumns)
    .from(applications)
    .where(and(eq(applications.id, id), eq(applications.candidateId, userId)))
    .for("update");
  if (!application) throw new DomainError("not_found", "This application does not exist.");
  return application;
}

async function findStateBefore(tx: Transaction, id: string): Promise<ApplicationState> {
  const [row] = await tx.execute<{ state: ApplicationState }>(sql`
    select m.from_state as state from application_moves m
    where m.application_id = ${id} and m.to_state = 'withdrawn' order by m.id desc limit 1`);
  return present(row).state;
}
