import { elementAt } from "@/lib/present";
import { headerOf } from "./header";
import { locate, withoutTail } from "./locations";
import type { Place } from "./place-names";
import { isRole, partsOf } from "./title";
import { findWorkplace, type WorkplaceReading, workplaceIn } from "./workplace";

/** What a text says of places: where the work is, where the company can hire for remote work, each with the line or phrase that says so. */
export type PlacesReading = {
  places: (Place & { country: string; start: number; end: number })[];
  hiringCountries: { country: string; start: number; end: number }[];
  /** Names that stand among the limits of remote work, and that we do not know. */
  unknownLimits: { name: string; start: number; end: number }[];
};

const stated =
  /(?:^|\n|[.!?)]\s{1,4}|\bhttps?:\S{1,200}\s{1,4}(?=\p{Lu})|(?=\slocations?\s?:)(?<=:[^\n:]{1,80})\s)[^\S\n]*(?:[-*•][^\S\n]*)?(?:\*\*)?(?:office |job |work )?(?:locations?|based in|where|place|office|standort|arbeitsort|lieu|ubicación|localidade|sede|locatie|lokalizacja|ort)(?:\*\*)?\s*[:–-](?:\*\*)?\s*((?:(?!\s(?:roles?|positions?|titles?|compensation|salary|pay|tech|technologies|stack|type|contact|apply|experience|team|about|website|visa)\s?:)[^\n]){2,160})/giu;
/** A word in small letters, with a capital, or in capitals. */
const anyCase = (words: string) =>
  words
    .split("|")
    .flatMap((word) => [word, word.replace(/^\p{Ll}/u, (first) => first.toUpperCase()), word.toUpperCase()])
    .join("|");
const word = "(?:St\\. )?\\p{Lu}(?:[\\p{L}'’-]|\\.(?=\\p{L})){0,40}";
const name = `(?:the )?${word}(?:[ ,/&]+(?:(?:and|or) )?(?:the )?${word}){0,6}`;
const based = new RegExp(
  `\\b(?:${anyCase("based|located|hq|headquartered|office|offices|headquarters|on-site|onsite|in-person|in person|hybrid|position|role|roles|team|work|engineers|developers")})\\s+(?:\\w+ ){0,2}?(?:in|at|out of|from|within)\\s+(${name})`,
  "gu",
);
const hiringIn = new RegExp(`(?<=\\b[Hh]iring\\b[^.|\\n]{0,80})\\bin\\s+(${name})`, "gu");
/** "San Francisco, CA, US / Remote (US)" within a line. */
const inFull = new RegExp(
  `((?:${word}(?: ${word}){0,3}, )?[A-Z]{2}, (?:USA?|CA)\\b(?: ?\\/ ?Remote(?: ?\\([^()\\n]{2,60}\\))?)?)`,
  "gu",
);
/** "in the office – Berlin or Leeds / Tokyo": a list of towns behind a dash. */
const listed = new RegExp(
  `(?<=\\s[-–—]\\s|:\\s)(${word}(?: ${word}){0,2}(?:(?:\\s?[,/]\\s?|\\s(?:or|and)\\s)${word}(?: ${word}){0,2}){2,12})(?=\\s*$)`,
  "gmu",
);
const roles = `(?:${anyCase("engineers?|developers?|programm?ers?|architects?|scientists?|candidates?|team")})`;
/** "a Berlin-based developer", "a US-based, fully remote engineer" */
const basedThere = new RegExp(
  `((?:\\p{Lu}[\\p{L}.]{0,40}(?: \\p{Lu}\\p{L}{0,40}){0,2})-based(?:,? (?:fully )?remote)?)(?=,? (?:[\\p{L}+#./-]+ ){0,4}${roles}\\b)`,
  "gu",
);
/** "local from Athens, Greece, or remote" */
const localFrom = new RegExp(
  `\\b(?:local(?:ly)?|work(?:ing)?|team|us) (?:from|in|at) (${word}(?: ${word})?, ${word}(?: ${word})?)`,
  "gu",
);
/** Where one who works remotely must live. */
const mustLive = new RegExp(
  `\\b(?:must|need to|have to|as long as you|you|candidates?|applicants?|open to anyone|only (?:hire|consider\\w*)(?: \\w+){0,2})(?: (?:currently|already|to|should|are|be|must))*[ ’'](?:re )?(?:live|living|reside|residing|located|based|physically located)(?: anywhere)? (?:in|within) (${name})`,
  "gu",
);
/** "[Berlin, on-site]" */
const bracket = /[([]([^()[\]\n|]{0,60}\b(?:on-?site|remote|hybrid|in-person)\b[^()[\]\n|]{0,60})[)\]]/giu;
/** "fully remote in the UK" */
const remoteWithin = new RegExp(
  `\\b(?:${anyCase("remote|remotely")})\\s+(?:\\w+ ){0,2}?(?:in|from|within|across)\\s+(${name})`,
  "gu",
);
/** "US residents only", "candidates across Canada", "we hire anywhere in the US", "we cannot hire outside of the US" */
const residents = new RegExp(`\\b(${name}) (?:residents?|citizens?|candidates?|applicants?) only\\b`, "gu");
const applicants = new RegExp(
  `\\b(?:${anyCase("applicants|applications|candidates|anyone")})(?: who (?:are|live))?(?: based| located| living)? (?:from|in|across|within) (${name})`,
  "gu",
);
const hireIn = new RegExp(
  `\\b[Ww]e (?:can |only |currently |are able to )*(?:hire|employ|recruit) (?:\\p{Ll}+ ){0,3}(?:in|within|across|from) (${name})`,
  "gu",
);
const notOutside = new RegExp(
  `(?:\\b(?:not|cannot|unable|[Nn]o|only)|n['’]t)\\b[^.;|\\n]{0,30}\\bhir(?:e|es|ing)\\b(?: \\p{Ll}+){0,3} outside(?: of)? (${name})`,
  "gu",
);
/** "REMOTE (USA/Canada)" */
const remoteIn = /\b(remote ?\([^()\n|]{2,60}\))/giu;
/** "Acme (Berlin) is hiring" */
const ofCompany = /^[^()\n|]{2,60}\(([^()\n]{2,60})\) (?:is|are) (?:hiring|looking|seeking|recruiting)\b/gmu;
const ours = new RegExp(
  `\\b(?:our|the)\\s+(${name})\\s+(?:office|offices|headquarters|HQ|studio|hub)\\b`,
  "gu",
);

