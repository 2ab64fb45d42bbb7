import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { closeDatabase, inLongTransaction } from "@/db/client";
import { messageOf } from "@/lib/errors";
import { record } from "@/lib/events/commands";
import { counted } from "@/lib/plural";
import { recomputeYearlyPay } from "@/lib/postings/commands/recompute";
import { recomputeWantedPay } from "@/lib/profiles/commands/profile";
import { replaceRates } from "@/lib/taxonomy/commands/load";
import { RateTable } from "@/lib/taxonomy/input";
import { say } from "./up/progress";
import type { CommandContext } from "./up/run";

/** npm run rates -- FILE: replaces the exchange rates and recalculates all pay in US dollars a year, in one transaction. */
export async function main([name]: string[], { databaseUrl }: CommandContext): Promise<number> {
  const table = name && (await read(resolve(process.env.INIT_CWD ?? ".", name)));
  if (!table) {
    say(
      'Usage: npm run rates -- FILE, where FILE holds JSON such as { "date": "2026-09-29", "base": "USD", "rates": { "EUR": 0.85 } }',
    );
    return 2;
  }
  process.env.DATABASE_URL = databaseUrl;
  const [currencies, changed] = await inLongTransaction(async (tx) => {
    const taken = await replaceRates(tx, table);
    const postings = await recomputeYearlyPay(tx);
    await recomputeWantedPay(tx);
    await record(tx, {
      type: "rates.replaced",
      actorId: null,
      data: { asOf: table.date, currencies: taken },
    });
    return [taken, postings];
  });
  await closeDatabase();
  say(
    `Saved the rates of ${table.date} for ${counted(currencies, "currency", "currencies")}. The pay of ${counted(changed, "posting")} in US dollars a year changed.`,
  );
  return 0;
}

async function read(file: string): Promise<RateTable | null> {
  try {
    const parsed = RateTable.safeParse(JSON.parse(await readFile(file, "utf8")));
    if (parsed.success) return parsed.data;
    for (const { path, message } of parsed.error.issues.slice(0, 10))
      say(`${path.join(".") || "the table"}: ${message}`);
  } catch (error) {
    say(messageOf(error));
  }
  return null;
}
