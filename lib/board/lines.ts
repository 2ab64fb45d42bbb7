import { Codes } from "./codes";

/** What a posting asks, which the match compares a profile with. `code` is of a skill or a responsibility, `years` is 0 where none are asked. */
export type Line =
  | { kind: "tag"; code: number; must: boolean; years: number }
  | { kind: "experience"; minimum: number }
  | { kind: "degree"; rank: number; equal: boolean; minimum: number };

/** The different lines of all postings, by number: there are thousands, where postings have millions. `tagCodes` are the codes of tags by their keys. */
export class Lines {
  private readonly numbers = new Codes<number>();
  readonly all: Line[] = [];

  constructor(private readonly tagCodes: Codes<number>) {}

  /** Of the tag with this key, which may be below 0. */
  ofTag(tag: number, must: boolean, years: number): number {
    const key = 4 * ((tag * 256 + years) * 2 + Number(must));
    return (
      this.numbers.find(key) ?? this.add(key, { kind: "tag", code: this.tagCodes.codeFor(tag), must, years })
    );
  }

  ofExperience(minimum: number): number {
    const key = 4 * minimum + 1;
    return this.numbers.find(key) ?? this.add(key, { kind: "experience", minimum });
  }

  ofDegree(rank: number, equal: boolean, minimum: number): number {
    const key = 4 * ((minimum * 256 + rank) * 2 + Number(equal)) + 2;
    return this.numbers.find(key) ?? this.add(key, { kind: "degree", rank, equal, minimum });
  }

  /** Years and ranks are below 256, so that no two lines have one key. */
  private add(key: number, line: Line): number {
    this.all.push(line);
    return this.numbers.codeFor(key);
  }
}
