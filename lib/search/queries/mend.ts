import { sql } from "drizzle-orm";
import { postings } from "@/db/schema/postings";
import { isLive } from "@/lib/postings/queries/live";
import { mergedQueries, parseQuery, type Query } from "@/lib/reading/query";
import { lookupsOf } from "@/lib/reading/query-pieces";
import { termNamed } from "@/lib/reading/query-words";
import { resolveSkill } from "@/lib/taxonomy/catalogue";
import { countryNamed } from "@/lib/taxonomy/country-names";
import { editsOf } from "@/lib/taxonomy/edits";
import { foldPlace } from "@/lib/taxonomy/place-names";
import { runSql } from "./run-sql";
import { findVocabulary } from "./vocabulary";

/** A word that no live posting has, and the one of the dictionary that was searched for instead. */
export type Mended = { typed: string; meant: string };

/** Letters: shorter words are too alike by chance. */
const shortest = 4;
/** Letters of what may be the name of a place with an error in it, and of such a name that is not the main one. */
const [shortestPlace, shortestOther] = [5, 7];
/** Words of a line that are looked at. */
const mostWords = 12;

/** Words outside of quotes, and not behind a "-": those are meant as they stand. */
const plain = /(?<![\p{L}\p{N}"-])[\p{L}\p{N}]+(?![\p{L}\p{N}"])/gu;
/** The words of a line that may be mistyped names, in small letters, each once. */
export const plainWordsOf = (q: string) => [
  ...new Set(
    [...q.replace(/"[^"]*"?/g, " ").matchAll(plain)]
      .map(([word]) => word.toLowerCase())
      .filter((word) => word.length >= shortest && !/\d/.test(word)),
  ),
];

/** A word of no name, with the words of names and titles that are one typing error away, those of the most postings first. */
type Unknown = {
  typed: string;
  folded: string;
  /** Whether the text of a live posting has it, or a word with its stem. */
  isInText: boolean;
  terms: { term: string; postings: number; isSameStem: boolean }[];
};

/** Words that are looked up at once for the admins. */
const mostLookedUp = 500;

/** Those of the words (`plainWordsOf`) that no title, text or name of a live posting, no skill, company or place has. */
export async function listUnknownWords(words: readonly string[]): Promise<Set<string>> {
  const looked = [...new Set(words)].slice(0, mostLookedUp);
  if (looked.length === 0) return new Set();
  const rows = await listUnnamed(looked, null);
  return new Set(rows.flatMap(({ typed, isInText }) => (isInText ? [] : typed)));
}

/**
 * Those of the words that are no name and in no title, with whether the text of a live posting has them. `begun` counts as the beginning of a word
 * too. Throws `too_slow`.
 */
async function listUnnamed(
  words: readonly string[],
  begun: string | null,
): Promise<Omit<Unknown, "terms">[]> {
  const rows = await runSql<Omit<Unknown, "terms">>(sql`
    select w.typed, fold(w.typed) as folded, exists (
      select 1 from ${postings} where ${postings.document} @@ to_tsquery('english', quote_literal(fold(w.typed)) || case when w.typed = ${begun} then ':*' else '' end) and ${isLive()}) as "isInText"
    from unnest(${sql.param(words)}::text[]) as w (typed)
    where not exists (select 1 from search_terms t where t.term = fold(w.typed))
      and not exists (select 1 from city_names n where n.name = fold(w.typed))`);
  return rows.filter(
    ({ folded }) => !termNamed(folded) && !countryNamed(folded) && resolveSkill(folded) === null,
  );
}

/**
 * The plain words of `q` that are in no title and in no name of a skill, a company or a place. The last one counts as the beginning of a
 * word too, as it does in the search. Throws `too_slow`.
 */
async function findUnknown(q: string): Promise<Unknown[]> {
  const words = plainWordsOf(q).slice(0, mostWords);
  if (words.length === 0) return [];
  const unknown = await listUnnamed(words, words.at(-1) ?? null);
  if (unknown.length === 0) return [];
  const edits = unknown.flatMap(({ typed, folded }) =>
    editsOf(folded).flatMap((edit) => (edit.length < shortest ? [] : { typed, edit })),
  );
  const terms = await runSql<{ typed: string; term: string; postings: number; isSameStem: boolean }>(sql`
    select e.typed, t.term, t.postings, to_tsvector('english', e.typed) = to_tsvector('english', t.term) as "isSameStem"
    from unnest(${sql.param(edits.map(({ typed }) => typed))}::text[], ${sql.param(edits.map(({ edit }) => edit))}::text[]) as e (typed, edit)
    join search_terms t on t.term = e.edit
    order by t.postings desc, t.term`);
  return unknown.map((word) => ({ ...word, terms: terms.filter(({ typed }) => typed === word.typed) }));
}

const replaced = (q: string, words: ReadonlyMap<string, string>) =>
  q.replace(plain, (word) => words.get(word.toLowerCase()) ?? word);

/**
 * `q` with the words corrected that nothing knows, where a word of the postings is one typing error away: "kuberntes" is Kubernetes. Two
 * words that are one together ("tally haven") are joined.
 */
export async function mendWords(q: string): Promise<{ q: string; mended: Mended[] }> {
  const unknown = (await findUnknown(q)).filter(({ isInText }) => !isInText);
  const joined = await joinWords(
    q,
    unknown.map(({ typed }) => typed),
  );
  const parts = joined.mended.flatMap(({ typed }) => typed.toLowerCase().split(" "));
  const meant = new Map<string, string>();
  for (const { typed, terms } of unknown) {
    const best = terms.find(({ postings: count }) => count > 0) ?? terms[0];
    if (best && !parts.includes(typed)) meant.set(typed, best.term);
  }
  return {
    q: replaced(joined.q, meant),
    mended: [...joined.mended, ...[...meant].map(([typed, word]) => ({ typed, meant: word }))],
  };
}

/** Two words with a blank between them that belong together, of which nothing knows one. */
async function joinWords(q: string, unknown: readonly string[]): Promise<{ q: string; mended: Mended[] }> {
  if (unknown.length === 0) return { q, mended: [] };
  const pairs = [...q.matchAll(/(?<![\p{L}\p{N}"-])(?=([\p{L}\p{N}]+) ([\p{L}\p{N}]+)(?![\p{L}\p{N}"]))/gu)]
    .map(([, left = "", right = ""]) => ({ typed: `${left} ${right}`, left, right }))
    .filter(({ left, right }) => [left, right].some((word) => unknown.includes(word.toLowerCase())));
  if (pairs.length === 0) return { q, mended: [] };
  const rows = await runSql<{ typed: string; term: string }>(sql`
    select p.typed, t.term from unnest(${sql.param(pairs.map(({ typed }) => typed))}::text[]) as p (typed)
    join search_terms t on t.term = fold(replace(p.typed, ' ', '')) and t.postings > 0`);
  const mended = rows.map(({ typed, term }) => ({ typed, meant: term }));
  return { q: mended.reduce((line, { typed, meant }) => line.replace(typed, meant), q), mended };
}

