import { elementAt } from "@/lib/present";
import { countryCode } from "@/lib/taxonomy/country-names";
import { withPlacesOfNations } from "@/lib/taxonomy/nations";
import type { Workplace } from "@/lib/taxonomy/terms";
import { placesOf } from "./place-groups";
import {
  isKnown,
  isOnlyTown,
  isProperName,
  isSureArea,
  isWithin,
  onlyCountry,
  type Place,
  type PlaceName,
  placeNamed,
  townIn,
} from "./place-names";
import { workplaceIn } from "./workplace";

export type Located = {
  places: Place[];
  hiringCountries: string[];
  /** Names that stand among the limits of remote work, and that we do not know. */
  unknownLimits: string[];
  workplace: Workplace | null;
};

/** Characters. */
const longestLine = 1_000;

/**
 * What a location line says: cities and countries, for remote work the countries named with it, and the workplace. Careful: a name
 * that could be several places, or none that we know, gives nothing, unless a country or a state stands beside it.
 */
export function locate(text: string): Located {
  const { line, left } = withoutLeftOut(narrowed(plainly(text.slice(0, longestLine))));
  const groups = groupsOf(line).map((group) => ({ ...group, names: namesIn(group.text) }));
  const stated = new Set(groups.flatMap(({ names }) => names.filter(isSureArea).flatMap(onlyCountry)));
  const regional = groups.flatMap(({ names }) => names.flatMap(({ region }) => region ?? []));
  // What the other groups say for sure tells which of two namesakes is meant: "SF / NYC / Bellevue".
  const beside = new Set([
    ...regional,
    ...groups.flatMap(({ names }) =>
      placesOf(names, { stated, beside: new Set(), isOfTowns: false }, "office").places.flatMap(
        ({ city, country }) => (city !== null && country !== null ? [country] : []),
      ),
    ),
  ]);
  const isOfTowns = groups.some(({ names }) => names.some(isOnlyTown));
  const around = { stated, beside, isOfTowns };
  const places: Place[] = [];
  const hiring = new Set<string>();
  const unknown = new Set<string>();
  let isRemoteBefore = false;
  groups.forEach(({ names, isRemote: isMarked, isLimit, isJoined }, at) => {
    const hasTown = names.some(isOnlyTown);
    const next = groups[at + 1];
    // "Remote in Canada or the US", "USA/Canada: remote".
    const isOfList =
      (isJoined && isRemoteBefore) || (next?.isJoined && next.isRemote && next.names.length > 0);
    const isRemote = isMarked || (isOfList === true && !hasTown);
    const found = placesOf(names, around, !isRemote ? "office" : isLimit || isJoined ? "limit" : "remote");
    isRemoteBefore = isRemote && found.places.every(({ city }) => city === null);
    if (isRemote) for (const country of found.stated) hiring.add(country);
    if (isRemote && isLimit) for (const name of found.unknown) unknown.add(name);
    const isRemoteOnly = isRemote && found.places.every(({ city }) => city === null);
    // A country beside remote work is where the company hires, and not a place of work.
    if (!isRemoteOnly) places.push(...found.places.filter(({ city }) => city !== null || !isRemote));
  });
  return {
    places: distinct(places).filter(({ city, country }) => city !== null || !left.has(country)),
    hiringCountries: [...hiring].filter((country) => !left.has(country)),
    unknownLimits: [...unknown],
    workplace: workplaceIn(text),
  };
}

