import type { NewEvent } from "@/lib/events/input";
import { inUnits, type Rate } from "@/lib/taxonomy/money";
import type { PayColumns } from "./pay";

type Change = NewEvent<"posting.changed">["data"];
type StatedPay = Pick<PayColumns, "salaryMinMinor" | "salaryMaxMinor" | "salaryCurrency" | "salaryPeriod">;

/** What the event of a change says of the pay, in units of the currencies: from what to what; nothing where it stays the same. */
export function payChange(from: StatedPay, to: StatedPay, rates: ReadonlyMap<string, Rate>): Change {
  const before = unitsOf(from, rates);
  const after = unitsOf(to, rates);
  if (!before || !after || JSON.stringify(before) === JSON.stringify(after)) return {};
  return {
    fromMin: before.min,
    fromMax: before.max,
    fromCurrency: before.currency,
    fromPeriod: before.period,
    toMin: after.min,
    toMax: after.max,
    toCurrency: after.currency,
    toPeriod: after.period,
  };
}

function unitsOf(pay: StatedPay, rates: ReadonlyMap<string, Rate>) {
  const { salaryMinMinor, salaryMaxMinor, salaryCurrency: currency, salaryPeriod: period } = pay;
  const rate = rates.get(currency ?? "");
  if (!rate || salaryMinMinor === null || salaryMaxMinor === null || !currency || !period) return null;
  const units = (minor: number) => inUnits(minor, rate.minorDigits);
  return { min: units(salaryMinMinor), max: units(salaryMaxMinor), currency, period };
}

/** What an event says of the pay: from what to what, in units of the currencies; null where it stayed the same. */
export function readPayChange(data: Change) {
  if (!("fromMin" in data)) return null;
  return {
    from: { min: data.fromMin, max: data.fromMax, currency: data.fromCurrency, period: data.fromPeriod },
    to: { min: data.toMin, max: data.toMax, currency: data.toCurrency, period: data.toPeriod },
  };
}
