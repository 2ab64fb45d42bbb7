import { Numbers } from "./numbers";

const blockBits = 16;
const blockSize = 1 << blockBits;
const inBlock = blockSize - 1;
/** Bytes of a stream's first piece, and of its largest. Each is twice the one before, and ends with the address of the next. */
const [firstPiece, largestPiece] = [16, 4_096];
const addressSize = 4;

/**
 * Streams of whole numbers, which grow at their ends: hundreds of thousands of them in one store, since an array for each would take more room
 * than what is in it. A number below 128 takes one byte, any other one more for each further seven bits.
 */
export class Streams {
  private readonly blocks: Uint8Array[] = [];
  /** Where the store ends. */
  private end = 0;
  private readonly first = new Numbers(1024);
  /** Of the piece that is written: where the next byte goes, and the place of the address at its end. */
  private readonly next = new Numbers(1024);
  private readonly pieceEnd = new Numbers(1024);
  private readonly pieceSize = new Numbers(1024);

  /** Bytes that are taken. */
  get size() {
    return this.blocks.length * blockSize;
  }

  /** A new stream, empty. */
  open(): number {
    const start = this.take(firstPiece);
    this.first.push(start);
    this.next.push(start);
    this.pieceEnd.push(start + firstPiece - addressSize);
    this.pieceSize.push(firstPiece);
    return this.first.length - 1;
  }

  push(stream: number, value: number) {
    let rest = value;
    for (; rest > 127; rest >>>= 7) this.pushByte(stream, (rest & 127) | 128);
    this.pushByte(stream, rest);
  }

  /** Reads a stream from its beginning. Whoever reads knows how many numbers there are. */
  read = (stream: number) => new Reading(this.blocks, this.first.raw()[stream] as number);

  private pushByte(stream: number, byte: number) {
    const next = this.next.raw();
    if (next[stream] === this.pieceEnd.raw()[stream]) this.grow(stream);
    const at = next[stream] as number;
    (this.blocks[at >>> blockBits] as Uint8Array)[at & inBlock] = byte;
    next[stream] = at + 1;
  }

  private grow(stream: number) {
    const size = Math.min(2 * (this.pieceSize.raw()[stream] as number), largestPiece);
    const start = this.take(size);
    const address = this.pieceEnd.raw()[stream] as number;
    const block = this.blocks[address >>> blockBits] as Uint8Array;
    for (let byte = 0; byte < addressSize; byte++)
      block[(address & inBlock) + byte] = (start >>> (8 * byte)) & 255;
    this.next.raw()[stream] = start;
    this.pieceEnd.raw()[stream] = start + size - addressSize;
    this.pieceSize.raw()[stream] = size;
  }

  /** A piece lies in one block. */
  private take(size: number): number {
    const room = this.blocks.length * blockSize - this.end;
    if (room < size) {
      this.end += room;
      this.blocks.push(new Uint8Array(blockSize));
    }
    this.end += size;
    return this.end - size;
  }
}

/** One pass over a stream. */
export class Reading {
  private block: Uint8Array;
  private at: number;
  private end: number;
  private pieceSize = firstPiece;

  constructor(
    private readonly blocks: readonly Uint8Array[],
    start: number,
  ) {
    this.block = blocks[start >>> blockBits] as Uint8Array;
    this.at = start & inBlock;
    this.end = this.at + firstPiece - addressSize;
  }

  next(): number {
    let byte = this.nextByte();
    if (byte < 128) return byte;
    let value = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = this.nextByte();
      value |= (byte & 127) << shift;
    }
    return value;
  }

  private nextByte(): number {
    if (this.at === this.end) this.turn();
    return this.block[this.at++] as number;
  }

  private turn() {
    let start = 0;
    for (let byte = addressSize - 1; byte >= 0; byte--)
      start = start * 256 + (this.block[this.end + byte] as number);
    this.pieceSize = Math.min(2 * this.pieceSize, largestPiece);
    this.block = this.blocks[Math.floor(start / blockSize)] as Uint8Array;
    this.at = start & inBlock;
    this.end = this.at + this.pieceSize - addressSize;
  }
}
