import { resolveSkill, skillEntry } from "@/lib/taxonomy/catalogue";

/**
 * What a labelled text should be read as. A key that is absent is not labelled and not scored; null or an empty list says that there is
 * nothing of it. Lists hold values as texts: slugs, "Berlin, DE", and for tags that are wishes a "?" behind the slug.
 */
export type Labels = {
  skills?: string[];
  responsibilities?: string[];
  degree?: string | null;
  experience?: string | null;
  salary?: string | null;
  workplace?: string | null;
  places?: string[];
  employment?: string[];
  seniority?: string | null;
  company?: string | null;
};

export type Labelled = {
  id: string;
  text: string;
  labels: Labels /** Only technologies are labelled as skills. */;
  isTechnologyOnly: boolean /** What else is read is no fault. */;
  isPartial: boolean;
};

type Row = Record<string, unknown> & { text: string };

/** The labelled texts of a JSONL file, in one of three shapes: our own, posts with a row of fields, adverts with their employer's tags. */
export function labelledIn(content: string, name: string): Labelled[] {
  return content
    .split("\n")
    .filter((line) => line.trim() !== "")
    .flatMap((line, index) => {
      const row = JSON.parse(line) as Row;
      const id = String(row.id ?? `${name}:${index + 1}`);
      if ("employer_tags" in row) return fromAdvert(row, id);
      return "remote" in row ? fromPost(row, id) : fromOwn(row, id);
    });
}

function fromOwn({ text, id: _, ...labels }: Row, id: string): Labelled[] {
  return [{ id, text, labels: labels as Labels, isTechnologyOnly: false, isPartial: false }];
}

function fromPost(row: Row, id: string): Labelled[] {
  const skills = (row.skills as string[]).map((skill) => resolveSkill(skill) ?? `unknown:${skill}`);
  const seniority = row.seniority === "staff+" ? "staff" : (row.seniority as string | null);
  const { salary_min: min, salary_max: max, salary_currency: currency, salary_period: period } = row;
  return [
    {
      id,
      text: row.text,
      labels: {
        skills,
        seniority,
        workplace: row.remote as string | null,
        salary: min === null ? null : `${min}–${max} ${currency} ${period}`,
        company: row.company as string | null,
      },
      isTechnologyOnly: true,
      isPartial: false,
    },
  ];
}

/** The tags that our taxonomy knows, to be found without the line that lists them. */
function fromAdvert(row: Row, id: string): Labelled[] {
  const tags = (row.employer_tags as string[] | undefined) ?? [];
  const skills = [...new Set(tags.flatMap((tag) => resolveSkill(tag) ?? []))];
  if (skills.length === 0) return [];
  const text = withoutLine(row.text, tags.join(" "));
  return [{ id, text, labels: { skills }, isTechnologyOnly: false, isPartial: true }];
}

const withoutLine = (text: string, line: string) =>
  text
    .split("\n")
    .filter((one) => one.trim() !== line && !one.startsWith("Technologies"))
    .join("\n");

export const isTechnology = (slug: string) => skillEntry(slug)?.kind === "technology";
