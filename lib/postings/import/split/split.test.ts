import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { results } from "../testing";
import { csvRows } from "./csv";
import { jsonEntries } from "./json";
import { xmlEntries } from "./xml";

async function* inPieces(text: string, lengths: number[]) {
  for (let at = 0, piece = 0; at < text.length; piece++) {
    const length = lengths[piece % lengths.length] as number;
    yield text.slice(at, at + length);
    at += length;
  }
}
async function all<T>(entries: AsyncIterable<T>): Promise<(T | string)[]> {
  const found: (T | string)[] = [];
  try {
    for await (const entry of entries) found.push(entry);
  } catch (error) {
    found.push((error as Error).message);
  }
  return found;
}
const textOf = (value: unknown) =>
  async function* () {
    yield typeof value === "string" ? value : JSON.stringify(value);
  };

const parts = (...given: string[]) =>
  fc
    .array(fc.oneof(fc.constantFrom(...given), fc.string({ maxLength: 4 })), { maxLength: 25 })
    .map((all) => all.join(""));

test.each([
  [
    "JSON",
    jsonEntries,
    parts("{", "}", "[", "]", '"', ",", ":", "\\", '"jobs":[', "//", "/*", "*/", "\n", "1"),
  ],
  [
    "XML",
    xmlEntries,
    parts(
      "<item>",
      "</item>",
      "<item/>",
      "<![CDATA[",
      "]]>",
      "<!--",
      "-->",
      "<rss>",
      "</rss>",
      "<",
      ">",
      "\n",
    ),
  ],
  ["CSV", (text: AsyncIterable<string>) => csvRows(text, ","), parts('"', '""', ",", "\n", '",', ',"', "a")],
] as const)(
  "%s is cut the same in whatever pieces it comes, and never throws but to refuse",
  async (_, cut, text) => {
    await fc.assert(
      fc.asyncProperty(
        text,
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }),
        async (given, lengths) => {
          const whole = await all(cut(textOf(given)()) as AsyncIterable<unknown>);
          expect(await all(cut(inPieces(given, lengths)) as AsyncIterable<unknown>)).toEqual(whole);
        },
      ),
      { numRuns: 500 },
    );
  },
);

test("a list of any values is cut into them", async () => {
  // What JSON itself can hold: it has no minus zero.
  const value = fc.jsonValue({ maxDepth: 3 }).map((any) => JSON.parse(JSON.stringify(any)));
  const list = fc.array(value, { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(list, fc.constantFrom(undefined, 2), async (values, indent) => {
      const texts = [
        JSON.stringify(values, null, indent),
        JSON.stringify({ meta: { n: [1] }, jobs: values, more: [{}] }, null, indent),
      ];
      for (const text of texts) {
        const entries = await all(jsonEntries(textOf(text)()));
        expect(
          entries.map((entry) => typeof entry === "object" && "text" in entry && JSON.parse(entry.text)),
        ).toEqual(values);
      }
    }),
  );
});

describe("a file that was cut off keeps what came before, and names the place", () => {
  const one = { id: "1", title: "A", company: "B" };
  test.each([
    ["a list", `[\n${JSON.stringify(one)},\n{"id":"2","title":"C`, "f, entry 2, line 3"],
    ["a list behind a comma", `[\n${JSON.stringify(one)},\n`, "f, entry 2, line 3"],
    ["under jobs", `{"jobs":[\n${JSON.stringify(one)},\n{"id":"2",`, "f, entry 2, line 3"],
    ["lines", `${JSON.stringify(one)}\n{"id":"2","title":"C`, "f, line 2"],
  ])("%s", async (_, text, at) => {
    const read = await results(text, "f");
    expect(read[0]?.ok).toBe(true);
    expect(read.slice(1)).toEqual([{ ok: false, at, reason: "the file ends in the middle of it" }]);
  });

  test("what follows a document that is none is named by its line", async () => {
    const read = await results(`${JSON.stringify(one, null, 1)}\nand more`, "f");
    expect(read.map((result) => result.ok || result.reason)).toEqual([
      true,
      "it is not valid JSON from line 6 on",
    ]);
  });
});

describe("an entry of more than 1 MB is refused, and the next one read", () => {
  const long = "x".repeat(1_100_000);
  const job = (title: string, description = "short") => ({ id: title, title, company: "B", description });
  const element = ({ title, description }: ReturnType<typeof job>) =>
    `<item><title>${title}</title><description>${description}</description></item>`;
  const jobs = [job("A"), job("B", long), job("C")];
  test.each([
    ["a list", JSON.stringify(jobs)],
    ["lines", jobs.map((one) => JSON.stringify(one)).join("\n")],
    ["a feed", `<rss>${jobs.map(element).join("\n")}</rss>`],
  ])("%s", async (_, text) => {
    expect((await results(text, "f")).map((result) => result.ok || result.reason)).toEqual([
      true,
      "it is larger than 1 MB",
      true,
    ]);
  });

  test("a Markdown file is one entry", async () => {
    expect(await results(`---\ntitle: A\n---\n${long}`, "f.md")).toEqual([
      { ok: false, at: "f.md", reason: "it is larger than 1 MB" },
    ]);
  });
});

test("one broken line of many spoils no other", async () => {
  const lines = ['{"title":"A","company":"B"}', '{"title":"A",}', "", '{"title":"C","company":"D"}'].join(
    "\n",
  );
  expect((await results(lines, "f.jsonl")).map((result) => [result.at, result.ok])).toEqual([
    ["f.jsonl, line 1", true],
    ["f.jsonl, line 2", false],
    ["f.jsonl, line 4", true],
  ]);
});
