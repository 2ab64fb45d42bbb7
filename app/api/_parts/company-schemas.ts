import { z } from "zod";
import { cleanText } from "@/lib/forms/text";
import {
  mostOptions,
  mostPlaces,
  mostQuestions,
  mostSkills,
  postingStates,
  questionKinds,
} from "@/lib/postings/lists";
import { degrees, employments, periods, requestBands, workplaces } from "@/lib/taxonomy/terms";

/* What programs of a company send and get. Whether a posting makes sense is decided by the schema of its form; here is only its shape. */

const text = (max: number) =>
  z
    .string("must be a string.")
    .max(max, `must be at most ${max.toLocaleString("en")} characters.`)
    .refine((given) => cleanText(given) !== null, "has invalid characters.")
    .overwrite((given) => cleanText(given) ?? "");
const choice = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, `must be one of: ${values.join(", ")}.`);
const whole = z.int("must be a whole number.");
const truth = z.boolean("must be true or false.");
const list = <Item extends z.ZodType>(item: Item, most: number) =>
  z.array(item, "must be a list.").max(most, `must have at most ${most} entries.`);

export const PostingRequest = z
  .strictObject(
    {
      submit: truth
        .default(true)
        .describe(
          "Whether a draft is submitted for review. False takes a posting that is in review back as a draft",
        ),
      title: text(200).nullish(),
      description: text(25_000).nullish().describe("Markdown, without HTML. At least 80 characters"),
      skills: list(
        z.strictObject({
          slug: text(100).describe("From `/api/v1/skills`; names and aliases are understood too"),
          must: truth.default(true).describe("Whether it is required; false is nice to have"),
          minYears: whole.nullish(),
        }),
        mostSkills,
      )
        .default([])
        .describe("In the order of the posting"),
      responsibilities: list(
        z.strictObject({
          slug: text(100).describe("From `/api/v1/responsibilities`"),
          must: truth.default(true).describe("Whether it is required; false is nice to have"),
        }),
        100,
      ).default([]),
      degree: z
        .strictObject({
          level: choice(degrees).nullish(),
          field: text(200).nullish(),
          equalExperience: truth.default(true),
        })
        .nullish(),
      experience: z.strictObject({ min: whole.nullish(), max: whole.nullish() }).nullish().describe("Years"),
      salary: z
        .strictObject({
          min: z.number("must be a number."),
          max: z.number("must be a number."),
          currency: text(3).describe("ISO 4217"),
          period: choice(periods).default("year"),
          confirmed: truth.default(false).describe("That pay far from what is usual is right"),
        })
        .nullish()
        .describe("In units of the currency. Nothing is published without it"),
      workplace: choice(workplaces).nullish(),
      places: list(
        z.strictObject({
          city: text(200).nullish(),
          country: text(100).describe("ISO 3166-1 alpha-2, or its name"),
        }),
        mostPlaces,
      )
        .default([])
        .describe("Where the work is done. Required unless it is remote"),
      hiringCountries: list(text(100), 250)
        .default([])
        .describe("Where the company can hire: countries, or regions such as EU. Required for remote work"),
      employment: choice(employments).nullish(),
      reality: z
        .strictObject({
          onCall: z
            .strictObject({
              everyWeeks: whole.nullish().describe("1 in so many weeks; null for no on-call duty"),
              paid: truth.nullish(),
            })
            .nullish(),
          datastores: list(text(100), 20).nullish(),
          deploysPerWeek: whole.nullish(),
          requestsPerSecond: choice(requestBands).nullish(),
          takeHome: z.strictObject({ hours: whole, paid: truth.nullish() }).nullish(),
          interview: z.strictObject({ stages: whole.nullish(), hours: whole.nullish() }).nullish(),
          teamSize: whole.nullish(),
        })
        .nullish()
        .describe("What the work is like from day to day. Null is not stated"),
      replyDays: whole.default(14).describe("The company promises an answer within so many days"),
      blindReview: truth
        .default(false)
        .describe("Whether names, schools and contacts of applicants stay hidden until the first answer"),
      questions: list(
        z.strictObject({
          kind: choice(questionKinds).default("text"),
          text: text(500),
          options: list(text(300), mostOptions).default([]),
          required: truth.default(false),
        }),
        mostQuestions,
      )
        .default([])
        .describe("What applicants are asked"),
    },
    "The body must be an object with a posting.",
  )
  .describe("A posting as the company wants it. Null and absent keys are not stated");

const Faults = z.array(z.strictObject({ path: z.string(), message: z.string() }));

export const CompanyPosting = z.strictObject({
  id: z.uuid().describe("Never changes"),
  externalId: z.string().describe("What the company calls it"),
  state: z.enum(postingStates),
  url: z.url().describe("Its page on this site. Until it is public, the page where its company edits it"),
  waits: z.boolean().describe("Whether it, or a change of it, waits for a review"),
  missing: Faults.describe(
    "What is missing from a draft before it can be submitted, by the keys of the body",
  ),
  reasons: Faults.describe("Why the reviewer sent it, or a change of it, back"),
});
export const OneCompanyPosting = z.strictObject({ data: CompanyPosting });
export const SavedCompanyPosting = z.strictObject({
  data: CompanyPosting,
  changed: z.boolean().describe("False where the body says what the posting said already"),
});
export const WithdrawnCompanyPosting = z.strictObject({
  data: CompanyPosting.nullable().describe("Null where there is no such posting any more"),
  changed: z.boolean().describe("False where it was over before"),
});
export const CompanyPostingList = z.strictObject({
  data: z.array(CompanyPosting),
  next: z.string().nullable().describe("The `cursor` of the next page; null on the last one"),
});
