import { skillEntry } from "@/lib/taxonomy/catalogue";
import type { Degree, Employment, Period, Workplace } from "@/lib/taxonomy/terms";
import { niceSectionsOf } from "./clauses";
import { companyOf } from "./company";
import { findDegree } from "./degree";
import { employmentsOf } from "./employment";
import { findExperience } from "./experience";
import { tellingOf } from "./idle";
import { findPlaces } from "./places";
import { type RealityReading, readReality } from "./reality";
import { type ResponsibilityReading, readResponsibilities } from "./responsibilities";
import { findSalary } from "./salary";
import { readSkills, type SkillReading } from "./skills";
import { readable } from "./text";
import { timeZonesOf } from "./time-zones";
import { type Seniority, seniorityOf, titlesOf } from "./title";
import { findWorkplace } from "./workplace";

/** [start, end) positions in the text as it was given: the places that prove a tag. */
export type Spans = [number, number][];

/** All that a posting's text says in tags. What it does not say is null or empty. */
export type PostingReading = {
  title: { text: string; spans: Spans } | null;
  company: { name: string; spans: Spans } | null;
  skills: SkillReading[];
  responsibilities: ResponsibilityReading[];
  degree: { level: Degree; field: string | null; equalExperience: boolean; spans: Spans } | null;
  experience: { min: number | null; max: number | null; spans: Spans } | null;
  /** Base pay in units of the currency. */
  salary: { min: number; max: number; currency: string; period: Period; spans: Spans } | null;
  workplace: { value: Workplace; spans: Spans } | null;
  /** A country alone where no city is known. */
  places: { city: string | null; country: string; spans: Spans }[];
  hiringCountries: { country: string; spans: Spans }[];
  /** Names that stand among the limits of remote work, and that we do not know. */
  unknownLimits: { name: string; spans: Spans }[];
  /** Hours from UTC. */
  timeZones: { from: number; to: number; spans: Spans }[];
  employment: { value: Employment; spans: Spans }[];
  seniority: { value: Seniority; spans: Spans } | null;
  reality: Proven<RealityReading> & { datastores: { slugs: string[]; spans: Spans } | null };
};

/** The same facts with spans in the place of their position. */
type Proven<Reading> = {
  [Fact in keyof Reading]: (Omit<NonNullable<Reading[Fact]>, "start" | "end"> & { spans: Spans }) | null;
};

/**
 * Compiles and collects what reading needs, which the first two texts of a process would wait for: seconds, on a slow machine. The process that
 * reads for the site calls it.
 * @public
 */
export function warmUp(): void {
  for (const pay of [60, 70])
    readPosting(
      `Senior Go Developer | Remote (Germany) | €${pay},000\nYou build APIs with Kafka. 3 years, a BSc.`,
    );
}

/**
 * Reads a posting (plain text, HTML or Markdown) into tags, each with the place in the text that proves it. One who seeks work is no
 * posting, and has no tags. Pure, the same for the same text, in time in proportion to its length.
 */
export function readPosting(source: string): PostingReading {
  const read = readable(source);
  const { text, sourceSpan } = read;
  if (isJobSeeker(text)) return nothing;
  const proof = ({ start, end }: { start: number; end: number }): Spans => [sourceSpan(start, end)];
  const tag = <T extends { start: number; end: number }>(found: T | null) => {
    if (!found) return null;
    const { start, end, ...value } = found;
    return { ...value, spans: proof(found) };
  };
  const telling = tellingOf(text);
  const isNice = niceSectionsOf(text);
  const titles = titlesOf(text);
  const [title = null] = titles;
  const workplace = findWorkplace(text);
  const seniority = seniorityOf(titles);
  const { places, hiringCountries, unknownLimits } = findPlaces(text, workplace);
  const skills = readSkills(read, telling);
  const reality = readReality(text);
  return {
    title: tag(title),
    company: tag(companyOf(text)),
    skills,
    responsibilities: readResponsibilities(read, telling),
    degree: tag(findDegree(text, isNice)),
    experience: tag(findExperience(text, isNice)),
    salary: tag(
      findSalary(
        text,
        [...places, ...hiringCountries].map(({ country }) => country),
      ),
    ),
    workplace: workplace && { value: workplace.workplace, spans: proof(workplace) },
    places: places.map(({ city, country, ...at }) => ({ city, country, spans: proof(at) })),
    hiringCountries: hiringCountries.map(({ country, ...at }) => ({ country, spans: proof(at) })),
    unknownLimits: unknownLimits.map(({ name, ...at }) => ({ name, spans: proof(at) })),
    timeZones: timeZonesOf(text).map(({ from, to, ...at }) => ({ from, to, spans: proof(at) })),
    employment: employmentsOf(text).map(({ employment, ...at }) => ({ value: employment, spans: proof(at) })),
    seniority: seniority && { value: seniority.seniority, spans: proof(seniority) },
    reality: {
      onCall: tag(reality.onCall),
      takeHome: tag(reality.takeHome),
      deploysPerWeek: tag(reality.deploysPerWeek),
      requestsPerSecond: tag(reality.requestsPerSecond),
      interviewStages: tag(reality.interviewStages),
      interviewHours: tag(reality.interviewHours),
      teamSize: tag(reality.teamSize),
      datastores: datastoresOf(skills),
    },
  };
}

