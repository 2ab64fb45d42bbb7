import { dayMs } from "@/lib/days";

/*
 * Times on the clock of a place. What a form sends is the time on that clock without its zone, such as "2026-12-01T10:00".
 */

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(
  zone: string,
  options: Intl.DateTimeFormatOptions & { locale: string },
): Intl.DateTimeFormat {
  const key = `${zone} ${JSON.stringify(options)}`;
  let found = formats.get(key);
  if (!found) {
    const { locale, ...rest } = options;
    found = new Intl.DateTimeFormat(locale, { ...rest, timeZone: zone });
    formats.set(key, found);
  }
  return found;
}

/** "2026-12-01T10:00": what the clock of a zone shows at an instant. */
export const localIn = (at: Date, zone: string): string =>
  formatOf(zone, { locale: "sv-SE", dateStyle: "short", timeStyle: "short" }).format(at).replace(" ", "T");

/**
 * The instant at which the clock of a zone shows this time; the first, where it shows it twice. Null for what is no time, and where the clock
 * skips it.
 */
export function instantIn(local: string, zone: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local)) return null;
  const asUtc = Date.parse(`${local}:00Z`);
  if (Number.isNaN(asUtc)) return null;
  // What the zone is ahead a day before and a day after: it changes once at most in between.
  const instants = [-1, 1].map((days) => new Date(asUtc - aheadOf(new Date(asUtc + days * dayMs), zone)));
  return instants.find((at) => localIn(at, zone) === local) ?? null;
}

const aheadOf = (at: Date, zone: string) =>
  Date.parse(`${localIn(at, zone)}:00Z`) - Math.floor(at.getTime() / 60_000) * 60_000;

/** "Tue 1 Dec 2026, 10:00 to 10:45 (Europe/Berlin)". */
export function rangeIn(start: Date, minutes: number, zone: string): string {
  const day = formatOf(zone, {
    locale: "en-GB",
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
  });
  const time = formatOf(zone, { locale: "en-GB", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const end = new Date(start.getTime() + minutes * 60_000);
  const until =
    day.format(end) === day.format(start) ? time.format(end) : `${day.format(end)}, ${time.format(end)}`;
  return `${day.format(start).replace(",", "")}, ${time.format(start)} to ${until} (${zone.replaceAll("_", " ")})`;
}

/** The same in each of these zones, the first one first; a zone that is named twice once. */
export const rangeInZones = (start: Date, minutes: number, zones: readonly (string | null)[]): string[] =>
  [...new Set(zones)].flatMap((zone) => (zone ? [rangeIn(start, minutes, zone)] : []));
