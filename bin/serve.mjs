// Serves the built site: `node bin/serve.mjs -p PORT [-H HOST]`. What all visitors share is answered before Next (lib/web/answers.ts), and all
// else by it.
import { createServer } from "node:http";
import { parseArgs } from "node:util";
import next from "next";

const { values } = parseArgs({
  options: { port: { type: "string", short: "p" }, host: { type: "string", short: "H" } },
});
const port = Number(values.port);

const app = next({ dev: false, port, hostname: values.host });
await app.prepare();
const handle = app.getRequestHandler();

let answer;
const server = createServer((request, response) => {
  // The process's own part (instrumentation.ts) puts it there a moment after the site is prepared.
  answer ??= globalThis.backplaneAnswersOf?.(handle);
  (answer ?? handle)(request, response).catch((error) => {
    console.error(error);
    response.destroy();
  });
});
server.listen(port, values.host);

for (const signal of ["SIGTERM", "SIGINT"])
  process.once(signal, async () => {
    // Answers under way are finished; connections that wait for another request are closed.
    await new Promise((resolve) => server.close(resolve));
    await app.close();
    process.exit(0);
  });
