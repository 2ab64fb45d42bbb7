import { describe, expect, test } from "vitest";
import { only, postings, results } from "../testing";

const post = (text_html: string, more: object = {}) =>
  JSON.stringify({
    id: 4_100,
    source: "who_is_hiring",
    thread: "Ask HN: Who is hiring?",
    time: 1_772_442_000,
    text_html,
    ...more,
  });
const header = "Larkspur | Berlin, Germany | ONSITE | Full-time | &#x20AC;70k-90k";

test("a post with one clear title is one posting, read whole", async () => {
  const html = `Larkspur (YC W21) | Senior Go Developer | Lisbon | HYBRID | Full-time<p>We move parcels. See <a href="https:&#x2F;&#x2F;larkspur.example&#x2F;jobs&#x2F;senior-go-developer" rel="nofollow">https:&#x2F;&#x2F;larkspur.example&#x2F;jobs&#x2F;senior-go-dev...</a>`;
  expect(await only(post(html), "posts.json")).toEqual({
    externalId: "4100",
    title: "Senior Go Developer",
    companyName: "Larkspur",
    companyUrl: null,
    url: "https://news.ycombinator.com/item?id=4100",
    description:
      "Larkspur (YC W21) | Senior Go Developer | Lisbon | HYBRID | Full-time\nWe move parcels. See https://larkspur.example/jobs/senior-go-developer",
    locationText: null,
    places: [],
    workplace: null,
    employment: [],
    salary: null,
    postedAt: new Date("2026-03-02T09:00:00Z"),
    tags: [],
    hiringCountries: [],
  });
});

describe("several roles", () => {
  test("in a list are told apart: each has the shared text, its own line, link and pay, and nothing of the others", async () => {
    const html = `${header}<p>We move parcels.<p>Open roles:<p>- Backend Engineer ($100k - $120k): <a href="https:&#x2F;&#x2F;larkspur.example&#x2F;1">https:&#x2F;&#x2F;larkspur.example&#x2F;1</a><p>- Staff SRE<p>- Sales<p>Apply with a short letter.`;
    const read = await postings(post(html));
    expect(
      read.map(({ externalId, title, url, salary }) => [externalId, title, url, salary?.maxMinor]),
    ).toEqual([
      ["4100#1", "Backend Engineer", "https://larkspur.example/1", 12_000_000],
      ["4100#2", "Staff SRE", "https://news.ycombinator.com/item?id=4100", undefined],
    ]);
    expect(read[1]?.description).toBe(
      "Larkspur | Berlin, Germany | ONSITE | Full-time | €70k-90k\n\nWe move parcels.\n\nOpen roles:\n\n- Staff SRE\n\nApply with a short letter.",
    );
    expect(read[1]?.companyName).toBe("Larkspur");
  });

  test("with texts of their own keep these to themselves", async () => {
    const html = `${header} | Multiple roles<p>Backend Engineer<p>Queues in Rust.<p>Data Engineer<p>Pipelines in Scala.<p>To apply, write to us.`;
    const [backend, data] = await postings(post(html));
    expect(backend?.description).toContain("Queues in Rust.");
    expect(backend?.description).not.toContain("Scala");
    expect(data?.description).toContain("Scala");
    expect(data?.description).not.toContain("Rust");
    for (const one of [backend, data]) expect(one?.description).toContain("To apply, write to us.");
  });

  test.each([
    [
      "in one headline",
      "Larkspur | Backend Engineer, Data Scientist | Berlin<p>You would write Go, or models.",
    ],
    ["joined by a slash", "Larkspur | Backend Engineer / Data Scientist | Berlin<p>Go, or models."],
    ["with others unnamed", "Larkspur | Engineers &amp; PMs | Berlin<p>Come and build."],
    ["only counted", "Larkspur | Multiple roles | Berlin<p>See our site."],
    ["twice the same", `${header}<p>- Backend Engineer<p>- Backend Engineer<p>- SRE`],
  ])("%s cannot be told apart", async (_, html) => {
    expect(await results(post(html), "p")).toEqual([
      { ok: false, at: "p", reason: "it contains several roles that cannot be separated" },
    ]);
  });

  test.each([
    ["Senior Software Engineer, Payments"],
    ["Staff Engineer (Go, Kafka)"],
    ["Software Engineers"],
    ["Senior/Staff Backend Engineer"],
    ["Platform &amp; Infrastructure Engineer"],
    ["Software Engineer, Growth"],
  ])("%s is one title", async (title) => {
    const read = await only(post(`Larkspur | ${title} | Berlin<p>We move parcels.`));
    expect(read.title).toBe(title.replace("&amp;", "&"));
  });
});

