// npm test: everything. --check: static checks and unit tests; --unit, --e2e [arguments]: those alone; --prove: the long proofs.
import { prepare } from "./ground.mjs";

await prepare();
const { test } = await import("./test/test.ts");
process.exit(await test(process.argv.slice(2)));
