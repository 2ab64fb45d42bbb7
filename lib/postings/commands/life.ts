import { eq } from "drizzle-orm";
import { inTransaction, type Transaction } from "@/db/client";
import { postings } from "@/db/schema/postings";
import type { Actor } from "@/lib/auth/input";
import { record } from "@/lib/events/commands";
import type { NewEvent } from "@/lib/events/input";
import { refuseIfChanged } from "@/lib/forms/changes";
import { scheduleForm } from "../form";
import type { OnePosting, SchedulePosting } from "../input";
import { extend, pause, reconfirm, resume, schedule } from "../life";
import { type LockedPosting, lockPostingFor } from "./lock";

type Columns = Partial<typeof postings.$inferInsert>;
/** What happened to a posting of the actor, without what is the same in all such events. */
type Happened =
  | { type: "posting.paused" | "posting.resumed" | "posting.published" | "posting.reconfirmed" }
  | Pick<NewEvent<"posting.extended">, "type" | "data">
  | Pick<NewEvent<"posting.scheduled">, "type" | "data">;

/** Hides a published posting until it is resumed. Throws `not_found` or `conflict`. */
export const pausePosting = (actor: Actor, { id }: OnePosting) =>
  change(actor, id, (posting, now) => [pause(posting, now), { type: "posting.paused" }]);

/** Shows a paused posting again, which confirms that it is open. Throws `not_found` or `conflict`. */
export const resumePosting = (actor: Actor, { id }: OnePosting) =>
  change(actor, id, (posting, now) => [resume(posting, now), { type: "posting.resumed" }]);

/**
 * Sets the time at which a posting becomes public once it is approved; without one, as soon as it is. An approved posting that waits for
 * its time gets the new one, or is published now. Throws `not_found`, `conflict`, or `invalid` at `publishAt`;
 * `conflict` too where the time was changed since `version`.
 */
export const schedulePosting = (actor: Actor, { id, publishAt }: SchedulePosting, version?: string) =>
  change(actor, id, (posting, now) => {
    refuseIfChanged(version, scheduleForm(posting));
    const columns = schedule(posting, publishAt ?? null, now);
    if (!publishAt && posting.state === "published") return [columns, { type: "posting.published" }];
    return [columns, { type: "posting.scheduled", data: { publishAt: publishAt?.toISOString() ?? null } }];
  });

/** Puts the end of a published posting off to 90 days from its publication, once. Throws `not_found` or `conflict`. */
export const extendPosting = (actor: Actor, { id }: OnePosting) =>
  change(actor, id, (posting, now) => {
    const columns = extend(posting, now);
    return [columns, { type: "posting.extended", data: { until: columns.expiresAt.toISOString() } }];
  });

/**
 * Confirms that a published posting is still open; one that was hidden for want of it is live again. The actor may be known from a mail's
 * link: the right is checked here. Throws `not_found` or `conflict`.
 */
export const reconfirmPosting = (actor: Pick<Actor, "userId">, { id }: OnePosting) =>
  change(actor, id, (posting, now) => [reconfirm(posting, now), { type: "posting.reconfirmed" }]);

/** One change of a posting by its company: locked, decided, written and recorded in one transaction. */
function change(
  actor: Pick<Actor, "userId">,
  id: string,
  decide: (posting: LockedPosting, now: Date) => [Columns, Happened],
) {
  return inTransaction(async (tx: Transaction) => {
    const posting = await lockPostingFor(tx, actor, id);
    const [columns, happened] = decide(posting, tx.now);
    await tx.update(postings).set(columns).where(eq(postings.id, id));
    await record(tx, {
      ...happened,
      actorId: actor.userId,
      companyId: posting.companyId,
      postingId: id,
    });
  });
}
