import { elementAt } from "@/lib/present";
import { type Clause, clausesOf } from "./clauses";
import { spanWalk } from "./spans";
import { inSmallLetters } from "./text";

/*
 * Who says a sentence, and of what. A name counts if the job asks for it or works with it. It does not in what is said of people's pasts,
 * of money, of rivals and customers, of what the product connects to, of the way to apply, and in what belongs to the page and not to the advert.
 */

/** After one of these a name is not asked for, until the sentence asks for something. In small letters, like the text that it is tried on. */
const idle = new RegExp(
  [
    // People's pasts, and money.
    "\\bex-(?=\\p{L})",
    "\\b(?:former(?:ly)?|previously)\\b(?! experience)",
    "\\b(?:team|group|crew) of\\b[^.;:|\\n]{0,80}?\\b(?:who|that)(?:['’]ve| have)\\b",
    "\\b(?:founders?|co-?founders?|cto|ceo|angels?|investors?|advisors?|alumni|veterans?|leadership|people|folks|team(?: members)?)\\b[^.;:|\\n]{0,30}?\\b(?:(?:has |have )?worked|(?:comes?|came|hail\\w*) from|from|ex|was|were|made up of|of|at|includes?|brings?|built|created|sold|left|spent|shipped|explored)\\b",
    "\\bearly (?:engineers?|employees?|members?)\\b",
    "\\b(?:makers?|creators?|authors?|founded (?:in \\d{4} )?by|inventors?) (?:of|by)?",
    "\\b(?:raised|backed by|funded by|invested by|supported by investors|acquired by|funding from)\\b",
    "\\b(?:used|trusted|loved|chosen) by\\b",
    "\\b(?:customers|clients|users|partners) (?:like|such as|include|including|are|at|export|connect|run|use|love)\\b",
    "\\b(?:companies|teams|brands|businesses|startups|enterprises|industries|sectors|markets) (?:you (?:may |might |probably )?(?:know|love) )?(?:like|such as|including|at|that use)\\b",
    "\\bpowering\\b",
    "\\bin production (?:with|at)\\b",
    // What the product is for, and what else the company looks for.
    "\\b(?:our|the|its) mission\\b",
    "(?<=(?:^|[.!?|\\n])\\s{0,3})with \\p{L}[\\p{L}\\d.]{0,40}(?: \\p{L}[\\p{L}\\d.]{0,40})?, (?:you|teams|companies) can\\b",
    "\\bhow (?:developers|engineers|teams|people|companies|businesses|customers|users|everyone|the world) (?:can |should |could )?\\p{Ll}+\\b",
    "\\bthe (?:future|rise|age|forefront|cutting edge) of\\b",
    "\\bother (?:open )?(?:roles|positions|openings) (?:in|for)\\b",
    // Rivals.
    "\\b(?:on the scale of|(?:it is|it['’]s) like an?|(?:is|are|has|have) (?:joining|joined|acquired)|unlike|compared (?:to|with)|competitors?|alternatives? to|think of (?:it|us) as|imagine|other companies|replaces?)\\b",
    "\\b(?:that|which) (?:helps?|lets?|enables?|allows?|empowers?) (?!you\\b|us\\b)",
    "\\bcompet(?:e|es|ing) (?:with|against)\\b",
    // Others in the house, and the house itself.
    "\\bother (?:teams|squads|departments|groups|products)\\b",
    "(?<=(?:^|[.!?|\\n])\\s{0,3})(?:working|life|careers|a day) at\\b",
    // What the product connects to, runs on or is for.
    "\\b(?:our|the|this|its)\\s+(?:[\\p{L}-]+\\s){0,2}?(?:products?|platform|apps?|sdks?|software|tools?|solution|services|plug-?ins?|extensions?|add-?ons?|integrations?|clients?)\\b[^.;:|\\n]{0,20}?\\b(?:connects?|integrates?|supports?|syncs?|reads?|imports?|exports?|plugs?|works? with|is in|are in|(?:is|are) available|covers?|includes?|monitors?)\\b",
    "(?<=(?:^|[.!?|\\n])\\s{0,3})(?!(?:we|you|our|your|this|the|i|they|it)\\b)\\p{L}[\\p{L}.]{1,40}(?:\\s\\p{L}[\\p{L}.]{1,40}){0,2}\\s(?:connects|integrates|syncs|supports|imports|exports|plugs into|works with|reads)\\b",
    "\\b(?:an?|the|our)\\s+(?:[\\p{L}-]+\\s){0,3}?(?:apps?|games?|add-?ons?|plug-?ins?|extensions?|widgets?)\\s(?:for|in|on)\\b",
    "\\bapp stores?\\b",
    "\\b(?:it|we) (?:connects? to|integrates? with|supports?)\\b",
    "\\b(?:better|faster|easier|cheaper|accurate|simpler) than\\b",
    // The way to apply, and the page around the advert.
    "\\b(?:links?|link to|include (?:your|a|an|links?)|send (?:us )?(?:your|a|an)|share your|your (?:r[eé]sum[eé]|cv|portfolio|linkedin|profile))\\b",
    "\\b(?:find (?:us|our code|the code)|to apply,|apply(?: (?:at|here|by|via|through|now))? ?:|apply (?:at|by|via|through))",
    "\\b(?:enable|turn on) (?=javascript)|\\brun `?(?=npm\\b)",
  ].join("|"),
  "gu",
);

