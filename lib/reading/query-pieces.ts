import { elementAt } from "@/lib/present";
import { isCountryCode } from "@/lib/taxonomy/countries";
import { countryNamed } from "@/lib/taxonomy/country-names";
import { foldPlace } from "@/lib/taxonomy/place-names";
import { statesNamed, statesOfLetters } from "@/lib/taxonomy/states";
import { namesAt } from "./names";
import {
  everydayCities,
  everydayCodes,
  everydayStates,
  otherCodes,
  type Term,
  termNamed,
} from "./query-words";
import { wantedPayIn } from "./wanted-pay";
import { type Word, wordsOf } from "./words";

/** What has to be looked up to read a line. */
export type Lookups = {
  /** Slugs of technologies that it may name. */
  skills: string[];
  /** Folded words, and runs of words, that may be the name of a city. */
  names: string[];
  /** Its words in small letters. */
  words: string[];
};

/** What the lookups found. */
export type Vocabulary = {
  /** The skills that at least one live posting has. */
  skills: ReadonlySet<string>;
  /** By folded name the cities that are called so, the one that is usually meant first. */
  cities: ReadonlyMap<string, readonly KnownCity[]>;
  /** The words that titles, companies and skills of live postings have. */
  words: ReadonlySet<string>;
};

/** `state`: the letters of its state or province, where those of its country have letters. */
type KnownCity = { slug: string; country: string; state: string | null };

/** Characters: more is no line of search. */
const longest = 200;
/** Words that the name of a place has at most. */
const longestName = 5;

/** A stretch of the line that means something. */
export type Piece = Stretch & { meaning: Meaning; isDenied?: boolean; name?: Stretch };
type Stretch = { start: number; end: number };
type Meaning =
  | { kind: "text" }
  | { kind: "pay"; salary: number; currency: string | null }
  | { kind: "years"; years: number }
  | { kind: "skill"; slug: string; isTechnology: boolean; isDoubtful: boolean; isLetter: boolean }
  | { kind: "country"; code: string; isDoubtful: boolean }
  | { kind: "city"; cities: readonly KnownCity[]; isDoubtful: boolean }
  | Term;

/** What `piecesIn` must know of a line from the database. */
export function lookupsOf(line: string): Lookups {
  const text = line.slice(0, longest);
  const words = wordsOf(text);
  const skills = new Set<string>();
  const names = new Set<string>();
  words.forEach((_, first) => {
    for (const { name } of namesAt(text, words, first)) skills.add(name.skill.slug);
    for (const { folded } of runsAt(text, words, first)) names.add(folded);
  });
  return {
    skills: [...skills],
    names: [...names],
    words: [...new Set(words.map(({ word }) => word))],
  };
}

/** The words of a line, and its stretches that may mean something, in their order; none overlaps another. */
export function piecesIn(line: string, known: Vocabulary): { text: string; words: Word[]; pieces: Piece[] } {
  const text = line.slice(0, longest);
  const words = wordsOf(text);
  const years = [...yearsIn(text)];
  const pieces = withoutOverlaps([
    ...quotesIn(text),
    ...years,
    ...sumsIn(withSigns(text, years)),
    ...deniedIn(text),
  ]);
  pieces.push(...namesIn(text, words, pieces, known));
  return { text, words, pieces: pieces.sort((a, b) => a.start - b.start) };
}

