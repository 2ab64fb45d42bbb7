import { expect, it } from "vitest";
import { inTransaction } from "@/db/client";
import { createCompany, insertPostings } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import { replaceRates } from "@/lib/taxonomy/commands/load";
import { yearlyUsd } from "@/lib/taxonomy/money";
import { listRates } from "@/lib/taxonomy/queries/rates";
import { periods } from "@/lib/taxonomy/terms";
import { recomputeYearlyPay } from "./recompute";

const { sql } = await testDatabase();

it("new rates change the yearly dollars of every posting, to the dollar that the formula gives", async () => {
  const { id: companyId } = await createCompany();
  const currencies = ["EUR", "JPY", "KWD", "INR", "USD"];
  await insertPostings(
    currencies.flatMap((currency) =>
      periods.map((period, i) => ({
        companyId,
        salary: { min: 1234 + i, max: 98_765 + i, currency, period },
      })),
    ),
  );
  const changed = await inTransaction(async (tx) => {
    await replaceRates(tx, {
      date: "2027-01-01",
      base: "USD",
      rates: { EUR: 0.8, JPY: 151.515151, KWD: 0.3, INR: 99.99 },
    });
    return recomputeYearlyPay(tx);
  });
  expect(changed).toBe(20);
  const rates = new Map((await listRates()).map((rate) => [rate.currency, rate]));
  const rows =
    await sql`select salary_min_minor::float8 as min, salary_max_minor::float8 as max, salary_currency as currency,
    salary_period as period, yearly_usd_min, yearly_usd_max from postings`;
  for (const row of rows) {
    const rate = rates.get(row.currency);
    if (!rate) throw new Error(`no rate for ${row.currency}`);
    expect([row.yearly_usd_min, row.yearly_usd_max]).toEqual([
      yearlyUsd(row.min, row.period, rate),
      yearlyUsd(row.max, row.period, rate),
    ]);
  }
  expect(rows).toHaveLength(25);
});
