import { connect } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { withDeadline } from "./progress";
import type { Service } from "./service";

const READY_TIMEOUT_MS = 60_000;
const ASK_TIMEOUT_MS = 5_000;

/**
 * What JavaScript may keep, in MB; the board's columns lie outside of it. Without a limit Node lets garbage grow while the machine has room:
 * DECISIONS.md has the figures.
 */
const heapMb = 320;
/** What a page is drawn from is garbage a moment later: with room for some pages it is never copied. In MB; DECISIONS.md has the figures. */
const youngMb = 16;

/**
 * The arguments that serve the site on `port`; with `isLocal` to this machine alone. By the name localhost and not by its address:
 * Next takes a rewrite of its own page for another site's where the two differ.
 */
export const webArguments = (port: string, { isDev = false, isLocal = false } = {}) => [
  "--dns-result-order=ipv4first",
  ...(isDev || process.env.NODE_OPTIONS?.includes("max-old-space-size")
    ? []
    : [`--max-old-space-size=${heapMb}`, `--max-semi-space-size=${youngMb}`]),
  ...(isDev ? ["node_modules/next/dist/bin/next", "dev"] : ["bin/serve.mjs"]),
  ...["-p", port],
  ...(isLocal ? ["-H", "localhost"] : []),
];

/** Throws when somebody else listens on the web port; a server of ours that is ending gets a moment. */
export async function refuseTakenPort(port: number): Promise<void> {
  for (let tries = 0; await isTaken(port); tries++) {
    if (tries === 15) {
      throw new Error(
        `port ${port} is in use by another program. Stop it, or choose another port: PORT=${port + 1} npm run up`,
      );
    }
    await wait(200);
  }
}

/** Waits until the web process says that it can serve; throws what it said when it ends or takes longer than `timeoutMs`. */
export async function waitUntilReady(
  port: number,
  web: Pick<Service, "isRunning" | "lastWords">,
  timeoutMs = READY_TIMEOUT_MS,
): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  let answer = "no answer";
  while (Date.now() < deadline) {
    if (!web.isRunning) throw new Error(`the web process stopped while starting:\n${web.lastWords()}`);
    answer = await ask(port, Math.min(ASK_TIMEOUT_MS, Math.max(1, deadline - Date.now())));
    if (answer === "ready") return;
    await wait(100);
  }
  throw new Error(`not ready after ${timeoutMs / 1000} s (/readyz: ${answer})\n${web.lastWords()}`);
}

async function ask(port: number, timeoutMs: number): Promise<string> {
  const given = new AbortController();
  try {
    return await withDeadline(timeoutMs, async () => {
      const response = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: given.signal });
      const text = await response.text();
      return response.ok ? "ready" : `${response.status} ${text.slice(0, 300)}`;
    });
  } catch (error) {
    given.abort();
    return String((error instanceof Error && error.cause) || error);
  }
}

/** A browser tries both addresses of localhost, so neither may be another's. */
async function isTaken(port: number): Promise<boolean> {
  const answers = await Promise.all(["127.0.0.1", "::1"].map((host) => accepts(port, host)));
  return answers.includes(true);
}

function accepts(port: number, host: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect({ port, host, timeout: 1_000 });
    const finish = (isOpen: boolean) => {
      socket.destroy();
      done(isOpen);
    };
    socket.once("connect", () => finish(true));
    socket.once("timeout", () => finish(true));
    socket.once("error", () => finish(false));
  });
}
