import { createHmac, randomBytes } from "node:crypto";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { isbot } from "isbot";
import { LRUCache } from "lru-cache";
import { dayMs } from "@/lib/days";
import { settings } from "@/lib/env";
import { logger } from "@/lib/log";
import { addViews, type Views } from "@/lib/postings/commands/views";
import type { ViewSource } from "@/lib/postings/lists";
import { urlOf } from "@/lib/url";

/** Readers of today that are told apart. Who was forgotten counts again. */
const mostReaders = 100_000;
/** Addresses whose readers wait to be saved; more are left out until then. */
const mostWaiting = 10_000;
const saveEveryMs = 10_000;

/**
 * Counts the readers of each posting's page: once a day each, without robots. A reader is a hash of network address, browser and posting with a
 * salt that is made anew each day. Hashes and salt are in the memory of this process alone, and nothing about a reader is saved.
 */
export function viewCounter(save: (views: readonly Views[]) => Promise<void> = addViews, now = Date.now) {
  const seen = new LRUCache<string, true>({ max: mostReaders });
  let waiting = new Map<string, Views>();
  let salt = { day: 0, key: randomBytes(32) };

  function isNew(request: IncomingMessage, slug: string): boolean {
    const day = Math.floor(now() / dayMs);
    if (salt.day !== day) {
      salt = { day, key: randomBytes(32) };
      seen.clear();
    }
    const { "x-forwarded-for": address, "user-agent": agent } = request.headers;
    const reader = createHmac("sha256", salt.key).update(`${address}\n${agent}\n${slug}`).digest("base64");
    if (seen.has(reader)) return false;
    seen.set(reader, true);
    return true;
  }

  function add({ slug, source, views }: Views) {
    const key = `${source} ${slug}`;
    const found = waiting.get(key);
    if (found) found.views += views;
    else if (waiting.size < mostWaiting) waiting.set(key, { slug, source, views });
  }

  return {
    /** Counts the reader once the page is sent, if this is a request for the page of a posting. */
    count(request: IncomingMessage, response: ServerResponse) {
      const slug = slugOf(request);
      if (!slug) return;
      const source = sourceOf(request.headers.referer);
      response.once("finish", () => {
        const isShown = response.statusCode === 200 || response.statusCode === 304;
        if (isShown && isNew(request, slug)) add({ slug, source, views: 1 });
      });
    },

    /** Saves what was counted. It stays counted where it cannot be saved now. */
    async save() {
      const views = [...waiting.values()];
      waiting = new Map();
      try {
        await save(views);
      } catch (error) {
        for (const one of views) add(one);
        logger.warn({ err: error }, "views of postings could not be saved");
      }
    },
  };
}

/** The posting whose page a reader opens, or null. */
function slugOf(request: IncomingMessage): string | null {
  const slug = /^\/jobs\/([a-z0-9-]+)(?:\?|$)/.exec(request.url ?? "")?.[1];
  return slug && isRead(request) ? slug : null;
}

/** Whether a person reads the page that is asked for. What a browser fetches in advance nobody reads yet. */
export function isRead({ method, headers }: IncomingMessage): boolean {
  if (method !== "GET") return false;
  if (headers["next-router-prefetch"] || headers["next-router-segment-prefetch"]) return false;
  if (String(headers["sec-purpose"] ?? headers.purpose ?? "").includes("prefetch")) return false;
  return Boolean(headers["user-agent"]) && !isbot(headers["user-agent"]);
}

const searchEngines =
  /(?:^|\.)(?:google|bing|duckduckgo|yahoo|ecosia|qwant|startpage|baidu|yandex|kagi|search\.brave)\.(?:com?\.)?[a-z]{2,3}$/;

/** Where a reader came from, by the address of the page before. Only its kind is kept. */
export function sourceOf(referer: string | undefined): ViewSource {
  const url = referer ? urlOf(referer) : null;
  if (!url) return "direct";
  const { host, hostname } = url;
  if (host === new URL(settings().APP_URL).host) return "here";
  return searchEngines.test(hostname) ? "search" : "elsewhere";
}

/** Counts the views of this process, saves them every ten seconds, and once more when a stop begins. */
export function watchViews() {
  const counter = viewCounter();
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    counter.count(request, response);
  });
  setInterval(() => void counter.save(), saveEveryMs).unref();
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void counter.save());
}
