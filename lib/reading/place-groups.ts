import type { Town } from "@/lib/taxonomy/gazetteer";
import {
  type Area,
  isKnown,
  isOnlyTown,
  isProperName,
  isSureArea,
  isWithin,
  type Place,
  type PlaceName,
  townIn,
} from "./place-names";
import { everydayCodes, otherCodes } from "./query-words";

/** A town this many times as large as a namesake is meant, wherever it lies. */
const surelyLarger = 20;
/** A town this many times as large as its next namesake is meant, where no country is named. */
const clearlyLarger = 3;
/** People: of towns smaller than that a line must name nothing else. */
const wellKnown = 100_000;
/** People: a city of that size is known by a name that means something else as well. */
const famous = 500_000;

/** What the rest of the line says. */
export type Around = {
  /** Countries that are named outright. */
  stated: ReadonlySet<string>;
  /** Countries of the regions and of the towns that it names for sure. */
  beside: ReadonlySet<string>;
  /** Whether it names towns. */
  isOfTowns: boolean;
};

/** What a group is about: where an office is, remote work, or the countries and states to which remote work is limited. */
export type GroupKind = "office" | "remote" | "limit";

/** The places of one group, the countries stated outright in it, and the names that say nothing to us. */
export function placesOf(names: PlaceName[], around: Around, kind: GroupKind) {
  const places: Place[] = [];
  const stated = new Set<string>();
  const used = new Set<PlaceName>();
  const use = (name: PlaceName | undefined, area: Area) => {
    if (!name) return;
    used.add(name);
    if (area.state === null) stated.add(area.country);
  };
  const take = (at: number, city: string | null, country: string, area: Area, size: number) => {
    places.push({ city, country });
    for (const name of names.slice(at, at + size)) used.add(name);
    if (area.state === null) stated.add(country);
    // "Victoria, BC, Canada": the country behind the state is the same place's.
    const next = names[at + size];
    const isSame = next?.areas.some((outer) => outer.country === country && outer.state === null);
    if (isSame && (area.state !== null || size === 1)) use(next, { country, state: null });
  };
  // A town with its state or country behind it.
  names.forEach((name, at) => {
    const next = names[at + 1];
    if (used.has(name) || !next || next.areas.length === 0 || used.has(next)) return;
    // "Boston (Charlestown), MA"
    const before = names[at - 1];
    const whole = name.isInner && !next.isInner && before && isOnlyTown(before) && bestTown(before, next);
    if (whole && !before.isInner && !used.has(before) && !/ area$/iu.test(before.text)) {
      take(at - 1, whole.town.name, whole.town.country, whole.area, 3);
      return;
    }
    const known = bestTown(name, next);
    if (known) take(at, known.town.name, known.town.country, known.area, 2);
    else if (name.areas.some((area) => isWithin(area, next))) {
      const inner = name.areas.find((area) => isWithin(area, next));
      if (inner) {
        places.push({ city: null, country: inner.country });
        used.add(name);
        use(next, { country: inner.country, state: null });
      }
    } else {
      const area = unknownTownIn(name, next);
      if (area) take(at, name.text, area.country, area, 2);
    }
  });
  // A country or state with its towns behind it: "Japan, Tokyo", "US, CA, Santa Clara".
  names.forEach((name, at) => {
    if (used.has(name) || name.areas.length === 0) return;
    const next = names[at + 1];
    const inner = next?.areas.find(
      (area) =>
        area.state !== null &&
        name.areas.some((outer) => outer.state === null && outer.country === area.country),
    );
    const areas = inner ? [inner] : name.areas;
    const first = at + (inner ? 2 : 1);
    let count = 0;
    for (const town of names.slice(first)) {
      if (used.has(town) || town.areas.length > 0) break;
      const known = bestTown(town, { ...name, areas });
      const isMeant = known !== null && known.weight * surelyLarger >= (town.towns[0]?.weight ?? 0);
      if (isMeant) places.push({ city: known.town.name, country: known.town.country });
      else if (inner && count === 0 && isProperName(town.text))
        places.push({ city: town.text, country: inner.country });
      else break;
      used.add(town);
      count++;
    }
    const country = inner?.country ?? (count > 0 ? places.at(-1)?.country : null);
    if (!country) return;
    used.add(name);
    if (inner && next) used.add(next);
    stated.add(country);
    if (count > 0) return;
    const abroad = next?.areas.find(({ state }) => state === null);
    // "Remote (US, CA)" limits to two countries.
    if (kind === "limit" && abroad && next && besideUs.has(next.text)) stated.add(abroad.country);
    // "US: NY, TX" is two states.
    const isOfStates = names.slice(first).some((other) => other.areas.some(({ state }) => state !== null));
    places.push({ city: (!isOfStates && next && townOfItself(next, inner)?.name) || null, country });
  });
  const rest = names.filter((name) => !used.has(name));
  const near = new Set([...places.flatMap(({ country }) => country ?? []), ...around.stated]);
  const unknown: string[] = [];
  const first = places.length;
  for (const name of rest) {
    const town = loneTown(name, near, around.beside, names);
    const area = loneArea(name, names, near, kind);
    if (name.region) for (const country of name.region) stated.add(country);
    // "Victoria, London, UK" is a district, and no state of Australia.
    else if (
      area?.state &&
      !townOfItself(name, area) &&
      places.some((place) => place.country !== area.country)
    )
      continue;
    else if (area) {
      // "NY" is the city in a list of cities, and the state among states.
      const isCity =
        !name.isLetters ||
        name.text === "DC" ||
        names.some(isOnlyTown) ||
        (names.length === 1 && around.isOfTowns);
      const city = isCity ? (townOfItself(name, area)?.name ?? null) : null;
      places.push({ city, country: area.country });
      // "Remote in California" limits to the country, which is all that a limit can name.
      if (area.state === null || (kind !== "office" && city === null)) stated.add(area.country);
    } else if (town && !isDistrict(name, town, names))
      places.push({ city: town.name, country: town.country });
    else if (!town) unknown.push(name.text);
  }
  const [lead] = names;
  const [only] = places.slice(first);
  // "Kleinstadt, Germany": a town that we do not know, in the one country that stands beside it.
  const isTown =
    lead &&
    unknown.includes(lead.text) &&
    places.length === 1 &&
    only?.city === null &&
    names.length <= 3 &&
    isProperName(lead.text);
  if (isTown && only) only.city = lead.text;
  return {
    places,
    stated: [...stated],
    unknown: unknown.filter((name) => isTown !== true || name !== lead?.text).filter(isLimitName),
  };
}

