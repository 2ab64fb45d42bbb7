import { elementAt } from "@/lib/present";
import { headerOf } from "./header";
import { locate, withoutTail } from "./locations";
import { isOnlyTown, isProperName, isSureArea, type Place, placeNamed, townIn } from "./place-names";
import {
  anywhereIn,
  applicants,
  based,
  basedThere,
  bracket,
  hireIn,
  hiringIn,
  inFull,
  inTown,
  listed,
  localFrom,
  mustLive,
  notOutside,
  ofCompany,
  onSiteIn,
  ours,
  remoteIn,
  remoteThere,
  remoteWithin,
  residents,
  seatedIn,
  stated,
} from "./place-phrases";
import { isRole, partsOf, person } from "./title";
import { findWorkplace, type WorkplaceReading, workplaceIn } from "./workplace";

/** What a text says of places: where the work is, where the company can hire for remote work, each with the line or phrase that says so. */
export type PlacesReading = {
  places: (Place & { country: string; start: number; end: number })[];
  hiringCountries: { country: string; start: number; end: number }[];
  /** Names that stand among the limits of remote work, and that we do not know. */
  unknownLimits: { name: string; start: number; end: number }[];
};

/** The places of a readable text: those of its head; where that names none, of its location lines; else of its phrases like "based in". */
export function findPlaces(text: string, workplace = findWorkplace(text)): PlacesReading {
  const body = text.slice(0, 20_000);
  const head = headParts(text);
  for (const parts of [
    head,
    [...matches(body, stated, inFull), ...matches(body.slice(0, 2_000), listed).filter(isListOfTowns)],
    placeLines(text),
    [
      ...matches(body, based, basedThere, ours, ofCompany, hiringIn, bracket, remoteIn),
      ...limits(body, remoteWithin),
    ],
    // Of remote work these say where the employer is.
    workplace?.workplace === "remote" ? [] : matches(body, seatedIn),
    workplace?.workplace === "remote" ? [] : matches(body.slice(0, 2_000), inTown).filter(isTown),
  ]) {
    const found = parts === head ? withRoles(read(parts), body, workplace) : read(parts);
    if (found.places.length > 0 || found.hiringCountries.length > 0)
      return withLimits(withTowns(found, body), workplace, body);
  }
  return withLimits({ places: [], hiringCountries: [], unknownLimits: [] }, workplace, body);
}

/** Whether most of what a list names are towns that we know. */
const isListOfTowns = ({ text }: Part) =>
  locate(text).places.filter(({ city }) => city !== null).length * 3 >
  text.split(/[,/]|\s(?:or|and)\s/u).length * 2;

/** Characters, and lines at the head of a text, of which one may be nothing but a place. */
const [longestPlaceLine, mostPlaceLines] = [80, 6];

/** "Oslo", "Leeds, West Yorkshire – hybrid": lines at the head that hold a place and nothing else, but for the workplace. */
function placeLines(text: string): Part[] {
  return [...text.slice(0, 1_000).matchAll(/[^\n]*\S[^\n]*/gu)]
    .slice(1, mostPlaceLines)
    .map(({ 0: line, index }) => ({ text: line, start: index, end: index + line.length }))
    .filter((part) => part.text.length <= longestPlaceLine && isShort(part.text) && !isRole(part.text))
    .filter(isTown);
}

/** Whether a part begins with a town that we know. */
function isTown({ text }: Part): boolean {
  const [lead = ""] = text.trim().split(/,|\s[-–—(|]|\s(?:or|and|oder|und)\s|[(/|]/u, 1);
  const named = placeNamed(lead.trim());
  return (
    isProperName(lead.trim()) &&
    isOnlyTown(named) &&
    !named.isDoubtful &&
    locate(text).places.some(({ city }) => city !== null)
  );
}

/** Of a country alone: the towns in it of which the text says that the work is there. Where no town is named, those where one must be at times. */
function withTowns(found: PlacesReading, body: string): PlacesReading {
  const bare = new Set(found.places.flatMap(({ city, country }) => (city === null ? [country] : [])));
  const towns = [
    ...(bare.size > 0 ? read(matches(body, stated, based, basedThere, localFrom)).places : []).filter(
      ({ country }) => bare.has(country),
    ),
    ...(found.places.every(({ city }) => city === null) ? read(matches(body, onSiteIn)).places : []),
  ].filter(({ city }) => city !== null);
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
        ...asLimits(headParts(body).filter(isOfRegions)),
        ...limits(
          body,
          mustLive,
          anywhereIn,
          residents,
          remoteThere,
          applicants,
          hireIn,
          notOutside,
          remoteWithin,
        ),
        ...matches(body, bracket, remoteIn),
      ]);
  const limited = new Set(hiringCountries.map(({ country }) => country));
  return {
    ...found,
    places: found.places.filter(({ city, country }) => city !== null || !limited.has(country)),
    hiringCountries,
  };
}

