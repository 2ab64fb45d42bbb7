import type { RequestBand } from "@/lib/taxonomy/terms";
import { requestWords } from "@/lib/taxonomy/words";
import { counted } from "../plural";
import type { Reality } from "./shape";
import { formatList } from "./words";

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

/** A card without any answer. */
export const nothingStated: RealityCard = {
  onCallWeeks: null,
  onCallPaid: null,
  datastores: null,
  deploysPerWeek: null,
  requestsPerSecond: null,
  takeHomeHours: null,
  takeHomePaid: null,
  interviewStages: null,
  interviewHours: null,
  teamSize: null,
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

/** The answers of a card in words, each with what it is about; null for what is not stated. */
export function realityFacts(reality: Reality): [label: string, value: string | null][] {
  const { datastores, deploysPerWeek, requestsPerSecond, teamSize } = reality;
  return [
    ["On call", onCall(reality.onCall)],
    ["Take-home", takeHome(reality.takeHome)],
    ["Interview", interview(reality.interview)],
    ["Team", teamSize === null ? null : counted(teamSize, "person", "people")],
    ["Datastores", datastores && formatList(datastores)],
    ["Deploys a week", deploysPerWeek === null ? null : deploysPerWeek.toLocaleString("en")],
    ["Requests a second", requestsPerSecond && requestWords[requestsPerSecond]],
  ];
}

function onCall(answer: Reality["onCall"]): string | null {
  if (answer === null) return null;
  if (answer.everyWeeks === null) return "None";
  const often = answer.everyWeeks === 1 ? "Every week" : `1 week in ${answer.everyWeeks}`;
  return often + paidWord(answer.paid);
}

function takeHome(answer: Reality["takeHome"]): string | null {
  if (answer === null) return null;
  return answer.hours === 0 ? "None" : hours(answer.hours) + paidWord(answer.paid);
}

function interview(answer: Reality["interview"]): string | null {
  if (answer === null) return null;
  const stages = answer.stages !== null && counted(answer.stages, "stage");
  return [stages, answer.hours !== null && `${hours(answer.hours)} in total`].filter(Boolean).join(", ");
}

const hours = (n: number) => counted(n, "hour");
const paidWord = (paid: boolean | null) => (paid === null ? "" : paid ? ", paid" : ", unpaid");
