import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { postings } from "@/db/schema/postings";
import { isPublicCompany } from "@/lib/companies/queries";
import { isLive } from "@/lib/postings/queries/live";
import { runSql } from "./run-sql";

/** A word that no live posting has, and the one of the dictionary that was searched for instead. */
export type Mended = { typed: string; meant: string };

/** How alike two words must be, by shared trigrams, to be taken for one another. */
const alike = 0.4;
/** Letters: shorter words are too alike by chance. */
const shortest = 4;

/**
 * Words, "phrases", -not and or, as PostgreSQL reads them, accents folded as in the documents. The last word counts as the beginning of
 * one too, since people stop typing early.
 */
export function textQuery(q: string): SQL {
  const whole = sql`websearch_to_tsquery('english', fold(${q}))`;
  const [, before = "", last] = /^(.*?)(?<![\p{L}\p{N}"-])([\p{L}\p{N}]{2,})$/su.exec(q.trim()) ?? [];
  const isOpen =
    last !== undefined && !/\bor\s*$/i.test(before) && (before.match(/"/g)?.length ?? 0) % 2 === 0;
  if (!isOpen || /^or$/i.test(last)) return whole;
  return sql`(${whole} || (websearch_to_tsquery('english', fold(${before})) && to_tsquery('english', fold(${last}) || ':*')))`;
}

export const textMatches = (q: string) => sql`${postings.document} @@ ${textQuery(q)}`;

/**
 * `q` with the words corrected that no live posting has but the dictionary knows something like: "kuberntes" is Kubernetes. Words in quotes
 * and behind "-" are meant as they stand.
 */
export async function mendWords(q: string): Promise<{ q: string; mended: Mended[] }> {
  const words = [...new Set(plainWordsOf(q))];
  if (words.length === 0) return { q, mended: [] };
  const rows = await runSql<{ typed: string; meant: string }>(sql`
    select w.typed, nearest.term as meant
    from unnest(${sql.param(words)}::text[]) as w (typed)
    cross join lateral (
      select t.term from search_terms t
      where t.term % fold(w.typed) and similarity(t.term, fold(w.typed)) >= ${alike}
      order by similarity(t.term, fold(w.typed)) desc, t.postings desc, t.term limit 1
    ) nearest
    where nearest.term <> fold(w.typed) and not exists (
      select 1 from ${postings} where ${postings.document} @@ to_tsquery('english', fold(w.typed) || ':*') and ${isLive()})`);
  const meant = new Map(rows.map((row) => [row.typed, row.meant]));
  const said = q.replace(plain, (word) => meant.get(word) ?? word);
  return { q: said, mended: rows.map(({ typed, meant: word }) => ({ typed, meant: word })) };
}

const plain = /(?<![\p{L}\p{N}"-])[\p{L}\p{N}]+(?![\p{L}\p{N}"])/gu;

const plainWordsOf = (q: string) =>
  [...q.replace(/"[^"]*"?/g, " ").matchAll(plain)]
    .map(([word]) => word)
    .filter((word) => word.length >= shortest);

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
    (select 'skill' as kind, s.label as value from skills s where lower(s.label) like ${begins}
      or exists (select 1 from skill_aliases a where a.skill_id = s.id and a.alias like ${begins})
      order by lower(s.label) = lower(${typed}) desc, length(s.label), s.label limit 4)
    union all (select 'title', min(t.title) from (
      select ${postings.title} as title from ${postings} where lower(${postings.title}) like ${begins} and ${isLive()} limit ${mostTitles}::int
    ) t group by lower(t.title) order by count(*) desc, 2 limit 2)
    union all (select 'company', c.name from companies c where lower(c.name) like ${begins} and ${isPublicCompany(sql`c.id`)} order by c.name limit 2)
    union all (select 'place', c.name from cities c where lower(c.name) like ${begins} order by c.population desc limit 2)`);
}
