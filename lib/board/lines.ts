import { Codes } from "./codes";

/** What a posting asks, which the match compares a profile with. `code` is of a skill or a responsibility, `years` is 0 where none are asked. */
export type Line =
  | { kind: "tag"; code: number; must: boolean; years: number }
  | { kind: "experience"; minimum: number }
  | { kind: "degree"; rank: number; equal: boolean; minimum: number };

/** The different lines of all postings, by number: there are thousands, where postings have millions. */
export class Lines {
  private readonly numbers = new Codes<number>();
  readonly all: Line[] = [];

  ofTag = (code: number, must: boolean, years: number) =>
    this.numberOf(4 * ((code * 256 + years) * 2 + Number(must)), () => ({ kind: "tag", code, must, years }));

  ofExperience = (minimum: number) => this.numberOf(4 * minimum + 1, () => ({ kind: "experience", minimum }));

  ofDegree = (rank: number, equal: boolean, minimum: number) =>
    this.numberOf(4 * ((minimum * 256 + rank) * 2 + Number(equal)) + 2, () => ({
      kind: "degree",
      rank,
      equal,
      minimum,
    }));

  /** Years and ranks are below 256, so that no two lines have one key. */
  private numberOf(key: number, make: () => Line): number {
    const number = this.numbers.codeFor(key);
    this.all[number] ??= make();
    return number;
  }
}
