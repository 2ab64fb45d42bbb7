import { z } from "zod";
import { cleanText } from "@/lib/forms/text";
import { MatchProfile } from "@/lib/matching/input";
import { JsonResume } from "@/lib/profiles/json-resume/schema";
import { bands, degrees, employments, periods, requestBands, workplaces } from "@/lib/taxonomy/terms";

/* The shapes of the API's answers: what the document shows, and what the tests hold the answers to. Strict: a key more is a fault. */

const instant = z.iso.datetime();
const country = z.string().regex(/^[A-Z]{2}$/);
const Money = { min: z.number(), max: z.number(), currency: z.string(), period: z.enum(periods) };
const Spans = z
  .array(z.tuple([z.int().min(0), z.int().min(0)]))
  .describe("[start, end) positions in the text sent");
const Tag = { slug: z.string(), label: z.string(), must: z.boolean() };

export const ListedPosting = z.strictObject({
  id: z.uuid(),
  slug: z.string(),
  url: z.url(),
  title: z.string(),
  company: z.strictObject({ slug: z.string(), name: z.string(), verified: z.boolean() }),
  skills: z.array(z.strictObject({ ...Tag, minYears: z.int().nullable() })),
  responsibilities: z.array(z.strictObject(Tag)),
  degree: z.strictObject({
    level: z.enum(degrees).nullable(),
    field: z.string().nullable(),
    equalExperience: z.boolean(),
  }),
  experience: z.strictObject({
    min: z.int().nullable(),
    max: z.int().nullable(),
    band: z.enum(bands).nullable(),
  }),
  salary: z.strictObject({ ...Money, yearlyUsd: z.strictObject({ min: z.int(), max: z.int() }) }),
  workplace: z.enum(workplaces),
  places: z.array(z.strictObject({ city: z.string().nullable(), country })),
  hiringCountries: z.array(country),
  employment: z.enum(employments),
  reality: z.strictObject({
    onCall: z.strictObject({ everyWeeks: z.int().nullable(), paid: z.boolean().nullable() }).nullable(),
    datastores: z.array(z.string()).nullable(),
    deploysPerWeek: z.int().nullable(),
    requestsPerSecond: z.enum(requestBands).nullable(),
    takeHome: z.strictObject({ hours: z.int(), paid: z.boolean().nullable() }).nullable(),
    interview: z.strictObject({ stages: z.int().nullable(), hours: z.int().nullable() }).nullable(),
    teamSize: z.int().nullable(),
    complete: z.boolean(),
  }),
  replyDays: z.int(),
  answerRate: z.number().min(0).max(1).nullable(),
  publishedAt: instant,
  confirmedAt: instant,
  expiresAt: instant,
});

export const Posting = ListedPosting.extend({ description: z.string() });

const FacetValues = z.array(z.strictObject({ value: z.string(), label: z.string(), count: z.int().min(0) }));

export const PostingList = z.strictObject({
  data: z.array(ListedPosting),
  total: z.int().min(0),
  facets: z.strictObject({
    skill: FacetValues,
    responsibility: FacetValues,
    degree: FacetValues,
    band: FacetValues,
    salary: FacetValues,
    workplace: FacetValues,
    employment: FacetValues,
    country: FacetValues,
  }),
  filters: z.array(z.strictObject({ name: z.string(), value: z.string(), without: z.int().min(0) })),
  next: z.string().nullable(),
});

export const OnePosting = z.strictObject({ data: Posting });

export const SkillList = z.strictObject({
  data: z.array(
    z.strictObject({
      slug: z.string(),
      label: z.string(),
      kind: z.enum(["technology", "practice", "concept"]),
      category: z.string(),
      article: z.boolean(),
      aliases: z.array(z.string()),
      implies: z.array(z.string()),
      related: z.array(z.string()),
      postings: z.int().min(0),
    }),
  ),
});

export const ResponsibilityList = z.strictObject({
  data: z.array(
    z.strictObject({ slug: z.string(), label: z.string(), group: z.string(), postings: z.int().min(0) }),
  ),
});

