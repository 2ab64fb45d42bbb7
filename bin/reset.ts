import { rmSync } from "node:fs";
import { join } from "node:path";
import { seed } from "@/db/seed/index";
import { emptyDatabase } from "./up/database";
import { say, step } from "./up/progress";
import type { CommandContext } from "./up/run";
import { whileStandingStill } from "./up/stand-still";
import { prepareTables } from "./up/tables";

/** npm run db:reset: everything gone, then tables and seeds anew. A running product stands still meanwhile. */
export async function main(
  argv: string[],
  { databaseUrl, isEmbedded, folder }: CommandContext,
): Promise<number> {
  if (!isEmbedded && !argv.includes("--yes")) {
    say("This empties the database that DATABASE_URL names. If that is meant: npm run db:reset -- --yes");
    return 1;
  }
  await whileStandingStill(folder, async () => {
    await step("emptied", () => emptyDatabase(databaseUrl));
    rmSync(join(folder, "files"), { recursive: true, force: true });
    await step("tables", () => prepareTables(databaseUrl));
    await step("seeds", () => seed(databaseUrl, () => {}));
  });
  return 0;
}
