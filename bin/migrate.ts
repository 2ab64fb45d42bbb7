import { step } from "./up/progress";
import type { CommandContext } from "./up/run";
import { prepareTables } from "./up/tables";

/** npm run db:migrate: brings the tables up to date. */
export async function main(_argv: string[], { databaseUrl }: CommandContext): Promise<number> {
  await step("tables", () => prepareTables(databaseUrl));
  return 0;
}
