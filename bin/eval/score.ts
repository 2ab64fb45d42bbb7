import { type PostingReading, readPosting } from "@/lib/reading/posting";
import { isTechnology, type Labelled, type Labels } from "./labels";

export type Field = keyof Labels;

/** One field over a set: what was right, what was read beside it, what was missed; the mean F1 of texts; texts read exactly as labelled. */
export type Score = {
  right: number;
  extra: number;
  missed: number;
  texts: number;
  f1Sum: number;
  exact: number;
};
export type Miss = { id: string; field: Field; missed: string[]; extra: string[] };

/** Scores the reader on labelled texts, by field, with every text that was not read as labelled. */
export function scoreAll(texts: readonly Labelled[]): { scores: Map<Field, Score>; misses: Miss[] } {
  const scores = new Map<Field, Score>();
  const misses: Miss[] = [];
  for (const one of texts) {
    const read = valuesOf(readPosting(one.text));
    for (const [field, label] of Object.entries(one.labels) as [Field, string[] | string | null][]) {
      const wanted = new Set(listOf(label));
      const keep = (value: string) => field !== "skills" || !one.isTechnologyOnly || isTechnology(value);
      const plain = [...wanted].some((value) => value.endsWith("?"))
        ? read[field]
        : read[field].map(withoutWish);
      const got = new Set(plain.filter(keep));
      const right = [...wanted].filter((value) => got.has(value)).length;
      const extra = one.isPartial ? [] : [...got].filter((value) => !wanted.has(value));
      const missed = [...wanted].filter((value) => !got.has(value));
      const score = scores.get(field) ?? { right: 0, extra: 0, missed: 0, texts: 0, f1Sum: 0, exact: 0 };
      scores.set(field, score);
      score.right += right;
      score.extra += extra.length;
      score.missed += missed.length;
      score.texts++;
      score.f1Sum += f1(right, extra.length, missed.length);
      if (extra.length + missed.length > 0) misses.push({ id: one.id, field, missed, extra });
      else score.exact++;
    }
  }
  return { scores, misses };
}

/** 1 where there was nothing to find and nothing was found. */
export const f1 = (right: number, extra: number, missed: number) =>
  right + extra + missed === 0 ? 1 : (2 * right) / (2 * right + extra + missed);

const withoutWish = (value: string) => value.replace(/\?$/, "");
const listOf = (label: string[] | string | null) =>
  label === null ? [] : Array.isArray(label) ? label : [label];

function valuesOf(read: PostingReading): Record<Field, string[]> {
  const { degree, experience, salary } = read;
  const tag = ({ slug, must }: { slug: string; must: boolean }) => (must ? slug : `${slug}?`);
  return {
    skills: read.skills.map(tag),
    responsibilities: read.responsibilities.map(({ slug }) => slug),
    degree: degree ? [`${degree.level}${degree.equalExperience ? " or experience" : ""}`] : [],
    experience: experience ? [`${experience.min ?? ""}–${experience.max ?? ""}`] : [],
    salary: salary ? [`${salary.min}–${salary.max} ${salary.currency} ${salary.period}`] : [],
    workplace: listOf(read.workplace?.value ?? null),
    places: read.places.map(({ city, country }) => (city ? `${city}, ${country}` : country)),
    employment: read.employment.map(({ value }) => value),
    seniority: listOf(read.seniority?.value ?? null),
    company: listOf(read.company?.name ?? null),
  };
}
