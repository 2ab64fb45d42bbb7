import { z } from "zod";
import { cleanText } from "@/lib/forms/text";
import { MatchProfile } from "@/lib/matching/input";
import { JsonResume } from "@/lib/profiles/json-resume/schema";
import { bands, degrees, employments, periods, requestBands, workplaces } from "@/lib/taxonomy/terms";

/* The shapes of the API's answers: what the document shows, and what the tests hold the answers to. Strict: a key more is a fault. */

const instant = z.iso.datetime();
const country = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .describe("ISO 3166-1 alpha-2");
const Money = {
  min: z.number().describe("In units of the currency, for one period. A single figure is both ends"),
  max: z.number(),
  currency: z.string().describe("ISO 4217"),
  period: z.enum(periods),
};
const Spans = z
  .array(z.tuple([z.int().min(0), z.int().min(0)]))
  .describe("[start, end) positions in the text sent");
const Tag = {
  slug: z.string().describe("Its name in addresses and parameters"),
  label: z.string().describe("Its name for people"),
  must: z.boolean().describe("Whether it is required; false is nice to have"),
};

export const PostingSkill = z.strictObject({
  ...Tag,
  minYears: z.int().nullable().describe("Years of it that are asked for; null where none are stated"),
});
export const PostingResponsibility = z.strictObject(Tag);
export const Place = z.strictObject({ city: z.string().nullable(), country });
export const Salary = z.strictObject({
  ...Money,
  yearlyUsd: z
    .strictObject({ min: z.int(), max: z.int() })
    .describe("The same as whole US dollars a year, at the dated exchange rates of the site"),
});
export const Reality = z
  .strictObject({
    onCall: z
      .strictObject({
        everyWeeks: z.int().nullable().describe("1 in so many weeks; null for no on-call duty"),
        paid: z.boolean().nullable(),
      })
      .nullable(),
    datastores: z.array(z.string()).nullable(),
    deploysPerWeek: z.int().nullable(),
    requestsPerSecond: z.enum(requestBands).nullable(),
    takeHome: z.strictObject({ hours: z.int(), paid: z.boolean().nullable() }).nullable(),
    interview: z
      .strictObject({ stages: z.int().nullable(), hours: z.int().nullable().describe("Hours in all") })
      .nullable(),
    teamSize: z.int().nullable(),
    complete: z.boolean().describe("Whether all of it is stated"),
  })
  .describe("What the work is like from day to day. Null is not stated");

export const ListedPosting = z.strictObject({
  id: z.uuid().describe("Never changes"),
  slug: z.string().describe("The last part of its address"),
  url: z.url().describe("Its page on this site, where people apply"),
  title: z.string(),
  company: z.strictObject({
    slug: z.string(),
    name: z.string(),
    verified: z.boolean().describe("Whether the company has shown that its domain belongs to it"),
  }),
  skills: z.array(PostingSkill).describe("In the order of the posting"),
  responsibilities: z.array(PostingResponsibility),
  degree: z.strictObject({
    level: z
      .enum(degrees)
      .nullable()
      .describe("The lowest degree that is accepted; null where none is stated"),
    field: z.string().nullable(),
    equalExperience: z.boolean().describe("Whether equal work experience is accepted instead"),
  }),
  experience: z.strictObject({
    min: z.int().nullable().describe("Years"),
    max: z.int().nullable().describe("Years"),
    band: z.enum(bands).nullable().describe("By the minimum: under 3, under 10, up to 20, above 20 years"),
  }),
  salary: Salary.describe("Base pay. Every posting states it"),
  workplace: z.enum(workplaces),
  places: z.array(Place).describe("Where the work is done; may be empty for remote work"),
  hiringCountries: z.array(country).describe("For remote work: where the company can hire"),
  employment: z.enum(employments),
  reality: Reality,
  replyDays: z.int().describe("The company promises an answer within so many days"),
  answerRate: z
    .number()
    .min(0)
    .max(1)
    .nullable()
    .describe("The share of applications that were answered in that time; null under 10 applications"),
  publishedAt: instant.describe("When it was published; for an imported posting, at its source"),
  confirmedAt: instant.describe("When the company last said that it is still open"),
  expiresAt: instant.describe("When it stops being shown"),
});

export const Posting = ListedPosting.extend({
  description: z.string().describe("Markdown, without HTML"),
});

