import { parseWithZod } from "@conform-to/zod/v4";
import { describe, expect, it } from "vitest";
import { PostingForm } from "@/lib/postings/input";
import { ProfileForm } from "@/lib/profiles/input/profile";

/** What a browser sends for these fields. */
function sent(fields: Record<string, string | string[]>) {
  const data = new FormData();
  for (const [name, values] of Object.entries(fields))
    for (const value of [values].flat()) data.append(name, value);
  return data;
}

const errorsOf = (submission: object) => ("error" in submission ? (submission.error ?? {}) : {});

describe("forms as browsers send them", () => {
  it("an untouched posting form is an empty draft", () => {
    const submission = parseWithZod(
      sent({
        title: "",
        salaryMin: "",
        salaryCurrency: "",
        salaryPeriod: "year",
        "skills[0].name": "",
        "skills[0].must": "must",
        "skills[0].minYears": "",
        "places[0].city": "",
        "places[0].country": "",
        "responsibilities.api-management": "",
        "reality.onCallWeeks": "",
        "reality.onCallPaid": "",
        replyDays: "14",
      }),
      { schema: PostingForm },
    );
    expect(errorsOf(submission)).toEqual({});
    expect(submission.status).toBe("success");
  });

  it("numbers, choices and lists arrive as what they are", () => {
    const submission = parseWithZod(
      sent({
        salaryMin: "85000.50",
        salaryMax: "90000",
        salaryCurrency: "EUR",
        "skills[0].name": "Go",
        "skills[0].must": "nice",
        "skills[0].minYears": "3",
        "responsibilities.api-management": "must",
        hiringCountries: "Germany, fr",
        "reality.onCallWeeks": "0",
        equalExperience: "on",
      }),
      { schema: PostingForm },
    );
    expect(submission.status === "success" && submission.value).toMatchObject({
      salaryMin: { low: { value: 85000.5 } },
      skills: [{ name: "Go", must: "nice", minYears: 3 }],
      responsibilities: { "api-management": "must" },
      hiringCountries: ["DE", "FR"],
      reality: { onCallWeeks: 0 },
      equalExperience: true,
    });
  });

  it("a mistake is named at its field", () => {
    const submission = parseWithZod(
      sent({
        salaryMin: "90000",
        salaryMax: "80000",
        hiringCountries: "Atlantis",
        "skills[1].minYears": "-2",
        experienceMin: "x",
      }),
      { schema: PostingForm },
    );
    expect(errorsOf(submission)).toMatchObject({
      hiringCountries: ["We do not know a country called Atlantis."],
      "skills[1].minYears": ["Enter 1 or more."],
      experienceMin: ["Enter a whole number."],
    });
  });

  it("a profile's several choices come as a list, one as a list of one", () => {
    for (const workplaces of [["remote"], ["remote", "hybrid"]]) {
      const submission = parseWithZod(sent({ workplaces, "responsibilities.debugging": "" }), {
        schema: ProfileForm,
      });
      expect(submission.status === "success" && submission.value.workplaces).toEqual(workplaces);
    }
  });
});
