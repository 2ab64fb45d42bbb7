import type { Degree } from "@/lib/taxonomy/terms";
import { inSmallLetters } from "./text";

export type DegreeReading = {
  level: Degree;
  field: string | null;
  /** Whether the text takes equal experience instead; true where it says nothing, as for a posting. */
  equalExperience: boolean;
  start: number;
  end: number;
};

/** In small letters, like the text that they are tried on. */
const levels: [Degree, RegExp][] = [
  [
    "none",
    /\bno (?:\w+ )?degree(?:,? (?:or|and) \w+)?(?: is| are)? (?:required|needed|necessary)\b|\bdegrees? (?:(?:is|are) )?(?:not (?:required|needed|necessary|a must|mandatory)|unnecessary)\b|\bnot (?:required|needed|necessary) to (?:have|hold) an? (?:\w+ ){0,3}degree\b|\b(?:do not|don['’]t) need an? (?:\w+ ){0,3}degree\b|\bdegree (?:is )?optional\b|\bwithout a degree\b|\bno formal (?:education|degree)\b/gu,
  ],
  ["associate", /\bassociate(?:['’]?s)? degree\b/gu],
  [
    "bachelor",
    /\bbachelor(?! part| pad)(?:['’]?s)?(?:\/master(?:['’]?s)?)?(?: degree| of (?:science|engineering|arts|technology))?\b|\bb\.?\s?sc\.?\b|\bb\.?tech\b|(?<!\b(?:no|zero|low|any|the|less|without)[ -])\bb\.?s\.?(?=\s?(?:\/|or|in|degree|\+|,|m\.?sc?\b|cs\b|ee\b|computer|required|preferred|with))|\bba\b(?=\s?(?:\/|or|in|degree|,\s?(?:bs|m\.?[as]|m\.?sc|ph))\b|\s?\/)|\bb\.?e\.?(?:\s?\/\s?b\.?tech\b\.?)|\bb\.e\.(?=\s(?:in|degree)\b)|\bb\.\s?eng\b\.?|\bbeng\b|\b(?:undergraduate|university|college|engineering|computer science|cs|technical|relevant|related|stem|four[- ]year|4[- ]year)(?: \w+)? degree\b|\bdegree in\b|\ba degree\b|\buniversity (?:education|diploma)\b/gu,
  ],
  [
    "master",
    /\bmaster(?:['’]?s)? degree\b|\b(?:advanced|postgraduate|post-graduate) degree\b|(?<!\bscrum )\bmaster['’]s\b|(?<!\bscrum )\bmasters\b(?= (?:or|in|degree|and|preferred|required))|\bmaster of (?:science|engineering|arts)\b|\bm\.?\s?sc\.?\b|\bm\.?s\.?(?=\s?(?:\/|or |in |degree|\+\s?\d))|\bm\.?tech\b/gu,
  ],
  ["doctorate", /\bph\.?\s?d\.?\b|\bdoctorate\b|\bdoctoral degree\b/gu],
];

const wished =
  /\b(?:plus|preferred|preferabl[ey]|nice[- ]to[- ]have|bonus|ideally|desirable|advantage|advantageous|an asset)\b/iu;
const equal =
  /\b(?:or|and\/or|\/)\s?(?:an? )?(?:(?:equal|equally|similar|comparable|commensurate|demonstrable|relevant|practical|proven|related|real[- ]world|industry|work|professional)[ ,/]*)*(?:equivalent|equal|comparable|similar|practical|relevant|work|professional|industry|hands[- ]on|real[- ]world|proven)?[ ,]*(?:combination of|work|professional|practical|industry|relevant|related|technical|job)?[ ,]*(?:experience|equivalent|background|knowledge|training|qualification)\b|\bequivalent (?:\w+ )?experience\b|\bor (?:the )?equivalent\b|\bexperience (?:in lieu|instead)\b|\bin lieu of (?:a )?degree\b|\bself[- ]taught\b/iu;
const fieldAfter =
  /^(?:['’]?s)?(?:\s?(?:degree|diploma|\(?(?:or|and|\/)\s?(?:higher|above|bachelor(?:['’]?s)?|b\.?sc?\.?|b\.?a\.?|master(?:['’]?s)?|m\.?sc?\.?|ph\.?d\.?)(?: degree)?\)?))*\s?,?\s?(?:in|of)\s(?:an? )?((?:[\p{L}&-]+[ ,/]*){1,6})/iu;

/**
 * The degree that a readable text asks: the lowest of those it would take ("BSc or MSc" is a bachelor's). One that is only wished for is
 * none, and so is one where `isNice` says that the place is about wishes. Null where the text says nothing.
 */
export function findDegree(
  text: string,
  isNice: (at: number) => boolean = () => false,
): DegreeReading | null {
  const small = inSmallLetters(text);
  const found = levels.flatMap(([level, words], rank) =>
    [...small.matchAll(words)]
      .slice(0, 20)
      .map(({ 0: name, index }) => ({ level, rank, start: index, end: index + name.length })),
  );
  const asked = found
    .filter(({ start, end }) => !isNice(start) && !isWish(text, start, end) && !isOfTheTeam(text, start, end))
    // "Master's degree in" holds "degree in": the nearer word says which.
    .filter(
      (one) =>
        one.level === "none" ||
        !found.some((other) => other.rank > one.rank && other.start < one.start && one.start - other.end < 3),
    )
    .sort((a, b) => a.start - b.start);
  const none = asked.find(({ level }) => level === "none");
  if (none) return { level: "none", field: null, equalExperience: true, start: none.start, end: none.end };
  const [first] = asked;
  if (!first) return null;
  const sentence = sentenceAround(text, first.start, first.end);
  const lowest = asked
    .filter(({ start }) => start >= sentence.start && start < sentence.end)
    .reduce((low, one) => (one.rank < low.rank ? one : low));
  const around = text.slice(sentence.start, sentence.end);
  return {
    level: lowest.level,
    field: fieldOf(text, lowest, sentence.end),
    equalExperience: equal.test(around) || !/\b(?:must|required|mandatory|is a requirement)\b/iu.test(around),
    start: lowest.start,
    end: lowest.end,
  };
}

/** What those have who work there already, or founded it. */
const theirs =
  /\b(?:our|we (?:have|are(?! looking| seeking| hiring| searching)|hold|bring|come|include|all)|we['’](?:re|ve)(?! (?:looking|seeking|hiring|searching))|founders?|founded|c[et]os?|ex|folks|people|backgrounds?|backed|led by|team (?:of|is|includes|with))\b[^.;\n]{0,60}$/iu;
const theirsAfter = /^['’]?s?\s?(?:\)|programs?|students?|candidates? and|researchers?|founders?)/iu;

const isOfTheTeam = (text: string, start: number, end: number) =>
  theirs.test(text.slice(Math.max(0, start - 80), start)) || theirsAfter.test(text.slice(end, end + 16));

function isWish(text: string, start: number, end: number): boolean {
  const { start: from, end: to } = sentenceAround(text, start, end);
  const [before, behind] = [text.slice(from, start), text.slice(end, to)];
  // "Bachelor's degree (Master's a plus)": the wish is that of the bracket.
  const opened = before.lastIndexOf("(") > before.lastIndexOf(")");
  const bracket = /\(([^()]*)\)/u.exec(behind)?.[1] ?? "";
  if (!opened && levels.some(([, words]) => inSmallLetters(bracket).search(words) >= 0))
    return isWishIn(behind.replace(`(${bracket})`, ""), before);
  return isWishIn(opened ? (behind.split(")", 1)[0] ?? "") : behind, before);
}

function isWishIn(behind: string, before: string): boolean {
  // "MS or PhD preferred; BS required": each word is of the degrees on its side of the semicolon or comma.
  const [near = ""] = behind.split(/;|,(?=[^,;]*\b(?:required|must|preferred|plus|bonus|ideally)\b)/iu, 1);
  const last = before.split(/[;,]/u).at(-1) ?? "";
  const isAsked = /\b(?:required|must)\b/iu.test(near) || /\b(?:must|requires?)\b/iu.test(last);
  return (wished.test(near) || wished.test(last)) && !isAsked;
}

function sentenceAround(text: string, start: number, end: number) {
  const before = text.slice(Math.max(0, start - 300), start);
  const after = text.slice(end, end + 300);
  const stop = after.search(/\n|(?<=.{4})(?<![.\s]\p{L})\. /u);
  return {
    start:
      start -
      before.length +
      Math.max(
        before.lastIndexOf("\n") + 1,
        ([...before.matchAll(/(?<![.\s]\p{L})\. /gu)].at(-1)?.index ?? -1) + 1,
      ),
    end: stop === -1 ? end + after.length : end + stop,
  };
}

/** "computer science", from "in computer science, engineering or a related field". */
function fieldOf(text: string, { start, end }: { start: number; end: number }, until: number): string | null {
  const named = /\b(computer science|cs|engineering|mathematics|stem)\b/iu.exec(text.slice(start, end))?.[1];
  const behind = /^\s(cs|computer science|ee)\b/iu.exec(text.slice(end, until))?.[1];
  const words =
    behind ??
    fieldAfter.exec(text.slice(/degree in$/iu.test(text.slice(start, end)) ? end - 3 : end, until))?.[1] ??
    named;
  const field = words
    ?.split(/,|\/|\b(?:or|and|with|from|plus|required|preferred|is|at)\b/iu, 1)[0]
    ?.trim()
    .toLowerCase();
  if (!field || /^(?:a|an|the|related|relevant|similar|technical)\b/.test(field)) return null;
  return field === "cs" ? "computer science" : field;
}
