import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { users } from "./auth";
import { instant } from "./columns";
import { postings } from "./postings";

/** A company asks a candidate who may be found to apply. What comes of it: an application, a no, or nothing. */
export const invitations = pgTable(
  "invitations",
  {
    id: uuid().primaryKey().defaultRandom(),
    postingId: uuid().notNull(),
    companyId: uuid().notNull(),
    candidateId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** Who sent it; null once that account is gone. */
    memberId: uuid().references(() => users.id, { onDelete: "set null" }),
    message: text().notNull(),
    sentAt: instant().notNull(),
    declinedAt: instant(),
  },
  (t) => [
    unique("invitations_once").on(t.postingId, t.candidateId),
    foreignKey({
      name: "invitations_posting",
      columns: [t.companyId, t.postingId],
      foreignColumns: [postings.companyId, postings.id],
    })
      .onDelete("cascade")
      .onUpdate("cascade"),
    index("invitations_candidate").on(t.candidateId, t.sentAt.desc().nullsFirst()),
    index("invitations_of_company").on(t.companyId, t.sentAt),
    index("invitations_member").on(t.memberId),
    check("invitations_message", sql`length(${t.message}) between 1 and 2000`),
    check("invitations_declined", sql`${t.declinedAt} >= ${t.sentAt}`),
  ],
);
