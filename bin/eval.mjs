// npm run eval -- [FILE…]: how well the reader reads labelled texts.
import { prepare } from "./ground.mjs";

await prepare();
const { evaluate } = await import("./eval/eval.ts");
process.exit(await evaluate(process.argv.slice(2)));
