import { elementAt } from "@/lib/present";
import { skillsImpliedBy } from "@/lib/taxonomy/catalogue";
import type { Clause } from "./clauses";
import {
  type Candidate,
  hasCue,
  isAdvertiser,
  isEmployer,
  isHomonym,
  isInFileName,
  isLikeness,
  isLinked,
  isListItem,
  isPartOfAnother,
  isProfile,
  isTeaching,
} from "./evidence";
import { idleWalk, isOfCompany, type Telling, tellingOf } from "./idle";
import { type Name, type NameAt, namesAt } from "./names";
import { spanWalk } from "./spans";
import { type ReadableText, readable } from "./text";
import { person } from "./title";
import { type Word, wordsOf } from "./words";

/*
 * The reader turns text into tags with the place in the text that proves each. Everything it reads goes the same way:
 * `text.ts` turns text, HTML or Markdown into what a person sees, with the way back to the source; `words.ts` finds the words;
 * `clauses.ts` says of each clause whether it demands or wishes; `idle.ts`, which sentences speak of others than the job. A kind of tag has one file with one exported function, as
 * this one for skills, which uses the names of the taxonomy (`names.ts`) and the words around them (`evidence.ts`).
 * All of it is pure, keeps no state, and takes time in proportion to the text.
 */

/** A skill that a text names. `must` unless every place that names it says it is only nice to have. */
export type SkillReading = { slug: string; must: boolean; spans: [number, number][] };

/**
 * The skills that a text (plain, HTML or Markdown) names, in the order of their first mention. `spans` are [start, end) positions
 * in the text as it was given, in order. `telling` is what `tellingOf` says of the readable text, where that is known already. A name with an everyday meaning counts only with evidence around it; a negated one
 * ("no PHP") not at all; nothing is guessed. Takes time in proportion to the text's length.
 */
export function readSkills(source: string | ReadableText, telling?: Telling): SkillReading[] {
  const { text, sourceSpan } = typeof source === "string" ? readable(source) : source;
  const { clauses, told } = telling ?? tellingOf(text);
  const candidates = candidatesIn(text, told);
  const found = withEvidence(text, candidates);
  const [first] = candidates;
  const advertiser = first && isAdvertiser(text, first) ? first.name.skill.slug : null;
  const readings = new Map<string, SkillReading>();
  for (const { slug, start, end, must } of judged(text, found, clauses)) {
    if (slug === advertiser) continue;
    const reading = readings.get(slug) ?? { slug, must: false, spans: [] };
    readings.set(slug, reading);
    reading.must ||= must;
    reading.spans.push(sourceSpan(start, end));
  }
  return [...readings.values()];
}

/** With what its name says by the way: the cloud in "AWS Lambda", the language in "SQL tuning", the framework in "Spring Boot". */
type Found = Candidate & { within?: { slug: string; end: number }; isLoose: boolean };
/** Names next to each other in one list. */
type Run = Found[];

function candidatesIn(text: string, told: Telling["told"]): Found[] {
  const words = wordsOf(text);
  const isIdleAt = idleWalk(told);
  const candidates: Found[] = [];
  for (let first = 0; first < words.length; first++) {
    const start = words[first]?.start ?? 0;
    const names = namesAt(text, words, first);
    for (const { name, last } of names) {
      const candidate: Found = { name, start, end: words[last]?.end ?? start, isLoose: false };
      const spelled = spelling(text, candidate);
      if (!spelled || isInFileName(text, candidate)) continue;
      if (isIdleAt(start) || isProfile(text, candidate)) continue;
      if (isEmployer(text, candidate) || isHomonym(text, candidate) || isLikeness(text, candidate)) continue;
      candidate.isLoose = spelled === "loose";
      if (names.length > 1) candidate.within = saidWithin(name, last, names, words);
      candidates.push(candidate);
      first = last;
      break;
    }
  }
  return candidates;
}

