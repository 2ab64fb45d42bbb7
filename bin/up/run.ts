import { existsSync } from "node:fs";
import { dataFolder, runningUp } from "./data-folder";
import { startOwnDatabase } from "./database";
import { productEnvironment } from "./environment";
import { complain, say } from "./progress";

const COMMANDS = ["worker", "import", "admin", "rates", "migrate", "seed", "reset", "backup", "restore"];

/** What a command is told: where its database is, and whether that is the embedded one of this data folder. */
export type CommandContext = { databaseUrl: string; isEmbedded: boolean; folder: string };

type Command = { main: (argv: string[], context: CommandContext) => Promise<number> };

/** Runs a command on the database of DATABASE_URL, of the running `up`, or on the embedded one; the exit code. */
export async function run(name: string | undefined, argv: string[]): Promise<number> {
  if (!name || !COMMANDS.includes(name) || !existsSync(`bin/${name}.ts`)) {
    say(`Commands: ${COMMANDS.join(", ")}.`);
    return 2;
  }
  const folder = dataFolder();
  let stopDatabase = async () => {};
  try {
    const running = process.env.DATABASE_URL ? null : runningUp(folder);
    Object.assign(process.env, running?.env);
    const isEmbedded = running ? running.isEmbedded : !process.env.DATABASE_URL;
    if (!process.env.DATABASE_URL) {
      const database = await startOwnDatabase(folder);
      process.env.DATABASE_URL = database.url;
      if (!database.reused) stopDatabase = () => database.stop();
    }
    const databaseUrl = process.env.DATABASE_URL;
    const env = Object.entries(await productEnvironment(folder, { url: databaseUrl, webUrl: undefined }));
    Object.assign(process.env, Object.fromEntries(env.filter(([, value]) => value !== undefined)));
    const command: Command = await import(`../${name}.ts`);
    return await command.main(argv, { databaseUrl, isEmbedded, folder });
  } catch (error) {
    complain(error);
    return 1;
  } finally {
    await stopDatabase();
  }
}
