import type { CostQuestion } from "@/lib/matching/input";
import type { OwnPosting } from "@/lib/postings/queries/own";

/** The musts of a kept posting; of a new one none. */
export function costQuestionOf(companyId: string, posting: OwnPosting | null): CostQuestion {
  return {
    companyId,
    skills: (posting?.skills ?? []).filter(({ must }) => must),
    responsibilities: (posting?.responsibilities ?? []).filter(({ must }) => must).map(({ slug }) => slug),
    experienceMin: posting?.experienceMin,
    degree: posting?.degreeLevel,
    equalExperience: posting?.equalExperience ?? true,
  };
}

/** The musts that a form holds at this moment, as the query of `/employer/cost`. */
export function costQueryOf(form: FormData): URLSearchParams {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const query = new URLSearchParams({
    companyId: text("companyId"),
    experienceMin: text("experienceMin"),
    degree: text("degreeLevel"),
    equalExperience: text("equalExperience"),
  });
  for (const name of form.keys()) {
    const [, row] = /^skills\[(\d+)\]\.name$/.exec(name) ?? [];
    const [, responsibility] = /^responsibilities\.(.+)$/.exec(name) ?? [];
    if (row && text(name) && text(`skills[${row}].must`) === "must") {
      query.append("skill", text(name));
      query.append("years", text(`skills[${row}].minYears`));
    }
    if (responsibility && text(name) === "must") query.append("responsibility", responsibility);
  }
  return query;
}

/** The question in such a query; what is no whole number, or no degree, is not asked. */
export function costQuestionIn(query: URLSearchParams) {
  const whole = (text: string | null) => (text && /^\d{1,2}$/.test(text) ? Number(text) : null);
  const years = query.getAll("years");
  return {
    companyId: query.get("companyId"),
    skills: query.getAll("skill").map((name, i) => ({ name, minYears: whole(years[i] ?? null) || null })),
    responsibilities: query.getAll("responsibility"),
    experienceMin: whole(query.get("experienceMin")),
    degree: query.get("degree") || null,
    equalExperience: query.get("equalExperience") !== "",
  };
}
