import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { postings } from "@/db/schema/postings";
import type { Board } from "@/lib/board/board";
import type { PageOrder } from "@/lib/board/page";
import { readZones } from "@/lib/board/queries";
import type { Counts, Question } from "@/lib/board/question";
import { dayMs } from "@/lib/days";
import { hoursOf, workday } from "@/lib/postings/hours";
import { degreeRank } from "@/lib/taxonomy/rules";
import { degrees } from "@/lib/taxonomy/terms";
import { activeFilters, type SearchCriteria, salaryThresholds } from "../criteria";
import type { Place } from "../cursor";
import { ask } from "./ask";
import { idsOf, type ReadySearch } from "./compile";
import type { Count } from "./facets";
import { textMatches } from "./text";

/** What the board answers to a search: the counts that `countsOf` asks SQL for, and one page where its order is of the board. */
export type BoardAnswer = { counts: Count[]; page: { ids: string[]; next: Place | null } | null };

/** The counts of a search and, in one of the board's orders, a page; null where the board lacks a name that SQL knows. */
export async function answerOnBoard(
  board: Board,
  ready: ReadySearch,
  page: { order: PageOrder; after: Place | null; limit: number } | null,
): Promise<BoardAnswer | null> {
  const questionOf = await toQuestion(board, ready);
  const filters = activeFilters(ready.criteria);
  const answer = board.answer({
    question: questionOf(ready.criteria),
    totals: filters.map(({ rest }) => questionOf(rest)),
    salaryThresholds: salaryThresholds.map(ready.toUsd),
    page: page
      ? {
          order: page.order,
          after: page.after ? placeOf(page.order, page.after) : undefined,
          limit: page.limit,
        }
      : undefined,
  });
  const counts = namedCounts(board, answer.counts);
  if (!counts) return null;
  return {
    counts: [
      ...counts,
      ...filters.map(({ name, value }, at) => ({
        facet: "without",
        value: `${name}=${value}`,
        label: "",
        count: answer.totals[at] as number,
      })),
    ],
    page: page &&
      answer.page && {
        ids: answer.page.ids,
        next: answer.page.next && toPlace(page.order, answer.page.next),
      },
  };
}

/** Looks up what only the database knows, once, and gives what makes a question of these criteria and of any with less in them. */
export async function toQuestion(
  board: Board,
  ready: ReadySearch,
): Promise<(criteria: SearchCriteria) => Question> {
  const { q, near, timezone, company } = ready.criteria;
  const { hiddenFrom, gates } = ready.reader ?? {};
  const asksZones = timezone !== undefined || gates?.hours != null;
  const [words, city, zones, companies, without] = await Promise.all([
    q ? findNumbers(q) : undefined,
    near ? findCity(near) : undefined,
    asksZones ? readZones([...board.zones(), timezone ?? "UTC"]) : undefined,
    company.length > 0 ? findCompanies(company) : undefined,
    hiddenFrom === undefined ? undefined : findHiddenNumbers(hiddenFrom),
  ]);
  return (criteria) => ({
    skills: idsOf(ready, criteria.skill),
    anySkill: criteria.skillMode === "any",
    excluded: idsOf(ready, criteria.exclude),
    responsibilities: criteria.responsibility.map((slug) => ready.ids.responsibility.get(slug) ?? 0),
    degree: criteria.degree && degreeRank(criteria.degree),
    experience: criteria.experience,
    bands: criteria.band,
    salaryUsd: criteria.salary === undefined ? undefined : ready.toUsd(criteria.salary),
    workplaces: criteria.workplace,
    employments: criteria.employment,
    companies:
      criteria.company.length > 0 ? criteria.company.map((slug) => companies?.get(slug) ?? "") : undefined,
    countries: criteria.country,
    near: criteria.near && city ? { ...city, radius: criteria.radius } : undefined,
    hours:
      criteria.timezone && zones
        ? {
            mine: hoursOf({ ...workday, ahead: zones.get(criteria.timezone) ?? 0 }),
            minutes: criteria.overlap * 60,
            zones,
          }
        : undefined,
    hasNoOnCall: criteria.oncall !== undefined,
    hasNoTakeHome: criteria.takehome !== undefined,
    hasWholeCard: criteria.complete !== undefined,
    since: criteria.posted === undefined ? undefined : board.now - criteria.posted * dayMs,
    words: criteria.q ? words : undefined,
    without,
    gates: gates && {
      wantedUsd: gates.wantedYearlyUsd,
      workplaces: gates.workplaces,
      countries: gates.countries,
      employments: gates.employment,
      hours: gates.hours && zones ? { mine: gates.hours, minutes: gates.overlap * 60, zones } : null,
    },
  });
}