/** A sentence that holds one of these says all of its names of others, unless it asks before them. */
const idleWhole =
  /\binvested in us\b|\b(?:rely|relies|depend) on us\b|\bare (?:our|among our) (?:customers|clients|investors|users)\b|\bto run this app\b|\bif you have (?:them|one|any)\b/gu;

/** After one of these a name is asked for, or belongs to the work. */
const asks = new RegExp(
  [
    "\\bwe(?:['’]re| are)?(?: \\p{Ll}+)? (?:use|using|write|code|build (?:with|on|in)|work (?:with|in)|run on)\\b",
    "\\b(?:you|you['’]ll|you['’]d|you are|candidates?|engineers?|developers?)\\b(?! (?:from|at|of|who worked))",
    "\\b(?:stack(?! overflow)|tech|technologies|skills|requirements|languages)\\b",
    "\\b(?:experienced?|knowledge|proficien\\p{L}+|familiar\\p{L}*|expertise|fluent|understanding)\\b(?: (?:with|in|of))",
    "\\b(?:written|built|developed|implemented|coded) (?:with|in|on|using|mostly|mainly)\\b",
    "\\b(?:looking for|hiring|seeking|must|required)\\b",
    "\\bthe (?:back ?end|front ?end|code|codebase)\\b",
  ].join("|"),
  "gu",
);

/** "We moved from X to Y": X is past, Y is meant. "We are moving" says both of today. */
const past =
  /\b(?:moved|migrated|switched|ported|transitioned|rewrote|rewritten|replaced)\b[^.;|\n]{0,30}?\b(?:from|off)\b|\brewrote\b|\band from\s(?=\p{Lu})/gu;
const present = /\b(?:to|into|in|with|and now|now)\b/iu;
/** "We are replacing X with Y", "we left X for Y", "we no longer use X": X is given up, Y is meant. */
const givenUp =
  /\b(?:replac(?:ing|ed)|left|leaving|ditch(?:ed|ing)|abandon(?:ed|ing)|retir(?:ed|ing)|phas(?:ed|ing) out|sunsett?(?:ed|ing)|(?:got|getting) rid of|(?:no longer|not|stopp?(?:ed)?) (?:us(?:e|ing)|writ(?:e|ing)|run(?:ning)?|rely(?:ing)? on|touch(?:ing)?)(?: any)?)\b/giu;
const instead = /\b(?:for|with|by|in favou?r of|to|now|but|and (?:now|write|use|run|build|went))\b/iu;

/** Characters: no further away is what was moved to. */
const longest = 200;

type Turn = { at: number; isIdle: boolean };

/** The sentences of a text that speak of somebody or something else than the job, and where they turn to it and back. */
type Told = { start: number; end: number; isWhole: boolean; turns: Turn[] };

/** Those sentences of a text, in order. Looks for everything in the whole text once, since a text may have very many sentences. */
function idleTurns(text: string, clauses: readonly Clause[]): Told[] {
  const turnedFrom = (words: RegExp, back: RegExp) =>
    [...text.matchAll(words)].flatMap(({ 0: found, index }): Turn[] => {
      const at = index + found.length;
      const now = back.exec(text.slice(at, at + longest).split(/[.;|\n]/u, 1)[0] ?? "");
      return [{ at, isIdle: true }, ...(now ? [{ at: at + now.index + now[0].length, isIdle: false }] : [])];
    });
  const pasts = [...turnedFrom(past, present), ...turnedFrom(givenUp, instead)];
  const small = inSmallLetters(text);
  const idles = [...[...small.matchAll(idle)].map(turnTo(true)), ...pasts];
  const wholes = [...small.matchAll(idleWhole)].map(({ index }) => index);
  if (idles.length === 0 && wholes.length === 0) return [];
  const turns = [...idles, ...[...small.matchAll(asks)].map(turnTo(false))];
  // Of two at one place, "our people from": what is idle begins later.
  turns.sort((one, other) => one.at - other.at || Number(one.isIdle) - Number(other.isIdle));
  let [turn, whole] = [0, 0];
  const told: Told[] = [];
  for (const { start, end } of clauses) {
    while (turn < turns.length && elementAt(turns, turn).at <= start) turn++;
    const first = turn;
    while (turn < turns.length && elementAt(turns, turn).at <= end) turn++;
    while (whole < wholes.length && elementAt(wholes, whole) < start) whole++;
    const isWhole = whole < wholes.length && elementAt(wholes, whole) < end;
    const own = turns.slice(first, turn);
    if (isWhole || own.some(({ isIdle }) => isIdle)) told.push({ start, end, isWhole, turns: own });
  }
  return told;
}

/** The clauses of a text, and those of its sentences that are told of others. */
export type Telling = { clauses: readonly Clause[]; told: readonly Told[] };

