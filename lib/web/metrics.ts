import { createHash, timingSafeEqual } from "node:crypto";
import { subscribe } from "node:diagnostics_channel";
import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { resolve } from "node:path";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { boardAge } from "@/lib/board/start";
import { settings } from "@/lib/env";
import { refusalCounts } from "@/lib/forms/refusals";
import { findWorkFigures } from "./queries";
import { isFromHere } from "./requests";

const registry = new Registry();
const prefix = "backplane_";
/** Seconds. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

const requests = new Histogram({
  name: `${prefix}request_seconds`,
  help: "How long requests took, by the pattern of their address",
  labelNames: ["method", "route", "status"],
  buckets,
  registers: [registry],
});
const refusals = new Counter({
  name: `${prefix}refusals_total`,
  help: "Expected refusals that forms and the API told, by their code",
  labelNames: ["code"],
  registers: [registry],
});
const mails = new Counter({
  name: `${prefix}mails_sent_total`,
  help: "Mails that the mail server took",
  registers: [registry],
});
const gauge = (name: string, help: string, ...labelNames: string[]) =>
  new Gauge({ name: `${prefix}${name}`, help, labelNames, registers: [registry] });
const database = gauge("database_up", "Whether the database answered");
const connections = gauge("database_connections", "Connections of the web process, by state", "state");
const waiting = gauge("jobs_waiting", "Jobs in the queue, those for later included", "task");
const due = gauge("jobs_due", "Jobs that could begin now", "task");
const retried = gauge("jobs_retried", "Jobs that failed and will be tried again", "task");
const failed = gauge("jobs_failed", "Jobs that failed and are not tried again", "task");
const oldest = gauge("jobs_oldest_seconds", "How long the oldest job that could begin has waited", "task");
const board = gauge("board_age_seconds", "How old the board is that answers searches; missing without one");

/** Sees each request begin and end, and counts what the process itself uses. */
export function watchMetrics() {
  collectDefaultMetrics({ register: registry, prefix });
  const begun = new WeakMap<IncomingMessage, number>();
  subscribe("http.server.request.start", (message) => {
    begun.set((message as { request: IncomingMessage }).request, performance.now());
  });
  subscribe("http.server.response.finish", (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    const since = begun.get(request);
    if (since === undefined) return;
    requests.observe(
      {
        method: methods.has(request.method ?? "") ? (request.method ?? "") : "other",
        route: routeOf((request.url ?? "").split("?", 1)[0] ?? ""),
        status: String(response.statusCode),
      },
      (performance.now() - since) / 1000,
    );
  });
}

const methods = new Set(["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"]);

/** Whether a request may read the figures: from this machine, or with the token. */
export function mayReadMetrics(request: IncomingMessage): boolean {
  const { METRICS_TOKEN } = settings();
  const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1];
  if (given === undefined) return isFromHere(request);
  return METRICS_TOKEN !== undefined && timingSafeEqual(print(given), print(METRICS_TOKEN));
}

/** Of one length, so that the time of comparing says nothing. */
const print = (text: string) => createHash("sha256").update(text).digest();

/** Answers with all figures as Prometheus reads them. Without the database, those of the process. */
export async function sendMetrics(response: ServerResponse) {
  const work = await findWorkFigures().catch(() => null);
  for (const one of [connections, waiting, due, retried, failed, oldest, board]) one.reset();
  database.set(work ? 1 : 0);
  for (const { state, count } of work?.connections ?? []) connections.set({ state }, count);
  for (const job of work?.jobs ?? []) {
    waiting.set({ task: job.task }, job.waiting);
    due.set({ task: job.task }, job.due);
    retried.set({ task: job.task }, job.retried);
    failed.set({ task: job.task }, job.failed);
    oldest.set({ task: job.task }, job.oldestSeconds);
  }
  const age = boardAge();
  if (age !== null) board.set(age);
  if (work) {
    mails.reset();
    mails.inc(work.mailsSent);
  }
  refusals.reset();
  for (const [code, count] of refusalCounts()) refusals.inc({ code }, count);
  const text = await registry.metrics();
  response.writeHead(200, { "Content-Type": registry.contentType, "Cache-Control": "no-store" }).end(text);
}

type Route = { page: string; regex: string };
let known: { fixed: Set<string>; patterns: { page: string; regex: RegExp }[] } | undefined;

/** The pattern of the page or handler that an address belongs to, from the list that the build wrote; never the address itself. */
export function routeOf(pathname: string): string {
  if (pathname.startsWith("/_next/")) return "/_next";
  known ??= readRoutes();
  if (known.fixed.has(pathname)) return pathname;
  return known.patterns.find(({ regex }) => regex.test(pathname))?.page ?? "other";
}

function readRoutes() {
  const file = resolve(process.env.NEXT_DIST_DIR ?? ".next", "routes-manifest.json");
  try {
    const { staticRoutes, dynamicRoutes } = JSON.parse(readFileSync(file, "utf8")) as Record<string, Route[]>;
    return {
      fixed: new Set([...(staticRoutes ?? []).map(({ page }) => page), "/metrics"]),
      patterns: (dynamicRoutes ?? []).map(({ page, regex }) => ({ page, regex: new RegExp(regex) })),
    };
  } catch {
    return { fixed: new Set<string>(), patterns: [] };
  }
}
