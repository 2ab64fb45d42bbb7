import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ImportFormat } from "./input";
import { parseImport } from "./parse";

const results = (content: string | Uint8Array, name = "advert.md", format?: ImportFormat) => [
  ...parseImport({ name, content }, format),
];
const postings = (content: string | Uint8Array, name?: string) =>
  results(content, name).map((result) => {
    if (!result.ok) throw new Error(`${result.at}: ${result.reason}`);
    return result.posting;
  });
const only = (content: string | Uint8Array, name?: string) => {
  const [posting, ...more] = postings(content, name);
  if (!posting || more.length > 0) throw new Error(`${more.length + 1} postings`);
  return posting;
};

describe("Markdown with front matter", () => {
  test("gives title, company, place, contract, date, tags and body; the name of the file is its id", () => {
    const posting = only(
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
  ])("is read in spite of %s", (_, content) => {
    expect(only(content)).toMatchObject({ title: "A", companyName: "B", description: "Text" });
  });

  test("angle brackets around a value are left out", () => {
    expect(only("---\ntitle: <Junior Developer>\ncompany: <Larkspur>\n---\nText")).toMatchObject({
      title: "Junior Developer",
      companyName: "Larkspur",
    });
  });

  test("a body in HTML becomes Markdown without scripts", () => {
    const { description } = only(
      "---\ntitle: A\n---\n<h2>Tasks</h2><ul><li>Go &amp; Redis</li><li>Kafka</li></ul><script>alert(1)</script>",
    );
    expect(description).toBe("### Tasks\n\n- Go & Redis\n- Kafka");
  });

  test.each([
    ["---\ncompany: B\n---\nText", "it has no title"],
    ["---\ntitle: A\n---\n  \n", "it has no text below its front matter"],
    ["", "it is empty"],
    ["Just some text\nand more", "it is in no format that we read"],
  ])("%j is refused by name and reason", (content, reason) => {
    expect(results(content, "x.md")).toEqual([{ ok: false, at: "x.md", reason }]);
  });
});

test("Greenhouse: escaped HTML, pay range, hiring country of a remote job", () => {
  const content = JSON.stringify({
    jobs: [
      {
        id: 4411,
        internal_job_id: 9,
        absolute_url: "https://boards.example/harbor/4411",
        title: "Platform Engineer",
        company_name: "Harbor Nine",
        location: { name: "Remote, US" },
        first_published: "2026-05-29T07:49:29-04:00",
        updated_at: "2026-07-16T08:40:10-04:00",
        content:
          "&lt;h2&gt;Tools&lt;/h2&gt;&lt;p&gt;Go &amp;amp; Postgres&lt;/p&gt;&lt;div class=&quot;pay-range&quot;&gt;&lt;span&gt;$120,000&lt;/span&gt;&lt;span class=&quot;divider&quot;&gt;&amp;mdash;&lt;/span&gt;&lt;span&gt;$150,000 USD&lt;/span&gt;&lt;/div&gt;",
      },
    ],
    meta: { total: 1 },
  });
  expect(only(content, "harbor.json")).toMatchObject({
    externalId: "4411",
    companyName: "Harbor Nine",
    url: "https://boards.example/harbor/4411",
    description: "### Tools\n\nGo & Postgres\n\n$120,000—$150,000 USD",
    workplace: "remote",
    hiringCountries: ["US"],
    places: [],
    salary: { minMinor: 12_000_000, maxMinor: 15_000_000, currency: "USD", period: "year" },
    postedAt: new Date("2026-05-29T11:49:29Z"),
  });
});

test("Lever: lists become sections, pay and workplace are taken, the company stays unknown", () => {
  const content = JSON.stringify([
    {
      id: "0a1b",
      text: "Backend Engineer",
      hostedUrl: "https://jobs.example/0a1b",
      categories: { commitment: "Full-time", location: "New York, New York", team: "Core" },
      workplaceType: "hybrid",
      createdAt: 1_779_223_091_267,
      descriptionPlain: "Payments for ferries.",
      lists: [{ text: "You bring", content: "<li>Java</li><li>SQL</li>" }],
      additionalPlain: "We answer.",
      salaryRange: { interval: "per-hour-wage", currency: "USD", min: 60, max: 75.5 },
    },
  ]);
  expect(only(content, "lever.json")).toMatchObject({
    externalId: "0a1b",
    title: "Backend Engineer",
    companyName: null,
    description: "Payments for ferries.\n\n### You bring\n\n- Java\n- SQL\n\nWe answer.",
    workplace: "hybrid",
    employment: ["full-time"],
    places: [{ city: "New York", country: "US" }],
    salary: { minMinor: 6_000, maxMinor: 7_550, currency: "USD", period: "hour" },
  });
});

describe("RSS", () => {
  const feed = (items: string) =>
    `<?xml version="1.0"?><rss version="2.0"><channel><title>Jobs</title>${items}</channel></rss>`;

  test.each([
    ["Engineer, Core — Larkspur", "Engineer, Core", "Larkspur"],
    ["Engineer at Larkspur", "Engineer", "Larkspur"],
    ["Larkspur: Engineer", "Engineer", "Larkspur"],
    ["Engineer", "Engineer", null],
  ])("the title %j", (title, expected, company) => {
    const xml = feed(
      `<item><title>${title}</title><guid isPermaLink="false">job:7</guid><link>https://a.example/7</link><pubDate>Sat, 26 Sep 2026 10:36:03 GMT</pubDate><description><![CDATA[<p>Go</p>]]></description></item>`,
    );
    expect(only(xml, "feed.xml")).toMatchObject({
      externalId: "job:7",
      title: expected,
      companyName: company,
      url: "https://a.example/7",
      description: "Go",
      postedAt: new Date("2026-09-26T10:36:03Z"),
    });
  });

  test("a place in the description's line is a place", () => {
    const xml = feed(
      "<item><title>A — Larkspur</title><description>Larkspur · Dublin · board</description></item>",
    );
    expect(only(xml)).toMatchObject({ places: [{ city: "Dublin", country: "IE" }], description: "" });
  });

  test("broken XML is refused with its line", () => {
    expect(results(feed("<item><title>A</item>"), "f.xml")[0]).toMatchObject({ ok: false, at: "f.xml" });
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
  ])("%s", (_, document) => {
    expect(only(JSON.stringify(document), "jobs.json")).toMatchObject({
      externalId: "7",
      title: "Engineer",
      companyName: "Larkspur",
      workplace: "remote",
      places: [{ city: "Dublin", country: "IE" }],
      tags: ["go"],
    });
  });

  test("one broken entry is named and stops nothing", () => {
    const read = results(JSON.stringify([job, { company: "B" }, 5, { ...job, jobId: "8" }]), "jobs.json");
    expect(read.map((result) => [result.at, result.ok || result.reason])).toEqual([
      ["jobs.json, entry 1", true],
      ["jobs.json, entry 2", "it has no title"],
      ["jobs.json, entry 3", "it is not an object"],
      ["jobs.json, entry 4", true],
    ]);
  });

  test("what is no JSON is refused whole", () => {
    expect(results('[{"title": "A"', "j.json")[0]).toMatchObject({ ok: false, at: "j.json" });
  });
});

describe("CSV", () => {
  test.each([",", ";", "\t", "|"])("separated by %j, with quotes and line ends in them", (sign) => {
    const csv = [
      ["Job ID", "Job Title", "Company", "Location", "Salary", "Employment Type", "Description"],
      [
        "1",
        "Engineer",
        "Larkspur",
        `"Porto${sign} Portugal"`,
        "€ 50 000 per year",
        "Full-time",
        '"Say ""hi""\nand more"',
      ],
    ]
      .map((row) => row.join(sign))
      .join("\n");
    const posting = only(csv, "jobs.csv");
    expect(posting).toMatchObject({
      externalId: "1",
      title: "Engineer",
      companyName: "Larkspur",
      salary: { minMinor: 5_000_000, maxMinor: 5_000_000, currency: "EUR", period: "year" },
      employment: ["full-time"],
      description: 'Say "hi"\nand more',
    });
  });

  test("a row without a title is refused by its line, the others are read", () => {
    const read = results("title,company\nA,B\n,C\nD,E\n", "jobs.csv");
    expect(read.map((result) => [result.at, result.ok])).toEqual([
      ["jobs.csv, line 2", true],
      ["jobs.csv, line 3", false],
      ["jobs.csv, line 4", true],
    ]);
  });

  test("columns of pay and country", () => {
    const csv = "title,country,salary_min,salary_max,currency,period\nA,Portugal,1000,2000,EUR,month\n";
    expect(only(csv)).toMatchObject({
      places: [{ city: null, country: "PT" }],
      salary: { minMinor: 100_000, maxMinor: 200_000, currency: "EUR", period: "month" },
    });
  });
});

describe("encodings", () => {
  const text = "---\ntitle: Développeur à Zürich\ncompany: Café\n---\nÜber uns";
  const windows = Uint8Array.from([...text].map((char) => char.charCodeAt(0)));
  test.each([
    ["UTF-8", new TextEncoder().encode(text)],
    ["UTF-8 with a mark", new TextEncoder().encode(`\ufeff${text}`)],
    ["UTF-16 LE", new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le"))],
    ["UTF-16 LE without a mark", new Uint8Array(Buffer.from(text, "utf16le"))],
    ["UTF-16 BE", new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le").swap16())],
    ["windows-1252", windows],
  ])("%s", (_, bytes) => {
    expect(only(bytes)).toMatchObject({
      title: "Développeur à Zürich",
      companyName: "Café",
      description: "Über uns",
    });
  });
});

test("any bytes give postings or refusals, never an exception", () => {
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
  fc.assert(
    fc.property(
      content,
      fc.constantFrom(undefined, "markdown", "json", "rss", "csv", "lever", "greenhouse"),
      (bytes, format) => {
        for (const result of parseImport({ name: "x", content: bytes }, format as ImportFormat | undefined)) {
          expect(result.ok ? result.posting.title : result.reason).not.toBe("");
        }
      },
    ),
    { numRuns: 300 },
  );
});
