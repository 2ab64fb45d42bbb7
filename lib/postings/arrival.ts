import { type Arrival, arrivals } from "./lists";

const parameter = "from";

/** The address with what led to it; the same for `direct`. */
export function arrivingFrom(address: string, from: Arrival): string {
  if (from === "direct") return address;
  const [page = "", hash] = address.split("#", 2);
  return `${page}${page.includes("?") ? "&" : "?"}${parameter}=${from}${hash ? `#${hash}` : ""}`;
}

/** What an address says of what led to it; an unknown word says nothing. */
export function arrivalIn(asked: URLSearchParams): Arrival | null {
  const said = asked.get(parameter);
  return arrivals.find((one) => one === said) ?? null;
}
