import { describe, expect, it } from "vitest";
import type { ResumeReading } from "@/lib/reading/resume/resume";
import { responsibilityLabel } from "@/lib/taxonomy/data/responsibilities";
import type { OwnResume } from "../input/resume";
import { openFile, openText } from "../resume/read";
import { skillLabel } from "../resume/review";
import { readJsonResume } from "./read";
import { faultsOf, JsonResume } from "./schema";
import { toJsonResume } from "./write";

const now = new Date("2026-03-15T12:00:00Z");

const sample = {
  basics: {
    name: "Kim Sample",
    label: "Backend Developer",
    email: "kim@example.org",
    phone: "+49 30 1234567",
    url: "https://kim.example.org",
    summary: "I build APIs.",
    location: { city: "Berlin", countryCode: "DE" },
    profiles: [{ network: "GitHub", username: "kim", url: "https://github.com/kim" }],
  },
  work: [
    {
      name: "Acme",
      position: "Developer",
      url: "https://acme.example.org",
      startDate: "2019-03-01",
      endDate: "2021-03-01",
      summary: "Built the ordering APIs with Django.",
      highlights: ["Tuned PostgreSQL queries", "Wrote unit tests for every service"],
    },
    { name: "Contoso", position: "Lead Developer", startDate: "2021-03" },
  ],
  projects: [
    {
      name: "tinyqueue",
      description: "A job queue.",
      highlights: ["Used by three companies"],
      keywords: ["Rust", "Basket weaving"],
      startDate: "2020",
      url: "https://github.com/kim/tinyqueue",
      entity: "Acme",
    },
  ],
  publications: [
    { name: "On queues", publisher: "ACM Queue", releaseDate: "2022-07", url: "https://queue.example.org" },
  ],
  education: [
    {
      institution: "Example University",
      area: "Informatics",
      studyType: "Bachelor of Science",
      startDate: "2014",
      endDate: "2017-09",
    },
  ],
  skills: [
    { name: "Languages", level: "Master", keywords: ["Python", "Go"] },
    { name: "Kafka", years: 3 },
    { name: "Basket weaving" },
  ],
  interests: [{ name: "Climbing" }],
  "x-unknown": { anything: true },
};

const readOf = (json: unknown) => readJsonResume(JsonResume.parse(json), now);

/** The reading as a profile that kept all of it. */
function kept(reading: ResumeReading): OwnResume {
  const tags = (slugs: string[], labelOf: (slug: string) => string) =>
    slugs.map((slug) => ({ slug, label: labelOf(slug) }));
  return {
    name: reading.name?.value ?? null,
    email: reading.email?.value ?? "",
    headline: reading.headline?.value ?? "",
    skills: reading.skills.map(({ slug, years }) => ({
      slug,
      label: skillLabel(slug),
      years: years ?? null,
    })),
    evidence: reading.evidence.map(({ spans: _, skills, responsibilities, ...piece }, at) => ({
      id: `${at}`,
      ...piece,
      skills: tags(skills, skillLabel),
      responsibilities: tags(responsibilities, responsibilityLabel),
    })),
    education: reading.education.map(({ spans: _, ...study }, at) => ({ id: `${at}`, ...study })),
  };
}

/** What a profile holds of a reading, without the places in its text. */
const held = ({ otherSkills: _, ...reading }: ResumeReading) =>
  JSON.parse(JSON.stringify(reading, (key, value) => (key === "spans" ? undefined : value)));