export const FacetValue = z.strictObject({
  value: z.string().describe("The value of the parameter"),
  label: z.string(),
  count: z.int().min(0).describe("Postings that the search would find with this value"),
});
const FacetValues = z.array(FacetValue);

export const PostingList = z.strictObject({
  data: z.array(ListedPosting),
  total: z.int().min(0).describe("The exact number of postings that the search finds"),
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
  filters: z
    .array(
      z.strictObject({
        name: z.string(),
        value: z.string(),
        without: z.int().min(0).describe("The total with this one value taken away"),
      }),
    )
    .describe("One entry for each value of a filter of the search"),
  next: z.string().nullable().describe("The `cursor` of the next page; null on the last one"),
});

export const OnePosting = z.strictObject({ data: Posting });

export const Skill = z.strictObject({
  slug: z.string(),
  label: z.string(),
  kind: z.enum(["technology", "practice", "concept"]),
  category: z.string(),
  article: z.boolean().describe("Whether the article names it that this site is built from"),
  aliases: z.array(z.string()).describe("Other names that the search understands"),
  implies: z.array(z.string()).describe("Slugs of skills that one has with it"),
  related: z.array(z.string()).describe("Slugs of skills that are close to it"),
  postings: z.int().min(0).describe("Live postings that have it or a skill that implies it"),
});
export const SkillList = z.strictObject({ data: z.array(Skill) });

export const Responsibility = z.strictObject({
  slug: z.string(),
  label: z.string(),
  group: z.string(),
  postings: z.int().min(0).describe("Live postings that have it"),
});
export const ResponsibilityList = z.strictObject({ data: z.array(Responsibility) });

export const TagRequest = z.strictObject({
  text: z.string().max(100_000).describe("Plain text, HTML or Markdown"),
});

const Figure = z.strictObject({ value: z.int(), spans: Spans }).nullable();

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
  reality: z
    .strictObject({
      onCall: z
        .strictObject({
          everyWeeks: z.int().nullable().describe("1 in so many weeks; null for no on-call duty"),
          paid: z.boolean().nullable(),
          spans: Spans,
        })
        .nullable(),
      takeHome: z
        .strictObject({
          hours: z.int().describe("At most; 0 for no take-home task"),
          paid: z.boolean().nullable(),
          spans: Spans,
        })
        .nullable(),
      deploysPerWeek: Figure,
      requestsPerSecond: z.strictObject({ value: z.enum(requestBands), spans: Spans }).nullable(),
      interviewStages: Figure,
      interviewHours: Figure.describe("Hours in all"),
      teamSize: Figure,
      datastores: z.strictObject({ value: z.array(z.string()), spans: Spans }).nullable(),
    })
    .describe("What the work is like from day to day, where the text says it in figures"),
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

export const MatchLine = z
  .strictObject({
    kind: z.enum(["responsibility", "skill", "experience", "degree"]),
    slug: z.string().nullable(),
    must: z.boolean(),
    weight: z.literal([1, 2, 3]),
    state: z.enum(["evidenced", "claimed", "partial", "unknown", "missing"]),
    low: credit.describe("What it counts at least"),
    high: credit.describe("What it counts at most"),
    reason: z.string().describe("Why, in words"),
    ifHad: z
      .strictObject({ low: percent, high: percent })
      .nullable()
      .describe("The whole score if this line were met; null where it is"),
  })
  .describe("One requirement of the posting, and how the profile meets it");
export const Match = z.strictObject({
  posting: ListedPosting,
  low: percent.nullable().describe("The score at least; null for a posting that asks for nothing"),
  high: percent.nullable().describe("The score at most: higher than `low` where the profile does not say"),
  rank: z.int().min(0).max(1000).describe("What the list is ordered by"),
  lines: z.array(MatchLine),
  gates: z
    .strictObject({ pay: Gate, place: Gate, timezone: Gate, employment: Gate })
    .describe("Conditions outside the score; unknown where either side does not say"),
});
export const Matches = z.strictObject({ data: z.array(Match), total: z.int().min(0) });

export const ApiError = z.strictObject({
  error: z.strictObject({
    code: z.string().describe("For programs, such as `bad_request`"),
    message: z.string().describe("For people"),
    fields: z
      .array(z.strictObject({ path: z.string(), message: z.string() }))
      .describe("Every parameter or key that is wrong"),
  }),
});

export const ReceiptKey = z
  .string()
  .describe("A public key in PEM, which begins with -----BEGIN PUBLIC KEY-----.");
