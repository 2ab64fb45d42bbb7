import { rmSync } from "node:fs";
import { emptyDatabase } from "./up/database";
import { fill, migrateTables } from "./up/fill";
import { say, step } from "./up/progress";
import type { CommandContext } from "./up/run";
import { whileStandingStill } from "./up/stand-still";

/** npm run db:reset: deletes everything, then creates and fills the tables as at a first start. A running product is paused meanwhile. */
export async function main(
  argv: string[],
  { databaseUrl, isEmbedded, folder, files }: CommandContext,
): Promise<number> {
  if (!isEmbedded && !argv.includes("--yes")) {
    say(
      "This deletes everything in the database that DATABASE_URL names. To go on, run: npm run db:reset -- --yes",
    );
    return 1;
  }
  await whileStandingStill(folder, async () => {
    await step("empty the database", () => emptyDatabase(databaseUrl));
    rmSync(files, { recursive: true, force: true });
    await migrateTables(databaseUrl);
    await fill(databaseUrl, process.env.DEMO === "1");
  });
  return 0;
}
