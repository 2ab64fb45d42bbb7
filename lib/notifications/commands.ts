import { and, eq, isNull, lte, type SQL, sql } from "drizzle-orm";
import { inTransaction, type Transaction } from "@/db/client";
import { users } from "@/db/schema/auth";
import { alertPostings, mailSettings, notifications } from "@/db/schema/notifications";
import type { Actor } from "@/lib/auth/input";
import { DomainError } from "@/lib/errors";
import { record } from "@/lib/events/commands";
import { refuseIfChanged } from "@/lib/forms/changes";
import { declineInvitation } from "@/lib/invitations/commands";
import { reconfirmPosting } from "@/lib/postings/commands/life";
import { stopReminders } from "@/lib/saved/commands/postings";
import { stopAlerts } from "@/lib/saved/commands/searches";
import { mailForm } from "./form";
import type { AnswerAlert, ChooseMails, ReadNotifications, StopByToken } from "./input";
import { type MailKind, type MailTime, mailKinds } from "./lists";
import { bundleMinutes, dueAt, mostAtOnce } from "./rules";
import {
  readConfirmToken,
  readDeclineToken,
  readMailsToken,
  readRemindersToken,
  readStopToken,
} from "./tokens";

/**
 * Notes which postings the reader is told of in this transaction, and gives their ids: those that another search of theirs told them of in
 * the meantime are not among them.
 */
export async function noteTold(
  tx: Transaction,
  { userId, savedSearchId }: { userId: string; savedSearchId: string },
  postingIds: readonly string[],
): Promise<Set<string>> {
  // In one order everywhere, so that two alerts of one reader wait for each other and never in a circle.
  const rows = [...postingIds]
    .sort()
    .map((postingId) => ({ userId, postingId, savedSearchId, sentAt: tx.now }));
  const told = await tx
    .insert(alertPostings)
    .values(rows)
    .onConflictDoNothing()
    .returning({ postingId: alertPostings.postingId });
  return new Set(told.map(({ postingId }) => postingId));
}

/** Stops the mails that the link in one of them names; gives which they are, or null for a link that is not ours. */
export async function stopMails(token: string): Promise<"alerts" | "reminders" | "mails" | null> {
  const search = readStopToken(token);
  const reader = readRemindersToken(token);
  const mails = readMailsToken(token);
  if (search) await stopAlerts(search.savedSearchId);
  if (reader) await stopReminders(reader);
  if (mails) await chooseMails(mails, { [mails.kind]: "never" });
  return search ? "alerts" : reader ? "reminders" : mails ? "mails" : null;
}

/** Saves when mails of these kinds come to the user; those that are not named stay. An unknown user gets nothing. Throws `conflict` where the choices are not `version` any more. */
export function chooseMails({ userId }: Pick<Actor, "userId">, chosen: ChooseMails, version?: string) {
  return inTransaction(async (tx) => {
    const [user] = await tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for("update");
    if (!user) return;
    const before = await tx
      .select({ kind: mailSettings.kind, time: mailSettings.time })
      .from(mailSettings)
      .where(eq(mailSettings.userId, userId));
    refuseIfChanged(version, mailForm(new Map(before.map(({ kind, time }) => [kind, time]))));
    const rows = mailKinds.flatMap((kind) => {
      const time = chosen[kind];
      return time ? [{ userId, kind, time }] : [];
    });
    if (rows.length > 0)
      await tx
        .insert(mailSettings)
        .values(rows)
        .onConflictDoUpdate({
          target: [mailSettings.userId, mailSettings.kind],
          set: { time: sql`excluded.time` },
        });
    await record(tx, { type: "mails.chosen", actorId: userId });
  });
}

/** Marks the actor's notifications as read, up to the newest that they saw. It is safe to call twice. */
export function readNotifications({ userId }: Actor, { upTo }: ReadNotifications) {
  return inTransaction(async (tx) => {
    const read = await tx
      .update(notifications)
      .set({ readAt: tx.now })
      .where(and(eq(notifications.userId, userId), lte(notifications.id, upTo), isNull(notifications.readAt)))
      .returning({ id: notifications.id });
    if (read.length > 0) await record(tx, { type: "notifications.read", actorId: userId });
  });
}

/** Confirms for the member whom the mail was to that its posting is still open. Throws `not_found` for a link that is not ours, else as `reconfirmPosting`. */
export async function confirmByToken({ token }: StopByToken): Promise<void> {
  const meant = readConfirmToken(token);
  if (!meant) throw new DomainError("not_found", "This link is not valid.");
  await reconfirmPosting(meant, { id: meant.postingId });
}

