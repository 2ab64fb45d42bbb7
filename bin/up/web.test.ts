import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { StepError, step, withDeadline } from "./progress";
import { waitUntilReady } from "./web";

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serve(answer: Parameters<typeof createServer>[1]) {
  server = createServer(answer).listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

const running = { isRunning: true, lastWords: () => "its last words" };

test("a web process that takes connections and never answers is given up in time, with its last words", async () => {
  const port = await serve(() => {});
  const began = Date.now();
  await expect(waitUntilReady(port, running, 600)).rejects.toThrow(
    /not ready after 0.6 s[\s\S]*its last words/,
  );
  expect(Date.now() - began).toBeLessThan(3_000);
});

test("one that begins to answer and never ends is given up too", async () => {
  const port = await serve((_, response) => response.writeHead(200).write("re"));
  await expect(waitUntilReady(port, running, 600)).rejects.toThrow("not ready after 0.6 s");
});

test("one that ends is not waited for", async () => {
  const port = await serve(() => {});
  await expect(waitUntilReady(port, { ...running, isRunning: false }, 60_000)).rejects.toThrow(
    "stopped while starting",
  );
});

test("one that is ready is waited for no longer", async () => {
  let asked = 0;
  const port = await serve((_, response) => response.writeHead(++asked < 3 ? 503 : 200).end("{}"));
  await waitUntilReady(port, running, 30_000);
  expect(asked).toBe(3);
});

test("a step that never ends says which one it was, and where its log is", async () => {
  const ended = step("the slow one", () => new Promise(() => {}), {
    minutes: 0.005,
    log: "/somewhere/slow.log",
  });
  await expect(ended).rejects.toThrow(StepError);
  await expect(ended).rejects.toThrow(
    "the slow one: this did not finish within 0.3 seconds\nThe log is in /somewhere/slow.log.",
  );
});

test("what ends in time keeps nothing alive", async () => {
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
  const before = timers();
  expect(await withDeadline(60_000, async () => 7)).toBe(7);
  expect(timers()).toBe(before);
});
