import { z } from "zod";
import { inUnits, type Rate } from "@/lib/taxonomy/money";
import { periods } from "@/lib/taxonomy/terms";
import type { PayColumns } from "./pay";

type StatedPay = Pick<PayColumns, "salaryMinMinor" | "salaryMaxMinor" | "salaryCurrency" | "salaryPeriod">;

/** What the event of a change says of the pay, in units of the currencies: from what to what; nothing where it stays the same. */
export function payChange(
  from: StatedPay,
  to: StatedPay,
  rates: ReadonlyMap<string, Rate>,
): Record<string, string | number> {
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

const period = z.enum(periods);
const PayChange = z
  .object({
    fromMin: z.number(),
    fromMax: z.number(),
    fromCurrency: z.string(),
    fromPeriod: period,
    toMin: z.number(),
    toMax: z.number(),
    toCurrency: z.string(),
    toPeriod: period,
  })
  .transform((data) => ({
    from: { min: data.fromMin, max: data.fromMax, currency: data.fromCurrency, period: data.fromPeriod },
    to: { min: data.toMin, max: data.toMax, currency: data.toCurrency, period: data.toPeriod },
  }));

/** Reads it back from the event; null where the pay stayed the same. */
export const readPayChange = (data: unknown) => PayChange.safeParse(data).data ?? null;