function* quotesIn(text: string): Generator<Piece> {
  for (const { 0: found, index } of text.matchAll(/"[^"]*"?/gu))
    yield { start: index, end: index + found.length, meaning: { kind: "text" } };
}

function* sumsIn(text: string): Generator<Piece> {
  for (const { start, end, salary, currency } of wantedPayIn(text))
    yield { start, end, meaning: { kind: "pay", salary, currency } };
}

/** The text with signs in the place of pieces, so that "90k eur 5 years" is no sum of 5 euros. */
const withSigns = (text: string, pieces: readonly Piece[]) =>
  pieces.reduce(
    (left, { start, end }) => left.slice(0, start) + ";".repeat(end - start) + left.slice(end),
    text,
  );

const yearsPattern =
  /(?<![\p{L}\p{N}.])(?:(?:experience|exp):?\s+)?(\d{1,2})(?:\s?[-–]\s?\d{1,2})?\s?\+?\s?(?:years?|yrs?|yoe|y)(?![\p{L}\p{N}])(?:['’]?\s(?:of\s)?(?:(?:professional|work(?:ing)?|relevant)\s)?(?:experience|exp)(?![\p{L}\p{N}]))?/giu;

function* yearsIn(text: string): Generator<Piece> {
  for (const match of text.matchAll(yearsPattern))
    yield {
      start: match.index,
      end: match.index + match[0].length,
      meaning: { kind: "years", years: Number(match[1]) },
    };
}

/** "Degree not required", which says what "no degree" says. */
function* deniedIn(text: string): Generator<Piece> {
  for (const { 0: found, index } of text.matchAll(
    /(?<![\p{L}\p{N}])(?:(?:no|without)(?: an?| any)? )?degrees? (?:is )?(?:not )?(?:required|needed|necessary)(?![\p{L}\p{N}])/giu,
  ))
    if (/\bno[t ]|\bwithout /i.test(found))
      yield { start: index, end: index + found.length, meaning: { kind: "degree" }, isDenied: true };
}

function withoutOverlaps(pieces: Piece[]): Piece[] {
  const kept: Piece[] = [];
  for (const piece of pieces)
    if (!kept.some((other) => other.start < piece.end && piece.start < other.end)) kept.push(piece);
  return kept;
}

/** Signs that may stand within a name of several words. */
const withinName = /^[\s\-‐–.'’_]{1,3}$/u;

/** The runs of words from one word on that may be a name, longest first. */
function runsAt(text: string, words: readonly Word[], first: number): { last: number; folded: string }[] {
  const { start } = elementAt(words, first);
  const runs: { last: number; folded: string }[] = [];
  for (let last = first; last < Math.min(words.length, first + longestName); last++) {
    const { end } = elementAt(words, last);
    if (
      last > first &&
      !withinName.test(text.slice(elementAt(words, last - 1).end, elementAt(words, last).start))
    )
      break;
    runs.unshift({ last, folded: foldPlace(text.slice(start, end)) });
  }
  return runs;
}

/** Names that hold the name of a country, and mean none. */
const otherNames = new Set(["new jersey", "new mexico", "new south wales", "new england"]);

/** The names in a line, of skills, places and all that has a closed list, each as long as can be; outside of `taken`. */
function* namesIn(
  text: string,
  words: readonly Word[],
  taken: readonly Piece[],
  known: Vocabulary,
): Generator<Piece> {
  const isFree = ({ start, end }: { start: number; end: number }) =>
    !taken.some((piece) => piece.start < end && start < piece.end);
  const isShouted = text === text.toUpperCase();
  for (let first = 0; first < words.length; first++) {
    const found = [...meaningsAt(text, words, first, known, isShouted)]
      .map(({ last, meaning, name }) => ({
        last,
        meaning,
        name,
        start: name?.end ?? elementAt(words, first).start,
        end: elementAt(words, last).end,
      }))
      .filter(isFree)
      // The sort is stable: of names as long as each other the first stands.
      .sort((a, b) => b.last - a.last)[0];
    if (!found) continue;
    yield { ...found, end: found.meaning.kind === "skill" ? behindVersion(text, found.end) : found.end };
    first = found.last;
  }
}

/** Where a name ends with its version: "java 17", "php 8.3", "c++20". */
function behindVersion(text: string, end: number): number {
  const version =
    /(?: v?|(?<=[+#]))\d{1,2}(?:\.\d{1,2})?(?![\p{L}\p{N}.,%/+-]|\s?(?:-|–|to|k|years?|yrs?|days?|hours?)\b)/iuy;
  version.lastIndex = end;
  return version.test(text) ? version.lastIndex : end;
}

/** A meaning that ends with the word `last`. `name`: a name before it, which stays words, and is no place any more when it is read again. */
type Found = { last: number; meaning: Meaning; name?: Stretch };

function* meaningsAt(
  text: string,
  words: readonly Word[],
  first: number,
  known: Vocabulary,
  isShouted: boolean,
): Generator<Found> {
  const names = namesAt(text, words, first);
  const skill = names.find(({ name }) => name.reading !== "none");
  const isLetter = elementAt(words, first).word.length === 1 && skill?.last === first;
  const meaning = skill && {
    kind: "skill" as const,
    slug: skill.name.skill.slug,
    isTechnology: skill.name.skill.kind === "technology" && skill.name.reading !== "asked",
    isDoubtful: skill.name.reading !== "any",
    isLetter,
  };
  const runs = runsAt(text, words, first);
  for (const { last, folded } of runs) {
    const term = termNamed(folded);
    if (term) yield { last, meaning: term };
  }
  if (skill && meaning && !meaning.isDoubtful) yield { last: skill.last, meaning };
  for (const { last, folded } of runs) {
    if (otherNames.has(folded)) yield { last, meaning: { kind: "text" } };
    const code = countryNamed(folded);
    if (code) yield { last, meaning: { kind: "country", code, isDoubtful: false } };
    const cities = known.cities.get(folded);
    if (!cities) continue;
    // "Phoenix" is a city and a framework: as an everyday word it is a city only where the line says so.
    const isOther = names.some(({ last: end, name }) => end === last && name.skill.kind === "technology");
    yield { last, meaning: { kind: "city", cities, isDoubtful: isOther || everydayCities.has(folded) } };
    const inState = citiesInState(text, words, { first, before: last }, cities, known);
    if (inState) yield inState;
  }
  if (skill && meaning?.isDoubtful) yield { last: skill.last, meaning };
  const code = codeAt(text, elementAt(words, first), isShouted);
  if (code) yield { last: first, meaning: code };
}

/** Words that the name of a state has at most. */
const longestState = 3;

/**
 * Those of the cities that lie in the state whose name or letters stand behind them: "portland oregon", "austin, tx". Where none of them does,
 * as in "paris, texas", another place of that name is meant: the line says the country, and the name stays words.
 */
function citiesInState(
  text: string,
  words: readonly Word[],
  { first, before }: { first: number; before: number },
  cities: readonly KnownCity[],
  known: Vocabulary,
): Found | null {
  for (let last = before + 1; last < Math.min(words.length, before + 1 + longestState); last++) {
    const [end, { start }] = [elementAt(words, last).end, elementAt(words, before + 1)];
    if (!/^[\s,]{1,2}$/u.test(text.slice(elementAt(words, before).end, start))) return null;
    const typed = text.slice(start, end);
    const isWord = everydayStates.has(typed) && last < words.length - 1;
    const states = isWord ? [] : [...statesOfLetters(typed.toUpperCase()), ...statesNamed(foldPlace(typed))];
    const found = cities.filter(({ country, state }) =>
      states.some((one) => one.country === country && one.letters === state),
    );
    if (found.length > 0) return { last, meaning: { kind: "city", cities: found, isDoubtful: false } };
    const [state] = states;
    const code = countryNamed(foldPlace(typed)) ?? typed.toUpperCase();
    const isSomethingElse =
      everydayCodes.has(typed) ||
      known.cities.has(foldPlace(typed)) ||
      cities.some(({ country }) => country === code);
    if (state && !isSomethingElse)
      return {
        last,
        meaning: { kind: "country", code: state.country, isDoubtful: false },
        name: { start: elementAt(words, first).start, end: elementAt(words, before).end },
      };
  }
  return null;
}

/** Two letters that are a country's code: for sure in capitals, else where the line says something besides. */
function codeAt(text: string, { word, start, end }: Word, isShouted: boolean): Meaning | null {
  if (!/^[a-z]{2}$/.test(word) || otherCodes.has(word.toUpperCase())) return null;
  const code = word.toUpperCase();
  if (!isCountryCode(code)) return null;
  const isInCapitals = !isShouted && text.slice(start, end) === code;
  if (!isInCapitals && everydayCodes.has(word)) return null;
  return { kind: "country", code, isDoubtful: !isInCapitals && !(isShouted && !everydayCodes.has(word)) };
}
