import type { Name } from "./names";

/** A name found in a text, [start, end) in readable characters. */
export type Candidate = { name: Name; start: number; end: number };

/** How far around a name its evidence may stand. */
const reach = 48;
/** The same for what somebody does with it, which may be told of several things at once. */
const doingReach = 120;

const asking =
  /\b(?:services|apis|systems|applications|apps|software|backends?|experience[ds]?|expertise|expert|proficien(?:t|cy)|fluen(?:t|cy)|knowledge|understanding|familiar(?:ity)?|skill(?:ed|s)|background|grounding|command|competen(?:t|ce|cy)|comfortable|versed|grasp|exposure|mastery|working|work|works|coding|code|coded|programming|program|developing|developed|development|implemented|written|writing|write|built|build|building|based|running|runs|deployed|years|passion(?:ate)?|knowing|know|languages?)\s+(?:[\p{L}-]{2,14}\s+){0,2}?(?:of|in|with|on|using|for|to|about|as|is|are|like|including|e\.g\.|as:)?\s*[:(]?\s*$/iu;
const asked =
  /\b(?:using|use|uses|used|with|via|leverag(?:e|ing)|stack|tech|technologies|skills|tools?|backend|back-end|frontend|front-end|languages?|frameworks?|databases?|infra|infrastructure|require[ds]?|know)\s*:?\s*$/iu;
const naming =
  /^[ -](?:developers?|engineers?|engineering|programm(?:ers?|ing)|languages?|frameworks?|backends?|back-end|frontend|front-end|services?|micro-?services?|codebase|code|coding|library|libraries|apis?|apps?|applications?|development|dev|devs|knowledge|skills?|stack|sdk|ecosystem|servers?|based|orm|scripts?|scripting|runtime|cli|modules|clusters?|expert|expertise|experience|queries|functions?|charts?|(?:is |are )?(?:an? )?(?:big |huge |strong )?(?:plus|bonus|must|preferred|required|desirable)|or (?:similar|equivalent|another))\b/i;
const version = /^\s?(?:v|≥|>=?)?\s?\d{1,2}(?:\.[\dx]+|\+)?(?![\d%:/-]|[.,]\d)/;
/** "We moved from Perl to Go." */
const moved =
  /\b(?:moved|migrated|switched|ported|rewr\p{L}+|moving|migrating|switching)\b[^.;\n]{0,30}\b(?:to|in|into)\s$/iu;
const demanding =
  /\b(?:experience[ds]?|expertise|proficien(?:t|cy)|knowledge|understanding|familiar(?:ity)?|skill(?:ed|s)|background|grounding|competen(?:t|ce|cy)|comfortable|versed|grasp|exposure|fundamentals|principles|concepts|ability|hands-on|strong|polished|excellent|exceptional|outstanding|skilled|understand|knows?|(?<!\b(?:our|your|their|its|my) )own(?:ing)?|responsible|responsibility|participat(?:e|ing)|tak(?:e|ing) part|shar(?:e|ing)|interest(?:ed)?|passion(?:ate)?|excited|enthusias(?:m|tic)|cares?(?: deeply)?|eye|sense|taste|think(?:ing)?|focus(?:ed|ing)?|involv(?:es|ing))\s+(?:[\p{L}-]{2,16}\s+){0,2}?(?:of|in|with|on|for|about|at|using|such as|like|including)?(?: either| both)?(?:\s+(?:[\p{L}-]{2,16}(?:,| and| or| &|,? and)\s+){1,2}(?:[\p{L}-]{2,16}\s+)?)?\s*:?\s*$/iu;
/** "You'll handle monitoring", "experience building web apps": what the one who is sought does or did. */
const doing =
  /(?:\b(?:you|you['’](?:ll|ve|d|re)|experience[ds]?|background|years|looking for|responsible for|responsibilities|ab(?:le|ility) to)\b[^.;:\n]{0,40}?|(?:^|\n)[^\S\n]*(?:[-*•·–]|\d{1,2}[.)])[^\S\n]*(?:have |has )?)\b(?:build|creat|develop|design|deploy|handl|implement|improv|maintain|operat|own|manag|run|writ|ship|automat|deliver|support|set up|work on|lead|scal|debug|shipp)(?:e|ing|s|es|ed)?\s+(?:[\p{L}-]{2,16}(?:,? and|,| or| &)?\s+){0,4}$/iu;
/** "Own evaluation, monitoring and dashboards": a list of what somebody is to do, from the beginning of its sentence on. */
const listedDuties =
  /(?:^|[\n.:;])[^\S\n]*(?:[-*•·–][^\S\n]*)?(?:build|create|develop|design|deploy|handle|implement|improve|maintain|operate|own|manage|run|write|automate|deliver|support|set up|lead|drive|ensure)(?:ing)?(?:,? (?:and )?\p{L}+)?\s[^.,:;\n]{2,48},(?:[^.,:;\n]{2,48},){0,4}\s(?:and |or |& )?(?:[\p{L}-]{2,16} ){0,2}$/iu;

const demanded =
  /^ (?:(?:platforms?|pipelines?|(?:(?:is|are) )?(?:an? )?(?:must|plus|bonus|required|key|essential)|developers?|engineers?|experts?|specialists?|professionals?|skills?|knowledge|experience(?! for\b)|expertise|background|mindset|sensibilit(?:y|ies)|capabilities|concepts|principles|fundamentals|best practices|technologies)\b)/iu;
/** "Acme's testing platform": what is someone's own is no skill. */
const owned = /(?:['’]s|\b(?:their|its))\s(?:\p{L}+\s)?$/u;
const platform = /^ (?:platforms?|pipelines?)\b/u;
/** Names that say what one does: "you will refactor old code". */
const verbs = /^refactor$/iu;
const doneByOne = /(?:^|[\n(/]|[-*•·–]\s|\b(?:you|will|to|and|or|also|['’]ll|help|then)\s|,\s)$/iu;
/** What one does to people: "mentoring other engineers". */
const teaching = new Set(["mentoring"]);
const guided =
  /^ (?:and \p{Ll}+ |to |for )?(?:(?:other|junior|less experienced|newer|new|future|fellow|our|your|the|a|small|more) )*(?:team of )?(?:engineers|developers|teammates|colleagues|people|team|juniors|peers|interns)\b/iu;
/** A list item that is nothing but the name. */
const isWholeLine = (before: string, after: string) =>
  /^\s*(?:[-*•·]\s*)?$/.test(before) && /^\s*[.,;]?\s*(?:\n|$)/.test(after);

/** Whether a name says that one teaches people, who are no role: "you mentor engineers". */
export const isTeaching = ({ name }: Candidate): boolean => teaching.has(name.skill.slug);

/** Whether the words around a name with an everyday meaning show that the skill is meant. */
export function hasCue(text: string, { name, start, end }: Candidate): boolean {
  const before = text.slice(Math.max(0, start - reach), start);
  const line = before.slice(before.lastIndexOf("\n") + 1);
  const after = text.slice(end, end + reach);
  if (name.reading === "asked")
    return (
      demanding.test(before) ||
      doing.test(text.slice(Math.max(0, start - doingReach), start)) ||
      listedDuties.test(text.slice(Math.max(0, start - doingReach), start)) ||
      (demanded.test(after) && !(platform.test(after) && owned.test(before))) ||
      (verbs.test(text.slice(start, end)) && doneByOne.test(before)) ||
      (teaching.has(name.skill.slug) && guided.test(after)) ||
      isWholeLine(line, after)
    );
  return (
    asking.test(line) || asked.test(line) || moved.test(line) || naming.test(after) || version.test(after)
  );
}

/** Whether two names stand in one list: nothing between them but list signs, line ends, "and", "or", "with". */
export function isLinked(text: string, left: Candidate, right: Candidate): boolean {
  if (right.start - left.end > 24) return false;
  const gap = text.slice(left.end, right.start);
  if (gap === ", " || gap === " " || gap === "/") return true;
  // "Logging, metrics, tracing": a name that we do not know stands in the list.
  if (right.name.reading === "asked" && /^, [\p{L}-]{2,16}, $/u.test(gap)) return true;
  return (
    /^[\s,;/|&+*•·>()[\]–—:"'’、，；和与及或-]*(?:(?:and\/or|and|or|plus|with|as well as|e\.?g\.?,?|i\.?e\.?,?|especially|ideally|preferably)\b[\s,(/"']*)?$/i.test(
      gap,
    ) && !/\n[^\S\n]*\n[^\S\n]*\n/.test(gap)
  );
}

/** Whether a name stands alone between list signs: ", go," or "(rust)". */
export function isListItem(text: string, { start, end }: Candidate): boolean {
  const before = text.slice(Math.max(0, start - 6), start);
  return (
    /(?:[,/|(;•·+&:[{]|ably|\b(?:like|with|or))[^\S\n]*$|\n[-*•\s]*$/.test(before) &&
    /^[^\S\n]*(?:[,/|);•·+&\]}\n]|\.\s|\.?$)/.test(text.slice(end, end + 6))
  );
}

const profile =
  /\b(?:cv|resum[eé]|résum[eé]|linkedin|portfolio|include|our|your|stars on|link to|links? to your)[\s/,&+|:]*(?:(?:and|or|your|a)\s+)*$/i;
const profiles = new Set(["github", "gitlab", "bitbucket", "kaggle"]);

/** Whether a text begins with this name as a headline's company: "Name | place | …". */
export function isAdvertiser(text: string, { name, start, end }: Candidate): boolean {
  const isCompany = !["language", "practice", "concept"].includes(name.skill.category);
  return isCompany && start === 0 && /^[^\S\n]*\|/.test(text.slice(end, end + 8));
}

/** Whether a name stands for the employer: "At MongoDB, you'll write Go", "Oracle is hiring". */
export function isEmployer(text: string, { name, start, end }: Candidate): boolean {
  if (name.skill.kind !== "technology" || name.skill.category === "language") return false;
  const after = text.slice(end, end + 32);
  return (
    (/(?:^|[.!?]\s|\n)(?:At|Join|About|Why|Here at)\s$/u.test(text.slice(Math.max(0, start - 12), start)) &&
      /^(?:,|['’]s?|\s(?:you|we|and)\b|\s*\n|!|\.)/u.test(after)) ||
    /^(?:\s\([^)]{1,20}\))? (?:is|are)(?: \p{Ll}+)? (?:hiring|looking for|seeking|recruiting)\b/u.test(after)
  );
}

/** Whether the applicant's own page is meant ("link to your GitHub"), not the skill. */
export function isProfile(text: string, { name, start, end }: Candidate): boolean {
  if (!profiles.has(name.skill.slug)) return false;
  const before = text.slice(Math.max(0, start - 32), start);
  return pages.test(text.slice(end, end + 24)) || profile.test(before) || /\bwithout an? $/iu.test(before);
}

const pages =
  /^(?:\s?[/,&]\s?\p{L}+|\s(?:and\/or|or|and)\s\p{L}+)?\s+(?:profiles?|portfolios?|links?|urls?|accounts?|page|username|handle|stars?|repos?|repository)\b/iu;

/** What a name of ours means in other company: the payments of SWIFT, "rest assured", a rust belt. */
const homonyms: Record<string, { before?: RegExp; written?: RegExp; after?: RegExp }> = {
  swift: {
    before: /\bopenstack (?:\((?:[\p{L}-]+, ){0,6})?$/iu,
    written: /^SWIFT$/u,
    after:
      /^(?: (?:payments?|codes?|messag\w+|network|transfers?|deliver(?:y|ies)|responses?|actions?|decisions?|execution|resolution|progress|growth)\b|\/ISO\b)/iu,
  },
  elixir: { after: /^ (?:of|for) (?:life|youth|love|growth|success)\b/iu },
  "rest-assured": { written: /^[Rr]est assured$/u },
  perl: { after: /^s? of wisdom\b/u },
  rust: { after: /^ (?:the game|belt|proof|away)\b/iu },
  docker: { after: /^['’]s (?!hub\b)\p{Ll}/u },
  "signal-processing": { before: /\b(?:[CGNT]PU|FPGA|MCU|SoC)s?(?:\s?[/,&]\s?| and | or )$/u },
  concurrency: { after: /^ (?:\p{L}+ )?(?:sales|deals?|conversations?|selling|plots?)\b/iu },
  "design-systems": {
    before:
      /\b(?:you|we|to|who|can|will|['’]ll|(?:architect|build|code|create|develop|implement|model|plan|write)(?:s|d|ed|ing)? and) $/iu,
  },
  // "The experience of architectural design for teams" is what users have of buildings.
  "software-architecture": { before: /\bthe experience of $/iu },
  stacks: {
    before:
      /\b(?:common|modern|tech(?:nology|nical)?|similar|our|your|different|various|other|several|multiple|web|these|such|software|programming|relevant|backend|frontend|unfamiliar|new) $/iu,
    after: /^ (?:like|such as|and (?:tools|frameworks|languages|technologies))\b/iu,
  },
  mentoring: { before: /\b(?:gets?|receives?|practical|regular|access to|we offer|you need) $/iu },
  "technical-writing": { after: /^ (?:formats?|sites?|team)\b/iu },
  "chrome-devtools": { written: /^dev ?tools$/u },
};

/** Behind a name: its absence, or the name of a company, a shop or a meeting. */
const isNoSkill =
  /^(?:-free\b| (?:Labs?|Inc|GmbH|Ltd|LLC|Corp|Corporation|Foundation|Marketplace|App Store|Ventures|Conference|Summit|Meetup|Meet-?up|User Group)\b)/u;

/** Whether the words around a name, or how it is written, make something else of it. */
export function isHomonym(text: string, { name, start, end }: Candidate): boolean {
  // "The pre-LLM days"
  if (/\b(?:pre|post|anti|non)-$/iu.test(text.slice(Math.max(0, start - 5), start))) return true;
  // "A PHP-free team", "Grafana Labs", "the AWS Marketplace"
  if (isNoSkill.test(text.slice(end, end + 32))) return true;
  const other = homonyms[name.skill.slug];
  if (!other) return false;
  return (
    other.before?.test(text.slice(Math.max(0, start - 48), start)) === true ||
    other.after?.test(text.slice(end, end + 32)) === true ||
    other.written?.test(text.slice(start, end)) === true
  );
}

/** "A Figma-like canvas", "a Redis fork", "what Figma did to design". */
const madeAfter =
  /^(?:[- ](?:like|compatible|inspired)\b| (?:forks?|clones?|alternatives?|competitors?)\b| did (?:to|for|with)\b)/iu;

/** "Think of it as GitHub for architects", "the Shopify of farming": a likeness. */
export function isLikeness(text: string, { name, start, end }: Candidate): boolean {
  if (name.skill.kind !== "technology" || name.skill.category === "language") return false;
  const after = text.slice(end, end + 24);
  return (
    madeAfter.test(after) ||
    (/^ (?:of|for) (?!our\b|your\b)\p{L}/u.test(after) &&
      /(?:\b(?:the|an?|like|as|is|be|becoming|building|imagine)\s|[|–—(]\s?|\s-\s)$/iu.test(
        text.slice(Math.max(0, start - 12), start),
      ))
  );
}

/** Hyphens and signs that make another word of a short name: "C-level", "Go-to-market", "R&D", "Series-C". */
export function isPartOfAnother(text: string, { start, end }: Candidate): boolean {
  const before = text[start - 1] ?? "";
  if (before === "-" || before === "&" || before === "@" || before === "_" || before === "$") return true;
  if (/[\s,/)]/.test(text[end] ?? " ")) return false;
  const after = text.slice(end, end + 16);
  if (/^[&_@’']\p{L}/u.test(after) && !/^[’']s\b/.test(after)) return true;
  return (
    /^-\p{L}/u.test(after) &&
    !/^-(?:based|first|like|style|powered|centric|heavy|native|only|side|related|lang|specific)\b/i.test(
      after,
    )
  );
}

/** Places where a name is part of a file's or a site's name: "jobs.python.org", "index.js". */
export function isInFileName(text: string, { start, end }: Candidate): boolean {
  const isAfterDot =
    text[start - 1] === "." &&
    /[\p{L}\p{N}]/u.test(text[start - 2] ?? "") &&
    /\p{Ll}/u.test(text[start] as string);
  return (
    isAfterDot ||
    /^\.(?:com|org|net|io|dev|ai|co|app|so|gg|sh|tech|cloud|de|eu|fr|uk|us|me|yml|yaml|toml|json|lock|html|txt|md|pdf)\b/.test(
      text.slice(end, end + 8),
    )
  );
}
