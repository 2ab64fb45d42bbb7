import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { freePort } from "@/db/cluster/ports";
import type { Environment } from "../../up/environment";
import { buildTestSite, testEnvironment, webService } from "../site";
import { type Answer, ask } from "./http";

/** A real web process of the built site. */
export type Web = {
  /** Its address as browsers know it. */
  origin: string;
  get: (path: string, headers?: Record<string, string>) => Promise<Answer>;
  /** Sends a signal to the process; it may be stopped and go on. */
  signal: (name: NodeJS.Signals) => void;
  isRunning: () => boolean;
  pid: () => number;
  /** What it wrote so far. */
  said: () => string;
  stop: () => Promise<void>;
};

/** Builds the site if need be and starts a web process on that database, with settings of its own; it runs, ready or not. */
export async function startWeb(
  folder: string,
  databaseUrl: string,
  settings: Environment = {},
): Promise<Web> {
  const port = String(await freePort(0));
  const logs = join(folder, "logs");
  mkdirSync(logs, { recursive: true });
  const env: Environment = {
    ...(await testEnvironment(folder, { url: databaseUrl, webUrl: undefined }, port)),
    API_RATE_LIMIT: "0",
    ...settings,
  };
  await buildTestSite(env, logs);
  const logFile = join(logs, `web-${port}.log`);
  const service = webService(port, logFile);
  service.start(env as NodeJS.ProcessEnv);
  const origin = `http://localhost:${port}`;
  const web: Web = {
    origin,
    get: (path, headers) => ask(origin + path, { headers }),
    signal: (name) => process.kill(service.pid as number, name),
    pid: () => service.pid as number,
    isRunning: () => service.isRunning,
    said: () => readFileSync(logFile, "utf8"),
    stop: () => service.stop(5_000),
  };
  while ((await web.get("/healthz")).status !== 200)
    if (!web.isRunning()) throw new Error(`The web process ended at its start:\n${web.said()}`);
  return web;
}
