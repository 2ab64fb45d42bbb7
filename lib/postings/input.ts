import { z } from "zod";
import { line, paragraphs } from "@/lib/forms/fields";
import { PayField } from "@/lib/reading/pay-input";
import { CountryList } from "@/lib/taxonomy/country-list";
import { countryCode } from "@/lib/taxonomy/country-names";
import { degrees, employments, periods, requestBands, workplaces } from "@/lib/taxonomy/terms";
import {
  closeAnswers,
  closeReasons,
  mostOptions,
  mostPlaces,
  mostQuestions,
  mostSkills,
  type Question,
  questionKinds,
} from "./lists";
import { payOfForm } from "./pay";

const whole = (min: number, max: number) =>
  z
    .number({ error: "Enter a whole number." })
    .int("Enter a whole number.")
    .min(min, `Enter ${min} or more.`)
    .max(max, `Enter ${max} or less.`);

const SkillLine = z.strictObject({
  name: line(80).optional(),
  must: z.enum(["must", "nice"]).default("must"),
  minYears: whole(1, 60).optional(),
});

const Place = z.strictObject({
  city: line(80).optional(),
  country: line(80)
    .optional()
    .transform((text, context) => {
      if (!text) return undefined;
      const code = countryCode(text);
      if (!code) context.addIssue({ code: "custom", message: `We do not know a country called ${text}.` });
      return code ?? undefined;
    }),
});

const QuestionLine = z.strictObject({
  kind: z.enum(questionKinds).default("text"),
  text: line(300).optional(),
  /** One on each line. */
  options: paragraphs(4000).optional(),
  required: z.boolean().default(false),
  /** Its place among the questions, where script does not move the lines themselves. */
  place: whole(1, 99).optional(),
});
type QuestionLine = z.output<typeof QuestionLine>;

const optionsOf = ({ options = "" }: QuestionLine) => [
  ...new Set(
    options
      .split("\n")
      .map((option) => option.trim())
      .filter(Boolean),
  ),
];

/** The questions in order; lines without a text are left out. What is wrong is told at its line. */
const Questions = z
  .array(QuestionLine)
  .max(20)
  .default([])
  .transform((lines, context): Question[] => {
    const fault = (i: number, part: string, message: string) =>
      context.addIssue({ code: "custom", path: [i, part], message });
    const asked = lines.flatMap((one, i) => {
      const { kind, text, required, place = i + 1 } = one;
      if (!text) return [];
      const options = kind === "single" || kind === "multiple" ? optionsOf(one) : [];
      if ((kind === "single" || kind === "multiple") && options.length < 2)
        fault(i, "options", "Enter at least two options, each on a line of its own.");
      if (options.length > mostOptions) fault(i, "options", `Enter at most ${mostOptions} options.`);
      if (options.some((option) => option.length > 200))
        fault(i, "options", "At most 200 characters in an option.");
      return [{ kind, text, options, required, place, i }];
    });
    const beyond = asked[mostQuestions];
    if (beyond) fault(beyond.i, "text", `Ask at most ${mostQuestions} questions.`);
    return asked
      .sort((a, b) => a.place - b.place || a.i - b.i)
      .map(({ kind, text, options, required }) => ({ kind, text, options, required }));
  });

/** The answers "yes" and "no" on the reality card; absent means not stated. */
const paid = z.enum(["yes", "no"]).optional();

export const RealityInput = z.strictObject({
  onCallWeeks: whole(0, 52).optional(),
  onCallPaid: paid,
  datastores: line(300).optional(),
  deploysPerWeek: whole(0, 10_000).optional(),
  requestsPerSecond: z.enum(requestBands).optional(),
  takeHomeHours: whole(0, 100).optional(),
  takeHomePaid: paid,
  interviewStages: whole(1, 20).optional(),
  interviewHours: whole(1, 100).optional(),
  teamSize: whole(1, 10_000).optional(),
});

const text = { title: line(120).optional(), description: paragraphs(20_000).optional() };
const payFields = {
  salaryMin: PayField.optional(),
  salaryMax: PayField.optional(),
  salaryCurrency: z
    .string()
    .regex(/^[A-Z]{3}$/, "Choose a currency.")
    .optional(),
  salaryPeriod: z.enum(periods).default("year"),
};

