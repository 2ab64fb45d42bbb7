import { sql } from "drizzle-orm";
import { bigint, check, index, pgTable, smallint, text } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/** One row a mail that was handed to the mail server: its key keeps a retried job from sending it twice. */
export const sentMails = pgTable("sent_mails", {
  key: text().primaryKey(),
  sentAt: instant().notNull().defaultNow(),
});

/** An address that a mail server refused for good: when, and with which code. */
export const bouncedAddresses = pgTable(
  "bounced_addresses",
  {
    address: text().primaryKey(),
    code: smallint().notNull(),
    at: instant().notNull(),
  },
  (t) => [check("bounced_addresses_code", sql`${t.code} between 500 and 599`)],
);

/** The local mailbox of DEMO: each message as it came over SMTP. */
export const mailboxMessages = pgTable(
  "mailbox_messages",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    recipient: text().notNull(),
    raw: text().notNull(),
    receivedAt: instant().notNull().defaultNow(),
  },
  (t) => [index("mailbox_messages_recipient").on(t.recipient, t.id)],
);