describe("a JSON Resume", () => {
  const { text, reading } = readOf(sample);

  it("is read into person, work, projects, publications, studies and skills", () => {
    expect(held(reading)).toMatchObject({
      name: { value: "Kim Sample" },
      headline: { value: "Backend Developer" },
      years: { value: 7 },
      degree: { value: { level: "bachelor", field: "Informatics" } },
    });
    expect(reading.evidence.map(({ kind, title, organisation }) => [kind, title, organisation])).toEqual([
      ["text", "Summary", ""],
      ["job", "Developer", "Acme"],
      ["job", "Lead Developer", "Contoso"],
      ["project", "tinyqueue", "Acme"],
      ["publication", "On queues", "ACM Queue"],
      ["link", "kim.example.org", ""],
      ["link", "GitHub", ""],
    ]);
    expect(reading.evidence[1]).toMatchObject({
      started: "2019-03-01",
      ended: "2021-03-01",
      skills: ["django", "postgresql", "query-optimization", "unit-testing"].filter((slug) =>
        reading.evidence[1]?.skills.includes(slug),
      ),
      responsibilities: expect.arrayContaining(["api-management", "server-side-frameworks"]),
    });
    expect(reading.evidence[3]?.skills).toContain("rust");
    expect(reading.skills.find(({ slug }) => slug === "kafka")?.years).toBe(3);
    expect(reading.otherSkills.map(({ value }) => value)).toEqual(["Basket weaving"]);
  });

  it("proves each thing in a text of it, and holds nothing else", () => {
    const words = ([start, end]: [number, number]) => text.slice(start, end);
    expect(reading.name?.spans.map(words)).toEqual(["Kim Sample"]);
    expect(reading.evidence[1]?.spans.map(words)).toEqual(["Developer", "Acme", "2019-03-01 – 2021-03-01"]);
    expect(reading.skills.find(({ slug }) => slug === "go")?.spans.map(words)).toEqual(["Go"]);
    for (const secret of ["1234567", "Berlin", "Climbing"])
      expect(text + JSON.stringify(reading)).not.toContain(secret);
  });

  it("comes out as it went in, in all that a profile holds", () => {
    const out = toJsonResume(kept(reading));
    expect(JsonResume.safeParse(out).success).toBe(true);
    expect(held(readOf(out).reading)).toEqual(held(reading));
    expect(out.work).toEqual(sample.work);
    expect(out.education).toEqual(sample.education);
    expect(out.publications).toEqual(sample.publications);
    expect(out.projects?.[0]).toMatchObject({ ...sample.projects[0], keywords: ["Rust"] });
    expect(out.basics).toMatchObject({
      name: "Kim Sample",
      url: "https://kim.example.org",
      summary: "I build APIs.",
    });
  });

  it("comes out whole from a profile with nothing in it", () => {
    const empty: OwnResume = {
      name: null,
      email: "a@example.org",
      headline: "",
      skills: [],
      evidence: [],
      education: [],
    };
    expect(toJsonResume(empty)).toMatchObject({ basics: { email: "a@example.org" } });
    expect(JsonResume.safeParse(toJsonResume(empty)).success).toBe(true);
  });

  it("keeps texts and links that the standard has no place for", () => {
    const piece = { id: "1", organisation: "", started: null, ended: null, skills: [], responsibilities: [] };
    const resume: OwnResume = {
      ...kept(reading),
      evidence: [
        { ...piece, kind: "text", title: "A talk", text: "On Kafka.", url: "" },
        {
          ...piece,
          kind: "link",
          title: "My talk",
          text: "Slides on Go",
          url: "https://talks.example.org/1",
        },
      ],
    };
    const again = readOf(toJsonResume(resume)).reading.evidence;
    expect(again).toMatchObject([
      { kind: "text", title: "A talk", text: "On Kafka." },
      { kind: "link", title: "My talk", text: "Slides on Go", url: "https://talks.example.org/1" },
    ]);
  });

  it("may leave out everything", () =>
    expect(held(readOf({}).reading)).toMatchObject({ name: null, evidence: [] }));

  it.each([
    [{ work: [{ position: true }] }, "work[0].position must be text"],
    [{ work: {} }, "work must be a list"],
    [{ work: ["Acme"] }, "work[0] must be an object"],
    [{ basics: { email: "kim" } }, "basics.email must be an e-mail address"],
    [{ basics: { profiles: [{ url: "git hub" }] } }, "basics.profiles[0].url must be an address"],
    [{ skills: [{ keywords: {} }] }, "skills[0].keywords must be a list"],
    [{ projects: [{ highlights: [1] }] }, "projects[0].highlights[0] must be text"],
    [[], "it must be an object"],
    ["text", "it must be an object"],
  ])("that breaks the standard is told where: %j", (json, fault) => {
    const parsed = JsonResume.safeParse(json);
    expect(parsed.error && faultsOf(parsed.error)).toContain(fault);
  });

  it("with many faults is told the first, and how many more", () => {
    const parsed = JsonResume.safeParse({ work: Array.from({ length: 20 }, () => ({ position: [] })) });
    expect(parsed.error && faultsOf(parsed.error)).toMatch(/work\[7\]\.position [^;]+; and 12 more$/);
  });

  it.each([
    [{ startDate: 2019, endDate: 2021 }, "2019", "2021"],
    [{ startDate: "2018-10-01T00:00:00.000Z", endDate: "2019-02-30" }, "2018-10-01", "2019-02"],
    [{ startDate: { year: 2018 }, endDate: "someday" }, null, null],
  ])("takes a date of another form as what it says, or leaves it out: %j", (period, started, ended) => {
    const { evidence } = readOf({ work: [{ name: "Acme", ...period }] }).reading;
    expect(evidence).toMatchObject([{ organisation: "Acme", started, ended }]);
  });

  it("takes lists in one text, names alone and numbers in texts as tools write them", () => {
    const { reading } = readOf({
      basics: { phone: 4930123456 },
      work: [{ name: "Acme", position: "Engineer", highlights: "Services in Kotlin\nLedgers on Kafka" }],
      education: [{ institution: "Example University", studyType: "Bachelor", score: 3.8 }],
      skills: [
        { name: "Databases", keywords: "PostgreSQL, Redis" },
        { name: "Go", years: "5" },
      ],
      languages: ["English"],
      references: ["On request"],
    });
    expect(reading.evidence[0]?.skills).toEqual(["kotlin", "kafka"]);
    expect(reading.degree?.value.level).toBe("bachelor");
    expect(reading.skills).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ slug: "redis" }),
        expect.objectContaining({ slug: "go", years: 5 }),
      ]),
    );
  });

  it("takes what is empty for none, as the standard's own examples have it", () => {
    const [job] = readOf({ work: [{ name: "Acme", startDate: "2020", endDate: "", url: "" }] }).reading
      .evidence;
    expect(job).toMatchObject({ started: "2020", ended: null, url: "" });
  });

  it.each([
    [{ startDate: "October 2018", endDate: "Present" }, "2018-10", null],
    [{ startDate: "10/2015", endDate: "heute" }, "2015-10", null],
    [{ startDate: "Q3 2013", endDate: "Q4 2014" }, "2013-07", "2014-12"],
    [{ startDate: "2019-13", endDate: "soon" }, null, null],
    [{ startDate: "2019", endDate: null }, "2019", null],
  ])("reads dates as people write them, and leaves out what is none: %j", (dates, started, ended) => {
    const { text, reading } = readOf({ work: [{ name: "Acme", position: "Developer", ...dates }] });
    expect(reading.evidence).toMatchObject([{ title: "Developer", started, ended }]);
    // What was not understood is still seen beside it.
    expect(text).toContain(dates.startDate);
  });

  it("is read as older tools write it", () => {
    const { reading } = readOf({
      basics: { name: "Kim Sample", website: "https://kim.example.org", summary: null },
      work: [{ company: "Acme", position: "Developer", website: "https://acme.example.org" }, null],
      skills: ["Kotlin", { name: "Go", keywords: null }],
    });
    expect(reading.evidence.map(({ title, organisation, url }) => [title, organisation, url])).toEqual([
      ["Developer", "Acme", "https://acme.example.org"],
      ["kim.example.org", "", "https://kim.example.org"],
    ]);
    expect(reading.skills.map(({ slug }) => slug)).toEqual(["kotlin", "go"]);
  });

  it.each([
    { studyType: "PhD (not completed)", endDate: "2018" },
    { studyType: "Bachelor of Science", startDate: "2025", endDate: "2028" },
    { studyType: "Master of Science", endDate: "Present" },
    { studyType: "Incomplete" },
  ])("takes a study that was not finished for no degree: %j", (study) => {
    const { reading } = readOf({ education: [{ institution: "Example University", ...study }] });
    expect(reading.education).toHaveLength(1);
    expect(reading.degree).toBeNull();
  });

  it("counts the years of a skill by the jobs that show it, unless it says them", () => {
    const { reading } = readOf({
      work: [
        {
          name: "Acme",
          position: "Go Developer",
          startDate: "2018-01",
          endDate: "2019-12",
          summary: "Kafka",
        },
      ],
      skills: [{ name: "Kafka", years: 5 }, { name: "Rust" }],
    });
    expect(Object.fromEntries(reading.skills.map(({ slug, years }) => [slug, years]))).toEqual({
      go: 2,
      kafka: 5,
      rust: undefined,
    });
  });

  it("follows addresses of the web alone, with or without their https", () => {
    const links = (url: string) => readOf({ basics: { name: "Kim Sample", url } }).reading.evidence;
    expect(links("")).toEqual([]);
    expect(links("javascript:alert(1)")).toEqual([]);
    expect(links("https://kim.example.org")).toHaveLength(1);
    expect(links("kim.example.org/cv")).toMatchObject([{ url: "https://kim.example.org/cv" }]);
  });
});

describe("what is opened", () => {
  it("is a JSON Resume where it begins like one, as file and as text", async () => {
    const json = JSON.stringify(sample);
    expect(openText(json).source).toBe("json");
    expect((await openFile(Buffer.from(json))).source).toBe("json");
    expect((await openFile(Buffer.from(`\uFEFF${json}`))).read(now).reading.name?.value).toBe("Kim Sample");
  });

  it.each([
    ['{ "basics": ', /is not valid JSON/],
    ["{}", /is empty/],
    ['{"work": [{"position": true}]}', /work\[0\]\.position/],
    ["?", /too little text/],
  ])("is refused at its field: %j", (text, message) => {
    expect(() => openText(text)).toThrow(
      expect.objectContaining({
        code: "invalid",
        fields: [{ path: "text", message: expect.stringMatching(message) }],
      }),
    );
  });

  it("holds no character that cannot be kept", () => {
    const { text, reading } = openText(
      '{"basics": {"name": "Kim\\u0000 Sample \\ud800", "summary": "I build things with Go."}}',
    ).read(now);
    expect(reading.name?.value).toBe("Kim Sample \ufffd");
    expect(text).not.toContain("\u0000");
  });
});
