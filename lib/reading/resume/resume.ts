import { elementAt } from "@/lib/present";
import { type Degree, degrees } from "@/lib/taxonomy/terms";
import type { Spans } from "../posting";
import { yearsOf } from "./dates";
import { isUnfinished, studyOf, studyParts } from "./education";
import { bodyText, type Entry, entriesOf } from "./entries";
import type { SectionKind } from "./headings";
import { jobHeads } from "./jobs";
import type { Part, ResumeLine, ResumeText } from "./lines";
import { isPlace } from "./names";
import { linksOf, personOf, withoutLinks } from "./person";
import { type Section, sectionsOf, withoutHeadings } from "./sections";
import { namedSkills } from "./skills";
import { type Tags, tagReader, told } from "./tags";

export type Said<T> = { value: T; spans: Spans };

/** One piece of evidence, with the skills and responsibilities that its text tells of. Dates as in `Period`. */
export type EvidenceReading = {
  kind: "job" | "project" | "publication" | "link" | "text";
  title: string;
  organisation: string;
  text: string;
  url: string;
  started: string | null;
  ended: string | null;
  skills: string[];
  responsibilities: string[];
  spans: Spans;
};

export type StudyReading = {
  level: Degree | null;
  degree: string;
  field: string;
  school: string;
  started: string | null;
  ended: string | null;
  spans: Spans;
};

/** All that a résumé says, with the places in its text that say so. What it does not say is null or empty. */
export type ResumeReading = {
  name: Said<string> | null;
  email: Said<string> | null;
  headline: Said<string> | null;
  /** Years of work by the dates of its jobs. */
  years: Said<number> | null;
  /** The highest one. */
  degree: Said<{ level: Degree; field: string }> | null;
  education: StudyReading[];
  evidence: EvidenceReading[];
  skills: { slug: string; years?: number; spans: Spans }[];
  responsibilities: { slug: string; spans: Spans }[];
  /** Named as skills, and unknown to us. */
  otherSkills: Said<string>[];
};

/** Reads a résumé. Pure: the same for the same text and `now`, in time in proportion to its length. */
export function readResume(resume: ResumeText, now: Date): ResumeReading {
  const sections = withoutHeadings(sectionsOf(resume));
  const linesOf = (...kinds: SectionKind[]) =>
    sections.filter(({ kind }) => kinds.includes(kind)).flatMap(({ lines }) => lines);
  const person = personOf(linesOf("head"), linesOf("contact"));
  const tags = tagReader(resume.text);
  for (const { start, end } of person.headline ? [person.headline] : []) tags.read(start, end);
  const evidence = [
    ...jobsOf(linesOf("experience"), tags),
    ...projectsOf(sections, tags),
    ...publicationsOf(linesOf("publications"), tags),
    ...summaryOf(linesOf("summary"), tags),
    ...person.links.map(({ name, url, start, end }) =>
      piece({ kind: "link", title: name, url, spans: [[start, end]] }),
    ),
  ];
  const { named, unknown } = listedSkills(linesOf("skills"));
  for (const lines of [linesOf("skills"), linesOf("certificates"), linesOf("unheaded")])
    tags.readLines(lines);
  for (const { slug, start, end } of named) tags.add(slug as string, [[start, end]]);
  const jobs = evidence.filter(({ kind }) => kind === "job");
  const years = yearsOf(jobs, now);
  const education = studiesOf(linesOf("education"), now);
  return {
    name: said(person.name),
    email: said(person.email),
    headline: said(person.headline),
    years: years === null ? null : { value: years, spans: jobs.flatMap(({ spans }) => spans.slice(-1)) },
    degree: highest(education),
    education,
    evidence,
    skills: withYears(tags.skills(), jobs, now),
    responsibilities: tags.responsibilities(),
    otherSkills: unknown,
  };
}

/** Each skill with the years of the jobs that show it, in tenths; none where no dated job does. */
export function withYears<S extends { slug: string; years?: number }>(
  skills: readonly S[],
  jobs: readonly EvidenceReading[],
  now: Date,
): S[] {
  return skills.map((skill) => {
    const years =
      skill.years ??
      yearsOf(
        jobs.filter((job) => job.skills.includes(skill.slug)),
        now,
      );
    return years === null ? skill : { ...skill, years };
  });
}

const said = (part: Part | null): Said<string> | null =>
  part && { value: part.text, spans: [[part.start, part.end]] };

/** The degree of the highest rank among studies, the first of several. */
export function highest(education: readonly StudyReading[]): Said<{ level: Degree; field: string }> | null {
  const rank = ({ level }: StudyReading) => (level ? degrees.indexOf(level) : -1);
  const [top] = [...education].sort((a, b) => rank(b) - rank(a));
  return top?.level ? { value: { level: top.level, field: top.field }, spans: top.spans } : null;
}

