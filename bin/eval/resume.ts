import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import { extractResume } from "@/lib/profiles/resume/extract";
import { levelOf } from "@/lib/reading/resume/education";
import { type ResumeReading, readResume } from "@/lib/reading/resume/resume";
import { resolveSkill } from "@/lib/taxonomy/catalogue";

/** What a résumé in RenderCV's YAML says; dates are "2018-09", or "present". */
type RenderCv = {
  cv: {
    name: string;
    email?: string;
    sections: {
      experience?: { company: string; position: string; start_date: string; end_date: string }[];
      education?: {
        institution: string;
        area: string;
        degree: string;
        start_date: string;
        end_date: string;
      }[];
      projects?: { name: string; date?: string; start_date?: string; end_date?: string }[];
      skills?: { label: string; details: string }[];
    };
  };
};

/** One kind of fact of a résumé: how many the YAML has, how many were read, which were not, and what was read beside them. */
export type FactScore = { field: string; wanted: number; right: number; missed: string[]; extra: string[] };

/**
 * Scores the reading of a PDF by the YAML that it was made from, which lies beside it. Jobs and studies are compared fact by fact, in their
 * order. Skills are the items of the YAML's part on skills: one counts as read where its slug is among the skills, or, unknown to the
 * taxonomy, its words are among what was named as a skill.
 */
export async function scoreResume(path: string): Promise<FactScore[]> {
  const { cv } = parse(await readFile(path.replace(/\.pdf$/i, ".yaml"), "utf8")) as RenderCv;
  const { resume } = await extractResume(await readFile(path));
  const read = readResume(resume, new Date());
  const { experience = [], education = [], projects = [], skills = [] } = cv.sections;
  const jobs = read.evidence.filter(({ kind }) => kind === "job");
  const made = read.evidence.filter(({ kind }) => kind === "project");
  return [
    compared("name", [cv.name], [read.name?.value ?? ""]),
    compared("e-mail", cv.email ? [cv.email] : [], [read.email?.value ?? ""]),
    compared(
      "company",
      experience.map(({ company }) => company),
      jobs.map(({ organisation }) => organisation),
    ),
    compared(
      "title",
      experience.map(({ position }) => position),
      jobs.map(({ title }) => title),
    ),
    compared("dates of jobs", experience.map(datesOf), jobs.map(periodOf)),
    compared(
      "school",
      education.map(({ institution }) => institution),
      read.education.map(({ school }) => school),
    ),
    compared(
      "degree",
      education.map(({ degree }) => levelOf(degree) ?? degree),
      read.education.map(({ level }) => level ?? ""),
    ),
    compared(
      "field",
      education.map(({ area }) => area),
      read.education.map(({ field }) => field),
    ),
    compared("dates of studies", education.map(datesOf), read.education.map(periodOf)),
    compared(
      "project",
      projects.map(({ name }) => withoutLink(name)),
      made.map(({ title }) => title),
    ),
    skillScore(
      skills.flatMap(({ details }) => details.split(/,\s*/)),
      read,
    ),
  ];
}

function compared(field: string, wanted: string[], got: string[]): FactScore {
  const pairs = wanted.map((value, at) => ({ value, isRight: got[at] === value }));
  return {
    field,
    wanted: wanted.length,
    right: pairs.filter(({ isRight }) => isRight).length,
    missed: pairs.filter(({ isRight }) => !isRight).map(({ value }) => value),
    extra: got.filter((value, at) => value !== "" && wanted[at] !== value),
  };
}

function skillScore(items: string[], read: ResumeReading): FactScore {
  const slugs = new Set(read.skills.map(({ slug }) => slug));
  const named = new Set(read.otherSkills.map(({ value }) => value));
  const isRead = (item: string) => {
    const slug = resolveSkill(item);
    return slug ? slugs.has(slug) : named.has(item);
  };
  return {
    field: "skills",
    wanted: items.length,
    right: items.filter(isRead).length,
    missed: items.filter((item) => !isRead(item)),
    extra: [],
  };
}

const datesOf = ({ start_date: from, end_date: to }: { start_date: string; end_date: string }) =>
  `${from}–${to === "present" ? "" : to}`;
const periodOf = ({ started, ended }: { started: string | null; ended: string | null }) =>
  `${started ?? ""}–${ended ?? ""}`;
const withoutLink = (name: string) => name.replace(/^\[([^\]]*)\]\([^)]*\)$/, "$1");
