import type { Employment } from "@/lib/taxonomy/terms";
import { headerOf } from "./header";

export type EmploymentReading = { employment: Employment; start: number; end: number };

const inHead: [Employment, RegExp][] = [
  [
    "full-time",
    /\bfull[\s_-]?time\b|\bfull(?:\s?[/&,-]\s?|\s?-?\s(?:or|and)\s)part[\s_-]?time\b|\bperm(?:anent)?\b|\bfte\b|(?<![\p{L}\d])FT(?![\p{L}\d])|\bregular\b|\bvollzeit\b|\bcdi\b|\b(?:3[5-9]|40)\s?(?:h|hrs?|hours)\s?(?:\/|per|a)\s?(?:week|wk)\b/giu,
  ],
  ["part-time", /\bpar(?:t[\s_-]?)?time\b|\bteilzeit\b|(?<=(?<![\p{L}\d])FT\s?[/,&]\s?)PT(?![\p{L}\d])/giu],
  [
    "contract",
    /(?<!\bsmart[\s-])\bcontract(?:ors?|ing)?\b(?!\s+(?:law|lifecycle|review|management|testing|analysis|intelligence|automation|software))|\bfreelanc(?:e|ers?|ing)\b|\bfixed[\s_-]term\b|\bc2[ch]\b|\b1099\b|\bb2b\b(?!\s+(?:saas|software|startup|company|product|sales|marketing|content))/giu,
  ],
  [
    "internship",
    /\binterns?(?:hip)?s?\b|\btrainee(?:ship)?\b|\bplacement\b|\bworking student\b|\bwerkstudent(?:in)?\b|\bpraktikum\b|\bco-op (?:student|position|term)s?\b/giu,
  ],
  ["temporary", /\btemp(?:orary)?\b|\bseasonal\b/giu],
];
const inBody: [Employment, RegExp][] = [
  [
    "full-time",
    /\bfull[- ]time\b(?! (?:job|student|employees? (?:and|at)))|\bpermanent (?:position|role|contract|job|employment)\b/giu,
  ],
  ["part-time", /\bpart[- ]time\b/giu],
  [
    "contract",
    /\b(?:contract|contractor|freelance) (?:position|role|basis|work|engagement)\b|\b(?:as|this is|for) an? (?:independent )?(?:contractor|freelancer)\b|\b\d+[- ]month contract\b|\bfixed[- ]term (?:contract|position)\b|\b(?:contract to hire|contract-to-hire)\b|\b(?:looking for|hiring|seeking|need|open to) (?:an? |\d+ )?(?:[\p{L}-]+ ){0,2}(?:contractors?|freelancers?)\b|\bcontractors? (?:are )?(?:welcome|ok|okay|considered)\b|\b(?:starts?|begins?) (?:out )?as an? contract\b/giu,
  ],
  [
    "internship",
    /\b(?:hiring|looking for|seeking) (?:an? |\d+ )?(?:\w+ )?interns?\b|\b(?:this|an?|our) (?:paid |summer )?internship\b|\binternships? (?:positions?|program(?:me)?s?|available)\b/giu,
  ],
  ["temporary", /\btemporary (?:position|role|contract|job)\b/giu],
];
/** "No contractors", "not a part-time job". */
const denied =
  /\b(?:no|not|non|without|never|n['’]t)(?:[\s-]+(?:an?|any|for|hiring|hire|considering|accepting|open to|looking for))*[\s-]+$/iu;

/** "Type: contract" */
const field =
  /^[^\S\n]*(?:[-*•][^\S\n]*)?(?:\*\*)?(?:(?:job|contract|employment|engagement) )?(?:type|employment|contract|vertragsart|anstellungsart|beschäftigungsart|arbeitszeit)(?:\*\*)?\s?:(?:\*\*)?([^\n]{3,80})/gimu;

/** "We are also hiring an intern" */
const also =
  /\b(?:also|additionally)(?: \w+)? (?:hiring|looking for|seeking|offering|open to|accepting|taking)\b[^.;\n]{0,60}/giu;

/**
 * The kinds of employment that a readable text offers: those in its head and in a field for them, else those that its body states; each with its
 * proof.
 */
export function employmentsOf(text: string): EmploymentReading[] {
  const head = headerOf(text).flatMap(({ start, end }) => inPart(text, start, end, inHead));
  const fields = [...text.slice(0, 20_000).matchAll(field)]
    .slice(0, 4)
    .flatMap(({ 0: line, 1: value = "", index }) => {
      const end = index + line.length;
      return inPart(text, end - value.length, end, inHead);
    });
  const others = [...text.slice(0, 20_000).matchAll(also)]
    .slice(0, 4)
    .flatMap(({ 0: words, index }) => inPart(text, index, index + words.length, inHead));
  const stated = [...head, ...fields];
  const found = [...(stated.length > 0 ? stated : inPart(text, 0, text.length, inBody)), ...others];
  return [...new Map(found.toReversed().map((reading) => [reading.employment, reading])).values()].sort(
    (a, b) => a.start - b.start,
  );
}

/** The same for a short line that is about the contract, such as a field of a feed. */
export const employmentsIn = (line: string): Employment[] =>
  inPart(line, 0, line.length, inHead).map(({ employment }) => employment);

function inPart(text: string, start: number, end: number, cues: [Employment, RegExp][]): EmploymentReading[] {
  const part = text.slice(start, end);
  return cues.flatMap(([employment, words]) => {
    const match = [...part.matchAll(words)].find(
      ({ index }) => !denied.test(part.slice(Math.max(0, index - 40), index)),
    );
    if (!match) return [];
    const from = start + match.index;
    return [{ employment, start: from, end: from + match[0].length }];
  });
}
