import type { Spans } from "@/lib/reading/posting";
import { dateFrom, isNow, yearsOf } from "@/lib/reading/resume/dates";
import { isUnfinished, levelOf } from "@/lib/reading/resume/education";
import type { Part } from "@/lib/reading/resume/lines";
import { nameOfSite } from "@/lib/reading/resume/person";
import {
  type EvidenceReading,
  highest,
  piece,
  type ResumeReading,
  type StudyReading,
  withYears,
} from "@/lib/reading/resume/resume";
import { tagReader, told } from "@/lib/reading/resume/tags";
import { resolveSkill } from "@/lib/taxonomy/catalogue";
import { webAddress } from "@/lib/web-address";
import type { JsonResume } from "./schema";

/**
 * What a JSON Resume says, with a text of it that has a place for each thing. Read are name, label, e-mail, summary, addresses, work,
 * projects, publications, education and skills; the rest of the standard is nothing that a profile here holds.
 */
export function readJsonResume(json: JsonResume, now: Date): { text: string; reading: ResumeReading } {
  const sheet = new Sheet();
  const { basics = {} } = json;
  const name = sheet.line(basics.name);
  const headline = sheet.line(basics.label);
  const email = sheet.line(basics.email);
  const links = linksOf(basics, sheet);
  const drafts = [
    ...summaryOf(basics.summary, sheet),
    ...(json.work ?? []).flatMap((job) =>
      entryOf("job", sheet, json.work?.[0] === job ? "Work" : "", {
        title: job.position,
        organisation: job.name,
        url: job.url,
        period: [job.startDate, job.endDate],
        text: composed(job.summary, job.highlights),
      }),
    ),
    ...(json.projects ?? []).flatMap((project) =>
      entryOf(
        project.type === "text" ? "text" : "project",
        sheet,
        json.projects?.[0] === project ? "Projects" : "",
        {
          title: project.name,
          organisation: project.entity,
          url: project.url,
          period: [project.startDate, project.endDate],
          text: composed(project.description, project.highlights),
          keywords: project.keywords,
        },
      ),
    ),
    ...(json.publications ?? []).flatMap((work) =>
      entryOf("publication", sheet, json.publications?.[0] === work ? "Publications" : "", {
        title: work.name,
        organisation: work.publisher,
        url: work.url,
        period: [undefined, work.releaseDate],
        text: work.summary?.trim() ?? "",
      }),
    ),
  ];
  const education = studiesOf(json, sheet, now);
  const skills = skillsOf(json, sheet);
  const tags = tagReader(sheet.text);
  if (headline) tags.read(headline.start, headline.end);
  const evidence = [
    ...drafts.map(({ draft, names, body, keywords }) => {
      const { skills: read, responsibilities } = told(tags, names, body);
      for (const { slug, part } of keywords) tags.add(slug, spansOf(part));
      return {
        ...draft,
        skills: [...new Set([...read, ...keywords.map(({ slug }) => slug)])],
        responsibilities,
      };
    }),
    ...links,
  ];
  for (const { slug, part } of skills) if (slug) tags.add(slug, spansOf(part));
  const yearsBySlug = new Map(
    skills.flatMap(({ slug, years }) => (slug && years !== undefined ? [[slug, years]] : [])),
  );
  const jobs = evidence.filter(({ kind }) => kind === "job");
  const years = yearsOf(jobs, now);
  const unknown = skills.filter(({ slug }) => slug === null);
  return {
    text: sheet.text,
    reading: {
      name: said(name),
      email: said(email),
      headline: said(headline),
      years: years === null ? null : { value: years, spans: jobs.flatMap(({ spans }) => spans.slice(-1)) },
      degree: highest(education),
      education,
      evidence,
      skills: withYears(
        tags.skills().map((skill) => ({ ...skill, years: yearsBySlug.get(skill.slug) })),
        jobs,
        now,
      ),
      responsibilities: tags.responsibilities(),
      otherSkills: [
        ...new Map(
          unknown.map(({ part }) => [part.text, { value: part.text, spans: spansOf(part) }]),
        ).values(),
      ],
    },
  };
}

/** A text that is written line by line, and says where each thing in it stands. */
class Sheet {
  text = "";

  line(words: string | undefined): Part | null {
    const clean = words?.trim();
    if (!clean) return null;
    if (this.text !== "") this.text += "\n";
    return this.put(clean);
  }

  /** On the same line, behind a sign that parts it from what is before. */
  beside(sign: string, words: string | undefined): Part | null {
    const clean = words?.trim();
    if (!clean) return null;
    if (this.text !== "" && !this.text.endsWith("\n")) this.text += sign;
    return this.put(clean);
  }

  heading(words: string) {
    this.text += `${this.text === "" ? "" : "\n\n"}${words}`;
  }

  gap() {
    if (this.text !== "") this.text += "\n";
  }

  private put(words: string): Part {
    const start = this.text.length;
    this.text += words;
    return { text: words, start, end: this.text.length };
  }
}

const spansOf = (...parts: (Part | null)[]): Spans =>
  parts.flatMap((part): Spans => (part ? [[part.start, part.end]] : []));
