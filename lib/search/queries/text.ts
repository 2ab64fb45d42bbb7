import { type SQL, sql } from "drizzle-orm";
import { LRUCache } from "lru-cache";
import { db } from "@/db/client";
import { postings } from "@/db/schema/postings";
import { parseTextQuery, type TextQuery } from "@/lib/board/text";
import { isPublicCompany } from "@/lib/companies/queries";
import { isLive } from "@/lib/postings/queries/live";
import { elementAt } from "@/lib/present";
import { joinCompounds } from "@/lib/reading/compounds";
import { namesAt } from "@/lib/reading/names";
import { wordsOf } from "@/lib/reading/words";
import { runSql } from "./run-sql";

/** Words that every posting could have, and few have: beside others they are not searched for. */
const noise = /^(?:jobs?|roles?|positions?|vacanc(?:y|ies)|openings?|careers?|opportunit(?:y|ies)|hiring)$/i;

/** A line as it is searched: compounds as one word, "no sales" as "-sales", and without the words that say only that one looks for a job. */
function searched(q: string): string {
  const parts = q.split(/("[^"]*"?)/).map((part, at) => {
    if (at % 2 === 1) return part;
    const words = joinCompounds(part)
      // PostgreSQL takes words with a slash between them for the path of a file.
      .replace(/(?<=[\p{L}\p{N}])\/(?=[\p{L}\p{N}])/gu, " ")
      .replace(/(?<![\p{L}\p{N}])(?:no|not|without)\s+(?:any\s+|a\s+|an\s+)?(?=[\p{L}\p{N}])/giu, "-")
      .split(/\s+/);
    return words.filter((word) => !noise.test(word)).join(" ");
  });
  return parts.join(" ").trim();
}

/**
 * Words, "phrases", -not and or, as PostgreSQL reads them, accents folded as in the documents. The last word counts as the beginning of
 * one too, since people stop typing early. A practice is found by all its names: "sre" by "site reliability engineer" in a title.
 */
export const textQuery = (q: string): SQL => queryOf(withoutPractices(searched(q)));

function queryOf({ rest, names }: ReturnType<typeof withoutPractices>): SQL {
  const parts = names.map(
    (all) =>
      sql`(${sql.join(
        all.map((name) => sql`phraseto_tsquery('english', fold(${name}))`),
        sql` || `,
      )})`,
  );
  if (rest !== "" || parts.length === 0) parts.push(wordsQuery(rest));
  return sql`(${sql.join(parts, sql` && `)})`;
}

