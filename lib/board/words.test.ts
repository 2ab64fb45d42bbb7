import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { qsort } from "./qsort";
import { Streams } from "./streams";
import { Terms } from "./terms";
import { operandsOf, parseTextQuery, type TextQuery } from "./text";

describe("streams", () => {
  it("give back what was put into each of them", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(20), fc.oneof(fc.nat(200), fc.nat(2 ** 31 - 1))), { maxLength: 3_000 }),
        (pushed) => {
          const streams = new Streams();
          const all = Array.from({ length: 21 }, () => streams.open());
          for (const [at, value] of pushed) streams.push(all[at] as number, value);
          for (const [at, stream] of all.entries()) {
            const reading = streams.read(stream);
            for (const [to, value] of pushed) if (to === at) expect(reading.next()).toBe(value);
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it("go on beyond their largest pieces and the store's blocks", () => {
    const streams = new Streams();
    const [one, other] = [streams.open(), streams.open()];
    for (let value = 0; value < 100_000; value++) streams.push(value % 2 ? one : other, value);
    const [odd, even] = [streams.read(one), streams.read(other)];
    const read = Array.from({ length: 100_000 }, (_, value) => (value % 2 ? odd : even).next());
    expect(read).toEqual([...read.keys()]);
  });
});

describe("terms", () => {
  it("have one code each, and are found by how they begin, in the order of their bytes", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ maxLength: 4, unit: fc.constantFrom("a", "b", "é", "日", "𝄞") })),
        (words) => {
          const terms = new Terms();
          const bytesOf = (word: string) => Buffer.from(word);
          const codes = new Map<string, number>();
          for (const word of words) {
            const bytes = bytesOf(word);
            const code = terms.codeFor(bytes, 0, bytes.length);
            expect(codes.get(word) ?? code).toBe(code);
            codes.set(word, code);
          }
          expect(new Set(codes.values()).size).toBe(codes.size);
          for (const [word, code] of codes) expect(terms.find(bytesOf(word))).toBe(code);
          expect(terms.find(bytesOf("abab."))).toBe(-1);
          const beginning = [...codes.keys()]
            .filter((word) => word.startsWith("a"))
            .sort((a, b) => Buffer.compare(bytesOf(a), bytesOf(b)));
          expect(terms.listBeginning(bytesOf("a"))).toEqual(beginning.map((word) => codes.get(word)));
        },
      ),
    );
  });
});

it("qsort sorts", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(30), { maxLength: 200 }), (list) => {
      const sorted = [...list];
      qsort(sorted, (one, other) => one - other);
      expect(sorted).toEqual([...list].sort((one, other) => one - other));
    }),
  );
});

describe("a query as PostgreSQL writes it", () => {
  const shown = (query: TextQuery | null): string => {
    switch (query?.kind) {
      case "word":
        return `${Buffer.from(query.lexeme)}${query.isPrefix ? "*" : ""}`;
      case "phrase":
        return query.words.map(({ word, offset }) => `${shown(word)}@${offset}`).join(" ");
      case "not":
        return `not(${shown(query.asked)})`;
      case "and":
      case "or":
        return `${query.kind}(${shown(query.left)}, ${shown(query.right)})`;
      default:
        return query?.kind ?? "null";
    }
  };

  it.each([
    ["", "none"],
    ["'go'", "go"],
    ["'o''brien\\\\x':*", "o'brien\\x*"],
    ["'a' & 'b' | !'c'", "or(and(a, b), not(c))"],
    ["'a' & ( 'b' | 'c' )", "and(a, or(b, c))"],
    ["!( 'a' <-> 'b' ) & 'c'", "and(not(a@0 b@1), c)"],
    ["'a' <-> 'b' <2> 'c'", "a@0 b@1 c@3"],
    ["'a' <2> ( 'b' <-> 'c' )", "a@0 b@2 c@3"],
    ["'a' <-> !'b'", "null"],
    ["'a' <-> ( 'b' | 'c' )", "null"],
    ["'a':B", "null"],
  ])("%s", (written, read) => expect(shown(parseTextQuery(written))).toBe(read));

  it("has its words from right to left", () => {
    const query = parseTextQuery("'a' & 'b' <-> 'c' | !'d'");
    expect(query && operandsOf(query).map(shown)).toEqual(["d", "c", "b", "a"]);
  });
});
