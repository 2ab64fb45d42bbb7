import { countries } from "@/lib/taxonomy/countries";
import { type Region, regionByName } from "@/lib/taxonomy/regions";
import type { Band, Employment, Workplace } from "@/lib/taxonomy/terms";
import { namesAt } from "./names";
import { wantedPayIn } from "./wanted-pay";
import { wordsOf } from "./words";

/** What a line typed into the search box says as structure, in the words of the search parameters, and what is left of it. */
export type Query = {
  skill: string[];
  band: Band[];
  workplace: Workplace[];
  employment: Employment[];
  country: string[];
  region: Region[];
  /** Years. */
  experience: number | null;
  /** A yearly sum in units of the currency. */
  salary: number | null;
  /** Null where the sum names none. */
  currency: string | null;
  /** The words that are no structure, in their order: text to search for. */
  words: string;
};

/** Characters: more is no line of search. */
const longest = 200;

/**
 * Reads "senior go remote 90k eur" as band, skill, workplace and pay. What stands in quotes, behind "-" or beside "or" stays text, as does a
 * skill's name with an everyday meaning among everyday words ("go to market").
 */
export function parseQuery(line: string): Query {
  const text = line.slice(0, longest);
  const pieces = [...literalsIn(text)];
  const isFree = (start: number, end: number) =>
    !pieces.some((piece) => piece.start < end && start < piece.end);
  for (const find of [sumsIn, yearsIn, termsIn, skillsIn])
    for (const piece of find(text)) if (isFree(piece.start, piece.end)) pieces.push(piece);
  pieces.sort((a, b) => a.start - b.start);
  const kept = pieces.filter((piece) => !piece.isDoubtful || standsAmongStructure(text, piece, pieces));
  const query: Query = {
    skill: [],
    band: [],
    workplace: [],
    employment: [],
    country: [],
    region: [],
    experience: null,
    salary: null,
    currency: null,
    words: "",
  };
  for (const { add } of kept) add?.(query);
  const structure = kept.filter(({ add }) => add !== undefined);
  query.words = without(text, structure);
  return query;
}

/** A stretch of the line that means something; without `add` it is text on purpose. */
type Piece = { start: number; end: number; add?: (query: Query) => void; isDoubtful?: boolean };

