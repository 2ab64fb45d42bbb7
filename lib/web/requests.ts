import { randomUUID } from "node:crypto";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { isIP, isIPv6 } from "node:net";
import { beginPatience } from "@/db/patience";
import { settings } from "@/lib/env";
import { beginTrace } from "@/lib/log";
import { lookedAtHeader } from "./ways";

/**
 * Sees each request before the framework does, which answers some of them without asking `proxy.ts` (its own redirects, addresses
 * that it cannot read): every answer carries the constant headers, `x-forwarded-for` is the caller's one address, whatever they claimed
 * it to be, and all that a request asks of the database waits as one. Nobody from outside can say that an address was looked at.
 */
export function watchRequests() {
  const { APP_URL, TRUSTED_PROXIES } = settings();
  const constant = constantHeaders(APP_URL);
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    const given = request.headers["x-forwarded-for"];
    const peer = request.socket.remoteAddress ?? "";
    if (given === undefined && isLoopback(peer)) fromHere.add(request);
    request.headers["x-forwarded-for"] = addressOf([given].flat().join(","), peer, TRUSTED_PROXIES);
    delete request.headers[lookedAtHeader];
    for (const [name, value] of constant) response.setHeader(name, value);
    request.url = request.url?.replace(lostName, "_proto_");
    limitPatience(request);
    beginPatience();
    const id = randomUUID();
    beginTrace(id);
    response.setHeader("X-Request-Id", id);
  });
}

/** The requests that came straight from this machine: what a proxy passes on says for whom. */
const fromHere = new WeakSet<IncomingMessage>();

/** Whether a request came from this machine, and not through a proxy on it. */
export const isFromHere = (request: IncomingMessage) => fromHere.has(request);

const isLoopback = (address: string) => /^(?:::ffff:)?127\.|^::1$/i.test(address);

/** The one name of a parameter that Next loses on the way, so that the API would answer another question than the one asked. */
const lostName = /(?<=[?&])(?:_|%5f){2}proto(?:_|%5f){2}(?=[=&]|$)/gi;

/** Milliseconds that a client may take to send its headers, and its whole request: 5 MB in a minute is a slow telephone. */
const patience = { headers: 15_000, request: 60_000 };

/** Node's own limits are five times as long, and Next has no setting for them. */
function limitPatience({ socket }: IncomingMessage) {
  const server = "server" in socket ? (socket.server as Partial<Server> | null) : null;
  if (!server || server.requestTimeout === patience.request) return;
  server.headersTimeout = patience.headers;
  server.requestTimeout = patience.request;
}

/**
 * Whom a limit counts: the other end of the connection, or behind `proxies` servers of our own the address that the outermost of
 * them saw. What stands further left in the header is the caller's own claim. Of IPv6 the network, since one customer has all of it.
 */
export function addressOf(forwardedFor: string, peer: string, proxies: number): string {
  const seen = forwardedFor.split(",").map((address) => address.trim());
  const address = (proxies > 0 ? seen.at(-proxies) : undefined) ?? "";
  return network(isIP(address) ? address : peer);
}

function network(address: string) {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
  if (!isIPv6(plain)) return plain;
  const [head = "", tail = ""] = plain.toLowerCase().replace(/%.*$/, "").split("::");
  const [before, after] = [head, tail].map((part) => part.split(":").filter(Boolean)) as [string[], string[]];
  const middle = Array(Math.max(0, 8 - before.length - after.length)).fill("0");
  return `${[...before, ...middle, ...after].slice(0, 4).join(":")}::/64`;
}

function constantHeaders(appUrl: string): [string, string][] {
  return [
    ["X-Content-Type-Options", "nosniff"],
    ["Referrer-Policy", "strict-origin-when-cross-origin"],
    ["Cross-Origin-Opener-Policy", "same-origin"],
    ["Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()"],
    // Where proxy.ts has its say, its own policy takes this one's place.
    [
      "Content-Security-Policy",
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    ],
    ...(appUrl.startsWith("https:")
      ? [["Strict-Transport-Security", "max-age=63072000; includeSubDomains"] as [string, string]]
      : []),
  ];
}