function saidWithin({ skill: whole }: Name, last: number, names: NameAt[], words: Word[]): Found["within"] {
  const shorter = names.find(({ name, last: end }) => {
    if (end >= last) return false;
    const isImplied = skillsImpliedBy([whole.slug]).has(name.skill.slug);
    const isFamily = name.skill.category === "framework" && whole.category === "framework";
    if (isFamily) return isImplied;
    if (name.reading !== "any" && name.reading !== "case") return false;
    if (whole.kind !== "technology") return name.skill.kind === "technology";
    return name.skill.category === "cloud" && isImplied;
  });
  return shorter && { slug: shorter.name.skill.slug, end: words[shorter.last]?.end ?? 0 };
}

/**
 * Whether a name stands there in a spelling that may mean the skill, and if so, whether loosely: in small letters where the name has
 * capitals and an everyday meaning, which only a list of technologies proves.
 */
function spelling(text: string, candidate: Candidate): "exact" | "loose" | null {
  const { reading, spelling } = candidate.name;
  if (reading === "none") return null;
  if (reading === "any") return "exact";
  if (reading === "asked") return isPartOfAnother(text, candidate) ? null : "exact";
  const written = text.slice(candidate.start, candidate.end);
  const [letters, wanted] =
    written === spelling ? [spelling, spelling] : [lettersOf(written), lettersOf(spelling)];
  if (letters === wanted) return reading === "case" || !isPartOfAnother(text, candidate) ? "exact" : null;
  if (reading === "case" && wanted.length > 2 && letters === wanted.toUpperCase()) return "exact";
  return letters === wanted.toLowerCase() && isListItem(text, candidate) ? "loose" : null;
}

