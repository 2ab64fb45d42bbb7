import { type Rate, yearlyUsd } from "@/lib/taxonomy/money";
import type { Period } from "@/lib/taxonomy/terms";

/** The pay of a posting in its six columns: as given, in the currency's smallest unit, and beside it as a year in whole dollars. */
export const payColumns = (
  { minMinor, maxMinor, period }: { minMinor: number; maxMinor: number; period: Period },
  rate: Rate,
) => ({
  salaryMinMinor: minMinor,
  salaryMaxMinor: maxMinor,
  salaryCurrency: rate.currency,
  salaryPeriod: period,
  yearlyUsdMin: yearlyUsd(minMinor, period, rate),
  yearlyUsdMax: yearlyUsd(maxMinor, period, rate),
});

/** The same of a posting that does not say what it pays. */
export const noPay = {
  salaryMinMinor: null,
  salaryMaxMinor: null,
  salaryCurrency: null,
  salaryPeriod: null,
  yearlyUsdMin: null,
  yearlyUsdMax: null,
};