/** The town that a name and the area behind it mean. Letters of a state and of a country are read by the town before them. */
function bestTown(name: PlaceName, behind: PlaceName): { town: Town; weight: number; area: Area } | null {
  const found = behind.areas.flatMap((area) => {
    const known = townIn(name, area);
    return known ? [{ ...known, area }] : [];
  });
  const inState = found.find(({ area }) => area.state !== null);
  const inCountry = found.find(({ area }) => area.state === null);
  if (!inState || !inCountry) return inState ?? inCountry ?? null;
  return inCountry.weight > inState.weight * surelyLarger ? inCountry : inState;
}

/** Letters of a state that are as often a country's, behind a town that we do not know. */
const eitherLetters = new Set(["DE", "IN", "IL", "ID", "AR"]);

/** Letters of a province that are far more often a country's. */
const countryLetters = new Set(["NL"]);

/** The state that a town lies in whose name we do not know; null where the two are rather two places of a list. */
function unknownTownIn(name: PlaceName, behind: PlaceName): Area | null {
  const state = behind.areas.find(
    (area) => (area.state === null) === (behind.isLetters && countryLetters.has(behind.text)),
  );
  if (!state || !isProperName(name.text) || name.region) return null;
  if (behind.isLetters && eitherLetters.has(behind.text)) return null;
  // "London, New York", "SF, LA" are lists.
  if (behind.towns.length > 0 && (name.towns[0]?.weight ?? 0) >= wellKnown) return null;
  if (name.towns.some(({ town, weight }) => town.country === state.country && weight >= wellKnown))
    return null;
  const isArea = name.areas.length > 0;
  // "Jordan, MN": behind the name of a country, letters of a state are no second country.
  const isOfSeveral = behind.areas.length > 1 && !(behind.isLetters && !besideUs.has(behind.text));
  return isArea && (isOfSeveral || name.areas.some(({ country }) => country === state.country))
    ? null
    : state;
}

/** "San Francisco (Mission)": a much smaller namesake in the bracket behind a city is a part of it. "Bay Area" is no city. */
function isDistrict(name: PlaceName, town: Town, names: readonly PlaceName[]): boolean {
  const [lead] = names;
  const city = lead?.towns[0]?.town;
  if (!name.isInner || !lead || lead.isInner || !city || !isOnlyTown(lead) || / area$/iu.test(lead.text))
    return false;
  return city.population > (surelyLarger / 2) * town.population || city.country !== town.country;
}

