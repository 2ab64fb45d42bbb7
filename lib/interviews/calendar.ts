import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import { settings } from "@/lib/env";

/** An interview as an entry of a calendar. */
export type CalendarEntry = {
  id: string;
  /** Of the newest change: a calendar takes what is higher than it has. */
  sequence: number;
  startsAt: Date;
  minutes: number;
  summary: string;
  place: string;
  link: string;
  words: string;
  /** The page of ours about it. */
  url: string;
  /** When it was changed last. */
  at: Date;
  isCancelled: boolean;
};

/** The entry as a file that calendars read (RFC 5545 and 5546). It has the same UID for ever, so that a later one replaces or removes it. */
export function calendarOf(entry: CalendarEntry): { method: "REQUEST" | "CANCEL"; content: string } {
  const host = new URL(settings().APP_URL).hostname;
  const method = entry.isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST;
  const calendar = ical({ prodId: { company: "Backplane", product: "Backplane", language: "EN" }, method });
  calendar.createEvent({
    id: `${entry.id}@${host}`,
    sequence: entry.sequence,
    stamp: entry.at,
    start: entry.startsAt,
    end: new Date(entry.startsAt.getTime() + entry.minutes * 60_000),
    summary: entry.summary,
    location: entry.place || entry.link,
    description: [entry.link, entry.words, entry.url].filter(Boolean).join("\n\n"),
    url: entry.url,
    // Neither side learns the address of the other.
    organizer: { name: "Backplane", email: `no-reply@${host}` },
    status: entry.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  return { method: entry.isCancelled ? "CANCEL" : "REQUEST", content: calendar.toString() };
}
