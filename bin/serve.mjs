// Serves the built site: `node bin/serve.mjs -p PORT [-H HOST]`. Scripts, styles and fonts are sent as the build compressed them
// (bin/up/compress.ts), what all visitors share is answered before Next (lib/web/answers.ts), and all else by it.
import { createServer } from "node:http";
import { join } from "node:path";
import { parseArgs } from "node:util";
import next from "next";
import sirv from "sirv";

const { values } = parseArgs({
  options: { port: { type: "string", short: "p" }, host: { type: "string", short: "H" } },
});
const port = Number(values.port);

const app = next({ dev: false, port, hostname: values.host });
await app.prepare();
const handle = app.getRequestHandler();

// Each name holds a hash of what is in the file, so a browser does not ask again for a year, which is given in seconds.
const filePath = "/_next/static";
const sendFile = sirv(join(process.env.NEXT_DIST_DIR ?? ".next", "static"), {
  brotli: true,
  gzip: true,
  etag: true,
  immutable: true,
  maxAge: 31_536_000,
});

let answer;
const server = createServer((request, response) => {
  const { method, url } = request;
  if (method !== "GET" || !url.startsWith(`${filePath}/`)) return respond(request, response);
  request.url = url.slice(filePath.length);
  sendFile(request, response, () => respond(Object.assign(request, { url }), response));
});

function respond(request, response) {
  // The process's own part (instrumentation.ts) puts it there a moment after the site is prepared.
  answer ??= globalThis.backplaneAnswersOf?.(handle);
  (answer ?? handle)(request, response).catch((error) => {
    console.error(error);
    response.destroy();
  });
}
server.listen(port, values.host);

for (const signal of ["SIGTERM", "SIGINT"])
  process.once(signal, async () => {
    // Answers under way are finished; connections that wait for another request are closed.
    await new Promise((resolve) => server.close(resolve));
    await app.close();
    process.exit(0);
  });