export const TagRequest = z.strictObject({
  text: z.string().max(100_000).describe("Plain text, HTML or Markdown"),
});

export const Tags = z.strictObject({
  skills: z.array(z.strictObject({ ...Tag, spans: Spans })),
  responsibilities: z.array(z.strictObject({ ...Tag, spans: Spans })),
  degree: z
    .strictObject({
      level: z.enum(degrees),
      field: z.string().nullable(),
      equalExperience: z.boolean(),
      spans: Spans,
    })
    .nullable(),
  experience: z.strictObject({ min: z.int().nullable(), max: z.int().nullable(), spans: Spans }).nullable(),
  salary: z.strictObject({ ...Money, spans: Spans }).nullable(),
  workplace: z.enum(workplaces).nullable(),
  workplaceSpans: Spans,
  places: z.array(z.strictObject({ city: z.string().nullable(), country, spans: Spans })),
  hiringCountries: z.array(z.strictObject({ country, spans: Spans })),
  timezones: z.array(
    z.strictObject({
      from: z.number().describe("Hours from UTC"),
      to: z.number().describe("Hours from UTC"),
      spans: Spans,
    }),
  ),
  employment: z.enum(employments).nullable(),
  employments: z.array(z.strictObject({ value: z.enum(employments), spans: Spans })),
  seniority: z.enum(["junior", "mid", "senior", "staff"]).nullable(),
  senioritySpans: Spans,
  company: z.string().nullable(),
  title: z.string().nullable(),
});

const notAValue = "must be a string, a number or a list of these.";
const readable = z.string().refine((text) => cleanText(text) !== null, "has invalid characters.");
const FilterValue = z.union([readable, z.number()], notAValue);

export const MatchRequest = z
  .strictObject(
    {
      profile: MatchProfile.describe("Absent keys mean not stated").optional(),
      resume: JsonResume.describe("A JSON Resume, in place of a profile").optional(),
      filters: z
        .record(z.string(), z.union([FilterValue, z.array(FilterValue).max(100)], notAValue))
        .refine((filters) => Object.keys(filters).length <= 100, "must have at most 100 keys.")
        .describe("Search parameters except sort, cursor and limit")
        .default({}),
      takeable: z
        .boolean("takeable must be true or false.")
        .describe("Whether to leave out postings that fail a gate")
        .default(false),
      limit: z
        .int("limit must be a whole number.")
        .min(1, "limit must be at least 1.")
        .max(100, "limit must be at most 100.")
        .default(20),
    },
    "The body must be an object with a profile or a résumé.",
  )
  .superRefine(({ profile, resume }, context) => {
    if (profile && resume)
      context.addIssue({
        code: "custom",
        path: ["resume"],
        message: "Send a profile or a résumé, not both.",
      });
    if (!profile && !resume)
      context.addIssue({ code: "custom", path: ["profile"], message: "Send a profile or a résumé." });
  });

const percent = z.int().min(0).max(100);
const credit = z.literal([0, 0.5, 1]);
const Gate = z.enum(["meets", "fails", "unknown"]);

export const Matches = z.strictObject({
  data: z.array(
    z.strictObject({
      posting: ListedPosting,
      low: percent.nullable(),
      high: percent.nullable(),
      rank: z.int().min(0).max(1000),
      lines: z.array(
        z.strictObject({
          kind: z.enum(["responsibility", "skill", "experience", "degree"]),
          slug: z.string().nullable(),
          must: z.boolean(),
          weight: z.literal([1, 2, 3]),
          state: z.enum(["evidenced", "claimed", "partial", "unknown", "missing"]),
          low: credit,
          high: credit,
          reason: z.string(),
          ifHad: z.strictObject({ low: percent, high: percent }).nullable(),
        }),
      ),
      gates: z.strictObject({ pay: Gate, place: Gate, timezone: Gate, employment: Gate }),
    }),
  ),
  total: z.int().min(0),
});

export const ApiError = z.strictObject({
  error: z.strictObject({
    code: z.string(),
    message: z.string(),
    fields: z.array(z.strictObject({ path: z.string(), message: z.string() })),
  }),
});
