import { type Hours, hoursOf, sharedMinutes, workday } from "@/lib/postings/hours";
import type { Columns, Test } from "./columns";

/** A point in degrees, and kilometres around it. */
export type Near = { latitude: number; longitude: number; radius: number };

/** My working day, the minutes that working days must share, and what each zone of the board is ahead of UTC now. */
export type HoursAsked = { mine: Hours; minutes: number; zones: ReadonlyMap<string, number> };

/** Kilometres, the mean radius of the earth, as the search in SQL has it. */
const earthRadius = 6371;

/** A place lies within the radius, by great circles; remote postings are left out. */
export function closeToTest(columns: Columns, { latitude, longitude, radius }: Near): Test {
  const isClose = columns.knownPlaces.map(
    (place) =>
      place.latitude !== null &&
      place.longitude !== null &&
      distance(place.latitude, place.longitude, latitude, longitude) <= radius,
  );
  const remote = 0;
  return (row) => columns.workplace[row] !== remote && anyPlace(columns, row, isClose);
}

/** The haversine formula, in kilometres. */
function distance(latitude: number, longitude: number, toLatitude: number, toLongitude: number): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const half =
    Math.sin(radians(latitude - toLatitude) / 2) ** 2 +
    Math.cos(radians(toLatitude)) *
      Math.cos(radians(latitude)) *
      Math.sin(radians(longitude - toLongitude) / 2) ** 2;
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(half)));
}

/**
 * The working window shares so many minutes with my day: the posting's own window, else nine to five at one of its places. A posting that
 * tells neither is left out.
 */
export function sharesHoursTest(columns: Columns, hours: HoursAsked): Test {
  const shares = hoursTest(columns, hours);
  return (row) => shares(row) === true;
}

/** The same, and null where the posting tells neither. */
export function hoursTest(
  columns: Columns,
  { mine, minutes, zones }: HoursAsked,
): (row: number) => boolean | null {
  const shares = (start: number, end: number, zone: number): boolean | null => {
    const ahead = zone === 0 ? undefined : zones.get(columns.zoneCodes.keyOf(zone));
    return ahead === undefined ? null : sharedMinutes(hoursOf({ start, end, ahead }), mine) >= minutes;
  };
  const atPlace = columns.knownPlaces.map(({ zone }) => shares(workday.start, workday.end, zone));
  return (row) => {
    const zone = columns.windowZone[row] as number;
    if (zone !== 0) return shares(columns.windowStart[row] as number, columns.windowEnd[row] as number, zone);
    const places = columns.places.raw();
    const end = columns.placeStart[row + 1] as number;
    let isSaid = false;
    for (let at = columns.placeStart[row] as number; at < end; at++) {
      const suits = atPlace[places[at] as number];
      if (suits) return true;
      if (suits === false) isSaid = true;
    }
    return isSaid ? false : null;
  };
}

function anyPlace(columns: Columns, row: number, suits: readonly boolean[]): boolean {
  const places = columns.places.raw();
  const end = columns.placeStart[row + 1] as number;
  for (let at = columns.placeStart[row] as number; at < end; at++)
    if (suits[places[at] as number]) return true;
  return false;
}
