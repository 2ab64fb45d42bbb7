import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ImportFormat, importFormats } from "./input";
import { only, results } from "./testing";

describe("Markdown with front matter", () => {
  test("gives title, company, place, contract, date, tags and body; the name of the file is its id", async () => {
    const posting = await only(
      `---
title: Backend Developer
company: Fernworks
url: https://fernworks.example/jobs/1
location: Leipzig, Germany
contract: permanent
contact:
    name: Someone
    email: someone@fernworks.example
created: !!timestamp '2024-03-01'
tags:
  - python
  - Django
---

# What you do

Keep **orders** moving.
`,
      "posts/017_fernworks.html",
    );
    expect(posting).toEqual({
      externalId: "017_fernworks.html",
      title: "Backend Developer",
      companyName: "Fernworks",
      companyUrl: null,
      url: "https://fernworks.example/jobs/1",
      description: "# What you do\n\nKeep **orders** moving.",
      locationText: "Leipzig, Germany",
      places: [{ city: "Leipzig", country: "DE" }],
      workplace: null,
      employment: ["full-time"],
      salary: null,
      postedAt: new Date("2024-03-01T00:00:00Z"),
      tags: ["python", "Django"],
      hiringCountries: [],
    });
  });

  test.each([
    [
      "keys in any case, tabs, Windows line ends",
      "---\r\nTitle: A\r\nCOMPANY:\tB\r\n\tlocation: C\r\n---\r\nText",
    ],
    ["a colon in a value, which is no YAML", "---\ntitle: A\ncompany: B\nnote: Team: Core: [x\n---\nText"],
    ["comments and blank lines", "\n\n---\n# an advert\ntitle: A # the title\n\ncompany: B\n---\nText"],
    ["no closing line", "---\ntitle: A\ncompany: B\ntags:\n  - x\n\nText"],
    ["no opening line", "title: A\ncompany: B\n---\nText"],
    ["four dashes", "----\ntitle: A\ncompany: B\n----\nText"],
    ["an alias bomb", "---\ntitle: A\ncompany: B\na: &a [x, x]\nb: [*a, *a]\n---\nText"],
  ])("is read in spite of %s", async (_, content) => {
    expect(await only(content)).toMatchObject({ title: "A", companyName: "B", description: "Text" });
  });

  test("angle brackets around a value are left out", async () => {
    expect(await only("---\ntitle: <Junior Developer>\ncompany: <Larkspur>\n---\nText")).toMatchObject({
      title: "Junior Developer",
      companyName: "Larkspur",
    });
  });

  test("a body in HTML becomes Markdown without scripts", async () => {
    const { description } = await only(
      "---\ntitle: A\n---\n<h2>Tasks</h2><ul><li>Go &amp; Redis</li><li>Kafka</li></ul><script>alert(1)</script>",
    );
    expect(description).toBe("### Tasks\n\n- Go & Redis\n- Kafka");
  });

  test.each([
    ["---\ncompany: B\n---\nText", "it has no title"],
    ["---\ntitle: A\n---\n  \n", "it has no text below its front matter"],
    ["", "it is empty"],
    ["Just some text\nand more", "its format is not supported"],
  ])("%j is refused by name and reason", async (content, reason) => {
    expect(await results(content, "x.md")).toEqual([{ ok: false, at: "x.md", reason }]);
  });
});

describe("JSON", () => {
  const job = {
    jobId: "7",
    title: "Engineer",
    company: "Larkspur",
    locations: ["Dublin"],
    isRemote: true,
    tags: ["go"],
  };

  test.each([
    ["a list", [job]],
    ["under jobs", { jobs: [job] }],
    ["under data", { data: [job] }],
    ["alone", job],
  ])("%s", async (_, document) => {
    expect(await only(JSON.stringify(document), "jobs.json")).toMatchObject({
      externalId: "7",
      title: "Engineer",
      companyName: "Larkspur",
      workplace: "remote",
      places: [{ city: "Dublin", country: "IE" }],
      tags: ["go"],
    });
  });

  test("one broken entry is named and stops nothing", async () => {
    const read = await results(
      JSON.stringify([job, { company: "B" }, 5, { ...job, jobId: "8" }]),
      "jobs.json",
    );
    expect(read.map((result) => [result.at, result.ok || result.reason])).toEqual([
      ["jobs.json, entry 1, line 1", true],
      ["jobs.json, entry 2, line 1", "it has no title"],
      ["jobs.json, entry 3, line 1", "it is not an object"],
      ["jobs.json, entry 4, line 1", true],
    ]);
  });

  test("what is no JSON is refused whole", async () => {
    expect((await results('[{"title": "A"', "j.json"))[0]).toMatchObject({ ok: false, at: "j.json" });
  });
});

