import type { Degree } from "@/lib/taxonomy/terms";
import { isDate } from "./dates";
import { type Entry, mostEntries } from "./entries";
import type { Part, ResumeLine } from "./lines";
import { atomsOf, isPlace, stretchOf, withoutPlaces } from "./names";

/** What the head of a study names: the degree's rank and its words, the field, the school. */
export type Study = { level: Degree | null; degree: Part | null; field: Part | null; school: Part | null };

/** Degrees as people write their own, the highest first. */
const ranks: [Degree, RegExp][] = [
  [
    "doctorate",
    /\b(?:ph\.?\s?d\b\.?|d\.?\s?phil\b\.?|do[ck]tor(?:ate|al|ats?|ado)?\b(?:'s)?(?: degree)?(?: of [\p{L} ]+?(?=\s+-|,|\s+in\b|$))?|dr\.[\p{L}.-]*|doutorado\b|dottorato\b)/iu,
  ],
  [
    "master",
    /\b(?:master(?:['’]?s)?\b(?: degree)?(?: of [\p{L} ]+?(?=\s+-|,|\s+in\b|\s*\(|$))?|m\.?\s?sc\b\.?|m\.?\s?eng\b\.?|mba\b|m\.?\s?tech\b\.?|m\.?\s?phil\b\.?|m\.s\.|m\.a\.|diplom\b(?:-\p{L}+)?|magister\b|laurea (?:magistrale|specialistica)\b|mestrado\b|máster\b|maîtrise\b|civilingenjör\b|civilingeni(?:eu|ø)r\b)|\b(?:MS|MA|MCS|MEng|MSCS|MRes|MCA)\b/iu,
  ],
  [
    "bachelor",
    /\b(?:bachelor(?:['’]?s)?\b(?: degree)?(?: of [\p{L} ]+?(?=\s+-|,|\s+in\b|\s*\(|$))?|b\.?\s?sc\b\.?|b\.?\s?eng\b\.?|b\.?\s?tech\b\.?|b\.s\.|b\.a\.|b\.e\.|undergraduate degree|licen[cs]e\b|licenciatura\b|laurea\b(?: triennale)?|grado(?= en )|bacharel(?:ado)?\b|inżynier\b)|\b(?:BS|BA|BE|BCS|BSE|BSCS|BBA|BCA|BFA|AB)\b/iu,
  ],
  [
    "associate",
    /\b(?:associate(?:['’]?s)?\b(?: degree)?(?: of [\p{L} ]+?(?=\s+-|,|\s+in\b|$))?|foundation degree|hnd\b)|\b(?:AAS|AS|AA)\b/iu,
  ],
  [
    "none",
    /\b(?:(?:high|secondary) school (?:diploma|certificate|leaving certificate)|ged\b|abitur|baccalaur[ée]at|a[- ]levels|gcses?)\b/iu,
  ],
];
/** Two letters are a degree only in capitals. */
const inCapitals = /^(?:MS|MA|BS|BA|BE|AB|AS|AA|BCS|MCS|BSE|AAS|BBA|BCA|MCA|BFA)$/i;
const school =
  /\b(?:universi\p{L}+|college|institut\p{L}*|school|academy|hochschule|polytechni\p{L}+|politecnico|facult\p{L}+|eth|mit|epfl|tu|uc|bootcamp|gymnasium|lyc[ée]e|[ée]cole|seminary|conservatory|tech)\b/iu;
/** Characters: a longer line tells, it does not name. */
const longestHead = 160;

/** A degree, and a school beside it: "High School Diploma" is a degree alone. */
function namesBoth(line: ResumeLine): boolean {
  const degree = degreeIn(line);
  if (!degree) return false;
  const { start, end } = degree.part;
  return school.test(`${line.text.slice(0, start - line.start)} ${line.text.slice(end - line.start)}`);
}

/** A line with a degree and its school is a study of its own, with the line of dates above it if there is one. */
export function studyParts(lines: readonly ResumeLine[]): ResumeLine[][] {
  const parts: ResumeLine[][] = [[]];
  for (const line of lines) {
    if (parts.length > mostEntries) break;
    const current = parts.at(-1) ?? [];
    const isWhole = !line.isBullet && line.text.length <= longestHead && namesBoth(line);
    if (isWhole && current.length > 0) {
      const above = current.at(-1);
      const isDated = above !== undefined && isDate(above.text);
      parts.push(isDated ? current.splice(-1) : []);
    }
    parts.at(-1)?.push(line);
  }
  return parts.filter((part) => part.length > 0);
}

const score =
  /^(?:gpa|cgpa|grade|score|honou?rs|cum laude|magna|summa|first class|with distinction|distinction|minor|thesis|advisor|valedictorian|coursework)\b/iu;

/** Words with a degree that was not, or is not yet, awarded. */
const unfinished =
  /\b(?:not (?:yet )?(?:completed|finished|graduated)|incomplete|unfinished|uncompleted|dropped out|drop-?out|abd|all but dissertation|in progress|ongoing|(?:expected|anticipated)(?=\s*(?:$|[:(),.–-]|in\b|by\b|to\b|graduation|completion|\p{L}{3,9}\.? \d|['’]?\d))|discontinued|abandoned|withdrew|withdrawn|interrupted|left (?:early|without|before)|(?:did|does|has) ?n[o'’]t (?:graduated?|completed?|finish(?:ed)?)|never (?:graduated|completed|finished)|(?:stud(?:y|ied|ying)|years?|credits?|coursework|work(?:ed|ing)?|progress(?:ed)?) towards?|(?:thesis|exams?|credits?|dissertation) (?:outstanding|remaining|missing|pending)|no degree|without (?:a )?degree|(?:ph\.?\s?d\.?|doctoral|master'?s?|bachelor'?s?|degree) (?:candidate|student)|laufend|abgebrochen|ohne abschluss|nicht abgeschlossen|non (?:terminée?|achevée?|obtenue?)|inachevée?|sin (?:terminar|finalizar|acabar)|no (?:terminad|finalizad)[oa]|inacabad[oa]|não (?:concluíd|terminad)[oa]|en curso|incomplet[oa]|em curso|in corso|non completat[oa]|niet afgerond|nieukończon[ey]|w trakcie|pågående|ej avslutad|ikke fullført)(?!\p{L})/imu;

/** Such words alone, which name neither a field nor a school. */
const isRemark = (text: string) =>
  text.replace(unfinished, "").replace(/[\d\s().]/g, "") === "" && levelOf(text) === null;

/** Whether a study did not end with its degree: it says so in `words`, it goes on, or its end is still ahead of `now`. */
export const isUnfinished = (
  { words, ended, goesOn }: { words: string; ended: string | null; goesOn: boolean },
  now: Date,
): boolean => goesOn || unfinished.test(words) || (ended ?? "") > now.toISOString().slice(0, ended?.length);

/** Reads the head of a study. What it does not name is null. */
export function studyOf({ head, body }: Entry): Study {
  const cells = head.flat().filter(({ text }) => !isPlace(text) && !score.test(text));
  const atoms = cells
    .flatMap((cell) => withoutPlaces(atomsOf(cell)))
    .filter(({ text }) => !score.test(text) && !isRemark(text));
  const degrees = atoms.flatMap((atom) => degreeIn(atom) ?? []);
  const degree = degrees.sort((a, b) => b.rank - a.rank || b.part.text.length - a.part.text.length)[0];
  const names = atoms.filter(
    (atom) => !degrees.some(({ part }) => part.start < atom.end && atom.start < part.end),
  );
  const place =
    names.find(({ text }) => school.test(text)) ??
    degrees.map(({ part, atom }) => schoolBehind(part, atom)).find((found) => found !== null) ??
    (names.length > 1 ? names[0] : undefined);
  const field =
    degrees.map(({ part, atom }) => fieldBehind(part, atom)).find((found) => found !== null) ??
    names.find((name) => name !== place && isField(name.text)) ??
    null;
  const only = !place && !field && degree ? names[0] : undefined;
  return {
    level: degree?.level ?? levelOf(body[0]?.text ?? ""),
    degree: degree?.part ?? null,
    field,
    school: place ?? only ?? null,
  };
}

/** The rank of a degree by its name alone, such as "Bachelor of Science"; null for a name that is none. */
export function levelOf(text: string): Degree | null {
  return degreeIn({ text: text.slice(0, 120), start: 0, end: text.length })?.level ?? null;
}

function degreeIn(atom: Part): { level: Degree; rank: number; part: Part; atom: Part } | null {
  for (const [at, [level, words]] of ranks.entries()) {
    const found = words.exec(atom.text);
    if (!found || (inCapitals.test(found[0]) && found[0] !== found[0].toUpperCase())) continue;
    // "Master" in a school's name, or "associate" in a title, is no degree.
    if (found.index > 0 && !/(?:^|[\s(/-])$/u.test(atom.text.slice(0, found.index))) continue;
    const start = atom.start + found.index;
    const text = found[0].trim();
    return { level, rank: ranks.length - at, part: { text, start, end: start + text.length }, atom };
  }
  return null;
}

/** "in Computer Science" behind a degree, or what follows it in brackets or after the bare letters. */
function fieldBehind(degree: Part, atom: Part): Part | null {
  const rest = atom.text.slice(degree.end - atom.start);
  const named =
    /^[.\s)]*(?:\([^)]{1,12}\)\s*)?(?:degree\s+)?(?:in|of|:|–|-)?\s+(?=\p{Lu})([^,(|]{2,80})/u.exec(rest);
  if (!named?.[1] || !isField(named[1].trim())) return null;
  const start = degree.end + named[0].length - named[1].length;
  const text = named[1].trim();
  return { text, start, end: start + text.length };
}

/** "PhD Princeton University". */
function schoolBehind(degree: Part, atom: Part): Part | null {
  const rest = stretchOf(atom, degree.end - atom.start, atom.text.length);
  return school.test(rest.text) ? rest : null;
}

const isField = (text: string) =>
  text.length <= 80 &&
  /^\p{L}[\p{L}\s&/'’().-]+$/u.test(text) &&
  !school.test(text) &&
  !score.test(text) &&
  degreeIn({ text, start: 0, end: text.length }) === null;