/** The town that a name of a group means by itself. A small one counts where the group names nothing but places. */
function loneTown(
  name: PlaceName,
  near: ReadonlySet<string>,
  beside: ReadonlySet<string>,
  names: readonly PlaceName[],
): Town | null {
  const isAlone = names.length === 1;
  const isWhole = names.every((other) => isKnown(other) && !(other.isDoubtful && !isAlone));
  const [likeliest] = name.towns;
  if (!likeliest || (likeliest.weight < wellKnown && !(isWhole && isProperName(name.text)))) {
    return null;
  }
  if (name.isDoubtful && (!isAlone || likeliest.weight < famous)) return null;
  const atHome = name.towns.find(({ town }) => near.has(town.country));
  if (atHome && atHome.weight * surelyLarger >= likeliest.weight) return atHome.town;
  const nextDoor = name.towns.find(({ town }) => beside.has(town.country));
  if (nextDoor && nextDoor.weight * clearlyLarger >= likeliest.weight) return nextDoor.town;
  const factor = near.size > 0 ? surelyLarger : clearlyLarger;
  const { country, state } = likeliest.town;
  const next = name.towns.find(({ town }) => town.country !== country || town.state !== state);
  // "San Jose" without an accent is rather the one that is written so.
  const isSpelled = likeliest.town.spelling === name.text && next?.town.spelling !== name.text;
  return likeliest.weight * (isSpelled ? clearlyLarger : 1) >= factor * (next?.weight ?? 0)
    ? likeliest.town
    : null;
}

/** The country or state that a name alone means. Letters say it for sure countries, in a line of their own, and among others that are sure. */
function loneArea(
  name: PlaceName,
  names: readonly PlaceName[],
  near: ReadonlySet<string>,
  kind: GroupKind,
): Area | null {
  const { areas, isLetters } = name;
  const isRemote = kind !== "office";
  const country = areas.find(({ state }) => state === null);
  const atHome = areas.find((area) => near.has(area.country));
  if (!isLetters) return areas.length > 1 ? (atHome ?? country ?? null) : (areas[0] ?? null);
  if (isSureArea(name)) return country ?? areas[0] ?? null;
  if (areas.length === 1 && townOfItself(name, areas[0])) return areas[0] ?? null;
  if (isRemote && areas.length === 1 && !otherLetters.has(name.text)) return areas[0] ?? null;
  // "Remote (NL)", "Remote (DE/AT)"
  if (isRemote && foreignLetters.has(name.text) && !near.has("US") && country) return country;
  // "US / CA / UK" after "Remote"
  if (kind === "limit" && besideUs.has(name.text) && near.has("US") && country) return country;
  if (areas.length > 1) return atHome ?? areas.find((area) => townOfItself(name, area)) ?? null;
  if (otherLetters.has(name.text) || (everydayCodes.has(name.text.toLowerCase()) && !isRemote)) return null;
  const isList =
    names.length > 1 &&
    names.every((other) => other.isLetters && other.areas.some(({ state }) => state === null));
  return names.length === 1 || isList ? (areas[0] ?? null) : null;
}

/** Letters of a state that, where remote work is limited to them, are rather a country's. */
const foreignLetters = new Set([...countryLetters, "DE", "IN"]);

/** Letters of a state that are rather a country's where remote work is limited to "US, CA". */
const besideUs = new Set(["CA"]);

/** Degrees, taxes and things, and what is in "otherCodes" of the search box. */
const otherLetters = new Set([...otherCodes, "BS", "BA", "MS", "MA", "ET", "VAT", "IOT", "ARM", "COM"]);

const cityStates = new Set(["SG", "HK", "MO", "MC"]);

/** The town that has the name of the state that it lies in ("New York"), or that is the whole country ("Singapore"). */
function townOfItself(name: PlaceName, area: Area | undefined): Town | null {
  if (!area || (area.state === null && !cityStates.has(area.country))) return null;
  const [likeliest] = name.towns;
  const isThere = likeliest?.town.country === area.country && likeliest.town.state === area.state;
  return likeliest && isThere && likeliest.weight >= wellKnown ? likeliest.town : null;
}

/** What is written as the name of a place is, with capitals, and is no zone of time. */
const isLimitName = (name: string) =>
  /^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,2}$/u.test(name) &&
  !/^(?:[A-Z]?[A-Z][SD]?T|UTC|GMT|CET|CEST|EET|Hybrid|Yes|No|Mon|Tue|Wed|Thu|Fri|Visa|Equity|Full|Part|Contract|Senior|Junior|Onsite|Remote|Worldwide|Global(?:ly)?|Flexible|Distributed|Async)\b/u.test(
    name,
  );
