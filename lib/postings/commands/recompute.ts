import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { yearlyUsdIn } from "@/lib/taxonomy/queries/rates";

/** Writes the yearly dollars of every posting anew, within the transaction that changed the exchange rates. Gives how many changed. */
export async function recomputeYearlyPay(tx: Transaction): Promise<number> {
  const min = yearlyUsdIn(sql`p.salary_min_minor`, sql`p.salary_period`);
  const max = yearlyUsdIn(sql`p.salary_max_minor`, sql`p.salary_period`);
  const changed = await tx.execute(sql`
    update postings p set yearly_usd_min = ${min}, yearly_usd_max = ${max}
    from exchange_rates r
    where r.currency = p.salary_currency and (p.yearly_usd_min, p.yearly_usd_max) is distinct from (${min}, ${max})
    returning p.id`);
  return changed.length;
}
