import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";

export const users = pgTable(
  "users",
  {
    id: uuid().primaryKey().defaultRandom(),
    email: text().notNull().unique(),
    emailVerified: instant(),
    name: text(),
    image: text(),
    isAdmin: boolean().notNull().default(false),
    suspendedAt: instant(),
    createdAt: instant().notNull().defaultNow(),
    /** When they were here last, to five minutes, and when the visit before that ended. */
    visitedAt: instant(),
    visitBeforeAt: instant(),
  },
  (t) => [check("users_email_lower", sql`${t.email} = lower(${t.email})`)],
);

/** Accounts at other sign-in services, as next-auth's adapter keeps them. */
export const accounts = pgTable(
  "accounts",
  {
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    type: text().notNull(),
    provider: text().notNull(),
    providerAccountId: text().notNull(),
    refresh_token: text("refresh_token"),
    access_token: text("access_token"),
    expires_at: integer("expires_at"),
    token_type: text("token_type"),
    scope: text("scope"),
    id_token: text("id_token"),
    session_state: text("session_state"),
  },
  (t) => [primaryKey({ columns: [t.provider, t.providerAccountId] }), index("accounts_user").on(t.userId)],
);

export const sessions = pgTable(
  "sessions",
  {
    sessionToken: text().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    expires: instant().notNull(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [index("sessions_user").on(t.userId), index("sessions_expires").on(t.expires)],
);

/** A code by e-mail: bound to the address and the browser that asked, good once, for ten minutes and five tries. */
export const signInCodes = pgTable(
  "sign_in_codes",
  {
    id: uuid().primaryKey().defaultRandom(),
    email: text().notNull(),
    codeHash: text().notNull(),
    browserHash: text().notNull(),
    tries: integer().notNull().default(0),
    expiresAt: instant().notNull(),
    usedAt: instant(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [
    index("sign_in_codes_browser").on(t.browserHash, t.createdAt),
    check("sign_in_codes_tries", sql`${t.tries} between 0 and 5`),
  ],
);

/** Counters of rate-limiter-flexible; their columns are its own. */
export const rateLimits = pgTable(
  "rate_limits",
  {
    key: text("key").primaryKey(),
    points: integer("points").notNull().default(0),
    expire: instant(),
  },
  (t) => [index("rate_limits_expire").on(t.expire)],
);
