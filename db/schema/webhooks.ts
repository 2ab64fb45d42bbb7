import { sql } from "drizzle-orm";
import { bigint, check, index, integer, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import {
  type DeliveryFault,
  deliveryStates,
  testType,
  type WebhookType,
  webhookTypes,
} from "../../lib/webhooks/lists";
import { allOf, instant, oneOf } from "./columns";
import { companies } from "./companies";

/** An address of a company's program that is told what happens. Its secret is computed from its id and `secretVersion`, and stored nowhere. */
export const webhooks = pgTable(
  "webhooks",
  {
    id: uuid().primaryKey(),
    companyId: uuid()
      .notNull()
      .references(() => companies.id, { onDelete: "cascade" }),
    url: text().notNull(),
    types: text().array().$type<WebhookType[]>().notNull(),
    secretVersion: integer().notNull().default(1),
    /** When the secret was renewed last: the one before is used beside it for a day. */
    renewedAt: instant(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
    lastTriedAt: instant(),
    /** Since when every request failed; null if the last one succeeded. */
    failingSince: instant(),
    /** It was stopped because every request failed for days. */
    disabledAt: instant(),
  },
  (t) => [
    index("webhooks_company").on(t.companyId, t.createdAt),
    check("webhooks_url", sql`${t.url} ~ '^https://[^\\s]+$' and length(${t.url}) <= 500`),
    check("webhooks_types", sql`cardinality(${t.types}) > 0 and ${allOf(t.types, webhookTypes)}`),
  ],
);

/** What is sent to a webhook about one event, or as a test, with every try to send it. */
export const webhookDeliveries = pgTable(
  "webhook_deliveries",
  {
    id: uuid().primaryKey().defaultRandom(),
    webhookId: uuid()
      .notNull()
      .references(() => webhooks.id, { onDelete: "cascade" }),
    /** Null for a test. */
    eventId: bigint({ mode: "number" }),
    type: text({ enum: [...webhookTypes, testType] }).notNull(),
    /** Exactly what is sent, however often. It holds ids, states and links alone. */
    body: text().notNull(),
    state: text({ enum: deliveryStates }).notNull().default("waiting"),
    createdAt: instant().notNull(),
    /** Oldest first. */
    tries: jsonb().$type<DeliveryTry[]>().notNull().default([]),
  },
  (t) => [
    unique("webhook_deliveries_event").on(t.webhookId, t.eventId),
    index("webhook_deliveries_newest").on(t.webhookId, t.createdAt, t.id),
    check("webhook_deliveries_type", oneOf(t.type, [...webhookTypes, testType])),
    check("webhook_deliveries_state", oneOf(t.state, deliveryStates)),
    check("webhook_deliveries_size", sql`length(${t.body}) <= 4000`),
  ],
);

/** `at` is an ISO time; `status` is that of HTTP, null where none came; `fault` is null for a success. */
export type DeliveryTry = { at: string; status: number | null; fault: DeliveryFault | null; ms: number };
