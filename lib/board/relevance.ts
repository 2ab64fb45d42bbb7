import { hasBit } from "./bits";
import type { Columns } from "./columns";
import type { Found } from "./found";
import type { Held } from "./held";
import { oneId } from "./ids";
import { type After, firstOf, type Page } from "./page";
import { qsort } from "./qsort";
import { answering, codesOf, operandsOf, type TextQuery, type Word } from "./text";
import { hasMore, placeWeight, positionOf, visitOccurrences, type Words, weightOf } from "./words";

/** What counts how much: all words in the title, a skill's name in the title, the skill as a must and as a nice. The rank of the words in the text is mostly below 1. */
export const relevanceWeights = { title: 8, named: 4, must: 2, nice: 1 };

/** What is relevant: the words, and each skill by any of its names and by the ids of those that imply it. */
export type Relevance = { text: TextQuery; skills: { names: TextQuery; ids: readonly number[] }[] };

/** Relevance is a number of six decimals: in whole millionths it is exact. */
export const millionths = 1_000_000;

/** The first `limit` of the rows behind `after`, as the search in SQL orders them by relevance: the highest first, equal ones by id. */
export function pageByRelevance(
  { columns, words }: Held,
  { rows }: Found,
  relevance: Relevance,
  limit: number,
  after?: After,
): Page {
  const keys = relevanceOf(columns, words, rows, relevance);
  const keyAt = (at: number) => keys[at] as number;
  const rowAt = (at: number) => rows[at] as number;
  const start = after && { value: after.value, id: oneId(after.id) };
  const best = firstOf(
    rows.map((_, at) => at),
    limit + 1,
    (at) =>
      !start ||
      keyAt(at) < start.value ||
      (keyAt(at) === start.value && columns.ids.compareWith(rowAt(at), start.id) > 0),
    (one, other) => keyAt(other) - keyAt(one) || columns.ids.compare(rowAt(one), rowAt(other)),
  );
  const page = best.slice(0, limit);
  const last = best.length > limit ? page.at(-1) : undefined;
  return {
    ids: page.map((at) => columns.ids.at(rowAt(at))),
    next: last === undefined ? null : { value: keyAt(last), id: columns.ids.at(rowAt(last)) },
  };
}

/** Of each of the rows the relevance, in millionths. */
function relevanceOf(columns: Columns, words: Words, rows: Uint32Array, { text, skills }: Relevance) {
  const { title, named, must, nice } = relevanceWeights;
  const keys = ranksOf(words, rows, text);
  const add = (at: number, weight: number) => {
    keys[at] = (keys[at] as number) + weight * millionths;
  };
  const inTitle = text.kind === "any" ? null : answering(columns, words, text, "title");
  if (inTitle)
    for (let at = 0; at < rows.length; at++) if (hasBit(inTitle, rows[at] as number)) add(at, title);
  for (const { names, ids } of skills) {
    const isNamed = answering(columns, words, names, "title");
    const isMustAt = mustOf(columns, ids);
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] as number;
      add(at, hasBit(isNamed, row) ? named : isMustAt(row) ? must : nice);
    }
  }
  return keys;
}

/** Whether a row has one of the skills among its own tags, as a must. */
function mustOf({ skillCodes, knownLines, lines, lineStart }: Columns, ids: readonly number[]) {
  const codes = new Set(ids.map((id) => skillCodes.find(id)));
  const isWanted = Uint8Array.from(knownLines.all, (line) =>
    Number(line.kind === "tag" && line.must && codes.has(line.code)),
  );
  return (row: number) => {
    const raw = lines.raw();
    const end = lineStart[row + 1] as number;
    for (let at = lineStart[row] as number; at < end; at++)
      if (isWanted[raw[at] as number] === 1) return true;
    return false;
  };
}

/*
 * What follows is `ts_rank` with its usual weights and without normalisation, as PostgreSQL computes it (src/backend/utils/adt/tsrank.c):
 * `calc_rank_and` where words are joined by "and" or stand in a phrase, else `calc_rank_or`. It computes in numbers of four bytes, which
 * `fround` rounds to, and becomes a decimal of six digits.
 */

const { fround } = Math;
/** By weight, D to A. */
const weights = Float32Array.of(0.1, 0.2, 0.4, 1);
const weightAt = (place: number) => weights[weightOf(place)] as number;
/** The limit of 1 + 1/4 + 1/9 + …, in the digits that PostgreSQL has. */
const limitOfSquares = 1.64493406685;