/** The places of a readable text: those of its head; where that names none, of its location lines; else of its phrases like "based in". */
export function findPlaces(text: string, workplace = findWorkplace(text)): PlacesReading {
  const body = text.slice(0, 20_000);
  for (const parts of [
    headParts(text),
    [...matches(body, stated, inFull), ...matches(body.slice(0, 2_000), listed).filter(isListOfTowns)],
    [
      ...matches(body, based, basedThere, ours, ofCompany, hiringIn, bracket, remoteIn),
      ...limits(body, remoteWithin),
    ],
  ]) {
    const found = read(parts);
    if (found.places.length > 0 || found.hiringCountries.length > 0)
      return withLimits(withTowns(found, body), workplace, body);
  }
  return withLimits({ places: [], hiringCountries: [], unknownLimits: [] }, workplace, body);
}

/** Whether most of what a list names are towns that we know. */
const isListOfTowns = ({ text }: Part) =>
  locate(text).places.filter(({ city }) => city !== null).length * 3 >
  text.split(/[,/]|\s(?:or|and)\s/u).length * 2;

/** Of a country alone: the towns in it of which the text says that the work is there. */
function withTowns(found: PlacesReading, body: string): PlacesReading {
  const bare = new Set(found.places.flatMap(({ city, country }) => (city === null ? [country] : [])));
  if (bare.size === 0) return found;
  const towns = read(matches(body, stated, based, basedThere, localFrom)).places.filter(
    ({ city, country }) => city !== null && bare.has(country),
  );
  const named = new Set(towns.map(({ country }) => country));
  return {
    ...found,
    places: [...found.places.filter(({ city, country }) => city !== null || !named.has(country)), ...towns],
  };
}

/**
 * For remote work without a limit beside the word: where the text says that one must live. A country to which remote work is limited is no place of
 * work as well.
 */
function withLimits(found: PlacesReading, workplace: WorkplaceReading | null, body: string): PlacesReading {
  const isLimited = found.hiringCountries.length > 0 || workplace?.workplace !== "remote";
  const { hiringCountries } = isLimited
    ? found
    : read([
        ...limits(body, mustLive, residents, applicants, hireIn, notOutside, remoteWithin),
        ...matches(body, bracket, remoteIn),
      ]);
  const limited = new Set(hiringCountries.map(({ country }) => country));
  return {
    ...found,
    places: found.places.filter(({ city, country }) => city !== null || !limited.has(country)),
    hiringCountries,
  };
}

type Part = { text: string; start: number; end: number };

