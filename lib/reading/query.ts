import { elementAt } from "@/lib/present";
import { foldPlace } from "@/lib/taxonomy/place-names";
import type { Region } from "@/lib/taxonomy/regions";
import { statesNamed } from "@/lib/taxonomy/states";
import { type Employment, type Workplace, workplaces } from "@/lib/taxonomy/terms";
import { type Piece, piecesIn, type Vocabulary } from "./query-pieces";
import { fillers, proseWords, roleWords } from "./query-words";
import type { Word } from "./words";

/** What a line typed into the search box says as structure, in the words of the search parameters, and what is left of it. */
export type Query = {
  skill: string[];
  /** "any" where the skills are joined by "or". */
  skillMode: "any" | null;
  exclude: string[];
  workplace: Workplace[];
  employment: Employment[];
  country: string[];
  region: Region[];
  /** The slug of a city. */
  near: string | null;
  /** Years. */
  experience: number | null;
  /** A yearly sum in units of the currency. */
  salary: number | null;
  /** Null where the sum names none. */
  currency: string | null;
  oncall: "none" | null;
  takehome: "none" | null;
  degree: "none" | null;
  /** The words that are no structure, in their order: text to search for. */
  words: string;
};

/**
 * Reads "senior go remote 90k eur" as skill, workplace and pay, in any order; "senior" stays a word. What stands in quotes stays text, as does
 * a skill's name with an everyday meaning among everyday words ("go to market"), and a skill that no live posting has.
 *
 * What is left over says nothing more when it is read again. `hasSkills` says that the search asks for other skills already: all of those and
 * any of these cannot be asked at once, so that "or" stays text then.
 */
export function parseQuery(
  line: string,
  known: Vocabulary,
  { hasSkills = false }: { hasSkills?: boolean } = {},
): Query {
  let query = readOnce(line, known, hasSkills);
  // Words that were kept apart by structure may stand side by side now, and be a name together.
  for (let last = line; query.words !== last; ) {
    last = query.words;
    query = mergedQueries(query, readOnce(last, known, hasSkills || query.skill.length > 0));
  }
  return query;
}

function readOnce(line: string, known: Vocabulary, hasSkills: boolean): Query {
  const { text, words, pieces } = piecesIn(line, known);
  return new Reader(text, words, pieces, known, hasSkills).read();
}

/** What a line says, with what its words say when they are read again. */
export function mergedQueries(first: Query, more: Query): Query {
  const lists = ["skill", "exclude", "workplace", "employment", "country", "region"] as const;
  const both = { ...first, words: more.words, skillMode: first.skillMode ?? more.skillMode };
  for (const name of lists) Object.assign(both, { [name]: [...new Set([...first[name], ...more[name]])] });
  for (const name of ["near", "experience", "salary", "currency", "oncall", "takehome", "degree"] as const)
    if (more[name] !== null) Object.assign(both, { [name]: more[name] });
  return both;
}

/** Reads one line: which pieces count, which are negated or joined by "or", and what is left. */
class Reader {
  private readonly query: Query = {
    skill: [],
    skillMode: null,
    exclude: [],
    workplace: [],
    employment: [],
    country: [],
    region: [],
    near: null,
    experience: null,
    salary: null,
    currency: null,
    oncall: null,
    takehome: null,
    degree: null,
    words: "",
  };
  /** What is taken out of the line. */
  private readonly taken: { start: number; end: number }[] = [];
  private readonly negated = new Set<Piece>();

  constructor(
    private readonly text: string,
    private readonly words: readonly Word[],
    private pieces: Piece[],
    private readonly known: Vocabulary,
    private readonly hasSkills: boolean,
  ) {}

  read(): Query {
    this.negate();
    this.keepStates();
    this.keepUsed();
    this.keepSure();
    this.join();
    this.oneCity();
    for (const piece of this.pieces) if (this.add(piece)) this.taken.push(piece);
    this.query.words = this.rest();
    return this.query;
  }

  /** A skill that no live posting has stays a word, and so does a practice, unless it is behind a "no". */
  private keepUsed() {
    this.pieces = this.pieces.map((piece) => {
      const { meaning } = piece;
      if (meaning.kind !== "skill" || this.negated.has(piece)) return piece;
      return meaning.isTechnology && this.known.skills.has(meaning.slug)
        ? piece
        : { ...piece, meaning: { kind: "text" as const } };
    });
  }

  /** A name that a country and a state share is the state's beside the state's own country: "georgia us". */
  private keepStates() {
    const codes = this.pieces.flatMap(({ meaning }) => (meaning.kind === "country" ? [meaning.code] : []));
    const isState = ({ start, end, meaning }: Piece) =>
      meaning.kind === "country" &&
      statesNamed(foldPlace(this.text.slice(start, end))).some(
        ({ country }) => country !== meaning.code && codes.includes(country),
      );
    this.pieces = this.pieces.map((piece) => {
      const { start, end } = piece;
      return isState(piece)
        ? { start, end, meaning: { kind: "text" as const }, name: { start, end } }
        : piece;
    });
  }

