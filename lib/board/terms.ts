import { Numbers } from "./numbers";

/**
 * Codes for words, in the order in which they are first met, or for other short bytes. Words are compared by their bytes in UTF-8, as PostgreSQL
 * compares lexemes. A `Map` would make a string of each word of each text to look it up, which takes longer than all else that is done with it.
 */
export class Terms {
  private bytes = new Uint8Array(1 << 16);
  /** Where each word begins; the next one's beginning ends it. */
  private readonly starts = new Numbers(1024);
  /** By hash, with the next free place for those that meet: codes, and 1 more, so that 0 is none. */
  private slots = new Uint32Array(1 << 12);

  constructor() {
    this.starts.push(0);
  }

  get count() {
    return this.starts.length - 1;
  }

  /** The code of the word in a part of `source`. */
  codeFor(source: Uint8Array, from: number, to: number): number {
    const slot = this.slotOf(source, from, to);
    const known = this.slots[slot] as number;
    if (known > 0) return known - 1;
    this.append(source, from, to);
    this.slots[slot] = this.count;
    if (2 * this.count > this.slots.length) this.widen();
    return this.count - 1;
  }

  /** The code of a word that was met, else -1. */
  find = (word: Uint8Array): number => (this.slots[this.slotOf(word, 0, word.length)] as number) - 1;

  /** The codes of the words that begin so, in the order of the words. */
  listBeginning(prefix: Uint8Array): number[] {
    const starts = this.starts.raw();
    const codes: number[] = [];
    for (let code = 0; code < this.count; code++) {
      const start = starts[code] as number;
      if ((starts[code + 1] as number) - start < prefix.length) continue;
      let at = 0;
      while (at < prefix.length && this.bytes[start + at] === prefix[at]) at++;
      if (at === prefix.length) codes.push(code);
    }
    return codes.sort((a, b) => Buffer.compare(this.wordAt(a), this.wordAt(b)));
  }

  private wordAt = (code: number) =>
    this.bytes.subarray(this.starts.raw()[code] as number, this.starts.raw()[code + 1] as number);

  private append(source: Uint8Array, from: number, to: number) {
    const start = this.starts.raw()[this.count] as number;
    const end = start + to - from;
    if (end > this.bytes.length) {
      const grown = new Uint8Array(Math.ceil(1.5 * end));
      grown.set(this.bytes);
      this.bytes = grown;
    }
    for (let at = from; at < to; at++) this.bytes[start + at - from] = source[at] as number;
    this.starts.push(end);
  }

  /** Where the word is, or belongs. */
  private slotOf(source: Uint8Array, from: number, to: number): number {
    const { slots, bytes } = this;
    const starts = this.starts.raw();
    const mask = slots.length - 1;
    for (let slot = hashOf(source, from, to) & mask; ; slot = (slot + 1) & mask) {
      const known = slots[slot] as number;
      if (known === 0) return slot;
      const start = starts[known - 1] as number;
      if ((starts[known] as number) - start !== to - from) continue;
      let at = from;
      while (at < to && bytes[start + at - from] === source[at]) at++;
      if (at === to) return slot;
    }
  }

  private widen() {
    this.slots = new Uint32Array(2 * this.slots.length);
    for (let code = 0; code < this.count; code++) {
      const word = this.wordAt(code);
      this.slots[this.slotOf(word, 0, word.length)] = code + 1;
    }
  }
}

/** FNV-1a, with its bits mixed once more, since the lowest ones are the slot. */
function hashOf(source: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (source[at] as number), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