const said = (part: Part | null) => part && { value: part.text, spans: spansOf(part) };

/** A text and its highlights as one: each highlight a line that begins with "- ". */
const composed = (text: string | undefined, highlights: string[] = []) =>
  [text?.trim() ?? "", ...highlights.map((one) => `- ${one.trim().replace(/\s*\n\s*/g, " ")}`)]
    .filter((line) => line !== "" && line !== "- ")
    .join("\n");

type Draft = {
  draft: EvidenceReading;
  names: (Part | null)[];
  body: Part[];
  keywords: { slug: string; part: Part }[];
};

function summaryOf(summary: string | undefined, sheet: Sheet): Draft[] {
  if (!summary?.trim()) return [];
  sheet.heading("Summary");
  const part = sheet.line(summary) as Part;
  const draft = piece({ kind: "text", title: "Summary", text: part.text, spans: spansOf(part) });
  return [{ draft, names: [], body: [part], keywords: [] }];
}

type Given = {
  title: string | undefined;
  organisation: string | undefined;
  url: string | undefined;
  period: [string | undefined, string | undefined];
  text: string;
  keywords?: string[];
};

function entryOf(kind: EvidenceReading["kind"], sheet: Sheet, heading: string, given: Given): Draft[] {
  if (!given.title?.trim() && !given.organisation?.trim()) return [];
  if (heading) sheet.heading(heading);
  sheet.gap();
  const title = sheet.line(given.title);
  const organisation = title ? sheet.beside(", ", given.organisation) : sheet.line(given.organisation);
  const [started, ended] = given.period;
  const dates =
    kind === "publication"
      ? (ended ?? "")
      : started || ended
        ? `${started ?? ""} – ${ended || "present"}`
        : "";
  const when = sheet.beside("   ", dates);
  const body = sheet.line(given.text);
  const link = sheet.line(webAddress(given.url) ?? undefined);
  const keywords = (given.keywords ?? []).flatMap((word, at) => {
    const part = at === 0 ? sheet.line(word) : sheet.beside(", ", word);
    const slug = resolveSkill(word);
    return part && slug ? [{ slug, part }] : [];
  });
  const draft = piece({
    kind,
    title: title?.text ?? "",
    organisation: organisation?.text ?? "",
    text: body?.text ?? "",
    url: link?.text ?? "",
    started: dateFrom(started ?? ""),
    ended: dateFrom(ended ?? "", "end"),
    spans: spansOf(title, organisation, when),
  });
  return [{ draft, names: [title], body: body ? [body] : [], keywords }];
}

function linksOf(basics: NonNullable<JsonResume["basics"]>, sheet: Sheet): EvidenceReading[] {
  const own = { network: undefined, url: basics.url, summary: undefined };
  return [own, ...(basics.profiles ?? [])].flatMap(({ network, url, summary }) => {
    const address = webAddress(url);
    if (!address) return [];
    const part = sheet.line(address) as Part;
    const title = network?.trim() || nameOfSite(new URL(address));
    return [piece({ kind: "link", title, url: address, text: summary?.trim() ?? "", spans: spansOf(part) })];
  });
}

function studiesOf(json: JsonResume, sheet: Sheet, now: Date): StudyReading[] {
  return (json.education ?? []).flatMap((study, at) => {
    if (!study.studyType?.trim() && !study.institution?.trim()) return [];
    if (at === 0) sheet.heading("Education");
    sheet.gap();
    const ended = dateFrom(study.endDate ?? "", "end");
    const degree = sheet.line(study.studyType);
    const field = degree ? sheet.beside(", ", study.area) : sheet.line(study.area);
    const school = degree || field ? sheet.beside(", ", study.institution) : sheet.line(study.institution);
    const when = sheet.beside("   ", [study.startDate, study.endDate].filter(Boolean).join(" – "));
    return [
      {
        level: isUnfinished({ words: study.studyType ?? "", ended, goesOn: isNow(study.endDate ?? "") }, now)
          ? null
          : levelOf(study.studyType ?? ""),
        degree: degree?.text ?? "",
        field: field?.text ?? "",
        school: school?.text ?? "",
        started: dateFrom(study.startDate ?? ""),
        ended,
        spans: spansOf(degree, field, school, when),
      },
    ];
  });
}

function skillsOf(json: JsonResume, sheet: Sheet) {
  return (json.skills ?? []).flatMap(({ name, keywords = [], years }, at) => {
    if (at === 0) sheet.heading("Skills");
    const label = sheet.line(name);
    const words = keywords.flatMap(
      (word, index) => sheet.beside(index === 0 && label ? ": " : ", ", word) ?? [],
    );
    const of = (part: Part) => ({ part, slug: resolveSkill(part.text) });
    // A name over a list is a label, unless it is a skill itself.
    const named = label
      ? [{ ...of(label), years }].filter(({ slug }) => slug !== null || words.length === 0)
      : [];
    return [...named, ...words.map((part) => ({ ...of(part), years: undefined }))];
  });
}