const lettersOf = (name: string) => name.replace(/[^\p{L}\p{N}+#]/gu, "");

/** A name that needs no evidence. */
const isFirm = ({ name, isLoose }: Found) => !isLoose && (name.reading === "any" || name.reading === "case");
const isFirmTechnology = (found: Found) => isFirm(found) && found.name.skill.kind === "technology";
/** So many everyday words in one list, each spelled as a technology, are a list of technologies. */
const enoughWeak = 3;
/** In a longer list the words around the first names speak for all. */
const cuesTried = 8;

function withEvidence(text: string, candidates: Found[]): Run[] {
  return runsOf(text, candidates)
    .map((run) => {
      if (run.every(isFirm)) return run;
      const weak = run.filter(({ name, isLoose }) => name.reading === "context" && !isLoose);
      const isListed =
        run.some(isFirmTechnology) || new Set(weak.map(({ name }) => name.skill)).size >= enoughWeak;
      const isAsked =
        isListed || run.slice(0, cuesTried).some((one) => !isFirm(one) && !one.isLoose && hasCue(text, one));
      const hasFirm = run.some(isFirm);
      return run.filter((one) => isFirm(one) || isAsked || (one.name.reading === "asked" && hasFirm));
    })
    .filter((run) => run.length > 0);
}

function runsOf(text: string, candidates: Found[]): Run[] {
  const runs: Run[] = [];
  let previous: Found | undefined;
  for (const candidate of candidates) {
    if (previous && isLinked(text, previous, candidate)) runs.at(-1)?.push(candidate);
    else runs.push([candidate]);
    previous = candidate;
  }
  return runs;
}

type Judged = { slug: string; start: number; end: number; must: boolean };

function* judged(text: string, runs: Run[], clauses: readonly Clause[]): Generator<Judged> {
  const clauseAt = spanWalk(clauses);
  for (const run of runs) {
    const denied = denial(text, run);
    for (const [index, { name, start, end, within }] of run.entries()) {
      const clause = clauseAt(start);
      // A title names a role, and asks for no practice.
      const isPractice = name.skill.kind !== "technology";
      if (isPractice && clause && (clause.isHeadline || isOfCompany(text, clause.start, start))) continue;
      if (isPractice && (isTitleOrPitch(text, { name, start, end }) || isOfWorld(text, clause, start, end)))
        continue;
      const isLoneIdea = name.skill.kind === "concept" && run.length === 1;
      if (isLoneIdea && clause && !isOfWork(text, clause, start, end)) continue;
      if (denied && index < denied.count && denied.isFinal) continue;
      const must = !(denied && index < denied.count) && !isNice(text, clause, run, start);
      if (within) yield { slug: within.slug, start, end: within.end, must };
      yield { slug: name.skill.slug, start, end, must };
    }
  }
}

/** "Machine Learning Researcher", "Distributed Systems Software Engineer" */
const inTitle =
  /^[^\S\n](?:& )?(?:\p{Lu}[\p{L}-]+ ){0,2}(?:Engineers?|Developers?|Researchers?|Architects?|Scientists?|Managers?|Leads?)\b/u;
/** Where a line that begins with a title goes on with something else. */
const behindTitle = /[:|]|\s[-–—]\s?[$€£]|\([$€£]|https?:/u;
/** Characters and words of the longest title. */
const [longestTitle, mostTitleWords] = [90, 12];

/** "Software Engineer – ML Ops (Platform)": a line, or the beginning of one, that is nothing but the title of a job. */
function isTitleLine(text: string, start: number): boolean {
  const reached = Math.max(0, start - longestTitle);
  const from = reached + text.slice(reached, start).lastIndexOf("\n") + 1;
  const [line = ""] = text
    .slice(from, from + 2 * longestTitle)
    .replace(/^[\s\-*•#·–\d.)]{1,8}/u, (mark) => " ".repeat(mark.length))
    .split("\n", 1);
  const [title = ""] = line.split(behindTitle, 1);
  return (
    start - from < title.length &&
    title.trim().length <= longestTitle &&
    title.trim().split(/\s+/).length <= mostTitleWords &&
    (person.test(title) || /\bmembers? of (?:the )?technical staff\b/iu.test(title)) &&
    // Words of a sentence have no capitals.
    !/(?:^|\s)\p{Ll}{4,}/u.test(title)
  );
}

/** "An ML/AI Engineer", "our LLM-powered platform": a practice in the name of a role or of a product. */
function isTitleOrPitch(text: string, candidate: Candidate): boolean {
  const { start, end } = candidate;
  const after = text.slice(end, end + 40);
  if (isTeaching(candidate)) return false;
  return (
    (/^(?!(?:lead|leading|manage|managing|mentor|mentoring) ).*\b(?:engineers?|developers?|leads?)$/isu.test(
      text.slice(start, end),
    ) &&
      !/\b(?:as|be|become|being) (?:the|an?|our) $/iu.test(text.slice(Math.max(0, start - 16), start))) ||
    /^(?:\/\p{L}+)?[^\S\n](?:engineers?|developers?|leads?|roles?|positions?|architects?|interns?)\b/iu.test(
      after,
    ) ||
    inTitle.test(after) ||
    isTitleLine(text, start) ||
    fieldOfRole.test(text.slice(Math.max(0, start - 24), start)) ||
    isRoleName(text.slice(start, end), text.slice(Math.max(0, start - 40), start), after) ||
    isLinkText(text, start, end) ||
    // "System design interview": a stage on the way to the job.
    /^[^\S\n](?:interviews?|rounds?|exercises?|challenges?(?= (?:with|and|or|at))|screens?|screening)\b/iu.test(
      after,
    ) ||
    (/^[- ](?:powered|driven|enabled)\b/iu.test(after) &&
      !/\byou\b[^.;\n]{0,60}$|(?:^|\n)[^\S\n]*[-*•][^\S\n]*(?:build|ship|design|develop|create|own|deliver|launch)(?:ing)? (?:\p{L}+ ){0,2}$/iu.test(
        text.slice(Math.max(0, start - 80), start),
      ))
  );
}

/** "Role Engineering, Backend Experience 3+ years": the fields of a form without its lines. */
const fieldOfRole = /\bRole:? \p{Lu}\p{L}+, $/u;

/** "Two SREs", "a pure DevOps person", "Agentic AI (2 roles)", "roles across data, DevOps": names of roles. */
function isRoleName(written: string, before: string, after: string): boolean {
  if (
    /^sre$/iu.test(written) &&
    !/^ (?:practices|principles|experience|mindset|culture|skills|background|work|best)\b/iu.test(after)
  )
    return !/\b(?:in|with|of|on|for|do|doing) $|\b(?:years|experience|background|in)\b[^.;:\n|]{0,30}(?:,|\bor|\band) $/iu.test(
      before,
    );
  return (
    /^ (?:eng|engg?\.?|designers?|experts?|specialists?|person)\b/iu.test(after) ||
    /^ \(\d{1,3} (?:roles?|positions?|openings?)\)/iu.test(after) ||
    /\b(?:roles|positions|openings|hiring|disciplines)(?: \p{L}+){0,2} across\b[^.:;\n]*$/iu.test(before)
  );
}

/** "LLMs in the wild: https://…": the title of what a line leads to. */
function isLinkText(text: string, start: number, end: number): boolean {
  const reached = Math.max(0, start - longestTitle);
  const before = text.slice(reached, start);
  const from = before.lastIndexOf("\n") + 1;
  return (
    (from > 0 || reached === 0) &&
    /^[^\n:;.]{0,60}:\s?https?:\S+[^\S\n]*(?:\n|$)/u.test(text.slice(end, end + 200)) &&
    !ofWork.test(before.slice(from))
  );
}

/** "Web scraping has not changed in decades": a sentence about the thing, unless it says that it is asked for. */
const asSubject =
  /^s? (?:(?:is|are|was|were|has|have|had|hasn['’]t|haven['’]t|used to|will|goes?|comes?|makes?|takes?|turns?)\b)/iu;
const isAskedFor =
  /\b(?:plus|bonus|must|required?|requirement|needed|prefer\p{L}*|help\p{L}*|essential|important|matters?|desir\p{L}+|expected|welcome|daily|key|core|part|valued|useful|ideal|advantage|jobs?|roles?|work|day|week|shared|rotat\p{L}+)\b/iu;
/** "With expertise in machine learning, we build": what the company brings. */
const asMeans = /^\s*(?:With|By|Through|Using|Leveraging|Utili[sz]ing|Combining|Powered by)\b/u;
const usBehind = /^[^.;\n]{0,120}?, (?:we|our|the (?:company|team|platform))\b/u;
/** "The blockchain industry", "the LLM era" */
const ofField =
  /^[- ](?:industry|space|market|sector|company|companies|startups?|world|era|revolution|hype|boom)\b/iu;

/** Whether a practice stands in what is said of the world, its markets or the company's means, and not in what is asked. */
function isOfWorld(text: string, clause: Clause | undefined, start: number, end: number): boolean {
  const after = text.slice(end, end + longestTitle);
  const [sentence = ""] = after.split(/[.;\n]/u, 1);
  const from = clause ? Math.max(clause.start, start - lookedBefore) : start;
  const before = text.slice(from, start);
  return (
    (/^\s*(?:[-*•]\s*)?$/u.test(before) && asSubject.test(after) && !isAskedFor.test(sentence)) ||
    (asMeans.test(before) && usBehind.test(text.slice(end, end + 2 * longestTitle))) ||
    (ofField.test(after) && !/\b(?:experience|background|knowledge|interest)\b/iu.test(before))
  );
}

/** Words of a sentence that speaks of the job, of the one who is sought, or of how people work there. */
const ofWork =
  /\b(?:you|your|you['’]\p{Ll}+|role|job|candidates?|someone|engineers?|developers?|looking for|hiring|seeking|needs?|must|required?|plus|bonus|help us|join|experienced?|expertise|expert|knowledge|understanding|familiar\p{L}*|proficien\p{L}+|skills?|skilled|strong|solid|background|ability|comfortable|passion\p{L}*|interest\p{L}*|excited|love|enjoy|cares?|respons?ib\p{L}+|ideally|stack|tech|tools|toolset|use|using|used|do|doing|conduct|apply|practi[cs]e|value|believe|own|(?:build|design|improve|develop|work|maintain|deploy|automat|creat|contribut|participat|lead|manag|extend|integrat|evolv|operat|implement|scal)(?:e|ing)?)\b/iu;
const listSign = /^\s*(?:[-*•·–]|\d+[.)])/u;
/** Characters of a sentence that are looked at on both sides of an idea, so that a very long one takes no longer. */
const [lookedBefore, lookedBehind] = [200, 60];

/** Whether an idea, such as machine learning, stands in a sentence that speaks of the work, and not of the world or the product. */
function isOfWork(text: string, clause: Clause, start: number, end: number): boolean {
  return (
    clause.isDutySection ||
    start - clause.start <= 2 ||
    listSign.test(text.slice(clause.start, clause.start + 6)) ||
    ofWork.test(text.slice(Math.max(clause.start, start - lookedBefore), start)) ||
    ofWork.test(text.slice(end, Math.min(clause.end, end + lookedBehind)))
  );
}

/** In a clause that demands one thing and wishes for another, the wish is what stands next to the word for it. */
const nextTo = 30;
/** Characters between a bracket and a wish in it. */
const longestBracket = 200;

function isNice(text: string, clause: Clause | undefined, run: Run, start: number): boolean {
  if (!clause) return false;
  if (clause.isNiceSection || isAlternative(text, run)) return true;
  if (clause.wishAt === null) return false;
  // "Small scripts (Python preferred), Docker": the wish is that of the bracket.
  const { wishAt } = clause;
  if (wishAt <= start) return !/^[^()]*\)/.test(text.slice(wishAt, Math.min(start, wishAt + longestBracket)));
  // "Java (required), Ruby (nice to have)": a bracket that is nothing but the wish is of the name before it.
  const { start: lastStart, end: lastEnd } = elementAt(run, -1);
  if (wishAt - lastEnd <= nextTo && /^\s?\((?:is |an? )?$/u.test(text.slice(lastEnd, wishAt)))
    return start === lastStart;
  // "Python (Rust a plus)": the wish is that of the bracket.
  if (/\([^()]*$/.test(text.slice(Math.max(start, wishAt - longestBracket), wishAt))) return false;
  // "Must have Python, ideally also Rust": what is wished for comes behind.
  if (clause.isForward) return false;
  // "Rails, or quick to learn": that is said of Rails alone.
  const isOfNext = clause.isDemanding || /^or\b/i.test(text.slice(wishAt, wishAt + 3));
  if (!isOfNext) return true;
  const { end } = elementAt(run, -1);
  if (wishAt - end > nextTo) return false;
  // "Java is required, Kotlin preferred": the wish is of what stands next to it.
  return !/[,;]\s*\S|\b(?:and|but|while)\b/iu.test(text.slice(end, wishAt));
}

/** "Either Node.js or Java": one of them will do, so none is a must. */
const isAlternative = (text: string, run: Run) => {
  const [first] = run;
  return (
    first !== undefined &&
    run.length > 1 &&
    /\beither (?:\p{Ll}+ ){0,2}$/iu.test(text.slice(Math.max(0, first.start - 30), first.start))
  );
};

const denying =
  /\b(?:no|not|without|never|nor|neither|avoid|don['’]t (?:use|need|want|do)|doesn['’]t use|do not (?:use|need|want)|instead of|rather than)\s+(?:(?:a|an|any|use|using|prior|previous|more|legacy|old)\s+)?$/i;
const harmless = /^[^.;\n]{0,40}?\b(?:required|necessary|needed|expected|mandatory)\b/i;

/** How many names of a run a "no" before it reaches, and whether for good: "no Rust experience required" still names a wish. */
function denial(text: string, run: Run): { count: number; isFinal: boolean } | null {
  const [first] = run;
  if (!first || !denying.test(text.slice(Math.max(0, first.start - 32), first.start))) return null;
  let count = 1;
  for (let index = 1; index < run.length; index++) {
    const [left, right] = [elementAt(run, index - 1), elementAt(run, index)];
    if (/\b(?:or|nor)\b|^\s*\/\s*$/i.test(text.slice(left.end, right.start))) count = index + 1;
  }
  const reached = elementAt(run, count - 1);
  return { count, isFinal: !harmless.test(text.slice(reached.end, reached.end + 60)) };
}