/** How a readable text tells what it tells: for all readers of its tags. */
export function tellingOf(text: string): Telling {
  const clauses = clausesOf(text);
  return { clauses, told: idleTurns(text, clauses) };
}

/** Whether names at positions, asked for in ascending order, are said of somebody or something else than the job. */
export function idleWalk(told: readonly Told[]): (position: number) => boolean {
  const sentenceAt = spanWalk(told);
  return (position) => {
    const sentence = sentenceAt(position);
    if (!sentence) return false;
    let [low, high] = [0, sentence.turns.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (elementAt(sentence.turns, middle).at <= position) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? sentence.isWhole : elementAt(sentence.turns, low - 1).isIdle;
  };
}

const turnTo =
  (isIdle: boolean) =>
  ({ 0: words, index }: RegExpExecArray): Turn => ({ at: index + words.length, isIdle });

/** What a company says that it makes or does for others. Ways of working ("we use", "we do", "we write") are not among it. */
const makes =
  "(?:build|help|equip|make|let|provide|offer|enable|empower|create|develop|design|automate|transform|give|bring|deliver|power|combine|integrate|solve|serve|turn|connect|replace|simulate|process|apply|simplify|reinvent|rebuild|rethink|pioneer|specialise|specialize|exist)";
const making =
  "(?:(?:re)?building|helping|making|providing|offering|enabling|empowering|creating|developing|designing|automating|transforming|giving|bringing|delivering|powering|combining|solving|serving|turning|connecting|revolutioni[sz]ing|reinventing|(?:re)?defining|modernising|modernizing|pioneering|disrupting|simplifying|tackling|accelerating|on a mission|a|an|the|one of)";
const name =
  "(?!(?:We|You|They|It|This|That|There|Here|I)\\b)\\p{Lu}[\\p{L}\\p{N}.&]*(?: \\p{Lu}[\\p{L}\\p{N}.&]*){0,2}";

/** A sentence that begins with the company, its product or its customers tells of them, unless it turns to the one who is sought. */
const ofCompany = new RegExp(
  `^\\s*(?:[-*•]\\s*)?(?:(?:Here )?[Aa]t ${name}, )?(?:` +
    [
      `(?:[Ww]e|[Tt]hey|[Ii]t|[Tt]his)(?:['’](?:re|s)| are| is| was)(?: \\p{Ll}+ly| now| also)? ${making}\\b`,
      `(?:[Ww]e|[Tt]hey)(?:['’]ve| have)(?: \\p{Ll}+)? (?:built|been (?:building|helping)|developed|created)\\b`,
      `(?:[Ww]e|[Tt]hey)(?: \\p{Ll}+ly| also)? ${makes}\\b`,
      `(?:[Ii]t|[Tt]his|${name})(?: \\p{Ll}+ly| also)? ${makes}e?s\\b`,
      `${name}(?:['’]s(?: [\\p{L}()-]+){1,6})? (?:is|are|was|has)\\b`,
      "Our(?: [\\p{L}-]+){0,4}? (?:platform|products?|company|startup|app|software|systems?|solutions?|technology|tools?|agents?|mission|vision|customers|clients|users|goal|API)\\b",
      "What we(?:['’]re| are)? (?:do|build(?:ing)?|make)\\s*[:–—-]",
      "(?:About(?: us)?|Pitch|Product|Company|Mission|Vision|Background)\\s*:",
    ].join("|") +
    ")",
  "u",
);
/** "We help developers": whom a product serves, and not who is sought. */
const served =
  /\b(?:your (?:data|teams?|business|company|customers|products?|code|users|apps?|money)|(?:help|equip|let|enabl|allow|empower|giv|for|assist|serv|used by|by)(?:s|e|es|ing|ed)?(?: [\p{L}-]+){0,3} (?:developers|engineers|candidates))\b/giu;
const ofJob =
  /\b(?:you|your|role|job|candidates?|engineers?|developers?|someone|looking (?:for|to)|hiring|seeking|need|help us|join|experience|responsib\p{L}+|love|value|practi[cs]e|believe)\b/iu;

/** "We secure your data": what the company does, which asks it of nobody, unless the sentence turns to the one who is sought. */
const ofUs = /^\s*(?:[-*•]\s*)?(?:[Ww]e|They|Our)\b/u;

/** Characters of a sentence that are looked at, at its beginning and before a position, so that a very long one takes no longer. */
const looked = 240;

/** Whether the sentence that begins at `start` speaks of the company, as far as it is told before `at`, and not of the job. */
export const isOfCompany = (text: string, start: number, at: number): boolean =>
  text.slice(start, Math.min(at, start + looked)).trim() !== "" &&
  ofCompany.test(text.slice(start, Math.min(at + 24, start + looked))) &&
  !turnsToJob(text, start, at);

/** Whether the sentence that begins at `start` tells of what the company does, as far as it is told before `at`. */
export const isDoneByCompany = (text: string, start: number, at: number): boolean =>
  isOfCompany(text, start, at) ||
  (ofUs.test(text.slice(start, start + looked)) && !turnsToJob(text, start, at));

const turnsToJob = (text: string, start: number, at: number) =>
  ofJob.test(text.slice(Math.max(start, at - looked), at).replace(served, ""));
