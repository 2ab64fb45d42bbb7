/** Ids of rows in four words each, in the order of the database. */
export class Ids {
  private readonly words: Uint32Array;

  constructor(capacity: number) {
    this.words = new Uint32Array(4 * capacity);
  }

  /** `id` in its bytes. */
  set(row: number, id: Buffer) {
    for (let word = 0; word < 4; word++) this.words[4 * row + word] = id.readUInt32BE(4 * word);
  }

  at(row: number): string {
    const hex = [0, 1, 2, 3]
      .map((word) => (this.words[4 * row + word] as number).toString(16).padStart(8, "0"))
      .join("");
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  }

  /** Below 0 where the first row's id comes first. */
  compare(one: number, other: number): number {
    return compareWords(this.words, 4 * one, this.words, 4 * other);
  }

  /** The same against an id that may be of no row: the first of others. */
  compareWith(row: number, { words }: Ids): number {
    return compareWords(this.words, 4 * row, words, 0);
  }
}

/** The 16 bytes of an id. */
export const bytesOf = (id: string) => Buffer.from(id.replaceAll("-", ""), "hex");

/** One id alone, to compare rows with. */
export function oneId(id: string): Ids {
  const ids = new Ids(1);
  ids.set(0, bytesOf(id));
  return ids;
}

function compareWords(a: Uint32Array, atA: number, b: Uint32Array, atB: number): number {
  for (let word = 0; word < 4; word++) {
    const difference = (a[atA + word] as number) - (b[atB + word] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}