test("any bytes give postings or refusals, never an exception", async () => {
  const fragment = fc.constantFrom(
    "---\n",
    "title: A\n",
    "{",
    "}",
    '"title":',
    "[",
    "]",
    "<rss>",
    "<item>",
    "</rss>",
    ",",
    "\n",
    '"',
    "title,company\n",
    "tags:\n  - x\n",
    "&a",
    "*a",
    ": ",
    "\0",
    "\t",
    "<?xml",
    "\ud800",
    "!!js/function x\n",
  );
  const content = fc.oneof(
    fc
      .array(fc.oneof(fragment, fc.string({ maxLength: 8 })), { maxLength: 30 })
      .map((parts) => parts.join("")),
    fc.uint8Array({ maxLength: 200 }),
  );
  await fc.assert(
    fc.asyncProperty(content, fc.constantFrom(undefined, ...importFormats), async (bytes, format) => {
      for (const result of await results(bytes, "x", format))
        expect(result.ok ? result.posting.title : result.reason).not.toBe("");
    }),
    { numRuns: 1_000 },
  );
});

test("fields of any shape under the names of a format are read or refused, and no fault of the reader's", async () => {
  const names = [
    "id",
    "title",
    "text",
    "text_html",
    "company",
    "location",
    "categories",
    "lists",
    "content",
    "absolute_url",
    "secondaryLocations",
    "address",
    "compensation",
    "employmentType",
    "workplaceType",
    "jobUrl",
    "@type",
    "hiringOrganization",
    "jobLocation",
    "baseSalary",
    "identifier",
    "description",
    "skills",
    "salaryRange",
    "parent_id",
    "created_at",
    "isListed",
  ];
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom(
      "JobPosting",
      "Larkspur | Engineer | Berlin<p>- Engineer<p>- SRE",
      "$1 - $2",
      "\ud800",
      "\0",
      "0001-01-01",
    ),
  );
  const job = fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 12 });
  const formats = fc.constantFrom("json", "greenhouse", "lever", "ashby", "jsonld", "hn");
  await fc.assert(
    fc.asyncProperty(fc.array(job, { maxLength: 3 }), formats, async (jobs, format) => {
      for (const result of await results(JSON.stringify(jobs), "x", format as ImportFormat))
        expect(result.ok ? result.posting.title : result.reason).toMatch(/^(?!it cannot be read \()./);
    }),
    { numRuns: 1_000 },
  );
});

describe("characters that nothing may hold", () => {
  const dirty = "Back\u0000end\u202E Dev\u0007eloper\u2028\ufffe";
  test.each<[ImportFormat, string]>([
    [
      "json",
      JSON.stringify([
        { id: "7\u0000", company: dirty, title: dirty, description: `a\u0000\nb\u0085${dirty}` },
      ]),
    ],
    [
      "rss",
      `<rss><channel><item><guid>7</guid><title>&#1;Backend\u202E &#7;Developer\u2028</title><author>Backend Developer</author><description>x</description></item></channel></rss>`,
    ],
  ])("are left out of %s, and names are one line", async (format, content) => {
    const [result] = await results(content, "jobs", format);
    if (!result?.ok) throw new Error(JSON.stringify(result));
    expect(result.posting.title).toBe("Backend Developer");
    expect(JSON.stringify(result.posting)).not.toMatch(/\\u00[01]|[\u0080-\u009f\u2028\u202e\ufffe]/);
  });
});