/** A posting as its form sends it. In a draft anything may be missing; what is there must be valid. */
export const PostingForm = z
  .strictObject({
    id: z.uuid().optional(),
    /** The id that a new posting gets: saved twice, it is still one. */
    newId: z.uuid().optional(),
    intent: z.enum(["save", "autosave", "submit"]).default("save"),
    ...text,
    degreeLevel: z.enum(degrees).optional(),
    degreeField: line(80).optional(),
    equalExperience: z.boolean().default(false),
    experienceMin: whole(0, 60).optional(),
    experienceMax: whole(0, 60).optional(),
    ...payFields,
    /** Whether the writer confirmed unusual pay. */
    payConfirmed: z.boolean().default(false),
    workplace: z.enum(workplaces).optional(),
    employment: z.enum(employments).optional(),
    hiringCountries: CountryList,
    places: z.array(Place).max(mostPlaces, "Enter at most 10 places.").default([]),
    /** Whether the writer confirmed towns that we do not know. */
    placesConfirmed: z.boolean().default(false),
    skills: z.array(SkillLine).max(mostSkills, "Enter at most 60 skills.").default([]),
    responsibilities: z.record(z.string(), z.enum(["", "must", "nice"]).optional()).default({}),
    reality: RealityInput.default({}),
    replyDays: whole(1, 60).default(14),
    blindReview: z.boolean().default(false),
    questions: Questions,
  })
  .superRefine((form, context) => {
    const fault = (path: (string | number)[], message: string) =>
      context.addIssue({ code: "custom", path, message });
    if (
      form.experienceMin !== undefined &&
      form.experienceMax !== undefined &&
      form.experienceMax < form.experienceMin
    )
      fault(["experienceMax"], "The maximum must not be less than the minimum.");
    const pay = payOfForm(form);
    if (pay && "at" in pay) fault([pay.field], pay.message);
    form.places.forEach((place, i) => {
      if (place.city && !place.country) fault(["places", i, "country"], "Enter the country too.");
    });
  });
export type PostingForm = z.output<typeof PostingForm>;

/** What an admin fills in of an imported posting. What is left out stays as it was imported. */
export const CompleteImport = z.strictObject({
  id: z.uuid(),
  ...text,
  ...payFields,
  employment: z.enum(employments).optional(),
  workplace: z.enum(workplaces).optional(),
  hiringCountries: CountryList,
  places: z.array(Place).max(1).default([]),
});
export type CompleteImport = z.output<typeof CompleteImport>;

/** For what is done to a posting by one button. */
export const OnePosting = z.strictObject({ id: z.uuid() });
export type OnePosting = z.output<typeof OnePosting>;

/** A date and a time in UTC as a browser's field sends them; nothing for "as soon as it is approved". */
export const SchedulePosting = z.strictObject({
  id: z.uuid(),
  publishAt: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/, "Enter a date and a time, such as 2027-03-01 09:00.")
    .transform((text, context) => {
      const moment = new Date(`${text}Z`);
      if (!Number.isNaN(moment.getTime())) return moment;
      context.addIssue({ code: "custom", message: "There is no such date. Check the day and the month." });
      return z.NEVER;
    })
    .optional(),
});
export type SchedulePosting = z.output<typeof SchedulePosting>;

export const ClosePosting = z
  .strictObject({
    id: z.uuid(),
    reason: z.enum(closeReasons, { error: "Choose why you close it." }),
    answer: z.enum(closeAnswers).optional(),
    message: paragraphs(2000).optional(),
  })
  .superRefine(({ answer, message }, context) => {
    if (answer === "message" && !message)
      context.addIssue({
        code: "custom",
        path: ["message"],
        message: "Enter the message to those who wait.",
      });
  });
export type ClosePosting = z.output<typeof ClosePosting>;

export const CloseCompany = z.strictObject({
  companyId: z.uuid(),
  name: line(100, "Enter the name of the company."),
  message: paragraphs(2000).min(1, "Enter the message to those who wait."),
});
export type CloseCompany = z.output<typeof CloseCompany>;

export const PasteAdvert = z.strictObject({
  companyId: z.uuid(),
  text: z
    .string({ error: "Paste the text of the advert." })
    .trim()
    .min(40, "This text is too short for an advert. Paste at least 40 characters.")
    .max(20_000, "At most 20,000 characters."),
});
export type PasteAdvert = z.output<typeof PasteAdvert>;

const levelOfTag = z.record(z.string().max(100), z.enum(["must", "nice", "no"]).optional()).default({});

/** The keys of the proposals that were left ticked, the level of each skill and responsibility, and the lines to cut from the text. */
export const AcceptTags = z.strictObject({
  id: z.uuid(),
  accept: z.array(z.string().max(120)).max(200).default([]),
  skills: levelOfTag,
  responsibilities: levelOfTag,
  cut: z.array(z.coerce.number().int().min(0).max(20_000)).max(50).default([]),
});
export type AcceptTags = z.output<typeof AcceptTags>;