function wordsQuery(line: string): SQL {
  const whole = sql`websearch_to_tsquery('english', fold(${line}))`;
  const [, before = "", last] = /^(.*?)(?<![\p{L}\p{N}"-])([\p{L}\p{N}]{2,})$/su.exec(line) ?? [];
  const isOpen =
    last !== undefined && !/\bor\s*$/i.test(before) && (before.match(/"/g)?.length ?? 0) % 2 === 0;
  if (!isOpen || /^or$/i.test(last)) return whole;
  return sql`(${whole} || (websearch_to_tsquery('english', fold(${before})) && to_tsquery('english', quote_literal(fold(${last})) || ':*')))`;
}

/** The practices that a line names, each with all its names, and what is left of the line; all of it where it has quotes, "-" or "or". */
function withoutPractices(line: string): { rest: string; names: string[][] } {
  if (/"|(?:^|\s)-|\sor\s/i.test(line)) return { rest: line, names: [] };
  const words = wordsOf(line);
  const names: string[][] = [];
  let rest = "";
  let at = 0;
  for (let first = 0; first < words.length; first++) {
    const found = namesAt(line, words, first).find(
      ({ name: { skill, reading } }) =>
        skill.kind !== "technology" && (reading === "any" || reading === "case"),
    );
    if (!found) continue;
    const { label, aliases } = found.name.skill;
    names.push([label, ...aliases]);
    rest += line.slice(at, elementAt(words, first).start);
    at = elementAt(words, found.last).end;
    first = found.last;
  }
  return { rest: (rest + line.slice(at)).replace(/\s+/g, " ").trim(), names };
}

/** A posting's text answers `q`; any does where `q` says only that one looks for a job. */
export const textMatches = (q: string) =>
  searched(q) === "" ? sql`true` : sql`${postings.document} @@ ${textQuery(q)}`;

/** Lines that were read lately: a page of results, its facets and its next pages ask for one line. */
const known = new LRUCache<string, TextQuery>({ max: 1_000 });

/**
 * What `textMatches` asks, for the board: the lexemes are PostgreSQL's, which makes them in a fraction of a millisecond. Null where the board
 * cannot answer it. Throws `too_slow`.
 */
export async function readTextQuery(q: string): Promise<TextQuery | null> {
  const line = searched(q);
  if (line === "") return { kind: "any" };
  // The names of practices change with the taxonomy.
  const parts = withoutPractices(line);
  const key = JSON.stringify(parts);
  const before = known.get(key);
  if (before) return before;
  const [row] = await runSql<{ written: string }>(sql`select (${queryOf(parts)})::text as written`);
  const text = parseTextQuery(row?.written ?? "");
  if (text) known.set(key, text);
  return text;
}

/** The words of `q` stand in the title. */
export const titleMatches = (q: string) => sql`ts_filter(${postings.document}, '{a}') @@ ${textQuery(q)}`;

/** A piece of a description around the words that were searched for, cut where they stand. */
export type Fragment = { text: string; isFound: boolean }[];

const [open, shut] = ["\u0001", "\u0002"];

/** Of each of the postings the words of its description that `q` found, by id; none where only its title or tags have them. */
export async function listFragments(q: string, ids: readonly string[]): Promise<Map<string, Fragment>> {
  if (ids.length === 0) return new Map();
  const rows = await db().execute<{ id: string; text: string }>(sql`
    select ${postings.id} as id, ts_headline('english', left(regexp_replace(${postings.description}, '[*_#\`>]+', '', 'g'), 20000), ${textQuery(q)},
      ${`StartSel=${open}, StopSel=${shut}, MaxFragments=1, MaxWords=24, MinWords=12`}) as text
    from ${postings} where ${postings.id} = any(${sql.param([...ids])}::uuid[])`);
  return new Map(
    rows
      .filter(({ text }) => text.includes(open))
      .map(({ id, text }) => [
        id,
        text.split(open).flatMap((part, at) => {
          const [found = "", rest] = part.split(shut);
          if (at === 0) return [{ text: found, isFound: false }];
          return [
            { text: found, isFound: true },
            { text: rest ?? "", isFound: false },
          ];
        }),
      ]),
  );
}

/** Titles that a suggestion looks at: what is common among so many is common. */
const mostTitles = 500;

export type Suggestion = { kind: "skill" | "title" | "company" | "place"; value: string };

/** What a line that begins with `q` may go on to be: skills, titles and companies of live postings, cities; at most eight. */
export async function listSuggestions(q: string): Promise<Suggestion[]> {
  const typed = q.trim().slice(0, 60);
  if (typed.length < 2) return [];
  const begins = `${typed.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
  return db().execute<Suggestion>(sql`
    (select 'skill' as kind, s.label as value from skills s where s.retired_at is null and (lower(s.label) like ${begins}
      or exists (select 1 from skill_aliases a where a.skill_id = s.id and a.alias like ${begins}))
      order by lower(s.label) = lower(${typed}) desc, length(s.label), s.label limit 4)
    union all (select 'title', min(t.title) from (
      select ${postings.title} as title from ${postings} where lower(${postings.title}) like ${begins} and ${isLive()} limit ${mostTitles}::int
    ) t group by lower(t.title) order by count(*) desc, 2 limit 2)
    union all (select 'company', c.name from companies c where lower(c.name) like ${begins} and ${isPublicCompany(sql`c.id`)} order by c.name limit 2)
    union all (select 'place', c.name from cities c where lower(c.name) like ${begins} order by c.population desc limit 2)`);
}