/** A piece of evidence that says no more than is given. */
export function piece(given: Partial<EvidenceReading> & Pick<EvidenceReading, "kind">): EvidenceReading {
  return {
    title: "",
    organisation: "",
    text: "",
    url: "",
    started: null,
    ended: null,
    skills: [],
    responsibilities: [],
    spans: [],
    ...given,
  };
}

const spansOf = (...parts: (Part | null)[]): Spans =>
  parts.flatMap((part): Spans => (part && part.end > part.start ? [[part.start, part.end]] : []));

function jobsOf(lines: ResumeLine[], tags: Tags): EvidenceReading[] {
  const entries = entriesOf(lines, { areDated: true, names: 2 });
  const heads = jobHeads(entries);
  return entries.flatMap((entry, at) => {
    const { title, organisation } = elementAt(heads, at);
    if (!title && !organisation) return [];
    const body = entry.body.filter((line, index) => index > 0 || line.isBullet || !isPlace(line.text));
    return [
      piece({
        kind: "job",
        title: title?.text ?? "",
        organisation: organisation?.text ?? "",
        text: bodyText(body),
        ...entry.period,
        ...told(tags, [title], body),
        spans: spansOf(title, organisation, entry.periodAt),
      }),
    ];
  });
}

function projectsOf(sections: readonly Section[], tags: Tags): EvidenceReading[] {
  return sections
    .filter(({ kind }) => kind === "projects")
    .flatMap(({ lines }) => entriesOf(lines, { areDated: false, names: 1 }))
    .flatMap((entry) => named(entry, "project", tags));
}

function publicationsOf(lines: ResumeLine[], tags: Tags): EvidenceReading[] {
  return entriesOf(lines, { areDated: false, names: 1 }).flatMap((entry) =>
    named(entry, "publication", tags),
  );
}

/** The single date of a project is both its beginning and its end. What stands behind its name tells of it. */
function named(entry: Entry, kind: "project" | "publication", tags: Tags): EvidenceReading[] {
  const [link] = linksOf([...entry.head.flat(), ...entry.body]);
  const [title, ...others] = entry.head
    .flat()
    .filter(({ text }) => !isPlace(text) && withoutLinks(text) !== "");
  if (!title) return [];
  const { started = null, ended = null } = entry.period ?? {};
  const text = [others.map((part) => withoutLinks(part.text)).join(" · "), bodyText(entry.body)];
  return [
    piece({
      kind,
      title: withoutLinks(title.text),
      text: text.filter((part) => part !== "").join("\n"),
      url: link?.url ?? "",
      started: kind === "project" ? (started ?? ended) : started,
      ended,
      ...told(tags, [title, ...others], entry.body),
      spans: spansOf(title, entry.periodAt),
    }),
  ];
}

function summaryOf(lines: ResumeLine[], tags: Tags): EvidenceReading[] {
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) return [];
  const text = bodyText(lines);
  return [
    piece({
      kind: "text",
      title: "Summary",
      text,
      ...told(tags, [], lines),
      spans: [[first.start, last.end]],
    }),
  ];
}

/** Lines in which a study says whether it was finished. */
const linesOfHead = 3;

const saidOf = ({ lines, period }: Entry) => ({
  words: lines
    .slice(0, linesOfHead)
    .map(({ text }) => text)
    .join("\n"),
  ended: period?.ended ?? null,
  goesOn: period !== null && period.started !== null && period.ended === null,
});

/** What was not finished, or is under way, is a study without the rank of its degree. */
function studiesOf(lines: ResumeLine[], now: Date): StudyReading[] {
  // Degree, field and school may stand on a line each.
  const entries = studyParts(lines).flatMap((part) => entriesOf(part, { areDated: false, names: 3 }));
  return entries.flatMap((entry) => {
    const { level, degree, field, school } = studyOf(entry);
    if (!degree && !school) return [];
    return [
      {
        level: isUnfinished(saidOf(entry), now) ? null : level,
        degree: degree?.text ?? "",
        field: field?.text ?? "",
        school: school?.text ?? "",
        started: entry.period?.started ?? null,
        ended: entry.period?.ended ?? null,
        spans: spansOf(degree, field, school, entry.periodAt),
      },
    ];
  });
}

function listedSkills(lines: ResumeLine[]) {
  const items = namedSkills(lines);
  const unknown = new Map<string, Said<string>>();
  for (const { slug, text, start, end } of items)
    if (slug === null && !unknown.has(text)) unknown.set(text, { value: text, spans: [[start, end]] });
  return { named: items.filter(({ slug }) => slug !== null), unknown: [...unknown.values()].slice(0, 100) };
}