/** The databases that are asked for, which are those that the job works with. */
function datastoresOf(skills: readonly SkillReading[]): PostingReading["reality"]["datastores"] {
  const asked = skills.filter(({ slug, must }) => must && isDatastore(slug));
  return asked.length > 0
    ? { slugs: asked.map(({ slug }) => slug), spans: asked.flatMap(({ spans }) => spans.slice(0, 1)) }
    : null;
}

const isDatastore = (slug: string) => skillEntry(slug)?.category === "database" && !holdNothing.has(slug);

/** Of the category "database": kinds of store, languages and tools, which hold no data themselves. */
const holdNothing = new Set(
  "sql nosql relational-databases graph-databases vector-databases olap oltp t-sql pl-sql pl-pgsql ssis ssrs ssas pgbouncer cypher gremlin sparql rdf trino presto dremio hasura faiss ehcache caffeine varnish".split(
    " ",
  ),
);

const nothing: PostingReading = {
  title: null,
  company: null,
  skills: [],
  responsibilities: [],
  degree: null,
  experience: null,
  salary: null,
  workplace: null,
  places: [],
  hiringCountries: [],
  unknownLimits: [],
  timeZones: [],
  employment: [],
  seniority: null,
  reality: {
    onCall: null,
    takeHome: null,
    deploysPerWeek: null,
    requestsPerSecond: null,
    interviewStages: null,
    interviewHours: null,
    teamSize: null,
    datastores: null,
  },
};

const seeking =
  /\bI(?:['’]m| am) an? [^.\n]{0,80}\b(?:looking|searching|open|available|seeking)(?: \w+)? (?:for|to) (?:(?:an?|my|new|next|another|remote|full[- ]time|part[- ]time|contract) ){0,3}(?:jobs?|work|opportunit\w+|roles?|positions?|projects?|gigs?)\b|\bI(?:['’]m| am) writing to apply\b|^\s*(?:betreff:\s*)?bewerbung (?:als|um|für)\b|^\s*candidature (?:au poste|pour|spontanée)\b|^\s*(?:\[?\(?)(?:seeking (?:work|freelanc\w+|a job|employment|opportunit\w+)|for hire|available for (?:work|hire)|who wants to be hired|looking for (?:work|a job))\b|\bI(?:['’]m| am)(?: currently| actively| now)? (?:looking|searching|open|available|seeking)(?: \w+)? (?:for|to) (?:(?!(?:to|for|who|that|people|someone|somebody|developers?|engineers?|programmers?)\b)[\w.+#-]+ ){0,5}?(?:jobs?|work|opportunit\w+|roles?|positions?|next|projects?|gigs?)\b|\bwilling to relocate\s*:|\b(?:please )?(?:consider|review) my (?:profile|resume|résumé|cv)\b|\bhire me\b|^\s*(?:subject:\s*)?(?:job )?application (?:as|for)\b|\bI(?:['’]m| am)(?: \w+)? applying (?:for|as|to)\b|\bI would like to apply\b|\bdear hiring (?:manager|team)\b/iu;
/** An employer may say "I'm looking for" too, but not of work for themselves; and tells of an "our" or "we're hiring". */
const hiring =
  /\b(?:we(?:['’]re| are) (?:hiring|looking|seeking)|join us|our (?:team|company|stack)|apply (?:here|at|now))\b/iu;

/** Whether a readable text is of one who seeks work, and so no posting. */
export const isJobSeeker = (text: string) =>
  seeking.test(text.slice(0, 3_000)) && !hiring.test(text.slice(0, 3_000));
