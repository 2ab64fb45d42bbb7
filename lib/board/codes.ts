/** Small numbers for keys, in the order in which they are first met. */
export class Codes<K extends string | number> {
  private readonly byKey = new Map<K, number>();
  private readonly keys: K[] = [];

  constructor(private readonly first = 0) {}

  codeFor = (key: K): number => {
    const known = this.byKey.get(key);
    if (known !== undefined) return known;
    const code = this.first + this.keys.length;
    this.byKey.set(key, code);
    this.keys.push(key);
    return code;
  };

  /** The code of a key that was met, else undefined. */
  find = (key: K) => this.byKey.get(key);

  keyOf = (code: number) => this.keys[code - this.first] as K;

  /** One past the last code. */
  get end() {
    return this.first + this.keys.length;
  }

  entries = () => this.byKey.entries();
}