/** Declines the invitation of a mail for the candidate whom it was to. Throws `not_found` for a link that is not ours, else as `declineInvitation`. */
export async function declineByToken({ token }: StopByToken): Promise<void> {
  const meant = readDeclineToken(token);
  if (!meant) throw new DomainError("not_found", "This link is not valid.");
  await declineInvitation(meant, { id: meant.invitationId });
}

/**
 * Keeps whether a posting that the reader was told of was relevant to them; said again, the last word stands. Throws `not_found` where they
 * were not told of it.
 */
export function answerAlert({ userId }: Pick<Actor, "userId">, { postingId, relevant }: AnswerAlert) {
  return inTransaction(async (tx) => {
    const [answered] = await tx
      .update(alertPostings)
      .set({ relevant: relevant === "yes", answeredAt: tx.now })
      .where(and(eq(alertPostings.userId, userId), eq(alertPostings.postingId, postingId)))
      .returning({ postingId: alertPostings.postingId });
    if (!answered) throw new DomainError("not_found", "We did not send you an alert for this posting.");
    await record(tx, { type: "alert.answered", actorId: userId, postingId, data: { relevant } });
  });
}

/** What a reader is told of: an event, and the page that it leads to. */
type Told = {
  userId: string;
  eventId: number;
  applicationId: string | null;
  kind: MailKind | null;
  title: string;
  path: string;
};

/**
 * Notes what a reader is told of, once for each event, and whether its mail goes out now: not where it waits for a bundle, where the reader wants
 * none of its kind, and where it was noted before.
 */
export async function noteNotification(tx: Transaction, told: Told): Promise<{ isMailed: boolean }> {
  const due = told.kind === null ? null : await findDueAt(tx, { ...told, kind: told.kind });
  const noted = await tx
    .insert(notifications)
    .values({ ...told, at: tx.now, mailDueAt: due ?? null })
    .onConflictDoNothing()
    .returning({ id: notifications.id });
  return { isMailed: noted.length > 0 && due === null };
}

async function findDueAt(tx: Transaction, { userId, kind }: { userId: string; kind: MailKind }) {
  const [row] = await tx.execute<{ time: MailTime | null; recent: number }>(sql`
    select (select s.time from mail_settings s where s.user_id = ${userId}::uuid and s.kind = ${kind}) as time,
      (select count(*)::int from (
        select 1 from notifications n where n.user_id = ${userId}::uuid and n.kind = ${kind}
          and n.at > ${tx.now.toISOString()}::timestamptz - make_interval(mins => ${bundleMinutes}::int)
        limit ${mostAtOnce}::int) lately) as recent`);
  return dueAt(row?.time ?? "now", row?.recent ?? 0, tx.now);
}

/** What is in one mail to one reader: at most so many are named. */
export type Bundle = {
  userId: string;
  email: string;
  total: number;
  kinds: MailKind[];
  named: { title: string; path: string }[];
};
const mostNamed = 30;

/** Takes all that waits for one reader and is due, in the transaction that makes the mail about it: no other worker does. Null where nothing is due. */
export async function takeBundle(tx: Transaction): Promise<Bundle | null> {
  const now = sql`${tx.now.toISOString()}::timestamptz`;
  const [reader] = await tx.execute<{ userId: string; email: string }>(sql`
    select u.id as "userId", u.email from users u
    where u.id in (select n.user_id from notifications n where n.mail_due_at <= ${now} and n.mailed_at is null)
    limit 1 for no key update skip locked`);
  if (!reader) return null;
  const due = await tx.execute<{ id: string; kind: MailKind; title: string; path: string }>(sql`
    update notifications set mailed_at = ${now}
    where user_id = ${reader.userId}::uuid and mail_due_at <= ${now} and mailed_at is null
    returning id, kind, title, path`);
  if (due.length === 0) return null;
  const newest = [...due].sort((a, b) => Number(b.id) - Number(a.id));
  return {
    ...reader,
    total: due.length,
    kinds: [...new Set(due.map(({ kind }) => kind))],
    named: newest.slice(0, mostNamed).map(({ title, path }) => ({ title, path })),
  };
}

/** Deletes what anybody was told of these events, in the transaction that deletes the account of whom they name. */
export async function deleteNotifications(tx: Transaction, events: SQL) {
  await tx.delete(notifications).where(sql`${notifications.eventId} in ${events}`);
}
