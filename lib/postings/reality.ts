import type { RequestBand } from "@/lib/taxonomy/terms";
import type { Reality } from "./shape";

/** A reality card as it is stored: null is "not stated". */
export type RealityCard = {
  onCallWeeks: number | null;
  onCallPaid: boolean | null;
  datastores: string[] | null;
  deploysPerWeek: number | null;
  requestsPerSecond: RequestBand | null;
  takeHomeHours: number | null;
  takeHomePaid: boolean | null;
  interviewStages: number | null;
  interviewHours: number | null;
  teamSize: number | null;
};

/** The card as it is shown. It is complete if everything is stated; whether something is paid counts only if it exists. */
export function realityOf(card: RealityCard | null): Reality {
  const {
    onCallWeeks = null,
    takeHomeHours = null,
    interviewStages = null,
    interviewHours = null,
  } = card ?? {};
  return {
    onCall:
      onCallWeeks === null
        ? null
        : onCallWeeks === 0
          ? { everyWeeks: null, paid: null }
          : { everyWeeks: onCallWeeks, paid: card?.onCallPaid ?? null },
    datastores: card?.datastores ?? null,
    deploysPerWeek: card?.deploysPerWeek ?? null,
    requestsPerSecond: card?.requestsPerSecond ?? null,
    takeHome:
      takeHomeHours === null
        ? null
        : { hours: takeHomeHours, paid: takeHomeHours > 0 ? (card?.takeHomePaid ?? null) : null },
    interview:
      interviewStages === null && interviewHours === null
        ? null
        : { stages: interviewStages, hours: interviewHours },
    teamSize: card?.teamSize ?? null,
    complete: card !== null && isComplete(card),
  };
}

const isComplete = (card: RealityCard) =>
  card.onCallWeeks !== null &&
  (card.onCallWeeks === 0 || card.onCallPaid !== null) &&
  card.datastores !== null &&
  card.deploysPerWeek !== null &&
  card.requestsPerSecond !== null &&
  card.takeHomeHours !== null &&
  (card.takeHomeHours === 0 || card.takeHomePaid !== null) &&
  card.interviewStages !== null &&
  card.interviewHours !== null &&
  card.teamSize !== null;
