import type { NewPosting } from "@/db/factories";
import type { decisions } from "@/db/schema/moderation";
import { daysBefore } from "@/lib/days";
import type { EventType } from "@/lib/events/input";
import { slugOf } from "@/lib/slug";
import type { Cast } from "./cast";
import { companySources } from "./companies";
import type { CompanySource } from "./companies/source";
import type { PastEvent } from "./events";
import { type Fate, fates } from "./fates";
import { type Life, lifeOf } from "./life";
import { type Position, positionsOf } from "./positions";
import { chance } from "./random";

type Decision = typeof decisions.$inferInsert;

/** A posting with its past. */
export type Lived = Position & {
  posting: Position["posting"] & NewPosting;
  events: PastEvent[];
  decisions: Decision[];
};

/** Every posting of the demonstration: the live ones, and beside them those of `fates`, all as of `now`. */
export function livesOf(cast: Cast, now: Date): Lived[] {
  const plan = (company: CompanySource) => fates[company.name] ?? [];
  return positionsOf((company) => company.live + plan(company).length).map((position) =>
    lived(position, plan(position.company)[position.number - position.company.live], cast, now),
  );
}

function lived(position: Position, fate: Fate | undefined, cast: Cast, now: Date): Lived {
  const { company, posting } = position;
  const by = chance(`life/${posting.id}`);
  const life = lifeOf(fate, by, now);
  const writers = cast.staffOf(company).filter(({ role }) => role !== "reviewer");
  const writer = writers.length > 0 ? by.pick(writers).userId : null;
  const { submittedAt, publishedAt } = life.row;
  const begun = submittedAt ?? life.endedAt ?? daysBefore(now, by.between(1, 18) + by.next());
  const createdAt = daysBefore(begun, 1.2 + by.next() * 3);
  return {
    ...position,
    posting: {
      ...posting,
      ...life.row,
      ...(fate && "addendum" in fate && { description: `${posting.description}\n\n${fate.addendum}` }),
      ...(writer === null && { origin: originOf(position) }),
      // The demonstration's employer reviews one of its postings without names.
      ...(company === companySources[0] && position.number === 2 && { blindReview: true }),
      companySlug: slugOf(company.name),
      createdAt,
      updatedAt: (fate && life.endedAt) ?? life.reconfirmed.at(-1) ?? publishedAt ?? begun,
      hasEvents: false,
    },
    events: eventsOf(life, fate, createdAt, writer, cast.admin.userId).map((event) => ({
      ...event,
      companyId: posting.companyId,
      postingId: posting.id,
    })),
    decisions: decisionsOf(life, fate).map((decision) => ({
      ...decision,
      postingId: posting.id,
      adminId: cast.admin.userId,
    })),
  };
}

const endings: Partial<Record<Fate["kind"], EventType>> = {
  closed: "posting.closed",
  removed: "posting.removed",
  expired: "posting.expired",
  frozen: "posting.frozen",
  sent_back: "posting.sent_back",
};

function eventsOf(
  { row, reconfirmed, endedAt }: Life,
  fate: Fate | undefined,
  createdAt: Date,
  writer: string | null,
  admin: string,
): PastEvent[] {
  const event = (type: EventType, at: Date | undefined, actorId: string | null): PastEvent[] =>
    at ? [{ type, at, actorId }] : [];
  // One that came back had been handed in the day before.
  const submittedAt = fate?.kind === "sent_back" && endedAt ? daysBefore(endedAt, 1) : row.submittedAt;
  const ending = fate && endings[fate.kind];
  const ender = fate?.kind === "closed" ? writer : fate?.kind === "expired" ? null : admin;
  return [
    ...(writer
      ? event("posting.submitted", submittedAt, writer)
      : event("posting.imported", createdAt, null)),
    ...event("posting.published", row.publishedAt, admin),
    ...reconfirmed.flatMap((at) => event("posting.reconfirmed", at, writer)),
    ...(ending ? event(ending, endedAt, ender) : []).map((end) =>
      fate?.kind === "closed" ? { ...end, data: { reason: fate.reason } } : end,
    ),
  ];
}

function decisionsOf(
  { row, endedAt: at }: Life,
  fate: Fate | undefined,
): Omit<Decision, "postingId" | "adminId">[] {
  const approved = row.publishedAt ? [{ kind: "approve" as const, at: row.publishedAt }] : [];
  if (!at) return approved;
  switch (fate?.kind) {
    case "sent_back":
      return [...approved, { kind: "send_back", reasons: fate.reasons, at }];
    case "removed":
      return [...approved, { kind: "remove", reasons: [{ field: "other", message: fate.reason }], at }];
    case "frozen":
      return [...approved, { kind: "freeze", at }];
    default:
      return approved;
  }
}

function originOf({ company, number }: Position) {
  const site = slugOf(company.name);
  const externalId = String(4100 + number * 7);
  return { source: `${site}.example`, externalId, externalUrl: `https://${site}.example/jobs/${externalId}` };
}
