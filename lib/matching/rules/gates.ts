import { sharedMinutes } from "@/lib/postings/hours";
import type { PostingFacts, ProfileFacts } from "./facts";

export type GateState = "meets" | "fails" | "unknown";

/** The gates, in the order of the page. */
export const gateNames = ["pay", "place", "timezone", "employment"] as const;
export type GateName = (typeof gateNames)[number];

/** Conditions that are shown with the score and never counted in it. */
export type Gates = Record<GateName, GateState>;

/** The gates that fail, in their order. A posting that fails none can be taken. */
export const failingGates = (gates: Gates): GateName[] => gateNames.filter((gate) => gates[gate] === "fails");

/** Each gate; unknown where either side is silent. An empty list says nothing. */
export function gatesOf(posting: PostingFacts, profile: ProfileFacts): Gates {
  return {
    pay: payGate(posting, profile),
    place: placeGate(posting, profile),
    timezone: timezoneGate(posting, profile),
    employment: employmentGate(posting, profile),
  };
}

/** The posting's yearly maximum reaches the wanted minimum, both in whole dollars. */
export const payGate = (
  { yearlyUsdMax }: Pick<PostingFacts, "yearlyUsdMax">,
  { wantedYearlyUsd }: Pick<ProfileFacts, "wantedYearlyUsd">,
): GateState =>
  gate(
    yearlyUsdMax !== null && wantedYearlyUsd !== null && yearlyUsdMax >= wantedYearlyUsd,
    yearlyUsdMax !== null && wantedYearlyUsd !== null,
  );

/**
 * The workplace is accepted, and one of the posting's countries is wanted. If one of the two fails, the gate fails, even where the other is
 * unknown: no further answer could change that.
 */
export function placeGate(
  posting: Pick<PostingFacts, "workplace" | "countries">,
  profile: Pick<ProfileFacts, "workplaces" | "countries">,
): GateState {
  const parts = [
    listed(posting.workplace, profile.workplaces),
    gate(
      posting.countries.some((country) => profile.countries.includes(country)),
      posting.countries.length > 0 && profile.countries.length > 0,
    ),
  ];
  if (parts.includes("fails")) return "fails";
  return parts.includes("unknown") ? "unknown" : "meets";
}

/** The window, or nine to five at one of the places: the one that suits best. A window shorter than what is wanted fails. */
export const timezoneGate = (
  posting: Pick<PostingFacts, "hours">,
  { hours, overlap }: Pick<ProfileFacts, "hours" | "overlap">,
): GateState =>
  gate(
    hours !== null && posting.hours.some((window) => sharedMinutes(window, hours) >= 60 * overlap),
    hours !== null && posting.hours.length > 0,
  );

/** The employment is one of those wanted. */
export const employmentGate = (
  posting: Pick<PostingFacts, "employment">,
  profile: Pick<ProfileFacts, "employment">,
): GateState => listed(posting.employment, profile.employment);

const listed = <T>(value: T | null, among: readonly T[]) =>
  gate(value !== null && among.includes(value), value !== null && among.length > 0);

const gate = (meets: boolean, isSaid: boolean): GateState =>
  !isSaid ? "unknown" : meets ? "meets" : "fails";
