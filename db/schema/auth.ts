import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
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
    /** Why an admin suspended the account, in words for its owner. */
    suspendReason: text(),
    createdAt: instant().notNull().defaultNow(),
    /** When they were here last, to five minutes, and when the visit before that ended. */
    visitedAt: instant(),
    visitBeforeAt: instant(),
    /** When the account will be deleted; null unless its owner asked for that. */
    deletionAt: instant(),
  },
  (t) => [
    check("users_email_lower", sql`${t.email} = lower(${t.email})`),
    check("users_suspend_reason", sql`${t.suspendReason} is null or ${t.suspendedAt} is not null`),
    index("users_desk").on(t.email).where(sql`${t.isAdmin} or ${t.suspendedAt} is not null`),
    index("users_deletion").on(t.deletionAt).where(sql`${t.deletionAt} is not null`),
  ],
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
    /** What its owner names it by: the token never leaves the cookie. */
    id: uuid().notNull().unique().defaultRandom(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    expires: instant().notNull(),
    createdAt: instant().notNull().defaultNow(),
    /** When it was last used, to five minutes. */
    seenAt: instant(),
    /** Such as "Firefox on Windows"; "" where the browser does not say. */
    browser: text().notNull().default(""),
  },
  (t) => [
    index("sessions_user").on(t.userId),
    index("sessions_expires").on(t.expires),
    check("sessions_browser", sql`length(${t.browser}) <= 80`),
  ],
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

/**
 * A person moves their account to another address: it takes the codes that went to both, within an hour. After that, the row says for seven
 * days how who has the old address takes it back.
 */
export const addressChanges = pgTable(
  "address_changes",
  {
    id: uuid().primaryKey().defaultRandom(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    oldEmail: text().notNull(),
    newEmail: text().notNull(),
    oldCodeHash: text().notNull(),
    newCodeHash: text().notNull(),
    tries: integer().notNull().default(0),
    expiresAt: instant().notNull(),
    /** When the account moved; null while the codes are waited for. */
    changedAt: instant(),
    /** The secret of the link to the old address that takes it back, hashed. */
    undoHash: text(),
    /** When somebody with the old address took it back. */
    undoneAt: instant(),
  },
  (t) => [
    uniqueIndex("address_changes_open").on(t.userId).where(sql`${t.changedAt} is null`),
    index("address_changes_user").on(t.userId),
    uniqueIndex("address_changes_undo").on(t.undoHash),
    index("address_changes_old").on(t.oldEmail),
    index("address_changes_expires").on(t.expiresAt),
    check("address_changes_tries", sql`${t.tries} between 0 and 5`),
    check("address_changes_lower", sql`${t.newEmail} = lower(${t.newEmail})`),
    check(
      "address_changes_undo",
      sql`(${t.changedAt} is null) = (${t.undoHash} is null) and (${t.undoneAt} is null or ${t.changedAt} is not null)`,
    ),
  ],
);

/** A key that signs its owner in: it is held by their device, which proves that it has it. We know only its public half. */
export const passkeys = pgTable(
  "passkeys",
  {
    id: uuid().primaryKey().defaultRandom(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** What the device calls it, as base64url. */
    credentialId: text().notNull().unique(),
    /** COSE, as base64url. */
    publicKey: text().notNull(),
    /** How often the device says that it was used; 0 for ever where it does not count. */
    counter: bigint({ mode: "number" }).notNull(),
    /** How a browser reaches it: "internal", "usb" and the like. */
    transports: text().array().notNull(),
    /** What its owner calls it. */
    name: text().notNull(),
    createdAt: instant().notNull(),
    lastUsedAt: instant(),
  },
  (t) => [
    index("passkeys_user").on(t.userId),
    check("passkeys_name", sql`length(${t.name}) between 1 and 80`),
    check("passkeys_counter", sql`${t.counter} >= 0`),
  ],
);

/** What a device has to sign, once, within five minutes, in the browser that asked: to sign in, or for a user to add a passkey. */
export const passkeyChallenges = pgTable(
  "passkey_challenges",
  {
    challenge: text().primaryKey(),
    browserHash: text().notNull(),
    /** Whose passkey it is for; null for signing in. */
    userId: uuid().references(() => users.id, { onDelete: "cascade" }),
    expiresAt: instant().notNull(),
  },
  (t) => [index("passkey_challenges_user").on(t.userId), index("passkey_challenges_expires").on(t.expiresAt)],
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