/** `word_distance`, by the distance up to 100; beyond it is next to nothing. */
const closeness = Float32Array.from(
  { length: 101 },
  (_, distance) => 1 / (1.005 + 0.05 * Math.exp(distance / 1.5 - 2)),
);
const far = fround(1e-30);

/** Of each of the ascending rows the rank of the words in its text, in millionths. */
export function ranksOf(words: Words, rows: Uint32Array, text: TextQuery): Float64Array {
  const items = itemsOf(text);
  const codes = items.map((item) => codesOf(words, item));
  const isAnd = (text.kind === "and" || text.kind === "phrase") && items.length > 1;
  const ranks = isAnd ? ranksOfAll(words, codes, rows) : ranksOfAny(words, codes, rows);
  for (let at = 0; at < rows.length; at++) ranks[at] = toMillionths(ranks[at] as number);
  return ranks;
}

/** `SortAndUniqItems`: the words of the query in their order, each once. */
function itemsOf(text: TextQuery): Word[] {
  const items = operandsOf(text);
  const compare = (one: Word, other: Word) => Buffer.compare(one.lexeme, other.lexeme);
  qsort(items, compare);
  return items.filter((item, at) => at === 0 || compare(items[at - 1] as Word, item) !== 0);
}

/** A sum over the words of a text, term by term: of the weights of a word's places the highest, and of the others less the later they come. */
function ranksOfAny(words: Words, items: readonly (readonly number[])[], rows: Uint32Array): Float64Array {
  const last = rows.at(-1) ?? -1;
  const sums = new Float32Array(last + 1);
  for (const code of items.flat()) {
    const term = words.follow(code);
    for (; term.row <= last; term.step()) {
      let [sum, best, bestAt] = [0, -1, 1];
      for (let at = 1, isMore = true; isMore; at++) {
        const place = term.takePlace();
        const weight = weights[placeWeight(place)] as number;
        sum = fround(sum + fround(weight / (at * at)));
        if (weight > best) {
          best = weight;
          bestAt = at;
        }
        isMore = hasMore(place);
      }
      const counted = fround(fround(best + sum) - fround(best / (bestAt * bestAt)));
      sums[term.row] = (sums[term.row] as number) + counted / limitOfSquares;
    }
  }
  const ranks = new Float64Array(rows.length);
  if (items.length > 0)
    for (let at = 0; at < rows.length; at++)
      ranks[at] = fround((sums[rows[at] as number] as number) / items.length);
  return ranks;
}

/** Every pair of places of two different items; of an item of many terms, an earlier one counts by its last term. */
function ranksOfAll(words: Words, items: readonly (readonly number[])[], rows: Uint32Array): Float64Array {
  const ranks = new Float64Array(rows.length);
  visitOccurrences(words, items, rows, (at, found, { item, from, places }) => {
    let rank = -1;
    for (let i = 0; i < found.length; i++) {
      const one = found[i] as number;
      for (let j = 0; j < i; j++) {
        const other = found[j] as number;
        if (item[other] === item[one] || item[other] === item[found[j + 1] as number]) continue;
        for (let a = from[one] as number; a < (from[one + 1] as number); a++)
          for (let b = from[other] as number; b < (from[other + 1] as number); b++) {
            const pair = rankOfPair(places[a] as number, places[b] as number);
            if (pair > 0) rank = rank < 0 ? pair : fround(1 - (1 - rank) * (1 - pair));
          }
      }
    }
    ranks[at] = Math.max(rank, 0);
  });
  return ranks;
}

/** The closer two places, the higher; -1 for one and the same. */
function rankOfPair(here: number, there: number): number {
  const distance = Math.abs(positionOf(here) - positionOf(there));
  if (distance === 0) return -1;
  const close = distance > 100 ? far : (closeness[distance] as number);
  return fround(Math.sqrt(fround(fround(weightAt(here) * weightAt(there)) * close)));
}

/**
 * As a decimal of six digits, where the even one of two equally close is taken, rounded to six decimals, where the higher one is. The product is
 * exact: of a number of four bytes and a power of ten up to the twelfth.
 */
function toMillionths(rank: number): number {
  if (rank < 1e-7) return 0;
  let scale = 1;
  while (rank * scale < 100_000) scale *= 10;
  let digits = Math.round(rank * scale);
  if (digits - rank * scale === 0.5 && digits % 2 === 1) digits--;
  return scale <= millionths ? digits * (millionths / scale) : Math.round(digits / (scale / millionths));
}
