import { seed } from "@/db/seed/index";
import { say, step } from "./up/progress";
import type { CommandContext } from "./up/run";
import { prepareTables } from "./up/tables";

/** npm run db:seed: the demonstration's companies, postings and people; nothing twice. */
export async function main(_argv: string[], { databaseUrl }: CommandContext): Promise<number> {
  await step("tables", () => prepareTables(databaseUrl));
  await step("seeds", () => seed(databaseUrl, (line) => say(`  ${line}`)));
  return 0;
}
