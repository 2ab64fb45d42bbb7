import type { RecordedEvent } from "@/lib/events/input";
import { type CalendarEntry, calendarOf } from "@/lib/interviews/calendar";
import { findInterviewFacts } from "@/lib/interviews/queries";
import { rangeInZones } from "@/lib/interviews/zones";
import { at, type EventMail, forCandidates, type Mails, toCompany } from "./mail-parts";
import { findApplicationFacts } from "./queries/facts";

type InterviewEvent = Extract<RecordedEvent, { type: `interview.${string}` }>;
type Facts = NonNullable<Awaited<ReturnType<typeof factsOf>>>;
type Side = "candidate" | "company";

async function factsOf(event: InterviewEvent) {
  const [application, interview] = await Promise.all([
    findApplicationFacts(event.applicationId),
    findInterviewFacts(event.data.interviewId),
  ]);
  return application && interview ? { ...application, interview } : null;
}

/** What one side is told, and the entry of its calendar that comes with it. */
type Told = { subject: string; paragraphs: string[]; startsAt?: string | null; isCancelled?: boolean };

async function mailsTo(
  event: InterviewEvent,
  write: (facts: Facts) => Partial<Record<Side, Told>>,
): Promise<EventMail[]> {
  const facts = await factsOf(event);
  if (!facts) return [];
  const told = write(facts);
  const pages: Record<Side, string> = {
    candidate: `/applications/${event.applicationId}#interviews`,
    company: `/employer/postings/${event.postingId}/applicants/${event.applicationId}#interviews`,
  };
  const mailOf = (side: Side, { subject, paragraphs, startsAt, isCancelled = false }: Told) => ({
    subject,
    heading: subject,
    paragraphs,
    action: { label: "See the interview", url: at(pages[side]) },
    ...(startsAt && {
      calendar: calendarOf(entryOf(facts, side, event, { startsAt, isCancelled, url: at(pages[side]) })),
    }),
  });
  return [
    ...(told.candidate
      ? [
          {
            ...mailOf("candidate", told.candidate),
            reader: facts.candidateId,
            to: facts.candidateEmail,
            reason: forCandidates,
          },
        ]
      : []),
    ...(told.company ? await toCompany(event, mailOf("company", told.company), ["owner", "recruiter"]) : []),
  ];
}

function entryOf(
  { interview, title, companyName, candidateName }: Facts,
  side: Side,
  event: InterviewEvent,
  { startsAt, isCancelled, url }: { startsAt: string; isCancelled: boolean; url: string },
): CalendarEntry {
  const { id, minutes, place, link, words } = interview;
  return {
    id,
    sequence: event.data.sequence,
    startsAt: new Date(startsAt),
    minutes,
    summary:
      side === "candidate" ? `Interview: ${title}, ${companyName}` : `Interview: ${candidateName}, ${title}`,
    place,
    link,
    words,
    url,
    at: event.at,
    isCancelled,
  };
}

/** A time in the zones of both sides, that of the reader first. */
const timesFor = ({ interview: { zone, candidateZone, minutes } }: Facts, side: Side, start: Date): string =>
  rangeInZones(start, minutes, side === "candidate" ? [candidateZone, zone] : [zone, candidateZone]).join(
    ", which is ",
  );

const whereOf = ({ interview: { place, link } }: Facts) => [
  ...(place ? [`Place: ${place}`] : []),
  ...(link ? [`Link: ${link}`] : []),
];

const saying = (who: string, words: string) => (words ? [`${who} wrote: ${words}`] : []);

/** What both are told of a time that was agreed on, once the application has ended. */
function endedWith(title: string, startsAt: string): Record<Side, Told> {
  const told = {
    subject: `The interview will not take place: ${title}`,
    paragraphs: ["The application has ended, so the time that was agreed on no longer holds."],
    startsAt,
    isCancelled: true,
  };
  return { candidate: told, company: told };
}

