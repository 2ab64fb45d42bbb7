import type { NewPosting } from "@/db/factories";
import type { decisions } from "@/db/schema/moderation";
import { daysBefore } from "@/lib/days";
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
    events: eventsOf(posting, life, fate, { createdAt, writer, admin: cast.admin.userId }),
    decisions: decisionsOf(life, fate).map((decision) => ({
      ...decision,
      postingId: posting.id,
      adminId: cast.admin.userId,
    })),
  };
}

function eventsOf(
  { id: postingId, companyId }: Position["posting"],
  { row, reconfirmed, endedAt }: Life,
  fate: Fate | undefined,
  { createdAt, writer, admin }: { createdAt: Date; writer: string | null; admin: string },
): PastEvent[] {
  const of = { companyId, postingId };
  // One that came back had been handed in the day before.
  const submittedAt = fate?.kind === "sent_back" && endedAt ? daysBefore(endedAt, 1) : row.submittedAt;
  const events: PastEvent[] = [];
  if (!writer) events.push({ type: "posting.imported", ...of, at: createdAt, actorId: null });
  else if (submittedAt) events.push({ type: "posting.submitted", ...of, at: submittedAt, actorId: writer });
  if (row.publishedAt) events.push({ type: "posting.published", ...of, at: row.publishedAt, actorId: admin });
  for (const at of reconfirmed) events.push({ type: "posting.reconfirmed", ...of, at, actorId: writer });
  if (!endedAt) return events;
  switch (fate?.kind) {
    case "closed": {
      const { reason } = fate;
      events.push({ type: "posting.closed", ...of, at: endedAt, actorId: writer, data: { reason } });
      break;
    }
    case "expired":
      events.push({ type: "posting.expired", ...of, at: endedAt, actorId: null });
      break;
    case "removed":
      events.push({ type: "posting.removed", ...of, at: endedAt, actorId: admin });
      break;
    case "frozen":
      events.push({ type: "posting.frozen", ...of, at: endedAt, actorId: admin });
      break;
    case "sent_back":
      events.push({ type: "posting.sent_back", ...of, at: endedAt, actorId: admin });
      break;
  }
  return events;
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