function* literalsIn(text: string): Generator<Piece> {
  for (const { 0: found, index } of text.matchAll(/"[^"]*"?|(?<=^|\s)-\S+|\S+(?:\s+or\s+\S+)+/giu))
    yield { start: index, end: index + found.length };
}

function* sumsIn(text: string): Generator<Piece> {
  for (const { start, end, ...wanted } of wantedPayIn(text))
    yield { start, end, add: (query) => Object.assign(query, wanted) };
}

function* yearsIn(text: string): Generator<Piece> {
  for (const match of text.matchAll(
    /(?<![\w.])(\d{1,2})\s?\+?\s?(?:years?|yrs?|yoe)(?: (?:of )?experience)?\b/giu,
  )) {
    const experience = Number(match[1]);
    yield {
      start: match.index,
      end: match.index + match[0].length,
      add: (query) => Object.assign(query, { experience }),
    };
  }
}

const bands: [RegExp, Band][] = [
  [/^(?:junior|jr|entry|entry[- ]level|graduate)$/iu, "entry"],
  [/^(?:mid|mid[- ]?level|intermediate)$/iu, "mid"],
  [/^(?:senior|sr)$/iu, "senior"],
  [/^principal$/iu, "principal"],
];
const workplaces: [RegExp, Workplace][] = [
  [/^remote$/iu, "remote"],
  [/^hybrid$/iu, "hybrid"],
  [/^on-?site$/iu, "onsite"],
];
const employments: [RegExp, Employment][] = [
  [/^full-?time$/iu, "full-time"],
  [/^part-?time$/iu, "part-time"],
  [/^(?:contract|contractor|freelance)$/iu, "contract"],
  [/^internship$/iu, "internship"],
  [/^temporary$/iu, "temporary"],
];
/** Countries whose names are also a state's, a person's, a bird's or a shirt's. */
const ambiguous = new Set(["GE", "JE", "JO", "TD", "TR", "GN", "PA", "CU", "LB", "TG", "ML", "OM", "PE"]);
const countryByName = new Map(
  countries.filter(({ code }) => !ambiguous.has(code)).map(({ code, name }) => [name.toLowerCase(), code]),
);

const regionNames = new RegExp(
  `(?<![\\p{L}\\p{N}-])(?:${[...regionByName.keys()].sort((a, b) => b.length - a.length).join("|")})(?![\\p{L}\\p{N}-])`,
  "giu",
);

function* termsIn(text: string): Generator<Piece> {
  for (const { 0: word, index } of text.matchAll(/[\p{L}]+(?:-[\p{L}]+)*(?: (?:time|level|site)\b)?/giu)) {
    const at = { start: index, end: index + word.length };
    const spelled = word.replace(/ /g, "-");
    const band = bands.find(([words]) => words.test(spelled));
    const workplace = workplaces.find(([words]) => words.test(spelled));
    const employment = employments.find(([words]) => words.test(spelled));
    if (band) yield { ...at, add: ({ band: list }) => include(list, band[1]) };
    if (workplace) yield { ...at, add: ({ workplace: list }) => include(list, workplace[1]) };
    if (employment) yield { ...at, add: ({ employment: list }) => include(list, employment[1]) };
  }
  for (const { 0: words, index } of text.matchAll(/\p{L}{4,}(?: \p{L}{2,}){0,2}/giu)) {
    const parts = words.split(" ");
    for (let count = parts.length; count > 0; count--) {
      const name = parts.slice(0, count).join(" ");
      const code = countryByName.get(name.toLowerCase());
      if (code)
        yield { start: index, end: index + name.length, add: ({ country }) => include(country, code) };
    }
  }
  // After the countries: South Africa is one, and not in the south of the region.
  for (const { 0: name, index } of text.matchAll(regionNames)) {
    const found = regionByName.get(name.toLowerCase());
    if (found) yield { start: index, end: index + name.length, add: ({ region }) => include(region, found) };
  }
}

function* skillsIn(text: string): Generator<Piece> {
  const words = wordsOf(text);
  for (let first = 0; first < words.length; first++) {
    const found = namesAt(text, words, first).find(
      ({ name }) => name.reading !== "none" && name.reading !== "asked",
    );
    if (!found) continue;
    const { name, last } = found;
    const { slug } = name.skill;
    const [start, end] = [words[first]?.start ?? 0, words[last]?.end ?? 0];
    yield { start, end, add: ({ skill }) => include(skill, slug), isDoubtful: name.reading !== "any" };
    first = last;
  }
}

const role = /^(?:developers?|engineers?|programm?ers?|jobs?|roles?|backend|back-end|services|apis?)$/iu;
const filler = /^(?:with|and|in|using|for|,|\/|\+|&)$/iu;

/** Whether both neighbours are structure, a role's word, or the line's end; words like "in" are looked through, and do not count alone. */
function standsAmongStructure(text: string, { start, end }: Piece, pieces: Piece[]): boolean {
  const isStructure = (at: number) =>
    pieces.some((piece) => piece.add && piece.start <= at && at < piece.end);
  const judge = (words: { word: string; at: number }[]) => {
    const next = words.find(({ word }) => !filler.test(word));
    if (!next) return words.length === 0 ? "edge" : "filler";
    return role.test(next.word) || isStructure(next.at) ? "fine" : "text";
  };
  const words = [...text.matchAll(/[^\s,]+/gu)].map(({ 0: word, index }) => ({ word, at: index }));
  const sides = [
    judge(words.filter(({ at }) => at < start).toReversed()),
    judge(words.filter(({ at }) => at >= end)),
  ];
  return !sides.includes("text") && (sides.includes("fine") || !sides.includes("filler"));
}

function include<T>(list: T[], value: T) {
  if (!list.includes(value)) list.push(value);
}

function without(text: string, pieces: Piece[]): string {
  let rest = "";
  let at = 0;
  for (const { start, end } of pieces) {
    rest += `${text.slice(at, start)} `;
    at = Math.max(at, end);
  }
  return (rest + text.slice(at))
    .replace(/(?<=^|\s)[,/+&]+(?=\s|$)/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}
