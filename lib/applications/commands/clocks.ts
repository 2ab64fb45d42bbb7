import { type SQL, sql } from "drizzle-orm";
import { inTransaction, type Transaction } from "@/db/client";
import { record } from "@/lib/events/commands";
import { isUnanswered } from "../queries/applications";
import { remindDays, undoMinutes } from "../rules";
import { chunk } from "./write";

/**
 * The worker's task of each minute: what time alone does to applications. Each step marks what it takes and records the events in one
 * transaction, and skips what another worker has in hand, so that each thing happens once. A company is taken as a whole, so that its
 * members get one mail, however many of its answers are due.
 */
export async function advanceApplications() {
  while (await inTransaction(lapseOfOne));
  while (await inTransaction(remindOne));
  while (await inTransaction(tellWithdrawals));
}

/** The promised day of one company's applications has passed without an answer: both sides are told. */
async function lapseOfOne(tx: Transaction): Promise<boolean> {
  const due = await takeDue(
    tx,
    sql`${isUnanswered} and applications.lapsed_at is null and applications.reply_by <= ${now(tx)}`,
    sql`lapsed_at = ${now(tx)}, updated_at = ${now(tx)}`,
  );
  if (!due) return false;
  const { companyId, applications } = due;
  for (let at = 0; at < applications.length; at += chunk)
    await record(
      tx,
      ...applications.slice(at, at + chunk).map(({ id, postingId }) => ({
        type: "application.lapsed" as const,
        actorId: null,
        companyId,
        postingId,
        applicationId: id,
      })),
    );
  await record(tx, {
    type: "company.answers_overdue",
    actorId: null,
    companyId,
    data: bundleOf(applications),
  });
  return true;
}

/**
 * Answers of one company are due within three days, or within one: its members are reminded, once for each of both. A promise that is shorter
 * than that needs no reminder: it was given with the application.
 */
async function remindOne(tx: Transaction): Promise<boolean> {
  const [early, late] = remindDays;
  const within = (days: number, times: number) => sql`(applications.reminders < ${times}::int
    and applications.reply_by <= ${now(tx)} + make_interval(days => ${days}::int)
    and applications.submitted_at < applications.reply_by - make_interval(days => ${days}::int))`;
  const due = await takeDue(
    tx,
    sql`${isUnanswered} and applications.reminders < 2 and applications.reply_by > ${now(tx)}
      and applications.reply_by <= ${now(tx)} + make_interval(days => ${early}::int)
      and (${within(early, 1)} or ${within(late, 2)})`,
    sql`reminders = case when applications.reply_by <= ${now(tx)} + make_interval(days => ${late}::int) then 2 else 1 end`,
  );
  if (!due) return false;
  const { companyId, applications } = due;
  await record(tx, { type: "company.answers_due", actorId: null, companyId, data: bundleOf(applications) });
  return true;
}

/** Withdrawals that cannot be undone any more: the company is told. */
async function tellWithdrawals(tx: Transaction): Promise<boolean> {
  const told = await tx.execute<Due>(sql`
    with due as (
      select a.id from applications a
      where a.state = 'withdrawn' and a.withdrawal_told_at is null
        and a.withdrawn_at <= ${now(tx)} - make_interval(mins => ${undoMinutes}::int)
      limit ${chunk}::int for update skip locked
    )
    update applications set withdrawal_told_at = ${now(tx)} from due where applications.id = due.id
    returning applications.id, applications.posting_id as "postingId", applications.company_id as "companyId"`);
  if (told.length > 0)
    await record(
      tx,
      ...told.map(({ id, ...of }) => ({
        ...of,
        type: "application.withdrawal_final" as const,
        actorId: null,
        applicationId: id,
      })),
    );
  return told.length === chunk;
}

type Due = { id: string; postingId: string; companyId: string; replyBy: string };

/**
 * Marks all applications of one company for which `isDue` holds, and returns them, the first due first; null where there are none. The company
 * is locked, so that no other worker takes a part of them.
 */
async function takeDue(tx: Transaction, isDue: SQL, mark: SQL) {
  const [company] = await tx.execute<{ id: string }>(sql`
    select companies.id from companies
    where companies.id in (select applications.company_id from applications where ${isDue})
    limit 1 for no key update skip locked`);
  if (!company) return null;
  const rows = await tx.execute<Due>(sql`
    update applications set ${mark} where applications.company_id = ${company.id} and ${isDue}
    returning id, posting_id as "postingId", company_id as "companyId", reply_by as "replyBy"`);
  if (rows.length === 0) return null;
  return {
    companyId: company.id,
    applications: [...rows].sort((a, b) => (a.replyBy < b.replyBy ? -1 : a.replyBy > b.replyBy ? 1 : 0)),
  };
}

/** So many applications are named in a mail; the rest is behind a link. */
const mostNamed = 20;

const bundleOf = (due: readonly Due[]) => ({
  applicationIds: due.slice(0, mostNamed).map(({ id }) => id),
  total: due.length,
});

const now = (tx: Transaction) => sql`${tx.now.toISOString()}::timestamptz`;
