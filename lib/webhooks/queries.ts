import { and, asc, type Column, desc, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { isOwner } from "@/db/membership";
import { applications } from "@/db/schema/applications";
import { companies } from "@/db/schema/companies";
import { events } from "@/db/schema/events";
import { postings } from "@/db/schema/postings";
import { webhookDeliveries, webhooks } from "@/db/schema/webhooks";
import type { Actor } from "@/lib/auth/input";
import type { RecordedEvent } from "@/lib/events/input";
import { findEvent } from "@/lib/events/queries";
import { isAnnounced } from "@/lib/events/rules";
import { programSource } from "@/lib/postings/rules";
import type { Subject } from "./body";
import type { WebhookType } from "./lists";
import { keptDeliveries, mostWebhooks } from "./rules";

/**
 * Whether the programs of the company of the row are told of events of a type: not once it is merged into another, and of a suspended one only
 * that it is. A closed company's are told of its end: its postings close with it, and its applicants are answered after it.
 */
export const hears = (type: string | Column) =>
  sql<boolean>`(${companies.mergedInto} is null and (${companies.suspendedAt} is null or ${type} = 'company.suspended'))`;

const isAbout = (event: RecordedEvent): event is RecordedEvent<WebhookType> => isAnnounced(event);

/** An event with what is told of it, and the webhooks that ask for it; null where there is nobody to tell. */
export async function findAnnouncement(eventId: number): Promise<{
  event: RecordedEvent<WebhookType>;
  companyId: string;
  webhookIds: string[];
  subject: Subject;
} | null> {
  const event = await findEvent(eventId);
  if (!event || !isAbout(event)) return null;
  const { companyId } = event;
  const [row] = await db()
    .select({
      company: companies.slug,
      posting: {
        id: postings.id,
        externalId: sql<string | null>`case when ${postings.source} = ${programSource(companyId)}
          then ${postings.externalId} end`,
        state: postings.state,
      },
      application: { id: applications.id, state: applications.state },
      webhookIds: sql<string[]>`array(
        select w.id from webhooks w
        where w.company_id = ${companyId}::uuid and w.disabled_at is null and ${event.type} = any(w.types)
        order by w.id)`,
    })
    .from(events)
    .innerJoin(companies, eq(companies.id, events.companyId))
    .leftJoin(postings, eq(postings.id, events.postingId))
    .leftJoin(applications, eq(applications.id, events.applicationId))
    .where(and(eq(events.id, eventId), hears(event.type)));
  if (!row || row.webhookIds.length === 0) return null;
  const { webhookIds, ...subject } = row;
  return { event, companyId, webhookIds, subject };
}

const shown = {
  id: webhooks.id,
  url: webhooks.url,
  types: webhooks.types,
  createdAt: webhooks.createdAt,
  lastTriedAt: webhooks.lastTriedAt,
  failingSince: webhooks.failingSince,
  disabledAt: webhooks.disabledAt,
};

/** The webhooks of a company, oldest first. Empty for all but its owners. */
export function listWebhooks(actor: Actor, companyId: string) {
  return db()
    .select(shown)
    .from(webhooks)
    .where(and(eq(webhooks.companyId, companyId), isOwner(actor, webhooks.companyId)))
    .orderBy(asc(webhooks.createdAt), asc(webhooks.id))
    .limit(mostWebhooks);
}

/** A webhook of a company that the actor owns, with its company and its last deliveries, newest first; or null. */
export async function findWebhook(actor: Actor, id: string) {
  const [row] = await db()
    .select({
      ...shown,
      renewedAt: webhooks.renewedAt,
      companyId: companies.id,
      companySlug: companies.slug,
      companyName: companies.name,
    })
    .from(webhooks)
    .innerJoin(companies, eq(companies.id, webhooks.companyId))
    .where(and(eq(webhooks.id, id), isOwner(actor, webhooks.companyId)));
  if (!row) return null;
  const deliveries = await db()
    .select({
      id: webhookDeliveries.id,
      type: webhookDeliveries.type,
      state: webhookDeliveries.state,
      createdAt: webhookDeliveries.createdAt,
      tries: webhookDeliveries.tries,
    })
    .from(webhookDeliveries)
    .where(eq(webhookDeliveries.webhookId, id))
    .orderBy(desc(webhookDeliveries.createdAt), desc(webhookDeliveries.id))
    .limit(keptDeliveries);
  return { ...row, deliveries };
}
