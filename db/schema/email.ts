import { bigint, index, pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/** One row a mail that was handed to the mail server: its key keeps a retried job from sending it twice. */
export const sentMails = pgTable("sent_mails", {
  key: text().primaryKey(),
  sentAt: instant().notNull().defaultNow(),
});

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
