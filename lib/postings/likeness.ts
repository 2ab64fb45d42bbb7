/** Another posting that a text is like, in percent of shared trigrams. Title and company are null where the reader may not know them. */
export type NearDuplicate = { title: string | null; companyName: string | null; likeness: number };

/** Percent of the trigrams of both: from here on one posting is a near-duplicate of the other. */
export const leastLikeness = 80;
/** Characters of title and text that are compared: more say no more, and take longer. */
export const comparedLength = 8_000;
/** A title alone, or a line, is like many others. */
const fewestWords = 12;

/**
 * MinHash over the pairs of neighbouring words: `bandCount` numbers of `bandRows` minima each. Two texts with four of five trigrams in
 * common share about two thirds of their pairs of words, and then a number with a probability of 0.98; unrelated ones, with one in fifty,
 * of 0.0001.
 */
const bandCount = 12;
const bandRows = 3;

/** The numbers of a posting by which postings that may be alike are found; none for one that is too short to be compared. */
export function bandsOf({ title, description }: { title: string; description: string }): number[] {
  const text = `${title} ${description}`.slice(0, comparedLength).toLowerCase();
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length < fewestWords) return [];
  const pairs = pairsOf(words);
  return seeds.map(
    (rows, band) => rows.reduce((hash, seed) => mix(hash * 31 + least(pairs, seed)), band) | 0,
  );
}

/** "“Platform Engineer” at Larkspur, 93 % alike": whose, and how alike. */
export const nearDuplicateWords = ({ title, companyName, likeness }: NearDuplicate): string =>
  `${title ? `“${title}” at ${companyName}` : "another company’s posting in review"}, ${likeness} % alike`;

const seeds = Array.from({ length: bandCount }, (_, band) =>
  Array.from({ length: bandRows }, (__, row) => mix(band * bandRows + row + 1)),
);

function pairsOf(words: string[]): Uint32Array {
  const pairs = new Set<number>();
  let before = 0;
  for (const word of words) {
    let hash = 0x811c9dc5;
    for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
    pairs.add(mix(Math.imul(before, 31) ^ hash));
    before = hash;
  }
  return Uint32Array.from(pairs);
}

function least(pairs: Uint32Array, seed: number): number {
  let smallest = 0xffffffff;
  for (const pair of pairs) smallest = Math.min(smallest, mix(pair ^ seed));
  return smallest;
}

/** The finalizer of MurmurHash3: each bit of a 32-bit number changes about half of the others. */
function mix(number: number): number {
  let hash = number ^ (number >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
