import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { settings } from "@/lib/env";
import { hasCode } from "@/lib/errors";
import { dataFolder, keepPrivate, type Run, runningUp } from "./data-folder";
import { startOwnDatabase } from "./database";
import { productEnvironment } from "./environment";
import { complain, StepError, say, withDeadline } from "./progress";

const COMMANDS = [
  "worker",
  "import",
  "admin",
  "rates",
  "migrate",
  "seed",
  "reset",
  "backup",
  "restore",
  "receipt",
];

/** What a command is told: where its database is, and whether that is the embedded one of this data folder. */
export type CommandContext = {
  databaseUrl: string;
  isEmbedded: boolean;
  folder: string;
  /** The folder of stored files. */
  files: string;
};

type Command = { main: (argv: string[], context: CommandContext) => Promise<number> };

/** How long the embedded database may take to start for a command. */
const START_MS = 180_000;
const STOP_MS = 60_000;

/** Runs a command on the database of DATABASE_URL, of the running `up`, or on the embedded one; the exit code. */
export async function run(name: string | undefined, argv: string[]): Promise<number> {
  if (!name || !COMMANDS.includes(name) || !existsSync(`bin/${name}.ts`)) {
    say(`Commands: ${COMMANDS.join(", ")}.`);
    return 2;
  }
  const folder = dataFolder();
  keepPrivate(folder);
  let stopDatabase = async () => {};
  try {
    const running = process.env.DATABASE_URL ? null : runningUp(folder);
    if (running) refuseUnlessServing(running);
    Object.assign(process.env, running?.env);
    const isEmbedded = running ? running.isEmbedded : !process.env.DATABASE_URL;
    if (!process.env.DATABASE_URL && readsFilesAlone(name))
      process.env.DATABASE_URL = "postgres://127.0.0.1/none";
    if (!process.env.DATABASE_URL) {
      const database = await withDeadline(START_MS, () => startOwnDatabase(folder));
      process.env.DATABASE_URL = database.url;
      if (!database.reused) stopDatabase = () => database.stop();
    }
    const databaseUrl = process.env.DATABASE_URL;
    const env = Object.entries(await productEnvironment(folder, { url: databaseUrl, webUrl: undefined }));
    Object.assign(process.env, Object.fromEntries(env.filter(([, value]) => value !== undefined)));
    const command: Command = await import(`../${name}.ts`);
    const files = fileURLToPath(settings().STORAGE_URL);
    return await command.main(argv, { databaseUrl, isEmbedded, folder, files });
  } catch (error) {
    complain(lacksTables(error) ? new StepError(noTables) : error);
    return 1;
  } finally {
    await withDeadline(STOP_MS, stopDatabase).catch(complain);
  }
}

const noTables =
  "The database has no tables yet, or older ones. Run `npm run db:migrate`, or `npm run up`, and then this again.";

/** Whether a function, a table or a column is missing, as before the first migration and after an update. */
const lacksTables = (error: unknown) => ["42883", "42P01", "42703"].some((code) => hasCode(error, code));

/** Whether the command needs no database, so that none is started for it. */
const readsFilesAlone = (name: string) => name === "receipt";

function refuseUnlessServing({ pid, state }: Run) {
  if (state === "starting")
    throw new StepError(
      `\`npm run up\` is still starting (process ${pid}). Wait until it prints its address, then run this again.`,
    );
  if (state === "held")
    throw new StepError("Another command is using the database alone. Run this again when it has finished.");
}
