import type { ResumeLine, ResumeText } from "./lines";

export type SectionKind =
  | "head"
  | "contact"
  | "summary"
  | "experience"
  | "education"
  | "skills"
  | "projects"
  | "publications"
  | "certificates"
  | "other";

export type Section = { kind: SectionKind; lines: ResumeLine[] };

/** What the parts of a résumé are called. Those of "other" are known, and not read. */
const names: Record<Exclude<SectionKind, "head">, string> = {
  contact:
    "contact|contact details|contact information|contact info|personal details|personal information|links",
  summary:
    "summary|professional summary|executive summary|career summary|profile|professional profile|about|about me|objective|career objective|overview|introduction|personal statement|bio",
  experience:
    "experience|work experience|professional experience|employment|employment history|work history|career history|career|work|relevant experience|industry experience|technical experience|relevant work experience|experience and employment|internships|positions|professional background|engineering experience",
  education:
    "education|education and training|academic background|academic history|academic qualifications|studies|degrees|educational background",
  skills:
    "skills|technical skills|top skills|key skills|core skills|core competencies|competencies|technologies|technical proficiencies|skills and tools|skills and technologies|tools and technologies|tech stack|technical stack|technology stack|programming languages|areas of expertise|expertise|skill set|skillset|professional skills|tools|technical expertise|hard skills|languages and technologies|technical knowledge|it skills",
  projects:
    "projects|personal projects|side projects|selected projects|key projects|open source|open source projects|open source contributions|open source work|notable projects|relevant projects|academic projects|portfolio",
  publications:
    "publications|selected publications|papers|talks and publications|publications and talks|articles|research papers",
  certificates:
    "certifications|certificates|licenses and certifications|licences and certifications|courses|training|certifications and training|courses and certifications|professional development",
  other:
    "languages|spoken languages|interests|hobbies|hobbies and interests|interests and hobbies|references|awards|honors|honours|honors and awards|awards and honors|honors awards|honours and awards|achievements|accomplishments|volunteering|volunteer|volunteer experience|volunteer work|community|activities|extracurricular activities|leadership|leadership and activities|patents|talks|invited talks|speaking|memberships|affiliations|professional affiliations|military service|additional information|selected honors|recommendations|organizations|test scores",
};

const kinds = new Map(
  Object.entries(names).flatMap(([kind, list]) => list.split("|").map((name) => [name, kind as SectionKind])),
);

/** Characters: a longer line is no heading. */
const longestHeading = 48;

/** The part of a résumé that a line of its own opens by its name, or null. */
export function headingOf(text: string): SectionKind | null {
  if (text.length > longestHeading) return null;
  const name = text
    .replace(/^#+\s*/, "")
    .toLowerCase()
    .replace(/&|\+/g, " and ")
    .replace(/[^\p{L}]+/gu, " ")
    .trim();
  return kinds.get(name) ?? null;
}

/** Cuts a résumé at its headings, in its order; what stands before the first is its head. */
export function sectionsOf(resume: ResumeText): Section[] {
  const { lines, bodySize } = resume;
  const known = new Set(lines.filter((line) => isNamed(line, bodySize)));
  const look = lookOf([...known], bodySize);
  const sections: Section[] = [{ kind: "head", lines: [] }];
  lines.forEach((line, at) => {
    const kind = kindOf(line, lines[at + 1], {
      known,
      look,
      bodySize,
      at,
      within: sections.at(-1)?.kind ?? "head",
    });
    if (kind) sections.push({ kind, lines: [] });
    else if (!/^[-=_*~\s]+$/.test(line.text)) sections.at(-1)?.lines.push(line);
  });
  return sections.filter(({ kind, lines: own }) => own.length > 0 || kind === "head");
}

type Look = { sizes: Set<number>; isCapitals: boolean };
type Around = { known: Set<ResumeLine>; look: Look; bodySize: number; at: number; within: SectionKind };

function kindOf(line: ResumeLine, next: ResumeLine | undefined, around: Around): SectionKind | null {
  const { known, look, bodySize, at, within } = around;
  if (known.has(line)) {
    const kind = headingOf(line.text) as SectionKind;
    const isLarge = line.size > bodySize * 1.04;
    const isLabel =
      within === "skills" && kind !== "experience" && kind !== "education" && kind !== "projects";
    return isLabel && !isLarge && !line.opens && isCapitals(line.text) === isCapitals(next?.text ?? "")
      ? null
      : kind;
  }
  const isShort = line.cells.length === 1 && line.text.length <= longestHeading && !line.isBullet;
  if (!isShort || at === 0 || known.size === 0 || !/\p{L}/u.test(line.text) || /[.,;]$/.test(line.text))
    return null;
  if (/^#{1,3}\s/.test(line.text)) return within === "head" ? "other" : unknownMarked(line, [...known]);
  if (bodySize > 0) return line.size > bodySize * 1.1 && look.sizes.has(line.size) ? "other" : null;
  return look.isCapitals && isCapitals(line.text) && line.opens && line.text.split(/\s+/).length <= 4
    ? "other"
    : null;
}

/** In Markdown the parts of a résumé have headings of one level, and what is in them others. */
function unknownMarked(line: ResumeLine, known: readonly ResumeLine[]): SectionKind | null {
  const level = (text: string) => /^#+/.exec(text)?.[0].length ?? 0;
  return known.some(({ text }) => level(text) === level(line.text)) ? "other" : null;
}

function isNamed(line: ResumeLine, bodySize: number): boolean {
  if (line.cells.length !== 1 || line.isBullet || headingOf(line.text) === null) return false;
  return bodySize === 0 || line.size >= bodySize * 0.95;
}

function lookOf(known: readonly ResumeLine[], bodySize: number): Look {
  const sizes = new Set(known.map(({ size }) => size).filter((size) => size > bodySize * 1.1));
  return { sizes, isCapitals: known.length > 1 && known.every(({ text }) => isCapitals(text)) };
}

const isCapitals = (text: string) => /\p{Lu}{2}/u.test(text) && text === text.toUpperCase();
