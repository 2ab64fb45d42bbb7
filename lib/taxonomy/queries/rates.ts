import { eq, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { exchangeRates } from "@/db/schema/taxonomy";
import { DomainError } from "@/lib/errors";
import { perYear, type Rate } from "../money";

const columns = {
  currency: exchangeRates.currency,
  perUsd: exchangeRates.perUsd,
  minorDigits: exchangeRates.minorDigits,
};

/** The rates in force, by currency code in order; some 40 rows. */
export function listRates(): Promise<Rate[]> {
  return db().select(columns).from(exchangeRates).orderBy(exchangeRates.currency);
}

/** The rate of one currency. Throws `invalid` at `field` for a currency that has none. */
export async function findRate(currency: string, field: string): Promise<Rate> {
  const [rate] = await db().select(columns).from(exchangeRates).where(eq(exchangeRates.currency, currency));
  if (!rate) throw new DomainError("invalid", `We have no exchange rate for ${currency}.`, field);
  return rate;
}

/** `yearlyUsd` in SQL, where `exchange_rates r` is joined by the sum's currency: the same exact integers, rounded half up. */
export function yearlyUsdIn(minor: SQL, period: SQL): SQL {
  const yearly = sql`${minor} * (${JSON.stringify(perYear)}::text::json ->> ${period})::numeric`;
  const unit = sql`r.per_usd * power(10::numeric, r.minor_digits)`;
  return sql`div(2 * ${yearly} + ${unit}, 2 * ${unit})::int`;
}
