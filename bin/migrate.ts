import { migrate } from "@/db/migrate";
import { step } from "./up/progress";
import type { CommandContext } from "./up/run";

/** npm run db:migrate: brings the tables up to date. */
export async function main(_argv: string[], { databaseUrl }: CommandContext): Promise<number> {
  await step("tables", () => migrate(databaseUrl));
  return 0;
}