/** "Europe", "North/South America": a part of a headline that is nothing but regions. */
const isOfRegions = (part: Part): boolean =>
  placeNamed(part.text).region !== null ||
  (/^[^(),;]{4,40}$/u.test(part.text) &&
    locate(part.text).places.length === 0 &&
    read(asLimits([part])).hiringCountries.length > 1);

type Part = { text: string; start: number; end: number };

/** Characters and number of the lines of a body that are read as the name of a role and its place. */
const [longestRoleLine, mostRoleLines] = [200, 16];

/** "- Data Engineer (Turin) - https://…", "Oslo | on-site": what stands beside the role or the workplace in a line of its own. */
function roleParts(text: string): Part[] {
  const parts: Part[] = [];
  const from = headerOf(text).at(-1)?.end ?? 0;
  for (const { 0: line, index } of text.slice(from).matchAll(/(?<=\n)[^\n]+/gu)) {
    const title = (line.split(/https?:|\bwww\./u, 1)[0] ?? "").replace(/[\s:]+$/u, "");
    if (title.length > longestRoleLine || sentence.test(title)) continue;
    if (!person.test(title) && !(title.includes("|") && workplaceIn(title) !== null)) continue;
    const start = from + index;
    const own = partsOf(text, { start, end: start + title.length });
    parts.push(...own.map((part) => (isRole(part.text) ? behindRole(part) : part)));
    if (parts.length > mostRoleLines) break;
  }
  return parts;
}
const sentence = /[.!?]\s|\b(?:we|you|our|your|is|are)\b/iu;

/** With the towns that we know of the lines of roles, and, where none is known, the countries that limit remote work there. */
function withRoles(found: PlacesReading, body: string, workplace: WorkplaceReading | null): PlacesReading {
  const parts = roleParts(body);
  const { places, ...beside } = read(parts);
  const towns = places.filter(
    ({ city, country }) => city !== null && townIn(placeNamed(city), { country, state: null }) !== null,
  );
  // "Engineer, Tools (Chile)" of a remote job, where no role names a town.
  const isOfCountries = workplace?.workplace === "remote" && towns.length === 0;
  const hiringCountries =
    isOfCountries && beside.hiringCountries.length === 0
      ? read(asLimits(parts.flatMap(countriesBehind))).hiringCountries
      : beside.hiringCountries;
  return merged({
    ...found,
    places: [...found.places, ...towns],
    hiringCountries: found.hiringCountries.length > 0 ? found.hiringCountries : hiringCountries,
  });
}

/** The bracket at the end of a part, where it names countries and nothing else. */
function countriesBehind({ text, end }: Part): Part[] {
  const inside = /(?:^|\()([^()]{2,60})\)$/u.exec(text)?.[1] ?? "";
  const names = inside.split(/\s?[,/&]\s?|\sor\s/u).map(placeNamed);
  return names.every(isSureArea) ? [{ text: inside, start: end - inside.length - 1, end: end - 1 }] : [];
}

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
  const last = [...part.text.matchAll(/[,(]|\s(?:in|at|[-–—@])\s/gu)].find(
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
      const words = match.slice(1).find((group) => group !== undefined) ?? "";
      const start = match.index + match[0].indexOf(words);
      return { text: words, start, end: start + words.length };
    })
    .sort((a, b) => a.start - b.start);
}

/** What the patterns find, as limits of remote work. */
const limits = (text: string, ...patterns: RegExp[]) => asLimits(matches(text, ...patterns));
const asLimits = (parts: Part[]) =>
  parts.map((part) => ({ ...part, text: `Remote (${part.text} residents)` }));

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
  return merged({
    places: [...places.values()],
    hiringCountries: [...hiring.values()],
    unknownLimits: [...unknown.values()],
  });
}

/** Each place once, and no country alone beside a city in it. */
function merged({ places, ...others }: PlacesReading): PlacesReading {
  const withCity = new Set(places.filter(({ city }) => city !== null).map(({ country }) => country));
  const kept = places.filter(({ city, country }) => city !== null || !withCity.has(country));
  const each = new Map(kept.toReversed().map((place) => [`${place.city}|${place.country}`, place]));
  return { ...others, places: [...each.values()].toReversed() };
}
