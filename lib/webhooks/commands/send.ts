import { and, eq, sql } from "drizzle-orm";
import { db, inTransaction, now, type Transaction } from "@/db/client";
import { companies } from "@/db/schema/companies";
import { webhookDeliveries, webhooks } from "@/db/schema/webhooks";
import type { Actor } from "@/lib/auth/input";
import { enqueueLater } from "@/lib/background/commands";
import { DomainError } from "@/lib/errors";
import { record } from "@/lib/events/commands";
import { logger } from "@/lib/log";
import { one } from "@/lib/present";
import { bodyOf, testBody } from "../body";
import type { OneDelivery, OneWebhook } from "../input";
import { testType } from "../lists";
import { type Posted, postOutside } from "../post";
import { findAnnouncement, hears } from "../queries";
import { failAgain, keptDeliveries, pauseAfter, signingVersions } from "../rules";
import { secretOf, signedHeaders } from "../signature";
import { lockWebhook } from "./manage";

/** How many tries of one delivery are stored: more than happen by themselves. */
const keptTries = 50;

/**
 * The worker's task after an event that a webhook asks for: writes what each of the company's webhooks is sent about it, and queues the
 * requests. Tried again, it writes nothing twice.
 */
export async function announceEvent({ eventId }: { eventId: number }) {
  const found = await findAnnouncement(eventId);
  if (!found) return;
  const { event, webhookIds, subject, companyId } = found;
  const body = bodyOf(event, subject);
  await inTransaction(async (tx) => {
    const added = await tx
      .insert(webhookDeliveries)
      .values(
        webhookIds.map((webhookId) => ({ webhookId, eventId, type: event.type, body, createdAt: tx.now })),
      )
      .onConflictDoNothing()
      .returning({ id: webhookDeliveries.id });
    await queue(tx, companyId, added, 0);
  });
}

/** Each company has a queue of its own, so one that answers slowly holds up nobody else. */
const queue = (tx: Transaction, companyId: string, deliveries: { id: string }[], seconds: number) =>
  enqueueLater(
    tx,
    "send-webhook",
    deliveries.map(({ id }) => ({ key: `webhook:${id}`, payload: { deliveryId: id } })),
    { queue: `webhooks:${companyId}`, seconds },
  );

/**
 * The worker's task for one delivery: sends it, notes what came of it, and queues the next try where there is one. A worker that is killed
 * between the two sends it again, under the same `webhook-id`.
 */
export async function sendWebhook({ deliveryId }: { deliveryId: string }) {
  const [delivery] = await db()
    .select({
      webhookId: webhooks.id,
      url: webhooks.url,
      secretVersion: webhooks.secretVersion,
      renewedAt: webhooks.renewedAt,
      body: webhookDeliveries.body,
      state: webhookDeliveries.state,
      isStopped: sql<boolean>`${webhooks.disabledAt} is not null or not ${hears(webhookDeliveries.type)}`,
    })
    .from(webhookDeliveries)
    .innerJoin(webhooks, eq(webhooks.id, webhookDeliveries.webhookId))
    .innerJoin(companies, eq(companies.id, webhooks.companyId))
    .where(eq(webhookDeliveries.id, deliveryId));
  if (delivery?.state !== "waiting") return;
  if (delivery.isStopped) return giveUp(deliveryId);
  const at = await now();
  const secrets = signingVersions(delivery, at).map((version) => secretOf(delivery.webhookId, version));
  const headers = signedHeaders(deliveryId, at, delivery.body, secrets);
  await note(deliveryId, await postOutside(delivery.url, headers, delivery.body));
}

async function giveUp(deliveryId: string) {
  await db()
    .update(webhookDeliveries)
    .set({ state: "failed" })
    .where(and(eq(webhookDeliveries.id, deliveryId), eq(webhookDeliveries.state, "waiting")));
}

