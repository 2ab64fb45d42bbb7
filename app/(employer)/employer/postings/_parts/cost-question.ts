import type { CostQuestion } from "@/lib/matching/input";
import type { OwnPosting } from "@/lib/postings/queries/own";

/** The must-haves of a saved posting; none for a new one. */
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

/** The must-haves in a form at this moment, as the query of `/employer/cost`. */
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

/** Reads such a query. A value that is not a whole number or a degree is ignored. */
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
