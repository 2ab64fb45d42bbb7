import { type SQL, sql } from "drizzle-orm";
import { inTransaction, type Transaction } from "@/db/client";
import { openStates } from "@/lib/applications/lists";
import { record } from "@/lib/events/commands";
import type { Reminder } from "../lists";

const batch = 200;

/**
 * The worker's task of each minute: cancels interviews whose application has ended, and reminds both sides of an interview a day and an hour before it, each once. What was accepted later than that
 * needs no reminder. The marks and the events are written together, and what another worker has in hand is skipped.
 */
export async function remindOfInterviews() {
  while ((await inTransaction(cancelEnded)) === batch);
  for (const ahead of ["day", "hour"] as const)
    while ((await inTransaction((tx) => remindSome(tx, ahead))) === batch);
}

/** A withdrawal counts once it cannot be undone any more. */
async function cancelEnded(tx: Transaction): Promise<number> {
  const now = sql`${tx.now.toISOString()}::timestamptz`;
  const cancelled = await tx.execute<{
    interviewId: string;
    sequence: number;
    was: string | null;
    applicationId: string;
    companyId: string;
    postingId: string;
  }>(sql`
    with due as (
      select i.id from interviews i join applications a on a.id = i.application_id
      where i.state in ('proposed', 'countered', 'accepted') and (i.starts_at is null or i.starts_at > ${now})
        and (a.state in ('rejected', 'hired') or (a.state = 'withdrawn' and a.withdrawal_told_at is not null))
      limit ${batch}::int for update of i skip locked
    )
    update interviews set state = 'cancelled', sequence = interviews.sequence + 1, updated_at = ${now} from due, applications a
    where interviews.id = due.id and a.id = interviews.application_id
    returning interviews.id as "interviewId", interviews.sequence, interviews.starts_at as was,
      a.id as "applicationId", a.company_id as "companyId", a.posting_id as "postingId"`);
  if (cancelled.length > 0)
    await record(
      tx,
      ...cancelled.map(({ interviewId, sequence, was, ...about }) => ({
        ...about,
        type: "interview.cancelled" as const,
        actorId: null,
        data: { interviewId, sequence, was: was && new Date(was).toISOString() },
      })),
    );
  return cancelled.length;
}

const marks: Record<Reminder, { mark: SQL; lead: SQL }> = {
  day: { mark: sql`day_told`, lead: sql`interval '1 day'` },
  hour: { mark: sql`hour_told`, lead: sql`interval '1 hour'` },
};

async function remindSome(tx: Transaction, ahead: Reminder): Promise<number> {
  const now = sql`${tx.now.toISOString()}::timestamptz`;
  const { mark, lead } = marks[ahead];
  const open = sql.param([...openStates]);
  const due = await tx.execute<{
    interviewId: string;
    sequence: number;
    startsAt: string;
    applicationId: string;
    companyId: string;
    postingId: string;
  }>(sql`
    with due as (
      select i.id from interviews i join applications a on a.id = i.application_id
      where i.state = 'accepted' and i.${mark} is null and i.starts_at > ${now} and i.starts_at <= ${now} + ${lead}
        and i.accepted_at <= i.starts_at - ${lead} and a.state = any(${open}::text[])
      limit ${batch}::int for update of i skip locked
    )
    update interviews set ${mark} = ${now} from due, applications a
    where interviews.id = due.id and a.id = interviews.application_id
    returning interviews.id as "interviewId", interviews.sequence, interviews.starts_at as "startsAt",
      a.id as "applicationId", a.company_id as "companyId", a.posting_id as "postingId"`);
  if (due.length > 0)
    await record(
      tx,
      ...due.map(({ interviewId, sequence, startsAt, ...about }) => ({
        ...about,
        type: "interview.soon" as const,
        actorId: null,
        data: { interviewId, sequence, startsAt: new Date(startsAt).toISOString(), ahead },
      })),
    );
  return due.length;
}