async function note(deliveryId: string, posted: Posted) {
  await inTransaction(async (tx) => {
    const [row] = await tx
      .select({
        webhookId: webhooks.id,
        companyId: webhooks.companyId,
        failingSince: webhooks.failingSince,
        lastTriedAt: webhooks.lastTriedAt,
        disabledAt: webhooks.disabledAt,
        tries: webhookDeliveries.tries,
      })
      .from(webhookDeliveries)
      .innerJoin(webhooks, eq(webhooks.id, webhookDeliveries.webhookId))
      .where(eq(webhookDeliveries.id, deliveryId))
      .for("update");
    // It was deleted meanwhile.
    if (!row) return;
    const tries = [...row.tries, { at: tx.now.toISOString(), ...posted }];
    const isDelivered = posted.fault === null;
    const pause = isDelivered ? null : pauseAfter(tries.length);
    const failing = isDelivered ? null : failAgain(row, tx.now);
    const isOver = pause === null || failing?.isStopped;
    await tx
      .update(webhookDeliveries)
      .set({
        tries: tries.slice(-keptTries),
        state: isDelivered ? "delivered" : isOver ? "failed" : "waiting",
      })
      .where(eq(webhookDeliveries.id, deliveryId));
    await tx
      .update(webhooks)
      .set({
        lastTriedAt: tx.now,
        failingSince: failing?.since ?? null,
        ...(failing?.isStopped && !row.disabledAt && { disabledAt: tx.now }),
      })
      .where(eq(webhooks.id, row.webhookId));
    if (failing?.isStopped && !row.disabledAt)
      await record(tx, {
        type: "webhook.stopped",
        actorId: null,
        companyId: row.companyId,
        data: { webhookId: row.webhookId },
      });
    if (isOver && !isDelivered)
      logger.warn(
        { delivery: deliveryId, webhook: row.webhookId, tries: tries.length, fault: posted.fault },
        "A webhook was not delivered, and is not tried again",
      );
    if (!isOver && pause !== null) await queue(tx, row.companyId, [{ id: deliveryId }], pause * 60);
  });
}

/** Sends a test to a webhook. Throws `not_found`, `forbidden` unless the actor is an owner, and `conflict` while it is stopped. */
export function sendTest(actor: Actor, input: OneWebhook): Promise<void> {
  return inTransaction(async (tx) => {
    const { company, webhook } = await lockWebhook(tx, actor, input, "test webhooks");
    refuseStopped(webhook);
    const added = await tx
      .insert(webhookDeliveries)
      .values({
        webhookId: input.id,
        type: testType,
        body: testBody(company.slug, tx.now),
        createdAt: tx.now,
      })
      .returning({ id: webhookDeliveries.id });
    await record(tx, {
      type: "webhook.tested",
      actorId: actor.userId,
      companyId: input.companyId,
      data: { webhookId: input.id },
    });
    await queue(tx, input.companyId, [one(added)], 0);
  });
}

/**
 * Sends a delivery again at once, also one that arrived. Throws `not_found`, `forbidden` unless the actor is an owner, and `conflict` while
 * the webhook is stopped.
 */
export function sendAgain(actor: Actor, { deliveryId, ...input }: OneDelivery): Promise<void> {
  return inTransaction(async (tx) => {
    const { webhook } = await lockWebhook(tx, actor, input, "send deliveries again");
    refuseStopped(webhook);
    const found = await tx
      .update(webhookDeliveries)
      .set({ state: "waiting" })
      .where(and(eq(webhookDeliveries.id, deliveryId), eq(webhookDeliveries.webhookId, input.id)))
      .returning({ id: webhookDeliveries.id });
    if (found.length === 0) throw new DomainError("not_found", "We no longer have this delivery.");
    await record(tx, {
      type: "webhook.sent_again",
      actorId: actor.userId,
      companyId: input.companyId,
      data: { webhookId: input.id, deliveryId },
    });
    await queue(tx, input.companyId, found, 0);
  });
}

function refuseStopped({ disabledAt }: { disabledAt: Date | null }) {
  if (disabledAt) throw new DomainError("conflict", "This webhook is stopped. Start it again, then send.");
}

/** Deletes all but the newest deliveries of each webhook; those that are still being tried stay. */
export async function forgetDeliveries() {
  await db().execute(sql`
    delete from webhook_deliveries d using (
      select id, row_number() over (partition by webhook_id order by created_at desc, id desc) as place
      from webhook_deliveries
    ) numbered
    where numbered.id = d.id and numbered.place > ${keptDeliveries} and d.state <> 'waiting'`);
}