test.each([
  [
    "one title in a list",
    `${header}<p>We are hiring:<p>- Backend Engineer<p>Come and build.`,
    "Backend Engineer",
  ],
  [
    "a sentence",
    `${header}<p>We are looking for experienced backend engineers to join us.`,
    "Backend engineers",
  ],
  ["a headline without bars", "Platform Engineer at Larkspur<p>We move parcels.", "Platform Engineer"],
  ["a field", "Larkspur | Role: Backend Engineer | Berlin<p>We move parcels.", "Backend Engineer"],
])("the title of %s", async (_, html, title) => {
  expect(await only(post(html))).toMatchObject({ title, companyName: "Larkspur" });
});

describe("what is no posting is refused with its reason", () => {
  test.each([
    [
      "SEEKING WORK | Berlin | Remote<p>Backend developer, ten years of Go. Hire me.",
      {},
      "it is from someone who is looking for work",
    ],
    [
      "Backend developer, ten years of Go.",
      { thread: "Ask HN: Who wants to be hired?" },
      "it is from someone who is looking for work",
    ],
    ["All of these in one searchable list: https://lists.example", {}, "it is a comment, not a posting"],
    ["Larkspur | Berlin | ONSITE<p>We move parcels.", {}, "it names no role"],
    ["", { deleted: true }, "it is empty or deleted"],
    ["Please post below.", { type: "story" }, "it is the thread itself"],
    ["Is this remote?", { parent_id: 4_099, story_id: 4_000 }, "it is a reply"],
  ])("%j", async (html, more, reason) => {
    expect(await results(post(html, more), "p")).toEqual([{ ok: false, at: "p", reason }]);
  });
});

const text = "Larkspur | Backend Engineer | Berlin<p>We move parcels.";

test.each([
  ["lines", [post(text), post(text, { id: 4_101 })].join("\n")],
  [
    "a search",
    JSON.stringify({
      hits: [
        {
          objectID: "4100",
          comment_text: text,
          created_at: "2026-03-02T09:00:00Z",
          parent_id: 4_000,
          story_id: 4_000,
          author: "a",
        },
        {
          objectID: "4101",
          comment_text: text,
          created_at_i: 1_772_442_000,
          parent_id: 4_000,
          story_id: 4_000,
          author: "b",
        },
      ],
    }),
  ],
  [
    "a thread with its comments",
    JSON.stringify({
      id: 4_000,
      title: "Ask HN: Who is hiring?",
      children: [
        {
          id: 4_100,
          author: "a",
          text,
          created_at: "2026-03-02T09:00:00Z",
          parent_id: 4_000,
          story_id: 4_000,
          children: [],
        },
        {
          id: 4_101,
          author: "b",
          text,
          created_at: "2026-03-02T09:00:00Z",
          parent_id: 4_000,
          story_id: 4_000,
          children: [],
        },
      ],
    }),
  ],
  [
    "items",
    JSON.stringify([
      { id: 4_100, by: "a", text, time: 1_772_442_000, parent: 4_000, type: "comment" },
      { id: 4_101, by: "b", text, time: 1_772_442_000, parent: 4_000, type: "comment" },
    ]),
  ],
])("the shape of %s", async (_, content) => {
  expect(
    (await postings(content)).map((one) => [one.externalId, one.title, one.postedAt?.toISOString()]),
  ).toEqual([
    ["4100", "Backend Engineer", "2026-03-02T09:00:00.000Z"],
    ["4101", "Backend Engineer", "2026-03-02T09:00:00.000Z"],
  ]);
});

test.each([
  "Web Developer",
  "Build Engineer",
  "Deep Learning Engineer",
  "Solidity Engineer",
  "Team Lead, Payments",
  "Technical Writer",
  "Backend engineer",
  "Head of Platform",
])("the line %j is a title", async (title) => {
  const read = await postings(post(`${header}<p>Open roles:<p>* ${title}<p>* Product Designer`));
  expect(read.map((one) => one.title)).toEqual([title, "Product Designer"]);
});

test.each([
  "Work with our engineers on queues",
  "Experience as a Senior Engineer",
  "5+ years as a backend engineer",
  "We are a team of engineers",
  "Ada Moss, CTO and co-founder",
])("the line %j is none", async (line) => {
  const read = await only(post(`${header}<p>Open roles:<p>- Backend Engineer<p>- ${line}`));
  expect(read.title).toBe("Backend Engineer");
});

test("a comment below another one of the file is a reply", async () => {
  const read = await results(
    JSON.stringify([
      { id: 4_100, by: "a", text, parent: 4_000, type: "comment" },
      {
        id: 4_101,
        by: "b",
        text: "Are you still hiring a Backend Engineer?",
        parent: 4_100,
        type: "comment",
      },
    ]),
    "items.json",
  );
  expect(read.map((one) => one.ok || one.reason)).toEqual([true, "it is a reply"]);
});