/** The mails about interviews. They always come at once: they are about an appointment. */
export const interviewMails = {
  "interview.proposed": (event) =>
    mailsTo(event, (facts) => {
      const { interview, companyName, title, candidateName } = facts;
      const { was } = event.data;
      const proposed = interview.times.map((time) => `${timesFor(facts, "candidate", time)}`);
      return {
        candidate: {
          subject: `${companyName} proposes ${was ? "other times for" : ""} an interview: ${title}`.replace(
            "  ",
            " ",
          ),
          paragraphs: [
            ...(was ? ["The time that you agreed on no longer holds."] : []),
            `Choose one of these times, or propose others:`,
            ...proposed,
            ...whereOf(facts),
            ...saying(companyName, interview.words),
          ],
          startsAt: was,
          isCancelled: true,
        },
        ...(was && {
          company: {
            subject: `Other times were proposed for the interview with ${candidateName}`,
            paragraphs: [`This is about “${title}”. The time that was agreed on no longer holds.`],
            startsAt: was,
            isCancelled: true,
          },
        }),
      };
    }),
  "interview.accepted": (event) =>
    mailsTo(event, (facts) => {
      const { candidateName, companyName, title } = facts;
      const { startsAt, byCandidate } = event.data;
      const start = new Date(startsAt);
      const added = "The calendar file is attached.";
      return {
        candidate: {
          subject: `Your interview with ${companyName}: ${title}`,
          paragraphs: [
            byCandidate ? "You accepted this time:" : `${companyName} accepted your time:`,
            timesFor(facts, "candidate", start),
            ...whereOf(facts),
            added,
          ],
          startsAt,
        },
        company: {
          subject: `Interview with ${candidateName}: ${title}`,
          paragraphs: [
            byCandidate ? `${candidateName} accepted this time:` : "You accepted this time:",
            timesFor(facts, "company", start),
            ...whereOf(facts),
            added,
          ],
          startsAt,
        },
      };
    }),
  "interview.countered": (event) =>
    mailsTo(event, (facts) => {
      const { interview, candidateName, title } = facts;
      return {
        company: {
          subject: `${candidateName} proposes other times: ${title}`,
          paragraphs: [
            "Choose one of these times, or propose others:",
            ...interview.otherTimes.map((time) => timesFor(facts, "company", time)),
            ...saying(candidateName, interview.candidateWords),
          ],
        },
      };
    }),
  "interview.declined": (event) =>
    mailsTo(event, ({ interview, candidateName, companyName, title }) => {
      const { was } = event.data;
      return {
        company: {
          subject: `${candidateName} declined the interview: ${title}`,
          paragraphs: [
            was ? "The time that was agreed on no longer holds." : "There is no interview for now.",
            ...saying(candidateName, interview.candidateWords),
          ],
          startsAt: was,
          isCancelled: true,
        },
        ...(was && {
          candidate: {
            subject: `You declined the interview with ${companyName}: ${title}`,
            paragraphs: ["We told the company. The calendar file that is attached removes the entry."],
            startsAt: was,
            isCancelled: true,
          },
        }),
      };
    }),
  "interview.changed": (event) =>
    mailsTo(event, (facts) => {
      const { interview, candidateName, companyName, title } = facts;
      const { startsAt } = event.data;
      const told = (side: Side) => [
        "The time is as it was. The place, the link, the length or the words are new:",
        timesFor(facts, side, new Date(startsAt)),
        ...whereOf(facts),
        ...saying(companyName, interview.words),
      ];
      return {
        candidate: {
          subject: `${companyName} changed your interview: ${title}`,
          paragraphs: told("candidate"),
          startsAt,
        },
        company: {
          subject: `The interview with ${candidateName} was changed: ${title}`,
          paragraphs: told("company"),
          startsAt,
        },
      };
    }),
  "interview.cancelled": (event) =>
    mailsTo(event, ({ interview, candidateName, companyName, title }) => {
      const { was } = event.data;
      // Without an actor the application ended, which both know: only a time that was agreed on is worth a mail.
      if (event.actorId === null) return was ? endedWith(title, was) : {};
      const told = [
        was ? "The time that was agreed on no longer holds." : "The times that were proposed no longer hold.",
        ...saying(companyName, interview.words),
      ];
      return {
        candidate: {
          subject: `${companyName} cancelled the interview: ${title}`,
          paragraphs: told,
          startsAt: was,
          isCancelled: true,
        },
        ...(was && {
          company: {
            subject: `The interview with ${candidateName} was cancelled: ${title}`,
            paragraphs: told,
            startsAt: was,
            isCancelled: true,
          },
        }),
      };
    }),
  "interview.soon": (event) =>
    mailsTo(event, (facts) => {
      const { candidateName, companyName, title, interview } = facts;
      const { startsAt, ahead } = event.data;
      // It was changed since: what is told then is told by the mails about the change.
      if (interview.state !== "accepted" || interview.startsAt?.toISOString() !== startsAt) return {};
      const when = ahead === "day" ? "Tomorrow" : "In an hour";
      const told = (side: Side) => [timesFor(facts, side, new Date(startsAt)), ...whereOf(facts)];
      return {
        candidate: {
          subject: `${when}: your interview with ${companyName}`,
          paragraphs: [`This is about “${title}”.`, ...told("candidate")],
        },
        company: {
          subject: `${when}: interview with ${candidateName}`,
          paragraphs: [`This is about “${title}”.`, ...told("company")],
        },
      };
    }),
} satisfies Partial<Mails>;
