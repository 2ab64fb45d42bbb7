import type { Clause } from "./clauses";
import { idleWalk, isDoneByCompany, type Telling, tellingOf } from "./idle";
import { dutyNouns, responsibilityCues } from "./responsibility-cues";
import { spanWalk } from "./spans";
import { inSmallLetters, type ReadableText, readable } from "./text";

/** A responsibility that a text asks for or tells of. `must` unless every place that names it says it is only nice to have. */
export type ResponsibilityReading = { slug: string; must: boolean; spans: [number, number][] };

/** Places of one responsibility that are kept as proof. */
const mostSpans = 5;
const cues = Object.entries(responsibilityCues);
const denied = /\b(?:no|not|without|never|don['’]t|won['’]t|nobody)\b[^.;\n]{0,12}$/u;

/** "Acme is building a platform", "we help clients": what a company does, not what it asks. */
const pitch =
  /\b(?:is|(?<!\byou )(?:are|were)|was|we|they|it|which|company|startup|platform|we['’](?:re|ve))\s+(?:(?:currently|now|also|actively|already|all|been)\s+)?$/u;

const users = "(?:users|customers|clients|teams|developers|engineers|companies|businesses|organi[sz]ations)";
/** "Tools to debug", "agents that can debug", "so you can debug", "helps teams debug": what a product is for. */
const purpose = new RegExp(
  [
    "\\btools?(?: [\\p{L}-]+){0,2} to (?:[\\p{L}-]+ (?:and|or) )?",
    "\\b(?:that|which) can ",
    `\\bhow ${users} (?:can )?`,
    `\\bso (?:that )?(?:you|they|${users}) can `,
    `\\b(?:where|when) ${users} (?:can )?`,
    "(?<!\\b(?:you|will)\\s|['’]ll\\s)\\b(?:help|let|enable|allow|empower)(?:s|ing)? (?!us\\b|you\\b)(?:[\\p{L}\\d-]+ ){1,3}(?:to (?:focus on )?)?",
  ]
    .map((phrase) => `${phrase}$`)
    .join("|"),
  "u",
);

/** "Frontends that explain", "a platform which scales": what a thing does, unless it is a person who is sought. */
const ofThing =
  /(?<!\b(?:engineers?|developers?|someone|somebody|person|people|candidates?|those|anyone|talent|hires?|leaders?|builders?|roles?|jobs?|positions?)),? (?:that|which) (?:can (?:[\p{L}]+ ){0,4}|will |help )?(?:\p{L}+ing, )*$/u;

/** Verbs that are nouns too: "strong API design", "network support". They are verbs where a phrase begins or something leads to a verb. */
const isNoun =
  /^(?:(?:design|work|report|support|test|run|process|partner|research|document|model|track|watch|monitor|architect|ship|scale|build|version|guide|lead|plan|demo|pair|handle|release|increase)s?|present|own|deploy|follow)$/u;
/** "The design and development of": here a noun says what is done. */
const madeOf = /^\p{L}+(?: (?:and|&) \p{L}+)? of\b/u;
const leadsToVerb =
  /(?:^|[\n.,;:!?•*–—→|("“&/+]\s*|\s-\s?|\n-|\b(?:to|will|you|i|who|and|or|can|may|must|should|would|could|help|helping|also|then|not|that|which|we|they|just|both|either|[\p{L}]+ly)\s|['’](?:ll|d)\s)$/u;

/** "A well designed API", "an app built using Rails": how something is made, not that somebody should make it. */
const made = /^(?:built|designed|written|developed|implemented)\b/u;
const wellMade = /\b(?:well|newly|custom|purpose)[- ]$|[\p{L}\p{N})][^\S\n]$/u;
const madeBy = /^\p{L}+ (?:using|with|by|on|in|for)\b/u;
const didIt = /\b(?:have|has|had|you|i|we|['’]ve|and|or)[^\S\n]$/u;

/** What somebody knows, can do, likes or has done is a requirement, and no duty. */
const donePast =
  /(?:^|\n)[^\S\n]*[-*•·–][^\S\n]*(?:have|has)(?: \p{L}+ly)? $|\b(?:comfort(?:able)?|comfortably|(?:good|great|skilled|excellent|strong) at|capable of|familiar with(?: how to)?|knows? how to|knack for)(?: \p{L}+ly| both)? (?:(?:with |in )?(?:\p{L}+ing,? )?(?:and |or |\/ ?)?)$|\bexperience[^.;:\n]{0,40}\b(?:and|or|and ?\/ ?or) $|\b(?:track record|history of|background)\b[^.;\n]{0,40}$|\b(?:you['’]ve|you have|has|having)(?: \p{L}+ly)? (?:\p{L}+(?:ed|t) (?:[\p{L}-]+ )?and )?$|\bexperience (?:with|in|of) (?:[\p{L}-]+ ){1,2}$|\bexperienced? (?:with |in |at |of )?(?:\p{L}+ly )?(?:(?:\p{L}+ing,? )?(?:and|or|\/|&) )?$/u;
/** "If you enjoy debugging": what one likes is asked, and no duty. */
const liking =
  /\b(?:enjoy|love|want|prefer|excited|passionate|interest(?:ed)?|passion|keen|eager)(?:s|ing)? (?:to |in |by |about |on |for |working on |work on )?(?:[\p{L}-]+ ){0,2}$|\b(?:who|and|you|also|,) like $/u;
/** "A budget to keep learning": what the employer gives. */
const benefit = /\b(?:budget|stipend|allowance)\b[^.;:\n]{0,24}$/u;
/** "System design", "database design", "SLOs": a topic, which is a duty where it is something that one owns or does. */
const topic =
  /^(?:database|schema|api|rest|graphql|performance|load|capacity|slos?|slas?|sdlc|software|systems?|solution|technical|application|cloud|platform|reliability|resilience|scalability|concurrency|consistency|distributed|incident|production|market|competitor|requirements?|ui|integrations?) (?!of\b)|^(?:slos?|slas?|sdlc)$/u;
const doesBefore =
  /\b(?:you['’]ll|you will|your?|own|lead|driv|do|handl|support|contribut|participat|responsib|work|focus|ensur|maintain|manag|defin|improv|design|build|review|shap|set|meet|influenc|help|perform|conduct|tak|cover|includ|tackl|solv|face)(?:e|es|s|ing|ility|le)?\b/u;
/** Characters before a topic among which one says what is done with it. */
const longestLead = 200;
const knowing = /^[^\S\n](?:fundamentals|principles|concepts|basics|knowledge|skills)\b/u;

/**
 * The responsibilities, of the published 25, that a text (plain, HTML or Markdown) names, in the order of their first mention; several may
 * stand in one sentence. `spans` are [start, end) positions in the text as it was given.
 */
export function readResponsibilities(
  source: string | ReadableText,
  telling?: Telling,
): ResponsibilityReading[] {
  const { text, sourceSpan } = typeof source === "string" ? readable(source) : source;
  const { clauses, told: others } = telling ?? tellingOf(text);
  const small = inSmallLetters(text);
  const readings = cues.flatMap(([slug, pattern]) => {
    const [clauseAt, sentenceAt, isIdleAt] = [spanWalk(clauses), spanWalk(clauses), idleWalk(others)];
    const phrases = firstOf(small.matchAll(pattern), ({ 0: words, index }) => {
      if (!isDoing(small, words, index) || isIdleAt(index)) return false;
      const clause = sentenceAt(index);
      if (isDoneByCompany(text, clause?.start ?? 0, index)) return false;
      return !isOnlyAsked(small, words, index, slug, clause);
    });
    const found = [...phrases, ...inDutyLists(small, clauses, slug)].sort((a, b) => a.index - b.index);
    if (found.length === 0) return [];
    const must = found.some(({ index }) => {
      const clause = clauseAt(index);
      return !clause?.isNiceSection && (clause?.wishAt ?? null) === null;
    });
    const spans = found
      .slice(0, mostSpans)
      .map(({ 0: words, index }) => sourceSpan(index, index + words.length));
    return [{ slug, must, spans, first: found[0]?.index ?? 0 }];
  });
  return readings.sort((a, b) => a.first - b.first).map(({ first: _, ...reading }) => reading);
}

/** What lists under a heading such as "You'll own" name without a verb. */
function inDutyLists(text: string, clauses: Telling["clauses"], slug: string): RegExpExecArray[] {
  const nouns = dutyNouns[slug];
  if (!nouns || !clauses.some(({ isDutySection }) => isDutySection)) return [];
  const clauseAt = spanWalk(clauses);
  return firstOf(text.matchAll(nouns), ({ index }) => clauseAt(index)?.isDutySection === true);
}

/** Whether a phrase says what somebody is to do, or did: no thing does it, and nobody is only to know it or to have done it. */
function isDoing(text: string, words: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - 60), index);
  const after = text.slice(index + words.length, index + words.length + 16);
  if (purpose.test(before) || ofThing.test(before) || donePast.test(before) || knowing.test(after))
    return false;
  if (!madeOf.test(words) && isNoun.test(/^\p{L}+/u.exec(words)?.[0] ?? "") && !leadsToVerb.test(before))
    return false;
  const isMade = wellMade.test(before) && !didIt.test(before) && (madeBy.test(words) || /[- ]$/.test(before));
  if (made.test(words) && isMade) return false;
  return !denied.test(before) && !pitch.test(before);
}

/** Whether a phrase names a topic alone, what one likes or must be able to do, or what the employer gives. */
function isOnlyAsked(
  text: string,
  words: string,
  index: number,
  slug: string,
  clause: Clause | undefined,
): boolean {
  const before = text.slice(Math.max(clause?.start ?? 0, index - longestLead), index);
  if (slug === "continuous-learning") return benefit.test(before);
  const isTopic = topic.test(words) && clause?.isDutySection !== true && !doesBefore.test(before);
  return isTopic || clause?.isAskedSection === true || liking.test(before.slice(-60));
}

function firstOf(matches: Iterable<RegExpExecArray>, isGood: (match: RegExpExecArray) => boolean) {
  const found: RegExpExecArray[] = [];
  for (const match of matches) {
    if (isGood(match)) found.push(match);
    if (found.length === mostSpans) break;
  }
  return found;
}
