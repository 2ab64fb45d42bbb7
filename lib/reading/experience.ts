export type ExperienceReading = { min: number | null; max: number | null; start: number; end: number };

/** Numbers as adverts write them in words. */
export const numberWords: Record<string, number> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
};
const number = `\\d{1,2}(?:\\.\\d)?|${Object.keys(numberWords).join("|")}`;
const pattern = new RegExp(
  `(?<![\\w.,$€£]|\\S-)(${number})(?:\\s?\\(\\d{1,2}(?:\\s?[-–]\\s?\\d{1,2})?\\+?\\))?(?:-?ish)?[\\s-]?(\\+|plus\\b|or more\\b)?(?:\\s?(?:-|–|—|to|or|(?<=\\bbetween[^.;\\n]{1,12})and)\\s?(${number})\\s?(\\+)?)?\\s?[- ]?\\+?\\s?(years?|yrs?|yoe|y\\/?o\\/e|y\\/o(?=\\s(?:of )?e?xp)|y(?=\\+|\\s(?:of |in )?e?xp)|months?)(?:['’]s?)?\\b(?:\\s?(or more|\\+|and (?:more|up|above)|plus)\\b)?`,
  "giu",
);

/** What a number of years is about, to count as asked experience. */
const after =
  /^['’]?\s*(?:\([^)]{0,30}\)\s*)?(?:(?:of|in|as|with|working|work|professional|relevant|industry|hands[- ]on|commercial|practical|proven|solid|prior|previous|total|full[- ]time|software|backend|back[- ]end|web|development|developing|engineering|programming|coding|building|writing|designing|using|managing|leading|operating|running|production|experience|expertise|e?xp\b|post)\b|\+)/iu;
/** "Engineers (3–10 years)". */
const ofRole =
  /\b(?:engineers?|developers?|programmers?|builders?|architects?|leads?|scientists?|analysts?|level|career|junior|mid|senior|staff|principal)\s\($/iu;
const asked =
  /\b(?:experience|exp|minimum|min\.?|at least|least|requires?|required|requirements?|must have|have|you['’]ve|with|looking for|over|more than|seniority|years|level)\b[^.\n]{0,32}$|\bmin\. ?$/iu;
/** "We don't need 10 years", "whether you have 2 or 20 years": no number is asked. */
const unasked =
  /\b(?:(?:don['’]t|doesn['’]t|do not|does not|not|won['’]t) (?:need|require|expect|ask|look|care)\b|no need (?:for|of|to)\b|whether\b)[^.;,\n]{0,32}$/iu;
/** A list item that begins with the years, and goes on with a name. */
const isItem = (before: string, behind: string) => /^\s*[-*•]\s*$/u.test(before) && /^\s\p{Lu}/u.test(behind);
/** A company's age, a product's, a plan, a degree's length, a vesting. */
const another =
  /\b(?:for the (?:past|last)|(?:past|last|next|first|within|every|each|(?<!(?:['’]re|are|is|go|going|be) )after|in (?:just|under|only)|founded|since|been|grew|celebrat\w+|(?<!having )spent|over a|combined|our|we['’]ve|we have|us)|runway|warranty|limited|(?:built|developed|grown) over|vest\w*|visa)\b[^.;:\n]{0,28}$|\b(?:contract|duration|term|length|appointment|probation)\b[^.;\n]{0,28}$/iu;
/** "You've been coding for 5 years": the same words of the one who is sought. */
const yours =
  /\b(?:you(?:['’]ve| have)?|(?:someone|engineers?|developers?|people) who(?:['’]ve| have|['’]s| has)?|having)(?: \p{L}+ly)? (?:been|spent|worked|coded|written|built|done|shipped|led)\b[^.;:\n]{0,48}$/iu;
/** Those who have them already: "our four founders bring", "Acme has". */
const theirs =
  /\b(?:founders?|co-?founders?|cto|ceo|leadership|leaders|(?:[Oo]ur|[Tt]he) (?:\p{L}+ ){0,2}(?:team|company|people|engineers|staff|group|firm|partners))\b[^.;\n]{0,40}$|\b(?:an?|this|your) (?:\p{L}+[ -]){0,3}team (?:of|with|that|who)\b[^.;\n]{0,40}$|\b(?:[Ww]e|[Ii]t|I|(?!(?:Must|Should|You|Who|Candidates?|Applicants?|(?:Some|Any)(?:one|body)|People|Engineers?|Developers?)\b)\p{Lu}\p{L}+) (?:have|has|brings?|combine|offers?)\b[^.;\n]{0,24}$|\b(?:we|it|[Ww]e(?:['’]re| are) an? [^.;\n]{0,40}) with\b[^.;\n]{0,24}$|\b(?:[Ww]ork|[Ll]earn)(?:ing)? (?:with|from|alongside) [^.;\n]{0,40}$/u;
/** "With over 30 years of industry experience, Acme is the leader." */
const theirsAfter =
  /^[^.;:\n]{0,40}(?:,\s(?:we|our|it|\p{Lu}[\p{L}\p{N}]+(?: \p{Lu}[\p{L}\p{N}]+){0,2} (?:is|are|has|have|offers?|provides?|builds?|helps?))\b|\b(?:together|combined(?! experience (?:in|with|of))|collectively|between us|(?:will|to) (?:mentor|coach|teach|guide) you|under (?:our|its) belt)\b)/u;
/** No advert speaks of years more often: the rest of a text that does is not read for them. */
const mostMentions = 300;
/** Years: more than these are asked in so many words, or are somebody else's. */
const many = 20;
const demanded =
  /\b(?:at least|minimum|min\.?|requires?|required|must|you(?:['’]ll)? (?:have|bring|need)|need)\b/iu;
const anotherAfter =
  /^\s*(?:old\b|ago\b|in (?:business|a row|the making|existence|operation)|(?:academic|university|bachelor\w*|master\w*|courses?|stud(?:y|ies))\b|of (?:\p{L}+ )?(?:runway|growth|history|funding|research|operation|service|life|age|data|warranty)|vest\w*|cliff|contract|degree|program(?:me)?s?\b|running\b(?!\s\p{L})|later|since|young)/iu;

/**
 * The years of experience that a readable text asks: of several the first for the work as a whole, else the first that is asked for one
 * thing. "Up to" and ranges give a maximum. Null where none is asked, or `isNice` says that the place is about wishes.
 */
export function findExperience(
  text: string,
  isNice: (at: number) => boolean = () => false,
): ExperienceReading | null {
  let best: (ExperienceReading & { isGeneral: boolean }) | null = null;
  let seen = 0;
  for (const match of text.matchAll(pattern)) {
    if (++seen > mostMentions) break;
    const reading = judged(text, match);
    if (!reading || (best && (best.isGeneral || !reading.isGeneral))) continue;
    if (!isNice(reading.start) && !isWished(text, reading.start, reading.end)) best = reading;
  }
  best ??= inField(text);
  if (!best) return null;
  const { min, max, start, end } = best;
  return { min, max, start, end };
}

/** "Years of experience: 3". */
function inField(text: string): (ExperienceReading & { isGeneral: boolean }) | null {
  const match =
    /\b(?:(?:years?|yrs?)(?: of)?(?: \p{L}+){0,2} (?:experience|exp\.?)|yoe)\s?[:=–-]\s?(\d{1,2})(?:\s?(?:-|–|to)\s?(\d{1,2}))?\b|\bexperience\s?\((?:in )?years\)\s?[:=]\s?(\d{1,2})\b/iu.exec(
      text,
    );
  if (!match) return null;
  const [found, low, high, alone] = match;
  const min = Number(low ?? alone);
  return {
    min,
    max: high ? Number(high) : null,
    start: match.index,
    end: match.index + found.length,
    isGeneral: false,
  };
}

const general =
  /^['’]?\s*(?:of|in|as|with|\s)*\s*(?:(?:professional|relevant|industry|hands[- ]on|commercial|practical|proven|solid|prior|total|full[- ]time|work(?:ing)?|demonstrated|post[- ]\w+)[\s,]*)*(?:(?:software|backend|back[- ]end|full[- ]?stack|web|product)[\s/,]*)*(?:experience|engineer\w*|develop\w*|programming|coding|in (?:the )?industry|e?xp\b)/iu;

function judged(text: string, match: RegExpMatchArray): (ExperienceReading & { isGeneral: boolean }) | null {
  const [found, first = "", plus, second, secondPlus, unit = "", more] = match;
  const start = match.index as number;
  const end = start + found.length;
  const before =
    text
      .slice(Math.max(0, start - 60), start)
      .split("\n")
      .at(-1) ?? "";
  const behind = text.slice(end, end + 60).split(/[.;]\s|\n/u, 1)[0] ?? "";
  const isTheirs =
    (theirs.test(before) &&
      !/\b(?:you(?!(?:['’]ll| will) (?:join|work|be|learn)\b)|requires?|needs?|wants?|looking|hiring|seeking)\b/iu.test(
        before,
      )) ||
    theirsAfter.test(text.slice(end, end + 90).split("\n", 1)[0] ?? "");
  if (isTheirs) return null;
  if (unasked.test(before)) return null;
  const isYours = yours.test(before);
  if (anotherAfter.test(behind)) return null;
  if (another.test(before) && !isYours && !/\bexperience\b/iu.test(behind.slice(0, 40))) return null;
  const isAsked =
    after.test(behind) ||
    asked.test(before) ||
    plus ||
    secondPlus ||
    more ||
    /^y\/?o/iu.test(unit) ||
    /\bexperience\b/iu.test(behind) ||
    isYours ||
    isItem(before, behind) ||
    (ofRole.test(before) && behind.startsWith(")"));
  if (!isAsked) return null;
  const isUpTo =
    /\b(?:up to|at most|n(?:o|ot) more than|maximum(?: of)?|max\.?|less than|under|fewer than)\s*$/iu.test(
      before,
    );
  const isMonths = /^month/iu.test(unit);
  const inYears = (word: string) => (isMonths ? Math.floor(yearsOf(word) / 12) : yearsOf(word));
  // Months are a plan or a contract, unless the experience is named.
  if (isMonths && !/^\s?(?:of |['’]s? )?(?:\p{L}+ ){0,2}experience\b/iu.test(behind)) return null;
  const low = inYears(first);
  const high = second && !secondPlus && !/\bor\b/iu.test(found) ? inYears(second) : null;
  if (low >= many && !demanded.test(before) && !demanded.test(behind)) return null;
  if (low > 40 || (high !== null && (high < low || high > 40))) return null;
  const isGeneral = general.test(behind) || /^y\/?o/iu.test(unit);
  if (isUpTo) return { min: null, max: low, start, end, isGeneral };
  return { min: low, max: high, start, end, isGeneral };
}

/** "3 years of Go are a plus", "Nice to have: 2 years of Kafka" */
function isWished(text: string, start: number, end: number): boolean {
  const before =
    text
      .slice(Math.max(0, start - 120), start)
      .split(/[.;]\s|\n/u)
      .at(-1) ?? "";
  const behind =
    text.slice(end, end + 120).split(/[.;](?:\s|$)|\n|\bwith\b[^.;\n]{0,60}\b(?:plus|bonus)\b/u, 1)[0] ?? "";
  return (
    /\b(?:is|are|would be|being) (?:an? )?(?:(?:big|huge|strong|definite|major|real|great|nice) )?(?:plus|bonus|advantage|asset|nice[- ]to[- ]have|preferred|not (?:required|necessary|needed)|optional|welcome)\b|\b(?:experience|background) (?:strongly |highly |is )?(?:preferred|desired|desirable|a plus)\b|\bbut not (?:required|necessary|needed|mandatory)\b|^[^,]{0,60}\((?:a plus|preferred|bonus|nice to have)\)/iu.test(
      behind,
    ) ||
    /(?:^|[\s(])(?:nice[- ]to[- ]have|bonus(?: points)?|ideally|preferabl[ey])\b[^.;]{0,40}$/iu.test(before)
  );
}

const yearsOf = (word: string) => numberWords[word.toLowerCase()] ?? Math.floor(Number(word));
