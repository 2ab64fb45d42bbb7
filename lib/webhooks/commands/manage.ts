import { and, count, eq } from "drizzle-orm";
import { inTransaction, type Transaction } from "@/db/client";
import { webhooks } from "@/db/schema/webhooks";
import type { Actor } from "@/lib/auth/input";
import { refuseUnlessFresh } from "@/lib/auth/rules";
import { lockTeam } from "@/lib/companies/commands/team";
import { refuseUnlessOwner } from "@/lib/companies/rules";
import { DomainError } from "@/lib/errors";
import { record } from "@/lib/events/commands";
import { refuseIfChanged } from "@/lib/forms/changes";
import { one } from "@/lib/present";
import { webhookForm } from "../form";
import type { OneWebhook, SaveWebhook } from "../input";
import { webhookTypes } from "../lists";
import { refuseAnother } from "../rules";
import { secretOf } from "../signature";

const inOrder = (types: SaveWebhook["types"]) => webhookTypes.filter((type) => types.includes(type));

/**
 * Creates a webhook of a company, and returns its secret: it is shown this once. Throws `not_found`, `forbidden` unless the actor is an owner,
 * `unauthenticated` unless they signed in a short while ago, and `conflict` for a closed company, for a form that was sent before, and where
 * the company has as many webhooks as it can.
 */
export function createWebhook(
  actor: Actor,
  { companyId, id, url, types }: SaveWebhook,
): Promise<{ secret: string }> {
  return inTransaction(async (tx) => {
    const company = await lockTeam(tx, actor, companyId);
    refuseUnlessOwner(company, "create webhooks");
    refuseUnlessFresh(actor, tx.now);
    const { n } = one(
      await tx.select({ n: count() }).from(webhooks).where(eq(webhooks.companyId, companyId)),
    );
    refuseAnother(company, n);
    const created = await tx
      .insert(webhooks)
      .values({ id, companyId, url, types: inOrder(types), createdAt: tx.now, updatedAt: tx.now })
      .onConflictDoNothing({ target: webhooks.id })
      .returning({ id: webhooks.id });
    if (created.length === 0)
      throw new DomainError(
        "conflict",
        "This webhook was created already, and its secret is shown only once. If you did not copy it, renew the secret.",
      );
    await record(tx, {
      type: "webhook.created",
      actorId: actor.userId,
      companyId,
      data: { webhookId: id },
    });
    return { secret: secretOf(id, 1) };
  });
}

/**
 * Saves the address of a webhook and the events that it is told of. Throws `not_found`, `forbidden` unless the actor is an owner,
 * `unauthenticated` unless they signed in a short while ago, and `conflict` where it is not `version` any more.
 */
export function editWebhook(actor: Actor, input: SaveWebhook, version?: string): Promise<void> {
  return inTransaction(async (tx) => {
    const { webhook } = await lockWebhook(tx, actor, input, "edit webhooks");
    refuseUnlessFresh(actor, tx.now);
    refuseIfChanged(version, webhookForm(webhook));
    await tx
      .update(webhooks)
      .set({ url: input.url, types: inOrder(input.types), updatedAt: tx.now })
      .where(eq(webhooks.id, input.id));
    await happened(tx, actor, "webhook.edited", input);
  });
}

/**
 * Gives a webhook a new secret and returns it, this once. For a day, requests are signed with the old one too. Throws `not_found`,
 * `forbidden` unless the actor is an owner, and `unauthenticated` unless they signed in a short while ago.
 */
export function renewSecret(actor: Actor, input: OneWebhook): Promise<{ secret: string }> {
  return inTransaction(async (tx) => {
    const { webhook } = await lockWebhook(tx, actor, input, "renew the secrets of webhooks");
    refuseUnlessFresh(actor, tx.now);
    const secretVersion = webhook.secretVersion + 1;
    await tx
      .update(webhooks)
      .set({ secretVersion, renewedAt: tx.now, updatedAt: tx.now })
      .where(eq(webhooks.id, input.id));
    await happened(tx, actor, "webhook.secret_renewed", input);
    return { secret: secretOf(input.id, secretVersion) };
  });
}

/** Has a webhook that was stopped start again. Throws `not_found`, and `forbidden` unless the actor is an owner. */
export function startWebhook(actor: Actor, input: OneWebhook): Promise<void> {
  return inTransaction(async (tx) => {
    const { webhook } = await lockWebhook(tx, actor, input, "start webhooks");
    if (!webhook.disabledAt) return;
    await tx
      .update(webhooks)
      .set({ disabledAt: null, failingSince: null, updatedAt: tx.now })
      .where(eq(webhooks.id, input.id));
    await happened(tx, actor, "webhook.started", input);
  });
}

/**
 * Deletes a webhook with its deliveries, and returns the company's address. What is under way may still arrive. Throws `not_found`, and
 * `forbidden` unless the actor is an owner.
 */
export function deleteWebhook(actor: Actor, input: OneWebhook): Promise<{ slug: string }> {
  return inTransaction(async (tx) => {
    const { company } = await lockWebhook(tx, actor, input, "delete webhooks");
    await tx.delete(webhooks).where(eq(webhooks.id, input.id));
    await happened(tx, actor, "webhook.deleted", input);
    return company;
  });
}

/** A webhook of the actor's company, locked; `what` completes "Only an owner of Tallyhaven can …". */
export async function lockWebhook(
  tx: Transaction,
  actor: Actor,
  { companyId, id }: OneWebhook,
  what: string,
) {
  const company = await lockTeam(tx, actor, companyId);
  refuseUnlessOwner(company, what);
  const [webhook] = await tx
    .select({
      url: webhooks.url,
      types: webhooks.types,
      secretVersion: webhooks.secretVersion,
      disabledAt: webhooks.disabledAt,
    })
    .from(webhooks)
    .where(and(eq(webhooks.id, id), eq(webhooks.companyId, companyId)))
    .for("update");
  if (!webhook) throw new DomainError("not_found", "We cannot find this webhook.");
  return { company, webhook };
}

type Act = "webhook.edited" | "webhook.secret_renewed" | "webhook.started" | "webhook.deleted";

const happened = (tx: Transaction, actor: Actor, type: Act, { companyId, id }: OneWebhook) =>
  record(tx, { type, actorId: actor.userId, companyId, data: { webhookId: id } });
