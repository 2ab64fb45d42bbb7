import { migrateTables } from "./up/fill";
import type { CommandContext } from "./up/run";

/** npm run db:migrate: brings the tables up to date. */
export async function main(_argv: string[], { databaseUrl }: CommandContext): Promise<number> {
  await migrateTables(databaseUrl);
  return 0;
}
