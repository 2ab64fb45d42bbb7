import type { z } from "zod";
import type {
  ListedPosting,
  Matches,
  OnePosting,
  PostingList,
  ResponsibilityList,
  SkillList,
  Tags,
} from "./schemas";

/* Made-up answers for the document and the page about the API. A test holds them to the schemas. */

const posting: z.output<typeof ListedPosting> = {
  id: "3f0c1a52-7c1d-4a44-9a3e-2b8f5d0c9e11",
  slug: "backend-engineer-at-larkspur-3f0c1a52",
  url: "https://backplane.example/jobs/backend-engineer-at-larkspur-3f0c1a52",
  title: "Backend Engineer",
  company: { slug: "larkspur", name: "Larkspur", verified: true },
  skills: [
    { slug: "go", label: "Go", must: true, minYears: 3 },
    { slug: "kafka", label: "Kafka", must: false, minYears: null },
  ],
  responsibilities: [{ slug: "api-integration", label: "Integrate APIs", must: true }],
  degree: { level: "bachelor", field: "computer science", equalExperience: true },
  experience: { min: 5, max: null, band: "mid" },
  salary: {
    min: 80_000,
    max: 95_000,
    currency: "EUR",
    period: "year",
    yearlyUsd: { min: 92_000, max: 109_250 },
  },
  workplace: "remote",
  places: [],
  hiringCountries: ["DE", "PT"],
  employment: "full-time",
  reality: {
    onCall: { everyWeeks: 6, paid: true },
    datastores: ["postgresql"],
    deploysPerWeek: 20,
    requestsPerSecond: null,
    takeHome: null,
    interview: { stages: 3, hours: 4 },
    teamSize: 6,
    complete: false,
  },
  replyDays: 14,
  answerRate: 0.93,
  publishedAt: "2026-11-02T09:00:00.000Z",
  confirmedAt: "2026-11-16T09:00:00.000Z",
  expiresAt: "2027-01-01T09:00:00.000Z",
};

const text =
  "Senior Go Developer | Remote (Germany) | €80k–€95k\nYou have 5+ years of experience with Go. Kafka is a plus. You would join a team of six.";
const spanOf = (words: string): [number, number][] => {
  const start = text.indexOf(words);
  return [[start, start + words.length]];
};

export const examples = {
  postings: {
    data: [posting],
    total: 1,
    facets: {
      skill: [{ value: "go", label: "Go", count: 1 }],
      responsibility: [],
      degree: [],
      band: [{ value: "mid", label: "Mid", count: 1 }],
      salary: [],
      workplace: [{ value: "remote", label: "Remote", count: 1 }],
      employment: [],
      country: [],
    },
    filters: [{ name: "skill", value: "go", without: 12 }],
    next: null,
  } satisfies z.output<typeof PostingList>,
  posting: {
    data: { ...posting, description: "You would run **the ledger**: Go services on PostgreSQL and Kafka." },
  } satisfies z.output<typeof OnePosting>,
  skills: {
    data: [
      {
        slug: "go",
        label: "Go",
        kind: "technology",
        category: "language",
        article: false,
        aliases: ["golang"],
        implies: [],
        related: ["rust"],
        postings: 143,
      },
    ],
  } satisfies z.output<typeof SkillList>,
  receiptKey:
    "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n-----END PUBLIC KEY-----\n",
  responsibilities: {
    data: [{ slug: "api-integration", label: "Integrate APIs", group: "build", postings: 88 }],
  } satisfies z.output<typeof ResponsibilityList>,
  tagRequest: { text },
  tags: {
    skills: [
      { slug: "go", label: "Go", must: true, spans: spanOf("Go") },
      { slug: "kafka", label: "Kafka", must: false, spans: spanOf("Kafka") },
    ],
    responsibilities: [],
    degree: null,
    experience: { min: 5, max: null, spans: spanOf("5+ years") },
    salary: { min: 80_000, max: 95_000, currency: "EUR", period: "year", spans: spanOf("€80k–€95k") },
    workplace: "remote",
    workplaceSpans: spanOf("Remote"),
    places: [],
    hiringCountries: [{ country: "DE", spans: spanOf("Germany") }],
    timezones: [],
    employment: null,
    employments: [],
    seniority: "senior",
    senioritySpans: spanOf("Senior"),
    reality: {
      onCall: null,
      takeHome: null,
      deploysPerWeek: null,
      requestsPerSecond: null,
      interviewStages: null,
      interviewHours: null,
      teamSize: { value: 6, spans: spanOf("join a team of six") },
      datastores: null,
    },
    company: null,
    title: "Senior Go Developer",
  } satisfies z.output<typeof Tags>,
  matchRequest: {
    profile: { years: 6, skills: [{ slug: "go", years: 4, evidence: 2 }], countries: ["DE"] },
    filters: { workplace: "remote" },
    limit: 10,
  },
  matches: {
    data: [
      {
        posting,
        low: 58,
        high: 92,
        rank: 460,
        lines: [
          {
            kind: "skill",
            slug: "go",
            must: true,
            weight: 3,
            state: "evidenced",
            low: 1,
            high: 1,
            reason: "Shown by 2 pieces of evidence.",
            ifHad: null,
          },
        ],
        gates: { pay: "unknown", place: "meets", timezone: "unknown", employment: "unknown" },
      },
    ],
    total: 1,
  } satisfies z.output<typeof Matches>,
  error: {
    error: {
      code: "bad_request",
      message: "band must be one of entry, mid, senior, principal.",
      fields: [{ path: "band", message: "band must be one of entry, mid, senior, principal." }],
    },
  },
};
