import { Resolver } from "node:dns/promises";
import { readFileSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import { type RequestOptions, request } from "node:https";
import { settings } from "@/lib/env";
import type { DeliveryFault } from "./lists";
import { isPublicAddress } from "./public-address";

/** For everything: the name, the connection, the request and the whole answer. */
const patienceMs = 7_000;
const mostBytes = 100 * 1024;

/** `status` is null where no answer came; `fault` is null for a success; `ms` is how long it took. */
export type Posted = { status: number | null; fault: DeliveryFault | null; ms: number };

/**
 * Posts a body to an address that a stranger chose. The name is looked up once, every address that it has must be public, and the request
 * goes to one of those. No redirect is followed. The answer is read to its end and thrown away.
 */
export async function postOutside(
  address: string,
  headers: Record<string, string>,
  body: string,
): Promise<Posted> {
  const began = performance.now();
  const url = new URL(address);
  // `node:https` and not `fetch`, which decodes what it is sent without being asked.
  const signal = AbortSignal.timeout(patienceMs);
  const tried = await attempt(url, headers, body, signal).catch(
    (error: unknown): Omit<Posted, "ms"> => ({ status: null, fault: faultOf(error, signal) }),
  );
  return { ...tried, ms: Math.round(performance.now() - began) };
}

async function attempt(
  url: URL,
  headers: Record<string, string>,
  body: string,
  signal: AbortSignal,
): Promise<Omit<Posted, "ms">> {
  const host = await resolvePublic(url.hostname, signal);
  const answer = await answerTo(
    {
      host,
      port: 443,
      ...divertedTo(),
      servername: url.hostname,
      method: "POST",
      path: url.pathname + url.search,
      agent: false,
      signal,
      headers: {
        host: url.hostname,
        "content-type": "application/json",
        "content-length": Buffer.byteLength(body),
        "accept-encoding": "identity",
        "user-agent": "Backplane-Webhooks/1",
        ...headers,
      },
    },
    body,
  );
  const status = answer.statusCode ?? 0;
  try {
    return { status, fault: verdictOn(answer) ?? (await readToEnd(answer)) };
  } catch (error) {
    return { status, fault: faultOf(error, signal) };
  } finally {
    answer.destroy();
  }
}

class Refused extends Error {
  constructor(readonly fault: DeliveryFault) {
    super(`The request was refused: ${fault}.`);
  }
}

/** One address of that name. Throws where it has none, or one that is not public. */
async function resolvePublic(name: string, signal: AbortSignal): Promise<string> {
  const resolver = new Resolver({ timeout: 2_000, tries: 2 });
  const { DNS_SERVER } = settings();
  if (DNS_SERVER) resolver.setServers([DNS_SERVER]);
  signal.addEventListener("abort", () => resolver.cancel(), { once: true });
  const answers = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)]);
  signal.throwIfAborted();
  const found = answers.flatMap((one) => (one.status === "fulfilled" ? one.value : []));
  const [first] = found;
  if (!first) throw new Refused("name");
  if (!found.every(isPublicAddress)) throw new Refused("address");
  return first;
}

/** In a demonstration, all requests can go to a receiver on this machine; what is checked before stays the same. */
function divertedTo(): Pick<RequestOptions, "host" | "port" | "ca"> {
  const { WEBHOOK_RECEIVER, WEBHOOK_RECEIVER_CA } = settings();
  if (!WEBHOOK_RECEIVER) return {};
  const { hostname, port } = new URL(`https://${WEBHOOK_RECEIVER}`);
  return {
    host: hostname,
    port,
    ...(WEBHOOK_RECEIVER_CA && { ca: readFileSync(WEBHOOK_RECEIVER_CA, "utf8") }),
  };
}

const answerTo = (options: RequestOptions, body: string) =>
  new Promise<IncomingMessage>((answered, failed) => {
    const sent = request(options, answered);
    sent.on("error", failed);
    sent.end(body);
  });

function verdictOn({ statusCode = 0, headers }: IncomingMessage): DeliveryFault | null {
  if (statusCode >= 300 && statusCode < 400) return "redirect";
  if (statusCode < 200 || statusCode >= 400) return "status";
  return headers["content-encoding"] ? "encoding" : null;
}

async function readToEnd(answer: IncomingMessage): Promise<DeliveryFault | null> {
  let bytes = 0;
  for await (const chunk of answer) {
    bytes += chunk.length;
    if (bytes > mostBytes) return "size";
  }
  return null;
}

/** What an error of the network is told as. Throws any other. */
function faultOf(error: unknown, signal: AbortSignal): DeliveryFault {
  if (signal.aborted) return "time";
  if (error instanceof Refused) return error.fault;
  // Without a code of the system's it is a fault of ours, and not of the address.
  if (!(error instanceof Error && "code" in error)) throw error;
  const code = String(error.code);
  return /CERT|TLS|SSL|EPROTO|SIGNED|ALTNAME/.test(code) ? "certificate" : "connection";
}
