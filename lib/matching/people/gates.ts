import type { FailingCounts } from "@/lib/board/gates";
import type { People } from "@/lib/people/people";
import { hoursOf, workday } from "@/lib/postings/hours";
import { defaultOverlap, type PostingFacts } from "../rules/facts";
import { employmentGate, payGate, placeGate, timezoneGate } from "../rules/gates";
import { remembered } from "./facts";

/**
 * Whether the person in a row fails any gate of the posting, by the rules; and how many of those who were asked about fail each. `ahead` is
 * what zones are ahead of UTC, in minutes; one that is not in it counts as not stated.
 */
export function gatesFor(people: People, posting: PostingFacts, ahead: ReadonlyMap<string, number>) {
  const failing: FailingCounts = { total: 0, pay: 0, place: 0, timezone: 0, employment: 0 };
  const { places, times, employments } = people;
  const failsPlace = remembered(places.all.length, (code) => placeGate(posting, places.of(code)) === "fails");
  const failsTimezone = remembered(times.all.length, (code) => {
    const { timezone, overlapHours } = times.of(code);
    const zone = timezone === null ? undefined : ahead.get(timezone);
    const hours = zone === undefined ? null : hoursOf({ ...workday, ahead: zone });
    return timezoneGate(posting, { hours, overlap: overlapHours ?? defaultOverlap }) === "fails";
  });
  const failsEmployment = remembered(
    employments.all.length,
    (code) => employmentGate(posting, employments.of(code)) === "fails",
  );
  const fails = (row: number): boolean => {
    const usd = people.wantedYearlyUsd[row] as number;
    const pay = payGate(posting, { wantedYearlyUsd: usd < 0 ? null : usd }) === "fails";
    const place = failsPlace(people.place[row] as number);
    const timezone = failsTimezone(people.time[row] as number);
    const employment = failsEmployment(people.employment[row] as number);
    if (pay) failing.pay++;
    if (place) failing.place++;
    if (timezone) failing.timezone++;
    if (employment) failing.employment++;
    const any = pay || place || timezone || employment;
    if (any) failing.total++;
    return any;
  };
  return { fails, failing };
}
