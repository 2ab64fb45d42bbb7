import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PostingReading, readPosting, type Spans } from "./posting";

const advert = `<p>Quillmark (https://quillmark.example) | Senior Go Developer | Remote (Germany, Austria) | Full-time | &euro;80k&ndash;&euro;95k</p>
<p>You would design and build our <b>public APIs</b>. 5+ years of experience, a BSc or equivalent experience. CET &plusmn;2 hours.</p>`;

/** Every tag of a reading with its proof. */
const tagsOf = (read: PostingReading) =>
  Object.entries({ ...read, reality: Object.values(read.reality) }).flatMap(([field, value]) =>
    [value].flat().flatMap((tag) => (tag ? [{ field, spans: tag.spans as Spans }] : [])),
  );

describe("a posting", () => {
  it("is read whole, each tag with the place in the source that proves it", () => {
    const read = readPosting(advert);
    const proof = ({ spans }: { spans: Spans }) => spans.map(([start, end]) => advert.slice(start, end));
    expect(read.company && { name: read.company.name, proof: proof(read.company) }).toEqual({
      name: "Quillmark",
      proof: ["Quillmark (https://quillmark.example)"],
    });
    expect(read.title && proof(read.title)).toEqual(["Senior Go Developer"]);
    expect(read.seniority && [read.seniority.value, ...proof(read.seniority)]).toEqual(["senior", "Senior"]);
    expect(read.skills.map((skill) => [skill.slug, skill.must, ...proof(skill)])).toEqual([
      ["go", true, "Go"],
    ]);
    expect(
      read.responsibilities.map((responsibility) => [responsibility.slug, ...proof(responsibility)]),
    ).toContainEqual(["api-management", "design and build our <b>public APIs"]);
    expect(read.salary).toMatchObject({ min: 80_000, max: 95_000, currency: "EUR", period: "year" });
    expect(read.salary && proof(read.salary)).toEqual(["&euro;80k&ndash;&euro;95k"]);
    expect(read.experience).toMatchObject({ min: 5, max: null });
    expect(read.degree).toMatchObject({ level: "bachelor", equalExperience: true });
    expect(read.workplace?.value).toBe("remote");
    expect(read.hiringCountries.map(({ country }) => country)).toEqual(["DE", "AT"]);
    expect(read.employment.map(({ value }) => value)).toEqual(["full-time"]);
    expect(read.timeZones).toMatchObject([{ from: -1, to: 3 }]);
  });

  it.each([
    "SEEKING WORK | Berlin | Remote | Go, Kafka | 10 years of experience | €90k",
    "I'm looking for a senior Python job, remote, 120k USD. BSc, 8 years of experience.",
  ])("is not what one who seeks work writes: %j", (text) => {
    expect(tagsOf(readPosting(text))).toEqual([]);
  });

  it("of nothing says nothing", () => {
    for (const text of ["", " \n\t ", "<p></p>", "🙂"]) expect(tagsOf(readPosting(text))).toEqual([]);
  });

  it("may be any text at all: it never fails, and its proofs lie within the text", () => {
    const bits = fc.constantFrom(
      "$",
      "120k",
      " – ",
      "|",
      "\n",
      "remote",
      "5+ years",
      "<p>",
      "&amp;",
      "BSc",
      "Go",
      ",",
      "é",
      "in Berlin",
      "UTC-3 to ",
      "\ud83d\ude42",
      "9".repeat(40),
    );
    const texts = fc.oneof(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc.array(bits, { maxLength: 60 }).map((list) => list.join("")),
    );
    fc.assert(
      fc.property(texts, (text) => {
        for (const { spans } of tagsOf(readPosting(text)))
          for (const [start, end] of spans) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
          }
      }),
      { numRuns: 500 },
    );
  });
});
