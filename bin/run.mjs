// npm run worker, import, admin, rates, db:…: one command, on the database of DATABASE_URL, else of the running `up`,
// else on the embedded one, started for as long as it takes.
import { prepare } from "./ground.mjs";

await prepare();
const { run } = await import("./up/run.ts");
process.exit(await run(process.argv[2], process.argv.slice(3)));
