import type { Workplace } from "@/lib/taxonomy/terms";
import { headerOf } from "./header";

export type WorkplaceReading = { workplace: Workplace; start: number; end: number };

/**
 * Where a readable text says the work is done: remote where remote is allowed at all, hybrid where some office days are asked, else on
 * site. What its head says goes before its body, where only phrases about the place of work count. Null where it says nothing.
 */
export function findWorkplace(text: string): WorkplaceReading | null {
  for (const { start, end } of headerOf(text)) {
    const found = inPart(text, start, end, isProse(text.slice(start, end)) ? inBody : inHead);
    if (found) return found;
  }
  return inPart(text, 0, text.length, inBody);
}

const isProse = (line: string) => !line.includes("|") && /[.!?](?:\s|$)/.test(line);

/** The same for a short line that is about the place of work, such as a field of a feed. */
export const workplaceIn = (line: string): Workplace | null =>
  inPart(line, 0, line.length, inHead)?.workplace ?? null;

/** The phrases that say each, tried in this order. */
type Cues = Record<Workplace, RegExp>;

const anyOf = (...phrases: string[]) => new RegExp(phrases.join("|"), "gimu");
const daysInOffice =
  "\\b(?:\\d(?:\\s?(?:-|–|to)\\s?\\d)?\\+?|one|two|three|four) days?(?:\\s?(?:\\/|a|per|each)\\s?(?:week|wk))?(?: \\w+)? (?:in|at|from) (?:the |our )?(?:\\w+ )?office\\b";

/** In a headline the bare word is enough. */
const inHead: Cues = {
  remote: anyOf(
    "\\bremote(?:ly)?\\b(?![- ](?:sensing|control|monitoring|support|procedure|work tools?))",
    "\\bwork from (?:home|anywhere)\\b",
    "\\bwfh\\b",
    "\\btele(?:commut\\w*|work)\\b",
    "\\bdistributed team\\b",
    "\\banywhere in the world\\b",
    "(?<=^\\s{0,4}|[|(,]\\s{0,2})(?:anywhere|world-?wide|global(?:ly)?)(?=\\s{0,4}(?:$|[|),]))",
  ),
  hybrid: anyOf(
    "\\bhybrid\\b(?![- ](?:cloud|app|mobile|search|model of|infrastructure))",
    "\\bpart(?:ly|ial(?:ly)?)?[- ](?:remote|on-?site)\\b",
    "\\bin[- ](?:the )?office \\d",
    "\\b\\d(?:\\s?(?:-|–|to)\\s?\\d)? ?\\+?(?:days?|x)(?:\\s?(?:\\/|a|per)\\s?(?:week|wk))?,?(?: in)? (?:the |our )?(?:in-)?office\\b",
    "\\boffice[- ]first\\b",
  ),
  onsite: anyOf(
    "\\bon[-_ ]?site\\b",
    "\\bin[- ](?:the )?office\\b",
    "\\bin[- ]person\\b",
    "\\boffice[- ]based\\b",
    "\\bnot remote\\b",
    "\\bno remote\\b",
  ),
};

/** In prose the word must be about the place of work. */
const inBody: Cues = {
  remote: anyOf(
    "\\b(?:fully|100 ?%|completely|entirely|all|globally|mostly)[- ]remote\\b",
    "\\bremote[- ](?:first|friendly|only|ok|okay|possible|allowed|considered|work(?:ing)?\\b(?! tools))",
    "\\bremote[- ](?:positions?|roles?|jobs?|opportunit\\w+|company|team|candidates?|applicants?|employees)",
    "\\bremote[- ](?:within|from|anywhere|across)",
    "\\bwork(?:ing|s)?(?: \\w+)? remotely\\b",
    "\\b(?:role|position|job|team|company|we)(?: is|['’]s| are|['’]re)(?: \\w+)? remote\\b",
    "\\bremote\\b(?=\\s*[),;|]|\\s+or\\b|\\s*\\()",
    "\\b(?:location|workplace|where|remote)\\s*:\\s*(?:\\w+[ ,/]+){0,3}(?:remote|yes)\\b",
    "\\bopen to remote\\b",
    "\\bwork from (?:home|anywhere)\\b",
    "\\bremotely\\b",
    "\\bdistributed (?:team|company)\\b",
    "^[^\\w\\n]{0,20}remote\\b",
  ),
  hybrid: anyOf(
    "\\bhybrid[- ](?:work\\w*|role|position|schedule|setup|set-up|model|policy|office|in|remote|team|environment|arrangement|flexib\\w*)",
    "\\bflexible hybrid\\b",
    "^[^\\w\\n]{0,6}hybrid\\s*[:,(–-]",
    "\\bhybrid:",
    "[(|:,]\\s*hybrid\\b",
    "\\bhybrid\\s*[)|(,]",
    daysInOffice,
    "\\bin[- ](?:the )?office (?:\\w+ )?(?:\\d|one|two|three|four|mon|tue|wed|thu|mwf)",
    "\\bpart(?:ly|ially)[- ]remote\\b",
  ),
  onsite: anyOf(
    "\\bon-?site (?:in|at|role|position|only|work|job|team|\\d)\\b",
    "[(|:,]\\s*on-?site\\b",
    "\\bon-?site\\s*[)|(,]",
    "\\bin[- ]person (?:in|at|role|position|team|only|culture|work|company|\\d)",
    "[(|:,]\\s*in[- ]person\\b",
    "\\bin[- ]office\\b",
    "\\bwork(?:ing)? (?:full[- ]time )?(?:from|in|out of) (?:our|the) (?:\\w+ ){0,2}office\\b",
    "\\bbased in our (?:\\w+ )?office\\b",
    "\\bnot (?:a )?remote\\b",
    "\\bno remote\\b",
    "\\brelocate to\\b",
    "\\bthis is (?:an )?(?:on-?site|in[- ]person|in[- ]office)\\b",
    "\\b(?:join|in) our (?:\\w+ ){1,2}office\\b",
  ),
};

const denied =
  /\b(?:no|not|without|non|isn['’]t|aren['’]t|never|rather than|instead of|don['’]t (?:do|offer|support))[ -](?:(?:a|an|any|currently|be|fully|offering?|doing|considering|open to)\s)*$/iu;
const deniedAfter =
  /^\s*(?::\s*no\b|(?:work |roles? |\/ ?sponsorship )?(?:is|are) (?:not|n['’]t)\b|not (?:possible|available|allowed|an option)\b|interviews?\b|meetups?\b|retreats?\b|gym\b|lunch|parking|customers?|visits?\b|(?:on )?(?:mon|tue|wed|thu|fri)(?:day|s|\b))/iu;
/** "Relocation is an option but sponsorship / remote is not." */
const reach = 40;

function inPart(text: string, start: number, end: number, cues: Cues): WorkplaceReading | null {
  const part = text.slice(start, end);
  for (const workplace of ["remote", "hybrid", "onsite"] as const) {
    const pattern = cues[workplace];
    for (const { 0: found, index } of part.matchAll(pattern)) {
      const after = part.slice(index + found.length, index + found.length + reach);
      if (deniedAfter.test(after)) continue;
      if (workplace !== "onsite" && denied.test(part.slice(Math.max(0, index - reach), index))) continue;
      if (workplace === "remote" && isPartial(part, index)) continue;
      return { workplace, start: start + index, end: start + index + found.length };
    }
  }
  return null;
}

/** "part remote", "partially remote": some days at the office. */
const isPartial = (part: string, at: number) =>
  /\bpart(?:ly|ial(?:ly)?)?[- ]$/iu.test(part.slice(Math.max(0, at - 12), at));
