import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { promisify } from "node:util";
import { brotliCompress, brotliDecompress, gzip, constants as zlib } from "node:zlib";
import inject from "light-my-request";
import { LRUCache } from "lru-cache";
import { sessionCookieName } from "@/lib/auth/cookies";
import { makeForMany } from "@/lib/clock";
import { settings } from "@/lib/env";
import { countApiRequest } from "@/lib/forms/limits";
import { present } from "@/lib/present";
import { mayReadMetrics, sendMetrics } from "./metrics";
import { hashPolicy } from "./policy";
import { findDatabaseReadiness, lookAnew } from "./queries";
import { type SharedAddress, sharedAddress } from "./shared";
import { isUnavailable, noteUnavailable } from "./unavailable";
import { type PublicVersion, publicVersionOfProcess } from "./version";
import { isPlain, lookedAtHeader } from "./ways";

/** How a request is answered: by Next, or by what stands before it. */
export type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

type Encoding = "br" | "gzip" | "identity";

/** An answer that every visitor may get. */
type Answer = {
  status: number;
  headers: [name: string, value: string][];
  etag: string;
  /** It failed because the database was away. */
  isUnavailable: boolean;
  bodies: Partial<Record<Encoding, Promise<Buffer>>>;
};

/** A kept answer: the state of what is public that it was made from, and until when it holds. */
type Kept = { answer: Answer; version: number; until: number; size: number };

/** Bytes of kept answers, which lie outside of what JavaScript may keep; DECISIONS.md has the figures. */
const mostKept = 32 * 1024 * 1024;
/** Bytes that a kept answer takes besides its bodies, about. */
const sizeOfTheRest = 4_000;
/** Addresses that were asked for once: what is asked for again is kept. */
const mostRemembered = 20_000;
/** Milliseconds. Past it Next answers, which says what is wrong. */
const versionPatience = 250;

/**
 * Answers what all visitors share once, and again from memory until something in it may have changed. An answer is kept when its address is
 * asked for the second time, so that those who walk all addresses do not fill the memory. Whoever asks while it is made waits for it, unless
 * something public changed meanwhile. All other requests go to `next` as they are.
 */
export function answersOf(next: Handle, findVersion = publicVersionOfProcess()): Handle {
  const kept = new LRUCache<string, Kept>({ maxSize: mostKept, sizeCalculation: ({ size }) => size });
  const asked = new LRUCache<string, true>({ max: mostRemembered });
  const underWay = new Map<string, Promise<Answer | null>>();

  async function find(shared: SharedAddress): Promise<Answer | null> {
    const { ready } = await findDatabaseReadiness();
    if (!ready) return null;
    const version = await within(versionPatience, findVersion());
    if (!version) {
      lookAnew();
      return null;
    }
    const key = createHash("sha256").update(shared.address).digest("base64");
    const found = kept.get(key);
    if (found && found.version === version.number && version.now < found.until) return found.answer;
    const flight = `${version.number} ${key}`;
    const made = underWay.get(flight) ?? make(shared, version, key).finally(() => underWay.delete(flight));
    underWay.set(flight, made);
    return made;
  }

  async function make(shared: SharedAddress, { number, now }: PublicVersion, key: string) {
    const isAskedAgain = asked.has(key);
    asked.set(key, true);
    const { made: answer, until } = await makeForMany(now, () => render(next, shared));
    if (answer && isAskedAgain && isKeepable(answer)) {
      const [br, gzip] = await Promise.all([bodyOf(answer, "br"), bodyOf(answer, "gzip")]);
      delete answer.bodies.identity;
      kept.set(key, { answer, version: number, until, size: br.length + gzip.length + sizeOfTheRest });
    }
    return answer;
  }

  return async (request, response) => {
    if (request.url === "/metrics" && request.method === "GET" && mayReadMetrics(request))
      return sendMetrics(response);
    const shared = sharedAddress(request, sessionCookieName());
    if (!shared) return next(request, response);
    // Counted before anything is made, so that the limit bounds the work too. Next refuses what is over it, and says why.
    const use = shared.isCounted ? await countUse(request).catch(() => null) : notCounted;
    if (!use || use.refused) return next(request, response);
    const answer = await find(shared).catch(() => null);
    if (!answer) return next(request, response);
    for (const [name, value] of Object.entries(use.headers)) response.setHeader(name, value);
    if (answer.isUnavailable) noteUnavailable();
    await send(request, response, answer);
  };
}

