import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { archiveCluster, archiveDump, archiving } from "./up/archive";
import { say, step } from "./up/progress";
import type { CommandContext } from "./up/run";
import { whileStandingStill } from "./up/stand-still";

/** npm run db:backup [-- FILE]: saves the database and files in one archive; the embedded server stops meanwhile. */
export async function main([name]: string[], context: CommandContext): Promise<number> {
  const file = name ? resolve(process.env.INIT_CWD ?? ".", name) : defaultFile(context.folder);
  if (context.isEmbedded) {
    await whileStandingStill(context.folder, () =>
      step("archive", () => archiveCluster(context.folder, context.files, file), archiving),
    );
  } else await step("archive", () => archiveDump(context.databaseUrl, context.files, file), archiving);
  say(file);
  return 0;
}

function defaultFile(folder: string): string {
  const backups = join(folder, "backups");
  mkdirSync(backups, { recursive: true });
  return join(backups, `backplane-${new Date().toISOString().slice(0, 19).replaceAll(":", "")}.tar.gz`);
}
