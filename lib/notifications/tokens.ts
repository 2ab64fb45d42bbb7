import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { settings } from "@/lib/env";
import { type MailKind, mailKinds } from "./lists";

/** What a link in a mail may do without a session: stop the mails of one saved search, or the reminders of one user, answer for one posting of an alert, confirm for one member that a posting is still open, or decline an invitation. */
type Meaning = {
  stop: { savedSearchId: string };
  reminders: { userId: string };
  confirm: { userId: string; postingId: string };
  relevant: { userId: string; postingId: string };
  decline: { userId: string; invitationId: string };
};

/** The token of a link: ids under our secret, for one purpose. It never ends, as the mail that it stands in does not. */
export function makeToken<P extends keyof Meaning>(purpose: P, meaning: Meaning[P]): string {
  const ids = Object.values(meaning).join(".");
  return `${ids}.${signature(purpose, ids)}`;
}

/** The token of the link in a mail of a kind that stops mails of this kind to its reader. */
export function makeMailsToken({ userId, kind }: { userId: string; kind: MailKind }): string {
  return `${userId}.${signature(`mails ${kind}`, userId)}`;
}

export function readMailsToken(token: string): { userId: string; kind: MailKind } | null {
  for (const kind of mailKinds) {
    const [userId] = idsOf(`mails ${kind}`, token, 1) ?? [];
    if (userId) return { userId, kind };
  }
  return null;
}

export const readStopToken = (token: string): Meaning["stop"] | null => {
  const [savedSearchId] = idsOf("stop", token, 1) ?? [];
  return savedSearchId ? { savedSearchId } : null;
};

export const readRemindersToken = (token: string): Meaning["reminders"] | null => {
  const [userId] = idsOf("reminders", token, 1) ?? [];
  return userId ? { userId } : null;
};

/** Whether a token stops any kind of mail. */
export const isStopToken = (token: string): boolean =>
  Boolean(readStopToken(token) ?? readRemindersToken(token) ?? readMailsToken(token));

export const readRelevanceToken = (token: string): Meaning["relevant"] | null => {
  const [userId, postingId] = idsOf("relevant", token, 2) ?? [];
  return userId && postingId ? { userId, postingId } : null;
};

/** Whether this member may confirm the posting is decided by the command. */
export const readConfirmToken = (token: string): Meaning["confirm"] | null => {
  const [userId, postingId] = idsOf("confirm", token, 2) ?? [];
  return userId && postingId ? { userId, postingId } : null;
};

export const readDeclineToken = (token: string): Meaning["decline"] | null => {
  const [userId, invitationId] = idsOf("decline", token, 2) ?? [];
  return userId && invitationId ? { userId, invitationId } : null;
};

/** The ids of a token that we made for this purpose; null for any other text. */
function idsOf(purpose: string, token: string, count: number): string[] | null {
  const parts = token.split(".");
  const given = Buffer.from(parts.pop() ?? "");
  const right = Buffer.from(signature(purpose, parts.join(".")));
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
  return parts.length === count && parts.every((id) => z.uuid().safeParse(id).success) ? parts : null;
}

const signature = (purpose: string, ids: string) =>
  createHmac("sha256", settings().AUTH_SECRET ?? "")
    .update(`mail ${purpose}\n${ids}`)
    .digest("base64url");