const notCounted = { headers: {}, refused: null };
const countUse = ({ headers }: IncomingMessage) => countApiRequest(String(headers["x-forwarded-for"]));

/** Null where it takes longer than so many milliseconds, or fails. */
const within = <T>(milliseconds: number, asked: Promise<T>): Promise<T | null> =>
  Promise.race([
    asked.catch(() => null),
    new Promise<null>((resolve) => setTimeout(resolve, milliseconds, null).unref()),
  ]);

/** An answer of a board that is behind says its age, and soon there is a newer one. */
const isKeepable = ({ status, headers }: Answer) =>
  status === 200 && !headers.some(([name]) => name === "age");

/** What is said anew with each answer, or belongs to one connection alone. */
const ownHeaders = new Set([
  "connection",
  "content-encoding",
  "content-length",
  "content-security-policy",
  "date",
  "etag",
  "keep-alive",
  "transfer-encoding",
]);

/** By which Next's router asks for other answers at the same address. */
const routerHeaders = [
  "rsc",
  "next-router-state-tree",
  "next-router-prefetch",
  "next-router-segment-prefetch",
];

/** Has Next answer a request that says nothing but the address; null where the answer is for one browser alone. */
async function render(next: Handle, { address, pathname, isPage }: SharedAddress): Promise<Answer | null> {
  const url = new URL(address, settings().APP_URL);
  const { statusCode, headers, stream } = await inject(next as never, {
    method: "GET",
    url: address,
    headers: {
      host: url.host,
      // Next asks `proxy.ts` by a second request within the first, which takes 2 ms: what it would say is known here.
      ...((await isPlain(url)) && {
        [lookedAtHeader]: "1",
        "x-path": url.pathname,
        "x-query": url.search,
      }),
    },
    // A payload that is not a stream is also decoded into a string, which nobody reads here.
    payloadAsStream: true,
  });
  const body = await buffer(stream());
  if (headers["set-cookie"] || /'nonce-/.test(String(headers["content-security-policy"]))) return null;
  const answer: Answer = {
    status: statusCode,
    headers: Object.entries(headers).flatMap(([name, value]) =>
      ownHeaders.has(name) || value === undefined ? [] : [[name, String(value)] as [string, string]],
    ),
    etag: "",
    isUnavailable: isUnavailable(),
    bodies: {},
  };
  let text: Buffer = body;
  if (String(headers["content-type"]).startsWith("text/html")) {
    const page = withLoader(body);
    text = page.html;
    answer.headers.push(["content-security-policy", hashPolicy(page.inlineScripts, pathname)]);
  }
  const said = (name: string, value: string) => {
    answer.headers = [...answer.headers.filter((one) => one[0] !== name), [name, value]];
  };
  if (isPage && statusCode === 200) said("cache-control", "private, no-cache");
  said("vary", ["Accept-Encoding", ...(isPage ? ["Cookie", ...routerHeaders] : [])].join(", "));
  answer.bodies.identity = Promise.resolve(text);
  answer.etag = `W/"${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"`;
  return answer;
}

/** What says which files of scripts a page needs, and inline scripts with what is in them. */
const scriptTags = /<script([^>]*)>(.*?)<\/script>|<link rel="preload" as="script"[^>]*>|<\/head>/gs;

/**
 * A page whose files of scripts are loaded by one of its inline scripts, and what these say: a hash names the text of a script, and no browser
 * asks a tag with an address for it.
 */
function withLoader(page: Buffer): { html: Buffer; inlineScripts: Buffer[] } {
  const files: string[] = [];
  const inlineScripts: Buffer[] = [];
  const kept: Buffer[] = [];
  let copied = 0;
  let headEnd = 0;
  // Read byte by byte: all that is looked for is ASCII, and positions are those of the bytes.
  for (const { 0: tag, 1: attributes, 2: script = "", index } of page
    .toString("latin1")
    .matchAll(scriptTags)) {
    const end = index + tag.length;
    const src = / src="([^"]+)"/.exec(attributes ?? "")?.[1];
    if (tag === "</head>") {
      kept.push(page.subarray(copied, index));
      headEnd ||= kept.length;
      copied = index;
    } else if (attributes !== undefined && !src) {
      const closing = end - "</script>".length;
      if (!attributes.includes(" type=")) inlineScripts.push(page.subarray(closing - script.length, closing));
    } else {
      kept.push(page.subarray(copied, index));
      copied = end;
      // Some are for browsers that know no modules, and so not this site's scripts either.
      if (src && !/nomodule/i.test(tag)) files.push(src);
    }
  }
  const loader = Buffer.from(loaderOf(files));
  kept.splice(headEnd, 0, Buffer.concat([Buffer.from("<script>"), loader, Buffer.from("</script>")]));
  return {
    html: Buffer.concat([...kept, page.subarray(copied)]),
    inlineScripts: [loader, ...inlineScripts],
  };
}