const leftOut =
  /(?:^|[\s,(–—-])(?:no|not|except(?: for)?|excluding|excl\.?|but not|(?<!\b(?:no|not|only|cannot|unable)\b[^,;|]{0,30}|n['’]t[^,;|]{0,30})outside(?: of)?)(?: in| from)? ((?:the )?\p{Lu}[\p{L}.]*(?:(?:\s*[,/&]\s*|\s)(?:(?:and|or|the) )*\p{Lu}[\p{L}.]*)*)(?![\p{L}.]|\s+(?:visas?|sponsorship|citizen|work|agenc|recruit|travel|hours|time ?zone))/gu;

/** "North America (US/Canada)": the countries in the brackets are those of the region that are meant. */
const narrowed = (text: string) =>
  text.replace(
    /(\p{Lu}\p{L}*(?: \p{Lu}\p{L}*)?)\s?(\([^()]{2,60}\))/gu,
    (whole, name: string, inside: string) => {
      const { region } = placeNamed(name);
      const countries = region ? groupsOf(inside).flatMap(({ text: group }) => namesIn(group)) : [];
      const isNarrower =
        countries.length > 0 &&
        countries.every((country) => onlyCountry(country).some((code) => region?.includes(code)));
      return isNarrower ? inside : whole;
    },
  );

/** The line without what it leaves out, "Americas, no US", and the countries that it leaves out. */
function withoutLeftOut(text: string): { line: string; left: ReadonlySet<string | null> } {
  const left = new Set<string>();
  const line = text.replace(leftOut, (whole, words: string) => {
    const countries = groupsOf(words).flatMap(({ text: group }) =>
      namesIn(group).flatMap((name) => name.region ?? (isSureArea(name) ? onlyCountry(name) : [])),
    );
    for (const country of countries) left.add(country);
    return countries.length > 0 ? " " : whole;
  });
  return { line, left };
}

/** What several location lines say together: each is a place of its own, and tells nothing of the others. */
export function locateAll(lines: readonly string[]): Located {
  const located = lines.map(locate);
  return {
    places: distinct(located.flatMap(({ places }) => places)),
    hiringCountries: [...new Set(located.flatMap(({ hiringCountries }) => hiringCountries))],
    unknownLimits: [...new Set(located.flatMap(({ unknownLimits }) => unknownLimits))],
    workplace: located.find(({ workplace }) => workplace !== null)?.workplace ?? null,
  };
}

/** Where a company can hire by a field for that alone: each limit is the name of a country, of a region, or a line that ends in one. */
export function hiringLimitsIn(
  limits: readonly string[],
): Pick<Located, "hiringCountries" | "unknownLimits"> {
  const read = limits
    .flatMap((limit) => limit.split(/[;/|\n]/))
    .map((limit) => limit.trim())
    .filter(Boolean)
    .map((limit) => {
      const whole = countriesCalled(limit);
      const parts = whole ? [] : limit.split(",").map((part) => part.trim());
      const each = parts.map((part) => countriesCalled(part));
      // "Berlin, Germany" is in Germany; "USA, Canada, Atlantis" are three.
      const isPlace = each.filter(Boolean).length === 1 && each.at(-1);
      if (whole || isPlace) return { known: whole ?? each.at(-1) ?? [], unknown: [] };
      return {
        known: each.flatMap((found) => found ?? []),
        unknown: parts.filter((_, at) => !each[at]),
      };
    });
  return {
    hiringCountries: [...new Set(read.flatMap(({ known }) => known))],
    unknownLimits: [...new Set(read.flatMap(({ unknown }) => unknown))],
  };
}

function countriesCalled(name: string): readonly string[] | null {
  const code = countryCode(name);
  if (code) return [code];
  const { areas, region } = placeNamed(name);
  return region ?? (areas[0] ? [areas[0].country] : null);
}

/** What follows a place and is none: the next sentence, "in our headquarters", "with occasional travel". */
const tail =
  /(?:(?<=\))[.!]?|(?<=\p{Ll}{3})[.!])\s+(?:We|Our|I|You|The|This|At|Join|Help)\b.*$|(?<=\p{L})\s(?:(?:in|at|near) our\b|(?:with|plus|including)\s\p{Ll})[^|;/()\n]*/gsu;

/** What a part of a line says of places, without what follows them. */
export const withoutTail = (text: string) => text.replace(tail, "");

/** "$95-$250K": letters behind it are no place's. */
const pay = /[$€£]\s?\d[\d.,]*\s?k?(?:\s?[-–]\s?[$€£]?\s?\d[\d.,]*\s?k?)?\b/giu;
/** "PT", "ET, CT, MT": zones of American time, beside each other or beside a wish, and no countries. */
const zones =
  /\b[PMCE]T(?:(?:\s?[,/&]\s?|\s(?:or|to|and|through)\s)[A-Z]{1,3}T)+\b|\b(?:[A-Z]{3,4}(?:\s?[,/&]\s?|\s(?:or|to|and|through)\s))[PMCE]T\b|\b[PMCE]T(?=\s(?:preferred|only|hours|overlap|time)\b|\s?[±+]\s?\/?-?\s?\d)/gu;

/** One spelling for what is written in several ways, and without what is no part of a name. */
const plainly = (text: string) =>
  withPlacesOfNations(withoutTail(text))
    .replace(
      /^\s*(?:[-*•]\s*)?(?:(?:office|job|work|primary) )?(?:locations?|places?|where|city)\s*[:–-]\s*/iu,
      "",
    )
    // "Redmond, Wa"
    .replace(/(?<=\p{L},\s?)\p{Lu}\p{Ll}(?=\s*(?:$|[,;|/()\n]))/gu, (letters) => letters.toUpperCase())
    .replace(/\bD\.\s?C\b\.?/g, "DC")
    .replace(/\bU\.\s?([SK])\b(?:\.(?:\s?A\b\.?)?)?/g, "U$1")
    .replace(/\bL\.\s?A\./g, "LA")
    // "EU-wide", "Deutschlandweit"
    .replace(/\b(?!World|Company|Nation)(\p{Lu}\p{L}+?)-?(?:wide|weit)\b/gu, "$1")
    .replace(/(?<=\b(?:Trinidad|Antigua|Bosnia|Newfoundland)) (?:and|&) (?=\p{Lu})/gu, " ")
    .replace(/\b(UK) (?:and|&) (Ireland)\b/g, "$1 / $2")
    .replace(/\bN\.? ?(?=America\b)/gu, "North ")
    .replace(/(?<!\p{L},? ?)\bNA\b(?= ?(?:$|[/,&+)]))/gu, "North America")
    .replace(/\bcentral ?(?:\/|&|and|-) ?eastern europe\b/giu, "CEE")
    // "London, India, Remote (US)": what stands before the comma is no limit.
    .replace(
      /,\s*(Remote|remote|REMOTE)\s*\((?=(?:the )?[A-Z][^()]*\))(?![^()]*(?:[Tt]ime|[Hh]ours|\d))/gu,
      "; $1 (",
    )
    // "North/South America"
    .replace(
      /\b(\p{Lu}\p{L}+) ?(?:\/|&|and) ?(\p{Lu}\p{L}+) (America|Europe|Asia|Africa)\b/gu,
      "$1 $3 / $2 $3",
    )
    .replace(/(?<=\bremote(?: in)? ?[(:-]? ?|[(/,] ?)(?:usa?|uk|eu)(?= ?(?:$|[)/,|]))/giu, (letters) =>
      letters.toUpperCase(),
    )
    .replace(
      /\b\d(?:\s?[-–]\s?\d)?\s?(?:x|days?)\b(?:\s?(?:\/|a|per)\s?week)?(?: (?:remote|at home|from home|wfh)\b)?/giu,
      " ",
    )
    .replace(/\b100 ?%/gu, " ")
    .replace(pay, " ")
    .replace(zones, " ")
    .replace(/\b(?:\d{4,6}(?:-\d{3,4})?|[A-Z]\d[A-Z] ?\d[A-Z]\d|[A-Z]{1,2}\d[\dA-Z]? \d[A-Z]{2})\b/g, " ")
    .replace(/(?<=\b(?:[A-Z]{2,3}|\p{Lu}\p{L}{3,20}))\.(?=\p{Lu}\p{L}+)/gu, ", ")
    .replace(/\b(?!ON-SITE|IN-PERSON)([A-Z]{2,3})-(?=[A-Z])/g, "$1, ")
    .replace(/(?<=\bremote)-|-(?=(?:remote|only|based)\b)/gi, ", ")
    .replace(
      /(?<!\p{L})(?!remote)(?:\p{L}{2,3}(?:,| or| and| &)\s){0,3}[\p{L}]+(?:\s?\/\s?[\p{L}]+){0,3}[ -](?:business |working |office )?(?:time ?zones?|tz|hours?|overlap|friendly)\b/giu,
      " ",
    );

/** What stands between places that do not belong together. */
const border =
  /[;|•·\n+&()[\]/]|,?\s(?:or|and|oder|und|et|ou|y|sowie)\s|(?<![,\s])\s(?:OR|AND|Or|And)\s(?!or\b|and\b|[-–]|USA?\b)/gu;
const onlyWorkplace = /^[\s,]*(?:fully |100% )?(?:remote|hybrid|on-?site)(?:ly)?[\s,:-]*$/iu;

/** "Remote (Atlantis)", "Atlantis (remote)", "Atlantis only": what names a limit. */
const limit = /\bremote\b[^()[\]]*[([]|[([]\s*(?:fully |100% )?remote\b|\b(?:only|within|must be)\b/iu;

/** `isJoined`: it goes on a list, "Remote in Canada or the US". */
type Group = { text: string; isRemote: boolean; isLimit: boolean; isJoined: boolean };

/**
 * The line between its borders. A bracket goes with what stands before it; where it holds several places, "Remote (UK / Ireland)", each of them has the
 * workplace that stands before the bracket.
 */
function groupsOf(line: string): Group[] {
  const groups: Group[] = [];
  let text = "";
  let before = "";
  let isInside = false;
  let isCarried = false;
  const isRemoteText = (words: string) => workplaceIn(words) === "remote";
  const close = () => {
    if (text.trim() !== "")
      groups.push({
        text,
        isRemote: isRemoteText(text) || isCarried || (isInside && isRemoteText(before)),
        isJoined,
        isLimit: isInside || limit.test(text),
      });
    text = "";
  };
  let isJoined = false;
  let start = 0;
  for (const { 0: sign, index } of [...line.matchAll(border), { 0: "", index: line.length }]) {
    text += line.slice(start, index);
    start = index + sign.length;
    if (sign === "(" || sign === "[") {
      before = text;
      isInside = true;
      text += " ( ";
    } else if (sign === ")" || sign === "]") {
      const isWhole = text.includes(" ( ");
      const inside = text.slice(text.indexOf(" ( ") + 3);
      if (isWhole) text += " ) ";
      // "Canada (Remote), India (on-site)": each has a workplace of its own.
      const isPair =
        /^\s*,/.test(line.slice(start)) && (onlyWorkplace.test(inside) || onlyWorkplace.test(before));
      if (!isWhole || isPair) close();
      isInside = false;
    } else if (sign === "/" && onlyWorkplace.test(text)) {
      isCarried = isRemoteText(text);
      text = "";
      continue;
    } else {
      close();
      isJoined = /^(?:[/&+,]|,?\s\p{L}+\s)$/u.test(sign);
    }
    isCarried = false;
  }
  close();
  return groups;
}

const fillers =
  /\b(?:remote(?:ly)?|remoto|only|hybrid|on-?site|in-?person|office|offices|hq|headquarters|from|the|based|within|across|throughout|inside|anywhere|worldwide|in|metro(?:politan)?|area|region|greater|city of|possible|ok|okay|friendly|prefer(?:red|ably)?|considered|accepted|welcome|ideally|hubs?|work(?= from)|currently|residents?|citizens?|candidates?|applicants?|telecommute|full[ -]?time|part[ -]?time|fully|100%|must be|strictly|yes|continental|(?:down|mid|up)town|ncr|flexible|location|locations|multiple|various|also|near|(?:east|west)(?:ern)?(?: coast)?(?! bay\b)|northern|southern|central)\b/giu;

/** The names of a group between commas, brackets and dashes, "City ST" as two. What stands before a colon is a label, unless we know it. */
function namesIn(group: string): PlaceName[] {
  const names: PlaceName[] = [];
  const parts = group.split(/([,():]|\s-{1,2}\s|\s?[–—]\s?)/u);
  for (let at = 0; at < parts.length && names.length < 30; at += 2) {
    const part = (parts[at] ?? "").trim();
    const isWhole = isKnown(placeNamed(part));
    const name = isWhole ? part : withoutFillers(part);
    const isLabel = parts[at + 1] === ":" && !isKnown(placeNamed(name));
    const isInner = parts[at - 1] === "(";
    if (name !== "" && !isLabel) names.push(...splitName(name).map((one) => ({ ...one, isInner })));
  }
  return names;
}

const withoutFillers = (part: string) =>
  part
    .replace(fillers, " ")
    .replace(/\s+/g, " ")
    .replace(/^[\s\-*]+|[\s\-*]+$|(?<=\w{2})\.\s*$/gu, "");

/** "Dallas-Fort Worth": two towns of one state whose names are one are the area of the first. */
function firstOfPair(text: string): PlaceName | null {
  const pair = /^([^-–]+)[-–]([^-–]+)$/u.exec(text);
  if (!pair) return null;
  const [first, second] = [placeNamed(elementAt(pair, 1)), placeNamed(elementAt(pair, 2))];
  const state = first.towns[0]?.town;
  return state?.state && townIn(second, state) && isOnlyTown(first) ? first : null;
}

/** "Berlin Mitte": a large town with a much smaller place of its country behind it, which is a part of it. */
function townOfDistrict(text: string): PlaceName | null {
  const [, lead = "", district = ""] = /^(\S+(?: \S+)?) (\p{Lu}\S+)$/u.exec(text) ?? [];
  const town = placeNamed(lead);
  const whole = town.towns[0]?.town;
  if (!whole || whole.population < districtsFrom || !isOnlyTown(town) || town.isDoubtful) return null;
  const part = townIn(placeNamed(district), { country: whole.country, state: whole.state });
  return part && isOnlyTown(placeNamed(district)) && part.town.population * 4 < whole.population
    ? town
    : null;
}
/** People: a town of that size has districts that are named beside it. */
const districtsFrom = 500_000;

/** "Denver CO US", "London UK", "Paris France": a town, and behind it where it lies, each a name. */
function splitName(text: string): PlaceName[] {
  const named = placeNamed(text);
  const whole = isKnown(named) ? named : (firstOfPair(text) ?? townOfDistrict(text) ?? named);
  const words = text.split(" ");
  const [lead = "", ...others] = words;
  const first = placeNamed(lead);
  // "US Redmond"
  if (!isKnown(whole) && first.isLetters && isSureArea(first)) {
    const behind = placeNamed(others.join(" "));
    if (first.areas.some((area) => townIn(behind, area))) return [first, behind];
  }
  if (isKnown(whole) || words.length === 1 || words.length > 8) return [whole];
  for (const size of [3, 2, 1]) {
    if (size >= words.length) continue;
    const tail = placeNamed(words.slice(-size).join(" "));
    if (tail.areas.length === 0) continue;
    const head = splitName(words.slice(0, -size).join(" "));
    const last = head.at(-1);
    const isTown = last !== undefined && tail.areas.some((area) => townIn(last, area) !== null);
    const isState = tail.areas.some(({ state }) => state !== null);
    const isOfArea = last !== undefined && (isTown || last.areas.some((area) => isWithin(area, tail)));
    if (isOfArea || (isState && last !== undefined && isProperName(last.text))) return [...head, tail];
    const before = words.slice(0, -size).join(" ");
    const isPhrase = /^\p{Ll}+(?: \p{Ll}+)*$/u.test(before) || (tail.isLetters && / \p{Ll}+$/u.test(before));
    if (isPhrase && isSureArea(tail)) return [tail];
  }
  return [whole];
}

/** Each place once, and no country alone beside a city in it. */
function distinct(places: Place[]): Place[] {
  const withCity = new Set(places.filter(({ city }) => city !== null).map(({ country }) => country));
  const kept = places.filter(({ city, country }) => city !== null || !withCity.has(country));
  return [...new Map(kept.map((place) => [`${place.city}|${place.country}`, place])).values()];
}
