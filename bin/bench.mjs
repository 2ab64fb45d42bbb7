// npm run bench -- search|match|live|hiring [N…]: what DECISIONS.md claims of speed, measured side by side over generated postings.
import { prepare } from "./ground.mjs";

await prepare();
const { bench } = await import("../bench/bench.ts");
process.exit(await bench(process.argv.slice(2)));
