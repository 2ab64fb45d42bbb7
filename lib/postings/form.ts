import type { FormValues } from "@/lib/forms/state";
import { countryName } from "@/lib/taxonomy/countries";
import { responsibilityEntries } from "@/lib/taxonomy/data/responsibilities";
import type { OwnPosting } from "./queries/own";

/** How many blank lines follow the skills and the places; saving the draft gives as many again. */
const blank = { skills: 4, places: 1, questions: 2 };

/** A posting as its form shows it, by the names of the fields; a new one without `posting`. */
export function postingForm(posting: OwnPosting | null): FormValues {
  const text = (value: string | number | null | undefined) => (value ?? "").toString();
  const skills = [...(posting?.skills ?? []), ...Array<undefined>(blank.skills).fill(undefined)];
  const places = [
    ...(posting?.places ?? []),
    ...Array<undefined>(posting?.places.length ? blank.places : 2 * blank.places).fill(undefined),
  ];
  const card = posting?.reality;
  const paid = (answer: boolean | null | undefined) =>
    answer === null || answer === undefined ? "" : answer ? "yes" : "no";
  return {
    title: text(posting?.title),
    description: text(posting?.description),
    workplace: text(posting?.workplace),
    employment: text(posting?.employment),
    hiringCountries: (posting?.hiringCountries ?? []).map(countryName).join(", "),
    ...Object.fromEntries(
      places.flatMap((place, i) => [
        [`places[${i}].city`, text(place?.city)],
        [`places[${i}].country`, place ? countryName(place.country) : ""],
      ]),
    ),
    salaryMin: text(posting?.salaryMin),
    salaryMax: text(posting?.salaryMax),
    salaryCurrency: text(posting?.salaryCurrency),
    salaryPeriod: posting?.salaryPeriod ?? "year",
    experienceMin: text(posting?.experienceMin),
    experienceMax: text(posting?.experienceMax),
    degreeLevel: text(posting?.degreeLevel),
    degreeField: text(posting?.degreeField),
    equalExperience: (posting?.equalExperience ?? true) ? "on" : "",
    ...Object.fromEntries(
      skills.flatMap((skill, i) => [
        [`skills[${i}].name`, text(skill?.name)],
        [`skills[${i}].must`, skill?.must === false ? "nice" : "must"],
        [`skills[${i}].minYears`, text(skill?.minYears)],
      ]),
    ),
    ...Object.fromEntries(
      responsibilityEntries.map(({ slug }) => {
        const asked = posting?.responsibilities.find((one) => one.slug === slug);
        return [`responsibilities.${slug}`, asked ? (asked.must ? "must" : "nice") : ""];
      }),
    ),
    "reality.onCallWeeks": text(card?.onCallWeeks),
    "reality.onCallPaid": paid(card?.onCallPaid),
    "reality.datastores": (card?.datastores ?? []).join(", "),
    "reality.deploysPerWeek": text(card?.deploysPerWeek),
    "reality.requestsPerSecond": text(card?.requestsPerSecond),
    "reality.takeHomeHours": text(card?.takeHomeHours),
    "reality.takeHomePaid": paid(card?.takeHomePaid),
    "reality.interviewStages": text(card?.interviewStages),
    "reality.interviewHours": text(card?.interviewHours),
    "reality.teamSize": text(card?.teamSize),
    replyDays: text(posting?.replyDays ?? 14),
    blindReview: posting?.blindReview ? "on" : "",
    ...Object.fromEntries(
      [...(posting?.questions ?? []), ...Array<undefined>(blank.questions).fill(undefined)].flatMap(
        (question, i) => [
          [`questions[${i}].text`, text(question?.text)],
          [`questions[${i}].kind`, question?.kind ?? "text"],
          [`questions[${i}].options`, (question?.options ?? []).join("\n")],
          [`questions[${i}].required`, question?.required ? "on" : ""],
        ],
      ),
    ),
  };
}

/** The time of a posting's publication as its form shows it: in UTC, to the minute. */
export const scheduleForm = ({ publishAt }: { publishAt: Date | null }): FormValues => ({
  publishAt: publishAt?.toISOString().slice(0, 16) ?? "",
});