  /** Of names that have an everyday meaning only those that the rest of the line proves. */
  private keepSure() {
    const plain = this.freeWords().filter(
      ({ word }) => !fillers.has(word) && !roleWords.has(word) && !/^\d+$/.test(word),
    );
    const isOfTrade = plain.every(({ word }) => this.known.words.has(word));
    const isPlace = ({ meaning }: Piece) => meaning.kind === "country" || meaning.kind === "region";
    const hasSureStructure = this.pieces.some(
      ({ meaning }) => meaning.kind !== "text" && !("isDoubtful" in meaning && meaning.isDoubtful),
    );
    const isSure = (piece: Piece) => {
      const { meaning } = piece;
      if (!("isDoubtful" in meaning) || !meaning.isDoubtful) return true;
      if (meaning.kind === "country") return hasSureStructure;
      const before = this.wordBefore(piece.start);
      if (meaning.kind === "city")
        return (
          /^(?:in|near|around)$/.test(before) ||
          this.pieces.some((other) => other !== piece && isPlace(other))
        );
      if (proseWords.has(before) || proseWords.has(this.wordBehind(piece.end))) return false;
      if (meaning.isLetter && plain.length > 0) return false;
      const isAlone = this.words.every(
        ({ start, end }) => (start >= piece.start && end <= piece.end) || this.isFiller(start, end),
      );
      const isWhole =
        piece.start <= (this.words[0]?.start ?? 0) && piece.end >= (this.words.at(-1)?.end ?? 0);
      return isOfTrade && (!isAlone || isWhole);
    };
    this.pieces = this.pieces.filter(isSure);
  }

  private isFiller = (start: number, end: number) => fillers.has(this.text.slice(start, end).toLowerCase());

  /** "No", "not", "without" and "-" before a piece, and before others that "or" joins to it. */
  private negate() {
    for (const piece of this.pieces) {
      const start = this.negationBefore(piece);
      if (start === null && !piece.isDenied) continue;
      this.negated.add(piece);
      piece.start = start ?? piece.start;
    }
    for (const [at, piece] of this.pieces.entries()) {
      const previous = this.pieces[at - 1];
      if (!previous || !this.negated.has(previous) || this.negated.has(piece)) continue;
      const between = this.text.slice(previous.end, piece.start);
      if (
        previous.meaning.kind !== piece.meaning.kind ||
        !/^\s*(?:,|\/|or|nor|,\s*(?:or|nor))\s*$/iu.test(between)
      )
        continue;
      this.negated.add(piece);
      piece.start = previous.end;
    }
  }

  /** Where the "no" before a piece begins; null where there is none. */
  private negationBefore({ start }: Piece): number | null {
    const match =
      /(?:(?<![\p{L}\p{N}])(?:no|not|without|non|excluding|except)(?:\s+(?:any|a|an|the))?[\s-]+|(?<=^|\s)-)$/iu.exec(
        this.text.slice(0, start),
      );
    return match ? match.index : null;
  }

  /** "A or B": of two skills any; of two places or kinds of work both, as their filters mean any; else all of it is text. */
  private join() {
    const groups: Piece[][] = [];
    for (const { index, 0: found } of this.text.matchAll(/\s+or\s+/giu)) {
      const left = this.pieces.find(({ end }) => end === index);
      const right = this.pieces.find(({ start }) => start === index + found.length);
      const isTaken = this.pieces.some(({ start, end }) => start <= index && index + found.length <= end);
      if (isTaken) continue;
      if (!left || !right || !isJoinable(left, right) || this.negated.has(left) || this.negated.has(right)) {
        this.asText(index, index + found.length, left, right);
        continue;
      }
      this.taken.push({ start: index, end: index + found.length });
      if (left.meaning.kind !== "skill") continue;
      const group = groups.find((one) => one.includes(left));
      if (group) group.push(right);
      else groups.push([...this.listedBefore(left), left, right]);
    }
    const [group] = groups;
    const skills = this.pieces.filter((piece) => piece.meaning.kind === "skill" && !this.negated.has(piece));
    if (group && group.length === skills.length && !this.hasSkills) this.query.skillMode = "any";
    // All of these and any of those cannot be asked at once, so those are searched as words.
    else for (const piece of groups.flat()) this.pieces = this.pieces.filter((other) => other !== piece);
    if (group && this.query.skillMode === null)
      for (const pieces of groups) {
        const [from, to] = [elementAt(pieces, 0).start, elementAt(pieces, -1).end];
        this.taken.splice(
          0,
          this.taken.length,
          ...this.taken.filter(({ start }) => start < from || start > to),
        );
      }
  }

  /** The skills right before one, with commas between: "java, kotlin or scala". */
  private listedBefore(piece: Piece): Piece[] {
    const before = this.pieces.find(
      ({ end, meaning }) =>
        meaning.kind === "skill" && end < piece.start && /^\s*,\s*$/u.test(this.text.slice(end, piece.start)),
    );
    return before ? [...this.listedBefore(before), before] : [];
  }

