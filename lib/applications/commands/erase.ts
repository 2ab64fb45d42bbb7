import { and, eq, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import { isInTime, isRated } from "@/db/answer-rate";
import type { Transaction } from "@/db/client";
import { applications } from "@/db/schema/applications";
import type { Actor } from "@/lib/auth/input";
import { record } from "@/lib/events/commands";
import { endedStates } from "../lists";
import { isOpenNow } from "../queries/applications";

/**
 * Records for each application of the user that it is erased, in the transaction that deletes the applications with the account, so that the
 * company is told: its programs of each, and its members of those whose end they do not know. The company keeps all of them in its counts.
 */
export async function tellOfErasure(tx: Transaction, { userId }: Pick<Actor, "userId">) {
  const erased = await tx
    .select({
      companyId: applications.companyId,
      postingId: applications.postingId,
      applicationId: applications.id,
      wasOpen: sql<boolean>`${or(isOpenNow, and(isNotNull(applications.withdrawnAt), isNull(applications.withdrawalToldAt)))}`,
    })
    .from(applications)
    .where(eq(applications.candidateId, userId))
    .for("update");
  await countErased(tx, sql`a.candidate_id = ${userId}::uuid`);
  if (erased.length > 0)
    await record(
      tx,
      ...erased.map(({ applicationId, wasOpen, ...one }) => ({
        ...one,
        type: "application.erased" as const,
        actorId: userId,
        data: { applicationId, wasOpen },
      })),
    );
}

/** Adds the applications for which `which` holds, a condition on `applications a`, to the counts of those that were erased. */
async function countErased(tx: Transaction, which: SQL) {
  await tx.execute(sql`
    insert into erased_applications as e
      (posting_id, company_id, arrival, state, reached, answer_tenths, is_rated, is_in_time, count)
    select a.posting_id, a.company_id, a.arrival, ended.state, ended.reached,
      coalesce(round(extract(epoch from a.answered_at - a.submitted_at) / 8640)::int, -1), ${isRated}, ${isInTime}, count(*)
    from applications a cross join lateral (
      select case when a.state = any(${sql.param([...endedStates])}::text[]) then a.state else 'withdrawn' end as state,
        case when 'hired' = any(m.stages) then 'hired' when 'offer' = any(m.stages) then 'offer'
          when 'interview' = any(m.stages) then 'interview' else 'none' end as reached
      from (select array(select to_state from application_moves where application_id = a.id) as stages) m
    ) ended
    where ${which} group by 1, 2, 3, 4, 5, 6, 7, 8
    on conflict on constraint erased_applications_kind do update set count = e.count + excluded.count`);
}

/** An application that is erased, by opaque ids. */
export type Erased = { applicationId: string; postingId: string; companyId: string };

/** Applications that are erased at once. */
const chunk = 100;

/**
 * Deletes applications whose decision is older than their company stores them, with all that belongs to them, at most a hundred; gives which.
 * What another worker has in hand is left out.
 */
export async function eraseExpired(
  tx: Transaction,
  alongside: (ids: SQL) => Promise<unknown>,
): Promise<Erased[]> {
  const expired = await tx.execute<Erased>(sql`
    select a.id as "applicationId", a.posting_id as "postingId", a.company_id as "companyId"
    from applications a join companies c on c.id = a.company_id
    where a.state = any(${sql.param([...endedStates])}::text[])
      and a.submitted_at <= ${tx.now.toISOString()}::timestamptz - interval '1 month'
      and (select max(m.at) from application_moves m where m.application_id = a.id)
        <= ${tx.now.toISOString()}::timestamptz - make_interval(months => c.retention_months)
    order by a.submitted_at limit ${chunk}::int for update of a skip locked`);
  if (expired.length === 0) return [];
  const ids = sql`(select unnest(${sql.param(expired.map(({ applicationId }) => applicationId))}::uuid[]))`;
  await alongside(ids);
  await countErased(tx, sql`a.id in ${ids}`);
  await tx.execute(sql`delete from applications where id in ${ids}`);
  return expired;
}