/** The numbers of the published postings whose text answers, in one value: hundreds of thousands of rows would take longer to read than to find. */
async function findNumbers(q: string): Promise<Uint32Array> {
  const [row] = await ask<{ numbers: string | null }>(sql`
    select encode(string_agg(int4send(${postings.number}), ''), 'hex') as numbers
    from postings where ${postings.state} = 'published' and ${textMatches(q)}`);
  const bytes = Buffer.from(row?.numbers ?? "", "hex");
  const numbers = new Uint32Array(bytes.length / 4);
  for (let at = 0; at < numbers.length; at++) numbers[at] = bytes.readUInt32BE(4 * at);
  return numbers;
}

async function findHiddenNumbers(userId: string): Promise<number[]> {
  const rows = await db().execute<{ number: number }>(sql`
    select p.number from hidden_postings h join postings p on p.id = h.posting_id where h.user_id = ${userId}::uuid`);
  return rows.map(({ number }) => number);
}

async function findCity(slug: string) {
  const [city] = await db().execute<{ latitude: number; longitude: number }>(
    sql`select c.latitude::float8 as latitude, c.longitude::float8 as longitude from cities c where c.slug = ${slug}`,
  );
  return city;
}

async function findCompanies(slugs: string[]): Promise<Map<string, string>> {
  const rows = await db().execute<{ slug: string; id: string }>(
    sql`select c.slug, c.id from companies c where c.slug = any(${sql.param(slugs)}::text[])`,
  );
  return new Map(rows.map(({ slug, id }) => [slug, id]));
}

/** As `countsOf` gives them, in its order. */
function namedCounts({ names }: Board, counts: Counts): Count[] | null {
  const skills = [...counts.skill].map(([id, count]) => ({ ...names.skills.get(id), count }));
  const duties = [...counts.responsibility].map(([id, count]) => ({
    ...names.responsibilities.get(id),
    count,
  }));
  if ([...skills, ...duties].some(({ slug }) => slug === undefined)) return null;
  const rows = (facet: string, values: Iterable<[string, number]>, compare = byCountAndValue) =>
    [...values].map(([value, count]) => ({ facet, value, label: "", count })).sort(compare);
  const tags = (facet: string, found: typeof skills) =>
    found.map(({ slug = "", label = "", count }) => ({ facet, value: slug, label, count }));
  const inOrder = () => 0;
  return [
    { facet: "total", value: "", label: "", count: counts.total },
    ...tags("skill", skills).sort(byCountAndValue),
    ...tags(
      "responsibility",
      duties.sort((a, b) => b.count - a.count || (a.position ?? 0) - (b.position ?? 0)),
    ),
    ...rows("band", counts.band),
    ...rows("workplace", counts.workplace),
    ...rows("employment", counts.employment),
    ...rows("country", counts.country),
    ...rows(
      "degree",
      degrees.map((degree, at) => [degree, counts.degree[at] as number]),
      inOrder,
    ),
    ...rows(
      "salary",
      salaryThresholds.map((yearly, at) => [String(yearly), counts.salary[at] as number]),
      inOrder,
    ),
  ];
}

const byCountAndValue = (a: Count, b: Count) =>
  b.count - a.count || (a.value < b.value ? -1 : a.value > b.value ? 1 : 0);

const placeOf = (order: PageOrder, { value, id }: Place) => ({
  value: order === "newest" ? Date.parse(value) : Number(value),
  id,
});
const toPlace = (order: PageOrder, { value, id }: { value: number; id: string }): Place => ({
  value: order === "newest" ? new Date(value).toISOString() : String(value),
  id,
});
