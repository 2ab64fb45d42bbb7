import { expect, it } from "vitest";
import { CostQuestion } from "@/lib/matching/input";
import { costQueryOf, costQuestionIn } from "./cost-question";

const companyId = "6a2c6f7e-3d0b-4a35-9d39-0a8d5f7f2c11";

function asked(fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ companyId, ...fields })) form.append(name, value);
  return CostQuestion.parse(costQuestionIn(new URLSearchParams(costQueryOf(form).toString())));
}

it("asks for the musts of a form, as they are typed", () => {
  expect(
    asked({
      title: "Backend Developer",
      "skills[0].name": " Go ",
      "skills[0].must": "must",
      "skills[0].minYears": "3",
      "skills[1].name": "Kafka",
      "skills[1].must": "nice",
      "skills[1].minYears": "",
      "skills[2].name": "",
      "skills[2].must": "must",
      "skills[3].name": "C++",
      "skills[3].must": "must",
      "skills[3].minYears": "a few",
      "responsibilities.api-integration": "must",
      "responsibilities.mentoring": "nice",
      experienceMin: "5",
      degreeLevel: "bachelor",
      equalExperience: "on",
    }),
  ).toEqual({
    companyId,
    skills: [
      { name: "Go", minYears: 3 },
      { name: "C++", minYears: null },
    ],
    responsibilities: ["api-integration"],
    experienceMin: 5,
    degree: "bachelor",
    equalExperience: true,
  });
});

it("asks for nothing where nothing is typed yet", () => {
  expect(asked({ experienceMin: "", degreeLevel: "" })).toEqual({
    companyId,
    skills: [],
    responsibilities: [],
    experienceMin: null,
    degree: null,
    equalExperience: false,
  });
});
