import { createServer, get, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { testDatabase } from "@/db/testing";
import { watchRequests } from "./requests";

await testDatabase();

it("nobody from outside can say that an address was looked at", async () => {
  watchRequests();
  const server = createServer(({ headers }, response) => response.end(JSON.stringify(headers)));
  await new Promise<void>((done) => server.listen(0, "localhost", done));
  const { port } = server.address() as AddressInfo;
  const text = await new Promise<string>((done, failed) => {
    const headers = { "X-Looked-At": "1", "X-Other": "1" };
    get({ hostname: "localhost", port, headers, agent: false }, async (response) => {
      done(Buffer.concat(await response.toArray()).toString());
    }).on("error", failed);
  });
  server.close();
  const seen: IncomingHttpHeaders = JSON.parse(text);
  expect(seen["x-other"]).toBe("1");
  expect(seen).not.toHaveProperty("x-looked-at");
});
