import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { archiveCluster, archiveDump } from "./up/archive";
import { say, step } from "./up/progress";
import type { CommandContext } from "./up/run";
import { whileStandingStill } from "./up/stand-still";

/** npm run db:backup [-- FILE]: database and files in one archive; the embedded server stops for it. */
export async function main([name]: string[], context: CommandContext): Promise<number> {
  const file = name ? resolve(process.env.INIT_CWD ?? ".", name) : defaultFile(context.folder);
  if (context.isEmbedded) {
    await whileStandingStill(context.folder, () =>
      step("archive", () => archiveCluster(context.folder, file)),
    );
  } else await step("archive", () => archiveDump(context.databaseUrl, context.folder, file));
  say(file);
  return 0;
}

function defaultFile(folder: string): string {
  const backups = join(folder, "backups");
  mkdirSync(backups, { recursive: true, mode: 0o700 });
  return join(backups, `backplane-${new Date().toISOString().slice(0, 19).replaceAll(":", "")}.tar.gz`);
}