/**
 * What a line says when the typing errors in its names are corrected: "pyhton berln" is Python and Berlin. Words that are only text stay as
 * they were typed; `mendWords` corrects those.
 */
export async function readMended(read: Query, { hasSkills }: { hasSkills: boolean }): Promise<Query> {
  const unknown = await findUnknown(read.words);
  if (unknown.length === 0) return read;
  const names = await namesMeant(read.words, unknown);
  if (names.size === 0) return read;
  const line = replaced(read.words, names);
  const again = parseQuery(line, await findVocabulary(lookupsOf(line)));
  // What is still a word was no name.
  const left = new Set(lookupsOf(again.words).words);
  const isName = ([, word]: [string, string]) => !left.has(word);
  const sure = new Map([...names].filter(isName));
  if (sure.size === 0) return read;
  const mended = replaced(read.words, sure);
  return mergedQueries(
    read,
    parseQuery(mended, await findVocabulary(lookupsOf(mended)), {
      hasSkills: hasSkills || read.skill.length > 0,
    }),
  );
}

/** For each word what it may be a name, or a part of one, with a typing error in it. */
async function namesMeant(line: string, unknown: readonly Unknown[]): Promise<Map<string, string>> {
  const meant = new Map<string, string>();
  const cityEdits: { typed: string; edit: string }[] = [];
  for (const { typed, folded, isInText, terms } of unknown) {
    const edits = editsOf(folded);
    // A word that postings have is meant as it stands, but where it is a skill's name with another ending.
    if (isInText) {
      const skill = terms.find(({ term, isSameStem }) => isSameStem && resolveSkill(term) !== null);
      if (skill) meant.set(typed, skill.term);
      continue;
    }
    const name =
      edits.find((edit) => termNamed(edit)) ??
      terms.find(({ term }) => resolveSkill(term) !== null)?.term ??
      (folded.length >= shortestPlace ? edits.find((edit) => countryNamed(edit)) : undefined) ??
      terms.find(({ postings: count }) => count > 0)?.term;
    if (name) meant.set(typed, name);
    else if (folded.length >= shortestPlace)
      for (const run of lookupsOf(line).names)
        if (run.split(" ").includes(folded))
          for (const edit of edits)
            cityEdits.push({
              typed,
              edit: run
                .split(" ")
                .map((word) => (word === folded ? edit : word))
                .join(" "),
            });
  }
  if (cityEdits.length === 0) return meant;
  const cities = await runSql<{ typed: string; name: string }>(sql`
    select e.typed, n.name
    from unnest(${sql.param(cityEdits.map(({ typed }) => typed))}::text[], ${sql.param(cityEdits.map(({ edit }) => edit))}::text[]) as e (typed, edit)
    join city_names n on n.name = e.edit and (n.is_main or length(n.name) >= ${shortestOther}::int) join cities c on c.slug = n.city
    order by array_length(string_to_array(n.name, ' '), 1) desc, c.population desc`);
  for (const { typed, name } of cities) {
    if (meant.has(typed)) continue;
    const at = lookupsOf(line).names.find((run) =>
      sameBut(run.split(" "), name.split(" "), foldPlace(typed)),
    );
    const word = at && name.split(" ")[at.split(" ").indexOf(foldPlace(typed))];
    if (word) meant.set(typed, word);
  }
  return meant;
}

/** Whether two runs of words are the same but for one word of the first. */
const sameBut = (run: string[], name: string[], word: string) =>
  run.length === name.length &&
  run.every((one, at) => one === word || one === name[at]) &&
  run.includes(word);
