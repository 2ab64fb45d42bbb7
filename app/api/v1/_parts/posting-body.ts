import type { z } from "zod";
import type { PostingRequest } from "@/app/api/_parts/company-schemas";
import { asRefusal, DomainError, type FieldFault } from "@/lib/errors";
import { PostingForm } from "@/lib/postings/input";
import { responsibilityEntries } from "@/lib/taxonomy/data/responsibilities";

export type PostingBody = z.output<typeof PostingRequest>;

/** A posting as its form would send it, so that the API has no rules of its own. Throws `invalid` at every key that makes no sense. */
export function readPosting(body: PostingBody): PostingForm {
  const read = PostingForm.safeParse(formOf(body));
  const faults = [
    ...responsibilityFaults(body),
    ...(read.success
      ? []
      : read.error.issues.map(({ path, message }) => inBody(body, path.join("."), message))),
  ];
  if (!read.success || faults.length > 0) throw new DomainError("invalid", inWords(faults), faults);
  return read.data;
}

/** Runs a command, whose refusals name the fields of the form, and names the keys of the body instead. */
export async function refusedInBody<Done>(body: PostingBody, run: () => Promise<Done>): Promise<Done> {
  try {
    return await run();
  } catch (error) {
    const refusal = asRefusal(error);
    if (!refusal || refusal.fields.length === 0) throw error;
    const faults = refusal.fields.map((fault) => inBody(body, fault.path, fault.message));
    throw new DomainError(refusal.code, inWords(faults), faults);
  }
}

/** The same of what is missing from a draft, or why it was sent back. */
export const asKeys = (faults: readonly FieldFault[]) =>
  faults.map(({ path, message }) => inBody(null, path, message));

const inWords = (faults: readonly FieldFault[]) => faults.map(({ message }) => message).join(" ");

const given = <Value>(value: Value | null | undefined) =>
  value === null || value === undefined || value === "" ? undefined : value;
const yesOrNo = (value: boolean | null | undefined) =>
  value === null || value === undefined ? undefined : value ? "yes" : "no";
const mustOrNice = (must: boolean) => (must ? "must" : "nice");

function formOf(body: PostingBody) {
  const { degree, experience, salary, reality } = body;
  return {
    intent: body.submit ? "submit" : "save",
    title: given(body.title),
    description: given(body.description),
    degreeLevel: given(degree?.level),
    degreeField: given(degree?.field),
    equalExperience: degree?.equalExperience ?? true,
    experienceMin: given(experience?.min),
    experienceMax: given(experience?.max),
    ...(salary && {
      salaryMin: salary.min,
      salaryMax: salary.max,
      salaryCurrency: given(salary.currency),
      salaryPeriod: salary.period,
      payConfirmed: salary.confirmed,
    }),
    workplace: given(body.workplace),
    employment: given(body.employment),
    hiringCountries: body.hiringCountries.join("\n"),
    places: body.places.map(({ city, country }) => ({ city: given(city), country: given(country) })),
    // A program can hardly be asked which town it means.
    placesConfirmed: true,
    skills: body.skills.map(({ slug, must, minYears }) => ({
      name: slug,
      must: mustOrNice(must),
      minYears: given(minYears),
    })),
    responsibilities: Object.fromEntries(
      body.responsibilities.map(({ slug, must }) => [slug, mustOrNice(must)]),
    ),
    reality: {
      onCallWeeks: reality?.onCall ? (reality.onCall.everyWeeks ?? 0) : undefined,
      onCallPaid: yesOrNo(reality?.onCall?.paid),
      datastores: reality?.datastores?.join(", "),
      deploysPerWeek: given(reality?.deploysPerWeek),
      requestsPerSecond: given(reality?.requestsPerSecond),
      takeHomeHours: given(reality?.takeHome?.hours),
      takeHomePaid: yesOrNo(reality?.takeHome?.paid),
      interviewStages: given(reality?.interview?.stages),
      interviewHours: given(reality?.interview?.hours),
      teamSize: given(reality?.teamSize),
    },
    replyDays: body.replyDays,
    blindReview: body.blindReview,
    questions: body.questions.map(({ options, ...question }) => ({
      ...question,
      options: options.join("\n"),
    })),
  };
}

/** A form offers the responsibilities that there are; a body can name others, or one twice. */
function responsibilityFaults({ responsibilities }: PostingBody): FieldFault[] {
  return responsibilities.flatMap(({ slug }, i) => {
    const path = `responsibilities.${i}.slug`;
    if (!responsibilityEntries.some((known) => known.slug === slug))
      return [{ path, message: `There is no responsibility ${slug}. /api/v1/responsibilities lists them.` }];
    const first = responsibilities.findIndex((one) => one.slug === slug);
    return first < i ? [{ path, message: `${slug} is listed twice.` }] : [];
  });
}

/** The key of the body for each field of the form that has another name. */
const keys: Record<string, string> = {
  salaryMin: "salary.min",
  salaryMax: "salary.max",
  salaryCurrency: "salary.currency",
  salaryPeriod: "salary.period",
  payConfirmed: "salary.confirmed",
  degreeLevel: "degree.level",
  degreeField: "degree.field",
  equalExperience: "degree.equalExperience",
  experienceMin: "experience.min",
  experienceMax: "experience.max",
  intent: "submit",
  "reality.onCallWeeks": "reality.onCall.everyWeeks",
  "reality.onCallPaid": "reality.onCall.paid",
  "reality.takeHomeHours": "reality.takeHome.hours",
  "reality.takeHomePaid": "reality.takeHome.paid",
  "reality.interviewStages": "reality.interview.stages",
  "reality.interviewHours": "reality.interview.hours",
};

function inBody(body: PostingBody | null, field: string, message: string): FieldFault {
  const path = field.replace(/\[(\d+)\]/g, ".$1");
  if (path === "payConfirmed")
    return {
      path: "salary.confirmed",
      message: "Correct the pay, or send salary.confirmed as true if it is right.",
    };
  const [, slug] = /^responsibilities\.(.+)$/.exec(path) ?? [];
  const place = slug ? body?.responsibilities.findIndex((one) => one.slug === slug) : undefined;
  if (place !== undefined && place >= 0) return { path: `responsibilities.${place}.slug`, message };
  return { path: keys[path] ?? path.replace(/^(skills\.\d+)\.name$/, "$1.slug"), message };
}
