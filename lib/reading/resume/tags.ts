import type { Spans } from "../posting";
import { readResponsibilities } from "../responsibilities";
import { readSkills } from "../skills";
import type { Part } from "./lines";

/** Places of one tag that are kept as proof. */
const mostSpans = 20;

/** "At Ivy SAS": a legal form behind a company's name, whatever else its letters are the name of. */
const company =
  /(?<!\p{L})(?:at|for|with|bei|für|chez|pour|presso|para|bij|hos)\s(?:\p{Lu}[\p{L}\d&.-]*\s){1,3}(?:SAS|SA|SE|AG|AB|AS|BV|NV|SRL|SPA|KG|KK)(?!\p{L})/gu;

export type Tags = ReturnType<typeof tagReader>;

/** Collects the skills and responsibilities that are read from one stretch of a text after the other, with their places in it. */
export function tagReader(text: string) {
  const skills = new Map<string, Spans>();
  const responsibilities = new Map<string, Spans>();
  const note = (to: Map<string, Spans>, slug: string, spans: Spans) => {
    const known = to.get(slug) ?? [];
    if (known.length >= mostSpans) return;
    const isNew = ([start, end]: [number, number]) =>
      !known.some(([from, until]) => from <= start && end <= until);
    to.set(
      slug,
      [...known, ...spans.slice(0, mostSpans).filter(isNew)].sort((a, b) => a[0] - b[0]),
    );
  };
  const shifted = (spans: Spans, by: number): Spans => spans.map(([start, end]) => [start + by, end + by]);
  const read = (start: number, end: number) => {
    const stretch = text.slice(start, end);
    const names = [...stretch.matchAll(company)].map(({ 0: { length }, index }) => index + length);
    const found = {
      skills: readSkills(stretch).filter(({ spans }) => !spans.every(([, end]) => names.includes(end))),
      responsibilities: readResponsibilities(stretch),
    };
    for (const { slug, spans } of found.skills) note(skills, slug, shifted(spans, start));
    for (const { slug, spans } of found.responsibilities) note(responsibilities, slug, shifted(spans, start));
    return {
      skills: found.skills.map(({ slug }) => slug),
      responsibilities: found.responsibilities.map(({ slug }) => slug),
    };
  };
  const listed = (of: Map<string, Spans>) => [...of].map(([slug, spans]) => ({ slug, spans }));
  return {
    read,
    readLines: (lines: readonly Part[]) =>
      lines.length > 0
        ? read(lines[0]?.start ?? 0, lines.at(-1)?.end ?? 0)
        : { skills: [], responsibilities: [] },
    add: (slug: string, spans: Spans) => note(skills, slug, spans),
    skills: () => listed(skills),
    responsibilities: () => listed(responsibilities),
  };
}

/** What the names and the text of a piece of evidence tell of: titles prove skills too ("Go developer"); companies do not. */
export function told(tags: Tags, names: readonly (Part | null)[], body: readonly Part[]) {
  const parts = [...names.map((name) => name && tags.read(name.start, name.end)), tags.readLines(body)];
  const of = (kind: "skills" | "responsibilities") => [
    ...new Set(parts.flatMap((part) => part?.[kind] ?? [])),
  ];
  return { skills: of("skills"), responsibilities: of("responsibilities") };
}
