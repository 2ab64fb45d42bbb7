import { createHash } from "node:crypto";
import type { Edges, PostingFacts, ProfileFacts } from "./rules/facts";
import { type ExplainedSheet, explainerOf, publicSheet, type Sheet } from "./rules/sheet";

/** All that a sheet is made from, to be stored with an application: it gives the same bytes whenever it is computed. */
export type MatchInputs = { rules: 1; posting: PostingFacts; profile: ProfileFacts; edges: Edges };

/**
 * The inputs of a sheet in their one form: lists whose order means nothing are sorted, and of the taxonomy only what leads from the
 * profile's skills to the posting's is kept. The posting's lines stay in its order, which is the sheet's.
 */
export function matchInputsOf(posting: PostingFacts, profile: ProfileFacts, edges: Edges): MatchInputs {
  const slugs = (list: readonly { slug: string }[]) => list.map(({ slug }) => slug);
  const sortedBySlug = <T extends { slug: string }>(list: readonly T[]) =>
    [...list].sort((a, b) => compare(a.slug, b.slug));
  return {
    rules: 1,
    posting: {
      ...posting,
      countries: sortedSet(posting.countries),
      hours: [...posting.hours].sort((a, b) => a.start - b.start || a.minutes - b.minutes),
    },
    profile: {
      ...profile,
      skills: sortedBySlug(profile.skills),
      responsibilities: sortedBySlug(profile.responsibilities),
      no: {
        skills: sortedSet(profile.no.skills),
        responsibilities: sortedSet(profile.no.responsibilities),
      },
      workplaces: sortedSet(profile.workplaces),
      countries: sortedSet(profile.countries),
      employment: sortedSet(profile.employment),
    },
    edges: usedEdges(new Set(slugs(profile.skills)), new Set(slugs(posting.skills)), edges),
  };
}

/** The sheet that these inputs give. */
export const sheetFrom = (inputs: MatchInputs): Sheet => publicSheet(explainedFrom(inputs));

/** The same with explained lines. */
export const explainedFrom = ({ posting, profile, edges }: MatchInputs): ExplainedSheet =>
  explainerOf(profile, edges)(posting);

/** Of the inputs in canonical JSON: SHA-256, in hexadecimal digits. */
export const hashOf = (inputs: MatchInputs): string =>
  createHash("sha256").update(canonicalJson(inputs)).digest("hex");

/**
 * A value as JSON in the one way of RFC 8785: no spaces, keys sorted by their UTF-16 code units, numbers and texts as ECMAScript writes them.
 * Throws a TypeError for what JSON cannot say, such as undefined.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value === "object" && value !== null)
    return `{${Object.entries(value)
      .sort(([a], [b]) => compare(a, b))
      .map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`)
      .join(",")}}`;
  if (value === null || typeof value === "string" || typeof value === "boolean") return JSON.stringify(value);
  if (typeof value === "number" && Number.isFinite(value)) return JSON.stringify(value);
  throw new TypeError(`JSON has no word for ${String(value)}.`);
}

/** The edges on ways from a named skill to an asked one, and the labels of the named skills that they begin at. */
function usedEdges(named: ReadonlySet<string>, asked: ReadonlySet<string>, edges: Edges): Edges {
  const leading = new Set(asked);
  for (let size = -1; size !== leading.size; ) {
    size = leading.size;
    for (const [from, to] of edges.implies) if (leading.has(to)) leading.add(from);
  }
  const reached = new Set(named);
  for (let size = -1; size !== reached.size; ) {
    size = reached.size;
    for (const [from, to] of edges.implies) if (reached.has(from)) reached.add(to);
  }
  const implies = edges.implies.filter(([from, to]) => reached.has(from) && leading.has(to));
  const related = edges.related
    .filter(([one, other]) => (named.has(one) && asked.has(other)) || (named.has(other) && asked.has(one)))
    .map(([one, other]): [string, string] => (one < other ? [one, other] : [other, one]));
  const begins = new Set([...implies.map(([from]) => from), ...related.flat()]);
  const labels = Object.entries(edges.labels).filter(([slug]) => named.has(slug) && begins.has(slug));
  return { implies: sortedPairs(implies), related: sortedPairs(related), labels: Object.fromEntries(labels) };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const sortedSet = <T extends string>(list: readonly T[]) => [...new Set(list)].sort(compare);
const sortedPairs = (pairs: readonly [string, string][]) =>
  [...new Map(pairs.map((pair) => [pair.join(" "), pair])).entries()]
    .sort(([a], [b]) => compare(a, b))
    .map(([, pair]) => pair);
