// npm run up: from a fresh clone to the running product. `--dev` serves from source, rebuilding at each change.
import { prepare } from "./ground.mjs";

await prepare();
const { up } = await import("./up/up.ts");
await up({ isDev: process.argv.includes("--dev") });
