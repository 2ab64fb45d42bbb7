/** From the beginning of PostgreSQL's time, that of 2000, to that of JavaScript's, in milliseconds. */
const epoch = Date.UTC(2000, 0);
/** Bytes of an array before its first item: the number of dimensions, whether there are nulls, the type, and one dimension. */
const arrayHead = 20;

/**
 * Reads a composite value field by field, in the binary form that PostgreSQL gives it (`record_send` in its rowtypes.c): the number of
 * fields, and of each its type, its length in bytes (-1 for null) and its value. Each method reads the next field.
 */
export class RecordReader {
  /** Where the field begins that is read, and where it ends. */
  private from = 0;
  private end: number;

  constructor(
    private readonly bytes: Buffer,
    start = 0,
  ) {
    this.end = start + 4;
  }

  int(): number | null {
    return this.next() ? this.bytes.readInt32BE(this.from) : null;
  }

  float(): number | null {
    return this.next() ? this.bytes.readDoubleBE(this.from) : null;
  }

  /** False for null too. */
  isTrue(): boolean {
    return this.next() && this.bytes[this.from] === 1;
  }

  text(): string | null {
    return this.next() ? this.bytes.toString("utf8", this.from, this.end) : null;
  }

  /** The bytes themselves, not a copy. */
  raw(): Buffer | null {
    return this.next() ? this.bytes.subarray(this.from, this.end) : null;
  }

  /** Of a `timestamptz`: milliseconds since 1970. */
  moment(): number | null {
    return this.next() ? this.longAt(this.from) / 1000 + epoch : null;
  }

  /** Of a `bigint[]`: what `read` makes of each. */
  longs<T>(read: (value: number) => T): T[] {
    return this.list((at) => read(this.longAt(at)));
  }

  /** Of a `text[]`. */
  texts(): string[] {
    return this.list((at, end) => this.bytes.toString("utf8", at, end));
  }

  /** Of an array of composite values: what `read` makes of each. Its `key` is the same for the same value of the same types, and no other has it. */
  records<T>(read: (record: RecordReader, key: string) => T): T[] {
    return this.list((at, end) =>
      read(new RecordReader(this.bytes, at), this.bytes.toString("latin1", at, end)),
    );
  }

  /** Goes to the next field; false where it is null. */
  private next(): boolean {
    const length = this.bytes.readInt32BE(this.end + 4);
    this.from = this.end + 8;
    this.end = this.from + Math.max(length, 0);
    return length >= 0;
  }

  /** As `array_send` in arrayfuncs.c: a head, and of each item its length and its value. An array of no items is a shorter head. */
  private list<T>(read: (at: number, end: number) => T): T[] {
    const items: T[] = [];
    this.next();
    for (let at = this.from + arrayHead; at < this.end; ) {
      const end = at + 4 + this.bytes.readInt32BE(at);
      items.push(read(at + 4, end));
      at = end;
    }
    return items;
  }

  private longAt(at: number): number {
    return this.bytes.readInt32BE(at) * 2 ** 32 + this.bytes.readUInt32BE(at + 4);
  }
}
