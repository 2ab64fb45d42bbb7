import { z } from "zod";
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
  places: z.array(z.strictObject({ city: z.string().nullable(), country })),
  employment: z.enum(employments).nullable(),
  seniority: z.enum(["junior", "senior", "staff"]).nullable(),
  company: z.string().nullable(),
  title: z.string().nullable(),
});

export const ApiError = z.strictObject({
  error: z.strictObject({
    code: z.string(),
    message: z.string(),
    fields: z.array(z.strictObject({ path: z.string(), message: z.string() })),
  }),
});
