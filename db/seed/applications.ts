import type { ApplicationState } from "@/lib/applications/lists";
import { replyBy } from "@/lib/applications/rules";
import { daysAfter, daysBefore, daysBetween } from "@/lib/days";
import type { Arrival } from "@/lib/postings/lists";
import type { OwnProfile } from "@/lib/profiles/queries/profile";
import { bandOf } from "@/lib/taxonomy/rules";
import { demoProfile, profileOf } from "./candidates";
import type { CandidatePerson, Cast, Person } from "./cast";
import { companySources } from "./companies";
import type { Lived } from "./lives";
import { type Chance, chance, idFor } from "./random";
import { coverNotes, firstAnswers, hires, invitations, offers, refusals } from "./texts/applications";

export type Move = {
  from: ApplicationState | null;
  to: ApplicationState;
  message: string;
  at: Date;
  actorId: string;
};

export type Application = {
  id: string;
  postingId: string;
  companyId: string;
  candidate: Person;
  profile: OwnProfile;
  coverNote: string;
  arrival: Arrival;
  state: ApplicationState;
  submittedAt: Date;
  replyBy: Date;
  answeredAt: Date | null;
  reminders: number;
  lapsedAt: Date | null;
  updatedAt: Date;
  moves: Move[];
};

/** Who applied where and how far it went, as of `now`. */
export function applicationsOf(cast: Cast, lives: Lived[], now: Date): Application[] {
  const open = lives.filter(({ company, number }) => number < company.live && !company.unclaimed);
  const filled = lives.filter(({ posting }) => posting.closeReason === "filled");
  const made = new Map<string, number>();
  return [
    ...demoApplications(cast, open, now),
    ...wantedCounts(open, now).flatMap(([lived, count]) => submitApplication(cast, lived, count, made, now)),
    ...filled.flatMap((lived) => submitApplication(cast, lived, 4, made, lived.posting.closedAt as Date)),
  ];
}

const crowdedCompanies = ["Tallyhaven", "Gridloom", "Keyfathom", "Vidyalane", "Queuewright", "Cindertrail"];

/** How many apply to which open posting: many to a few, one to four to every posting of the first company and to some of the others. */
function wantedCounts(open: Lived[], now: Date): [Lived, number][] {
  const age = ({ posting }: Lived) => daysBetween(posting.publishedAt as Date, now);
  const crowded = new Set(
    crowdedCompanies.flatMap((name, at) =>
      open
        .filter(({ company }) => company.name === name)
        .sort((a, b) => age(b) - age(a))
        .slice(0, at === 0 ? 2 : 1),
    ),
  );
  return open.flatMap((lived): [Lived, number][] => {
    const by = chance(`crowd/${lived.posting.id}`);
    if (crowded.has(lived)) return [[lived, by.between(11, 14)]];
    if (lived.company === companySources[0]) return [[lived, by.between(1, 4)]];
    return age(lived) > 3 && by.often(0.14) ? [[lived, by.between(1, 3)]] : [];
  });
}

/** The best fitting of those who have not applied too often yet. */
function submitApplication(
  cast: Cast,
  lived: Lived,
  count: number,
  made: Map<string, number>,
  until: Date,
): Application[] {
  const by = chance(`applicants/${lived.posting.id}`);
  const applicants = cast.candidates
    .filter(({ userId }) => (made.get(userId) ?? 0) < 8)
    .map((candidate) => ({ candidate, fit: fitOf(candidate, lived) + by.next() * 2.5 }))
    .sort((a, b) => b.fit - a.fit)
    .slice(0, count)
    .map(({ candidate }) => candidate);
  return applicants.map((candidate, at) => {
    made.set(candidate.userId, (made.get(candidate.userId) ?? 0) + 1);
    const one = chance(`application/${lived.posting.id}/${candidate.email}`);
    const publishedAt = lived.posting.publishedAt as Date;
    const span = daysBetween(publishedAt, until);
    const submittedAt = daysAfter(publishedAt, span * (0.03 + 0.9 * one.next() ** 1.4));
    const isOver = lived.posting.closeReason === "filled";
    const end = isOver
      ? at === 0
        ? "hired"
        : one.weigh(overEnds)
      : one.weigh(endsAfter(daysBetween(submittedAt, until)));
    return application(cast, lived, candidate, profileOf(candidate), submittedAt, end, until, one);
  });
}

const families = [
  ["java", "kotlin", "scala", "cobol"],
  ["go", "rust", "cpp", "platform"],
  ["python-django", "python-fastapi", "data"],
  ["php-laravel", "php-symfony"],
  ["rails", "elixir"],
  ["node"],
  ["dotnet"],
];
function fitOf({ source }: CandidatePerson, { stack, company, posting }: Lived): number {
  const isKin = families.some((family) => family.includes(stack) && family.includes(source.stack));
  const isNear = company.country === source.country || company.hires.includes(source.country);
  const asked = posting.experienceMin ?? source.years;
  const isFar = source.years < asked - 2 || source.years > asked + 9;
  return (source.stack === stack ? 2 : isKin ? 1 : 0) + (isNear ? 1.5 : 0) - (isFar ? 2 : 0);
}

