import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { archiving, restoreCluster, restoreDump } from "./up/archive";
import { startOwnDatabase } from "./up/database";
import { migrateTables } from "./up/fill";
import { say, step } from "./up/progress";
import type { CommandContext } from "./up/run";
import { whileStandingStill } from "./up/stand-still";

/** npm run db:restore -- FILE: restores the database and files of a backup, and updates the tables. */
export async function main([name]: string[], context: CommandContext): Promise<number> {
  const file = resolve(process.env.INIT_CWD ?? ".", name ?? "");
  if (!name || !existsSync(file)) {
    say(name ? `There is no file ${file}.` : "Usage: npm run db:restore -- FILE");
    return 2;
  }
  const { folder, files, isEmbedded, databaseUrl } = context;
  await whileStandingStill(folder, async () => {
    if (isEmbedded) await step("restore", () => restoreCluster(folder, files, file), archiving);
    else await step("restore", () => restoreDump(databaseUrl, files, file), archiving);
    await (isEmbedded ? migrateCluster(folder) : migrateTables(databaseUrl));
  });
  return 0;
}

async function migrateCluster(folder: string) {
  const database = await startOwnDatabase(folder);
  await migrateTables(database.url);
  await database.stop();
}
