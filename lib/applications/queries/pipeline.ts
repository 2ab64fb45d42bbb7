import { and, asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { isMemberFor, roleOf } from "@/db/membership";
import { applicationMatches, applications } from "@/db/schema/applications";
import { companies } from "@/db/schema/companies";
import { postings } from "@/db/schema/postings";
import type { Actor } from "@/lib/auth/input";
import { sheetFrom } from "@/lib/matching/record";
import { readInputs } from "@/lib/matching/stored";
import { withoutContacts, withoutIdentity } from "@/lib/profiles/identity";
import type { PipelineQuery } from "../input";
import { type ApplicationState, applicationStates, endedStates, openStates } from "../lists";
import { common, isHidden, isUnanswered, schools } from "./applications";

export type Applicant = Awaited<ReturnType<typeof listPipeline>>["applicants"][number];

const pageSize = 50;
const cardsOfColumn = 20;

/**
 * The applicants of a posting of the actor's company that a query asks for: one page from after the application `after`, and where the next
 * one begins, or null; each with the sheet that was kept with the application. Where the review is blind, `name` is null until the first
 * move, `number` is the place in the order of arrival, and the headline is without the name. A reviewer gets it without contact details. Empty
 * for strangers.
 */
export async function listPipeline(actor: Actor, postingId: string, query: PipelineQuery) {
  const order = orders[query.sort];
  const rows = await applicantsWhere(
    actor,
    postingId,
    and(
      inStates(query.state),
      query.sort === "due" ? isUnanswered : undefined,
      query.line === undefined ? undefined : hasLine(postingId, query.line),
      query.gate === undefined
        ? undefined
        : query.gate === "all"
          ? sql`${applications.fails} = '{}'`
          : sql`not ${applications.fails} @> array[${query.gate}]::text[]`,
      query.after === undefined ? undefined : isAfter(order, postingId, query.after),
    ),
    order.by,
    pageSize + 1,
  );
  const page = rows.slice(0, pageSize);
  return { applicants: page, next: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null };
}

/** The first applicants of each open state, as cards in columns. */
export async function listColumns(actor: Actor, postingId: string, sort: PipelineQuery["sort"]) {
  const columns = await Promise.all(
    openStates.map((state) =>
      applicantsWhere(actor, postingId, eq(applications.state, state), orders[sort].by, cardsOfColumn),
    ),
  );
  return openStates.map((state, at) => ({ state, applicants: columns[at] ?? [] }));
}

/** Those of these applicants who are at the posting of the actor's company: who each is, and in which state. At most 50. */
export async function listApplicantsByIds(actor: Actor, postingId: string, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return applicantsWhere(actor, postingId, inArray(applications.id, [...ids]), orders.arrival.by, pageSize);
}

/** How many applicants of a posting of the actor's company are in each state; all 0 for strangers. */
export async function countByState(
  actor: Actor,
  postingId: string,
): Promise<Record<ApplicationState, number>> {
  const rows = await db()
    .select({ state: applications.state, n: sql<number>`count(*)::int` })
    .from(applications)
    .where(and(eq(applications.postingId, postingId), isMemberFor(actor, postingId)))
    .groupBy(applications.state);
  const counts = new Map(rows.map(({ state, n }) => [state, n]));
  return Object.fromEntries(applicationStates.map((state) => [state, counts.get(state) ?? 0])) as Record<
    ApplicationState,
    number
  >;
}

/** Each order of the list: by what, and the same of one application `l` for the next page. No move changes them. */
const orders = {
  arrival: {
    by: [asc(applications.submittedAt), asc(applications.id)],
    keys: sql`(${applications.submittedAt}, ${applications.id})`,
    last: sql`l.submitted_at, l.id`,
  },
  match: {
    by: [asc(applications.matchOrder), asc(applications.submittedAt), asc(applications.id)],
    keys: sql`(${applications.matchOrder}, ${applications.submittedAt}, ${applications.id})`,
    last: sql`l.match_order, l.submitted_at, l.id`,
  },
  due: {
    by: [asc(applications.replyBy), asc(applications.id)],
    keys: sql`(${applications.replyBy}, ${applications.id})`,
    last: sql`l.reply_by, l.id`,
  },
} satisfies Record<PipelineQuery["sort"], { by: SQL[]; keys: SQL; last: SQL }>;

const isAfter = (order: (typeof orders)[PipelineQuery["sort"]], postingId: string, id: string) =>
  sql`${order.keys} > (select ${order.last} from applications l where l.id = ${id}::uuid and l.posting_id = ${postingId}::uuid)`;

/** Whether the line is had in full, as the index `applications_had` has it. */
const hasLine = (postingId: string, line: string) =>
  sql`array_append(${applications.had}, ${applications.postingId}::text) @> array[${line}, ${postingId}]::text[]`;

const inStates = (state: PipelineQuery["state"]) =>
  state === "open"
    ? sql`${applications.state} in ${[...openStates]}`.inlineParams()
    : state === "ended"
      ? sql`${applications.state} in ${[...endedStates]}`.inlineParams()
      : eq(applications.state, state);

async function applicantsWhere(
  actor: Actor,
  postingId: string,
  where: SQL | undefined,
  by: SQL[],
  limit: number,
) {
  const rows = await db()
    .select({
      ...common,
      hidden: isHidden,
      role: roleOf(actor, applications.companyId),
      name: applications.name,
      email: applications.email,
      schools: sql<string[]>`case when ${isHidden} then ${schools} else '{}' end`,
      headline: sql<string | null>`${applications.profile} ->> 'headline'`,
      years: sql<number | null>`(${applications.profile} ->> 'years')::numeric::float8`,
      inputs: applicationMatches.inputs,
      /** When the candidate wrote last, if nobody of the company has written since. */
      wroteAt: sql<
        string | null
      >`(select case when not m.from_company then m.at end from application_messages m
        where m.application_id = ${applications.id} order by m.id desc limit 1)`,
    })
    .from(applications)
    .innerJoin(postings, eq(postings.id, applications.postingId))
    .innerJoin(companies, eq(companies.id, applications.companyId))
    .leftJoin(applicationMatches, eq(applicationMatches.applicationId, applications.id))
    .where(and(eq(applications.postingId, postingId), where, isMemberFor(actor, postingId)))
    .orderBy(...by)
    .limit(limit);
  const numbers = await listNumbers(
    postingId,
    rows.flatMap(({ id, hidden }) => (hidden ? id : [])),
  );
  return rows.map(({ role, name, email, schools, headline, inputs, wroteAt, ...applicant }) => ({
    ...applicant,
    number: numbers.get(applicant.id) ?? 0,
    name: applicant.hidden ? null : name,
    headline: applicant.hidden
      ? withoutIdentity(headline ?? "", { name, email, schools })
      : role === "reviewer"
        ? withoutContacts(headline ?? "")
        : headline,
    sheet: inputs === null ? null : sheetFrom(readInputs(inputs)),
    wroteAt: wroteAt === null ? null : new Date(wroteAt),
  }));
}

/** The places of these applications in the order of arrival at their posting, from 1 on: one walk through the index for all of them. */
async function listNumbers(postingId: string, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db().execute<{ id: string; number: number }>(sql`
    select n.id, n.number from (
      select id, row_number() over (order by submitted_at, id)::int as number from applications where posting_id = ${postingId}::uuid
    ) n where n.id = any(${sql.param([...ids])}::uuid[])`);
  return new Map(rows.map(({ id, number }) => [id, number]));
}