type Ends = Partial<Record<ApplicationState, number>>;
const overEnds: Ends = { rejected: 8, withdrawn: 2 };

/** How far applications have come that were sent so many days ago. */
function endsAfter(days: number): Ends {
  if (days < 2) return { submitted: 85, screening: 12, withdrawn: 3 };
  if (days < 8) return { submitted: 44, screening: 28, interview: 12, rejected: 12, withdrawn: 4 };
  return { submitted: 11, screening: 15, interview: 19, offer: 8, hired: 3, rejected: 37, withdrawn: 7 };
}

/** candidate@example.com has five of them under way, one in each state that asks for something. */
function demoApplications(cast: Cast, live: Lived[], now: Date): Application[] {
  const plan: [string, ApplicationState, number, string][] = [
    [
      "Tallyhaven",
      "interview",
      6,
      "I have kept a ledger of this kind for three years, and have made two of the mistakes that you describe.",
    ],
    ["Gridloom", "submitted", 1.5, "The peak every quarter of an hour is the reason why I write."],
    ["Freightfern", "screening", 4, ""],
    ["Railfinch", "offer", 9, "I read fares for pleasure, which I did not know before your posting."],
    ["Lastyard", "rejected", 12, ""],
  ];
  return plan.map(([name, end, days, coverNote]) => {
    const open = live.filter(
      ({ company, posting }) =>
        company.name === name && daysBetween(posting.publishedAt as Date, now) > days + 0.5,
    );
    const lived = (open.find(suitsDemoCandidate) ?? open[0]) as Lived;
    const by = chance(`demo/${name}`);
    return {
      ...application(cast, lived, cast.candidate, demoProfile, daysBefore(now, days), end, now, by),
      coverNote,
    };
  });
}

const usualArrivals: Arrival[] = [
  "search",
  "search",
  "search",
  "direct",
  "direct",
  "alert",
  "alert",
  "company",
  "similar",
  "feed",
];

const suitsDemoCandidate = ({ stack, posting }: Lived) =>
  ["java", "kotlin", "go"].includes(stack) &&
  posting.employment === "full-time" &&
  bandOf(posting.experienceMin ?? null) === "mid";

function application(
  cast: Cast,
  { posting, company }: Lived,
  candidate: Person,
  profile: OwnProfile,
  submittedAt: Date,
  end: ApplicationState,
  until: Date,
  by: Chance,
): Application {
  const staff = cast.staffOf(company).filter(({ role }) => role !== "reviewer");
  const replyDays = posting.replyDays as number;
  const moves: Move[] = [
    { from: null, to: "submitted", message: "", at: submittedAt, actorId: candidate.userId },
  ];
  let at = submittedAt;
  for (const to of pathTo(end, by)) {
    const left = daysBetween(at, until);
    const pace = moves.length === 1 ? 0.6 + by.next() * replyDays * 1.05 : 1 + by.next() * 5;
    at = daysAfter(at, Math.min(pace, left * 0.7));
    const from = moves.at(-1)?.to as ApplicationState;
    const actorId = to === "withdrawn" ? candidate.userId : by.pick(staff).userId;
    moves.push({ from, to, message: messageFor(to, by), at, actorId });
  }
  return {
    id: idFor(`application/${posting.id}/${candidate.email}`),
    postingId: posting.id,
    companyId: posting.companyId,
    candidate,
    profile,
    coverNote: by.pick(coverNotes),
    // By a chance of its own: what else is drawn stays as it was.
    arrival: chance(`arrival/${posting.id}/${candidate.email}`).pick(usualArrivals),
    state: end,
    submittedAt,
    replyBy: replyBy(submittedAt, replyDays),
    answeredAt: moves[1] && moves[1].to !== "withdrawn" ? moves[1].at : null,
    ...toldOf(end, replyBy(submittedAt, replyDays), until),
    updatedAt: at,
    moves,
  };
}

/** What the clock has told both sides of by now. */
function toldOf(end: ApplicationState, due: Date, now: Date) {
  const left = daysBetween(now, due);
  const isWaiting = end === "submitted";
  return {
    reminders: !isWaiting || left > 3 ? 0 : left > 1 ? 1 : 2,
    lapsedAt: isWaiting && left <= 0 ? due : null,
  };
}

/** The moves that lead there, each of which the map of moves allows. */
function pathTo(end: ApplicationState, by: Chance): ApplicationState[] {
  const begun: ApplicationState[] = by.often(0.85) ? ["screening"] : [];
  switch (end) {
    case "submitted":
      return [];
    case "screening":
      return ["screening"];
    case "interview":
      return [...begun, "interview"];
    case "offer":
      return [...begun, "interview", "offer"];
    case "hired":
      return [...begun, "interview", "offer", "hired"];
    case "rejected":
    case "withdrawn":
      return [...(["screening", "interview"] as const).slice(0, by.between(0, 2)), end];
  }
}

function messageFor(to: ApplicationState, by: Chance): string {
  if (to === "rejected") return by.pick(refusals);
  if (to === "offer") return by.pick(offers);
  if (to === "hired") return by.pick(hires);
  if (to === "screening") return by.pick(firstAnswers);
  return to === "interview" ? by.pick(invitations) : "";
}