/** Loads these files of scripts as tags with "async" would. */
const loaderOf = (files: readonly string[]) =>
  `for(const f of ${JSON.stringify(files).replaceAll("<", "\\u003c")}){const s=document.createElement("script");s.src=f;s.async=true;document.head.append(s)}`;

/** The body in this encoding, made at the first call. */
function bodyOf({ bodies }: Answer, encoding: Encoding): Promise<Buffer> {
  const made =
    bodies[encoding] ??
    (bodies.identity ? present(bodies.identity).then(compress[encoding]) : expand(present(bodies.br)));
  // The plain text of a kept answer is seldom asked for, and not kept beside it.
  if (bodies.identity) bodies[encoding] = made;
  return made;
}

const brotli = promisify(brotliCompress);
const compress: Record<Encoding, (text: Buffer) => Promise<Buffer>> = {
  br: (text) =>
    brotli(text, {
      params: {
        [zlib.BROTLI_PARAM_QUALITY]: 6,
        [zlib.BROTLI_PARAM_MODE]: zlib.BROTLI_MODE_TEXT,
        [zlib.BROTLI_PARAM_SIZE_HINT]: text.length,
      },
    }),
  gzip: promisify<Buffer, Buffer>(gzip),
  identity: async (text) => text,
};
const expand = async (body: Promise<Buffer>) => promisify(brotliDecompress)(await body);

async function send({ method, headers }: IncomingMessage, response: ServerResponse, answer: Answer) {
  response.statusCode = answer.status;
  for (const [name, value] of answer.headers) response.setHeader(name, value);
  response.setHeader("ETag", answer.etag);
  if (
    answer.status === 200 &&
    headers["if-none-match"]?.split(",").some((one) => one.trim() === answer.etag)
  ) {
    response.statusCode = 304;
    response.removeHeader("content-type");
    return void response.end();
  }
  const encoding = encodingFor(headers["accept-encoding"]);
  const body = await bodyOf(answer, encoding);
  if (encoding !== "identity") response.setHeader("Content-Encoding", encoding);
  response.setHeader("Content-Length", body.length);
  response.end(method === "HEAD" ? undefined : body);
}

/** The best encoding that a reader accepts. */
function encodingFor(accepted: string | string[] = ""): Encoding {
  const names = String(accepted)
    .split(",")
    .map((one) => one.trim().toLowerCase())
    .filter((one) => !/;\s*q=0(?:\.0*)?$/.test(one))
    .map((one) => one.replace(/;.*$/, ""));
  return (["br", "gzip"] as const).find((encoding) => names.includes(encoding)) ?? "identity";
}
