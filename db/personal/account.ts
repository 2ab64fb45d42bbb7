import { eq, isNull, or, sql } from "drizzle-orm";
import {
  accounts,
  addressChanges,
  passkeyChallenges,
  passkeys,
  rateLimits,
  sessions,
  signInCodes,
  users,
} from "../schema/auth";
import { companyKeys, domainCodes, memberInvitations, members } from "../schema/companies";
import { bouncedAddresses, mailboxMessages } from "../schema/email";
import { unsentForms } from "../schema/forms";
import { reviewClaims } from "../schema/moderation";
import { alertPostings, mailSettings } from "../schema/notifications";
import { reports } from "../schema/reports";
import { savedPostings, savedSearches, stoppedReminders } from "../schema/saved";
import { type Holding, holding, ofAddress, ofUser, type Person } from "./holding";

/** Counters of limits are called by what is limited, and then by the user, the address, or a network and the address. */
function ownLimits({ userId, email }: Person) {
  const endsWith = (words: string) => sql`right(${rateLimits.key}, length(${words}::text)) = ${words}::text`;
  return or(endsWith(`:${userId}`), endsWith(`:${email}`), endsWith(` ${email}`));
}

/** Forms of the user's sessions, and those of nobody in particular in a browser where the user has asked for a code. */
const ownForms = ({ userId, email }: Person) =>
  or(
    eq(unsentForms.userId, userId),
    sql`${isNull(unsentForms.userId)} and ${unsentForms.browserHash} in (select c.browser_hash from sign_in_codes c where c.email = ${email})`,
  );

/** What is stored about a person with their account, and by their address. In an order in which the rows can be deleted. */
export const accountHoldings: readonly Holding[] = [
  holding(alertPostings, ofUser(alertPostings.userId), {
    userId: "code",
    postingId: "code",
    savedSearchId: "code",
    sentAt: "own",
    relevant: "own",
    answeredAt: "own",
  }),
  holding(savedSearches, ofUser(savedSearches.userId), {
    id: "code",
    userId: "code",
    name: "own",
    criteria: "own",
    frequency: "own",
    minMatch: "own",
    mark: "code",
    seen: "code",
    nextAt: "own",
    mailedAt: "own",
    createdAt: "own",
  }),
  holding(savedPostings, ofUser(savedPostings.userId), {
    userId: "code",
    postingId: "code",
    note: "own",
    savedAt: "own",
    removedAt: "own",
    remindedAt: "own",
  }),
  holding(stoppedReminders, ofUser(stoppedReminders.userId), { userId: "code", at: "own" }),
  holding(mailSettings, ofUser(mailSettings.userId), { userId: "code", kind: "own", time: "own" }),
  holding(reports, ofUser(reports.reporterId), {
    id: "code",
    postingId: "code",
    reporterId: "code",
    reason: "own",
    words: "own",
    weighs: "code",
    state: "own",
    at: "own",
    decidedAt: "own",
  }),
  holding(reviewClaims, ofUser(reviewClaims.adminId), {
    adminId: "code",
    postingId: "code",
    companyId: "code",
    until: "own",
  }),
  holding(members, ofUser(members.userId), {
    companyId: "code",
    userId: "code",
    role: "own",
    createdAt: "own",
  }),
  holding(companyKeys, ofUser(companyKeys.madeBy), {
    id: "code",
    companyId: "code",
    madeBy: "code",
    name: "own",
    secretHash: "secret",
    prefix: "own",
    scopes: "own",
    createdAt: "own",
    lastUsedAt: "own",
    revokedAt: "own",
  }),
  holding(memberInvitations, ofAddress(memberInvitations.email), {
    id: "code",
    companyId: "code",
    email: "own",
    role: "own",
    tokenHash: "secret",
    invitedBy: "company",
    sentAt: "own",
    expiresAt: "own",
    acceptedAt: "own",
    withdrawnAt: "own",
  }),
  holding(domainCodes, ofAddress(domainCodes.email), {
    companyId: "code",
    email: "own",
    codeHash: "secret",
    tries: "code",
    expiresAt: "own",
  }),
  holding(unsentForms, ownForms, {
    browserHash: "secret",
    path: "own",
    form: "code",
    userId: "code",
    values: "own",
    version: "code",
    expiresAt: "own",
  }),
  holding(signInCodes, ofAddress(signInCodes.email), {
    id: "code",
    email: "own",
    codeHash: "secret",
    browserHash: "secret",
    tries: "code",
    expiresAt: "own",
    usedAt: "own",
    createdAt: "own",
  }),
  // A key also holds the network that asked, which may be a stranger's.
  holding(rateLimits, ownLimits, { key: "secret", points: "code", expire: "code" }),
  holding(bouncedAddresses, ofAddress(bouncedAddresses.address), { address: "own", code: "own", at: "own" }),
  // A mail holds links with tokens, and its reader has it.
  holding(mailboxMessages, ofAddress(mailboxMessages.recipient), {
    id: "code",
    recipient: "own",
    raw: "secret",
    receivedAt: "own",
  }),
  holding(sessions, ofUser(sessions.userId), {
    sessionToken: "secret",
    id: "code",
    userId: "code",
    expires: "own",
    createdAt: "own",
    seenAt: "own",
    browser: "own",
  }),
  holding(passkeyChallenges, ofUser(passkeyChallenges.userId), {
    challenge: "secret",
    browserHash: "secret",
    userId: "code",
    expiresAt: "own",
  }),
  holding(passkeys, ofUser(passkeys.userId), {
    id: "code",
    userId: "code",
    credentialId: "code",
    publicKey: "code",
    counter: "code",
    transports: "code",
    name: "own",
    createdAt: "own",
    lastUsedAt: "own",
  }),
  holding(addressChanges, ofUser(addressChanges.userId), {
    id: "code",
    userId: "code",
    oldEmail: "own",
    newEmail: "own",
    oldCodeHash: "secret",
    newCodeHash: "secret",
    tries: "code",
    expiresAt: "own",
    changedAt: "own",
    undoHash: "secret",
    undoneAt: "own",
  }),
  holding(accounts, ofUser(accounts.userId), {
    userId: "code",
    type: "own",
    provider: "own",
    providerAccountId: "own",
    refresh_token: "secret",
    access_token: "secret",
    expires_at: "code",
    token_type: "code",
    scope: "code",
    id_token: "secret",
    session_state: "secret",
  }),
  holding(users, ofUser(users.id), {
    id: "code",
    email: "own",
    emailVerified: "own",
    name: "own",
    image: "own",
    isAdmin: "own",
    suspendedAt: "own",
    suspendReason: "own",
    createdAt: "own",
    visitedAt: "own",
    visitBeforeAt: "own",
    deletionAt: "own",
  }),
];