/** The first part is the company's name, unless it names a country too ("Cologne, Germany | Acme"). */
function headParts(text: string): Part[] {
  return headerOf(text).flatMap((line, index) => {
    const parts = text.slice(line.start, line.end).includes("|")
      ? barParts(text, line)
      : withRemote(text, partsOf(text, line));
    const [first, ...rest] = parts;
    const isPlace =
      first !== undefined &&
      /,\s*\S/.test(first.text.replace(/\(.*$/u, "")) &&
      locate(first.text).places.some(({ country }) => country !== null);
    const own = first && index === 0 && parts.length > 1 && !isPlace ? behindName(first) : [];
    return (index === 0 && parts.length > 1 && !isPlace ? [...own, ...rest] : parts)
      .map((part) => ({ ...part, text: withoutTail(part.text) }))
      .map((part) => ({ ...part, end: part.start + part.text.length }))
      .filter((part) => part.text.length <= 160 && isShort(part.text))
      .map((part) => (isRole(part.text) && workplaceIn(part.text) === null ? behindRole(part) : part));
  });
}

/** Between "|" alone: "US – Remote" is one part about places. */
function barParts(text: string, { start, end }: { start: number; end: number }): Part[] {
  const parts: Part[] = [];
  let from = start;
  for (const piece of text.slice(start, end).split("|")) {
    if (piece.trim() !== "")
      parts.push({
        text: piece.trim(),
        start: from + piece.indexOf(piece.trim()),
        end: from + piece.trimEnd().length,
      });
    from += piece.length + 1;
  }
  return parts;
}

/** "Remote – Canada": what stands behind the word is its limit, and no place beside it. */
function withRemote(text: string, parts: Part[]): Part[] {
  return parts.flatMap((part, at) => {
    const next = parts[at + 1];
    if (at > 0 && bareRemote.test(elementAt(parts, at - 1).text) && !isRole(part.text)) return [];
    if (!next || !bareRemote.test(part.text) || isRole(next.text)) return [part];
    return [{ text: text.slice(part.start, next.end), start: part.start, end: next.end }];
  });
}

const bareRemote = /^(?:fully |100 ?% )?remote$/iu;

/** "Acme (Stockholm)", "Acme makes tea. Stockholm": where the company says it is, behind its name or what it says of itself. */
function behindName({ text, start }: Part): Part[] {
  const [, bracket, sentence] = /\(([^()]{2,60})\)\s*$|[.!?]\s+([^.!?]{2,60})$/u.exec(text) ?? [];
  const words = bracket ?? sentence ?? "";
  const located = words === "" ? null : locate(words);
  const isPlace =
    located !== null &&
    (located.places.some(({ city }) => city !== null) || located.hiringCountries.length > 0);
  const from = start + text.lastIndexOf(words);
  return isPlace ? [{ text: words, start: from, end: from + words.length }] : [];
}

/** Of "Senior Engineer, Berlin" or "Engineer (Backend, Berlin)" what stands behind the role. */
function behindRole(part: Part): Part {
  const last = [...part.text.matchAll(/[,(]|\s(?:in|at)\s/gu)].find(
    ({ index }) => !isRole(part.text.slice(index)),
  );
  const at = last ? last.index + last[0].length : part.text.length;
  return { ...part, text: part.text.slice(at), start: part.start + at };
}

/** A sentence is no place, however many it names. */
const isShort = (part: string) =>
  !/\b(?:we|our|you|is|are|the team|building|looking|hiring|degree|experience)\b/iu.test(part) &&
  !/https?:/.test(part);

function matches(text: string, ...patterns: RegExp[]): Part[] {
  return patterns
    .flatMap((pattern) => [...text.matchAll(pattern)].slice(0, 12))
    .map((match) => {
      const words = elementAt(match, 1);
      const start = match.index + match[0].indexOf(words);
      return { text: words, start, end: start + words.length };
    })
    .sort((a, b) => a.start - b.start);
}

/** What the patterns find, as limits of remote work. */
const limits = (text: string, ...patterns: RegExp[]) =>
  matches(text, ...patterns).map((part) => ({ ...part, text: `Remote (${part.text})` }));

function read(parts: Part[]): PlacesReading {
  const places = new Map<string, PlacesReading["places"][number]>();
  const hiring = new Map<string, PlacesReading["hiringCountries"][number]>();
  const unknown = new Map<string, PlacesReading["unknownLimits"][number]>();
  for (const { text, start, end } of parts) {
    const located = locate(text);
    for (const { city, country } of located.places)
      if (country && !places.has(`${city}|${country}`))
        places.set(`${city}|${country}`, { city, country, start, end });
    for (const country of located.hiringCountries)
      if (!hiring.has(country)) hiring.set(country, { country, start, end });
    for (const name of located.unknownLimits) unknown.set(name, { name, start, end });
  }
  const found = [...places.values()];
  const withCity = new Set(found.filter(({ city }) => city !== null).map(({ country }) => country));
  return {
    places: found.filter(({ city, country }) => city !== null || !withCity.has(country)),
    hiringCountries: [...hiring.values()],
    unknownLimits: [...unknown.values()],
  };
}
