import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { asRefusal, errorStatus } from "@/lib/errors";
import { busyMessage, plainPage } from "./plain-page";

type Asked = { response: ServerResponse; isUnavailable: boolean };

/** Shared by all copies of this module that the bundler makes. */
declare global {
  var backplaneAsked: AsyncLocalStorage<Asked> | undefined;
}
globalThis.backplaneAsked ??= new AsyncLocalStorage();
const asked = globalThis.backplaneAsked;

/**
 * A page that fails while it is drawn is Next's to answer: 500, and without JavaScript an empty page. Where it failed because the
 * database was away, the answer becomes what `proxy.ts` says in that case: 503, when to come back, and a page that reads. A request
 * whose method Next itself breaks on, before `proxy.ts` sees it, is answered with 405.
 */
export function answerTruly() {
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    const mine: Asked = { response, isUnavailable: false };
    asked.enterWith(mine);
    replaceBy(response, () => {
      if (response.statusCode !== 500) return null;
      if (["TRACE", "TRACK", "CONNECT"].includes(request.method ?? "")) return methodRefused;
      return mine.isUnavailable ? unavailable(request) : null;
    });
  });
}

type Answer = { status: number; page: string; headers: Record<string, string> };

const unavailable = ({ method }: IncomingMessage): Answer => ({
  status: 503,
  page: method === "HEAD" ? "" : plainPage(busyMessage(method), { again: method !== "POST" }),
  headers: { "Retry-After": "2" },
});

const methodRefused: Answer = {
  status: 405,
  page: plainPage("This address does not accept this kind of request.", { again: false }),
  headers: { Allow: "GET, HEAD, OPTIONS, POST" },
};

/** Notes for the request under way that it failed with `error`; called before its answer begins. */
export function noteFault(error: unknown) {
  const mine = asked.getStore();
  const refusal = asRefusal(error);
  if (mine && refusal && errorStatus[refusal.code] === 503) mine.isUnavailable = true;
}

/** Whether the request under way was found to fail because the database was away. */
export const isUnavailable = () => asked.getStore()?.isUnavailable ?? false;

/** Says so of the request under way, whose answer was made for another one too. */
export function noteUnavailable() {
  const mine = asked.getStore();
  if (mine) mine.isUnavailable = true;
}

/** Every answer begins with `writeHead`, called by Node itself at the first byte where nobody else does: there it is decided. */
function replaceBy(response: ServerResponse, other: () => Answer | null) {
  const { writeHead, write, end } = response;
  let page: string | undefined;
  response.writeHead = (status: number, ...rest: unknown[]) => {
    response.statusCode = status;
    const answer = other();
    if (!answer) return writeHead.call(response, status, ...(rest as []));
    page = answer.page;
    for (const name of ["content-encoding", "transfer-encoding", "etag", "link"]) response.removeHeader(name);
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.setHeader("Content-Length", Buffer.byteLength(page));
    response.setHeader("Cache-Control", "no-store");
    for (const [name, value] of Object.entries(answer.headers)) response.setHeader(name, value);
    return writeHead.call(response, answer.status);
  };
  const isReplaced = () => {
    if (!response.headersSent && other()) response.writeHead(response.statusCode);
    return page !== undefined;
  };
  response.write = (...given: unknown[]) => {
    if (!isReplaced()) return write.apply(response, given as Parameters<typeof write>);
    called(given);
    return true;
  };
  response.end = (...given: unknown[]) => {
    if (!isReplaced()) return end.apply(response, given as Parameters<typeof end>);
    return end.call(response, page, "utf8", () => called(given));
  };
}

/** Whoever writes may wait for being called back. */
function called(given: unknown[]) {
  const back = given.at(-1);
  if (typeof back === "function") process.nextTick(back);
}