  /** An "or" that joins words keeps its neighbours as they were typed. */
  private asText(start: number, end: number, left?: Piece, right?: Piece) {
    const before = left?.start ?? this.words.findLast((word) => word.end === start)?.start ?? start;
    const behind = right?.end ?? this.words.find((word) => word.start === end)?.end ?? end;
    this.pieces = this.pieces.filter((piece) => piece !== left && piece !== right);
    this.pieces.push({ start: before, end: behind, meaning: { kind: "text" } });
    this.pieces.sort((a, b) => a.start - b.start);
  }

  /** Only one city can be searched around: of several all stay words, which the places of postings are searched for. */
  private oneCity() {
    const codes = this.pieces.flatMap(({ meaning }) => (meaning.kind === "country" ? [meaning.code] : []));
    const meant = (cities: readonly { slug: string; country: string }[]) =>
      (cities.find(({ country }) => codes.includes(country)) ?? elementAt(cities, 0)).slug;
    const slugs = new Set(
      this.pieces.flatMap((piece) =>
        piece.meaning.kind === "city" && !this.negated.has(piece) ? [meant(piece.meaning.cities)] : [],
      ),
    );
    if (slugs.size > 1) this.pieces = this.pieces.filter(({ meaning }) => meaning.kind !== "city");
    else this.query.near = [...slugs][0] ?? null;
  }

  /** Puts what a piece means into the query; false where it stays text. */
  private add(piece: Piece): boolean {
    const { query } = this;
    const { meaning } = piece;
    const isNegated = this.negated.has(piece);
    switch (meaning.kind) {
      case "text":
        return false;
      case "pay":
        query.salary = meaning.salary;
        query.currency = meaning.currency;
        return true;
      case "years":
        query.experience = meaning.years;
        return true;
      case "skill":
        include(isNegated ? query.exclude : query.skill, meaning.slug);
        return true;
      case "workplace":
        for (const value of workplaces)
          if ((value === meaning.value) !== isNegated) include(query.workplace, value);
        return true;
      case "oncall":
      case "takehome":
      case "degree":
        if (isNegated) query[meaning.kind] = "none";
        return isNegated;
      default:
        // There is no filter for what is in no country or city, so the words are searched for, with their "no".
        if (isNegated) return false;
    }
    if (meaning.kind === "country") include(query.country, meaning.code);
    if (meaning.kind === "region") include(query.region, meaning.value);
    if (meaning.kind === "employment") include(query.employment, meaning.value);
    return true;
  }

  /** The words that stand in no piece, and are no "no" before one. */
  private freeWords = () =>
    this.words.filter(
      ({ start, end }) => !this.pieces.some((piece) => piece.start < end && start < piece.end),
    );

  private wordBefore = (start: number) => this.words.findLast((word) => word.end <= start)?.word ?? "";
  private wordBehind = (end: number) => this.words.find((word) => word.start >= end)?.word ?? "";

  /** The line without what was taken, and without the words that only joined it to the rest. */
  private rest(): string {
    const gone = this.taken.map(({ start, end }) => ({ start, end }));
    const isGone = (start: number, end: number) =>
      gone.some((piece) => piece.start < end && start < piece.end);
    const names = this.pieces.flatMap(({ name }) => name ?? []);
    // In quotes a name stays words when the line is read again.
    const quoted = (at: number) =>
      `${names.some(({ start }) => start === at) ? '"' : ""}${this.text[at]}${names.some(({ end }) => end === at + 1) ? '"' : ""}`;
    const tokens = [...this.text.matchAll(/\S+/gu)].flatMap(({ 0: token, index }) => {
      let left = "";
      for (let at = 0; at < token.length; at++)
        left += isGone(index + at, index + at + 1) ? " " : quoted(index + at);
      return left
        .split(" ")
        .map((part) => (left.includes(" ") ? part.replace(/^[-–/,+&]+|[-–/,+&]+$/gu, "") : part))
        .filter(Boolean)
        .map((part) => ({ part, isGone: false }))
        .concat(left.trim() === "" || left.includes(" ") ? [{ part: "", isGone: true }] : []);
    });
    // A joining word, and a sign alone, goes with what it touches.
    const isJoint = (part: string) => fillers.has(part.toLowerCase()) || /^[^\p{L}\p{N}"]+$/u.test(part);
    for (let changed = true; changed; ) {
      changed = false;
      tokens.forEach((token, at) => {
        if (token.isGone || !isJoint(token.part)) return;
        const touches = [tokens[at - 1], tokens[at + 1]].some((other) => other?.isGone);
        if (touches) {
          token.isGone = true;
          changed = true;
        }
      });
    }
    return tokens
      .filter(({ isGone: dropped }) => !dropped)
      .map(({ part }) => part)
      .join(" ");
  }
}

const joinable = ["skill", "country", "region", "employment", "workplace"];
/** Places of both kinds are one filter. */
const filterOf = (kind: string) => (kind === "region" ? "country" : kind);
const isJoinable = ({ meaning: a }: Piece, { meaning: b }: Piece) =>
  joinable.includes(a.kind) && filterOf(a.kind) === filterOf(b.kind);

function include<T>(list: T[], value: T) {
  if (!list.includes(value)) list.push(value);
}
