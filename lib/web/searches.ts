import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { logger } from "@/lib/log";
import { listUnknownWords, plainWordsOf } from "@/lib/search/queries/mend";
import { countUnknownNames } from "@/lib/taxonomy/commands/unknown";
import { isRead } from "./views";

/** Lines that wait to be looked at; more are left out until then. */
const mostWaiting = 200;
const saveEveryMs = 10_000;
/** Characters: a longer line is refused by the search. */
const longestLine = 200;

type Line = { q: string; who: string };

/**
 * Counts the words that people search for on /jobs and that nothing knows, without robots. A line is in the memory of this process until its words
 * were looked up, and of who typed it no more is stored than `countUnknownNames` stores.
 */
export function searchCounter() {
  let waiting = new Map<string, Line>();
  return {
    count(request: IncomingMessage) {
      const q = lineOf(request);
      if (q === null || waiting.size >= mostWaiting) return;
      const who = String(request.headers["x-forwarded-for"] ?? "");
      waiting.set(`${who}\n${q}`, { q, who });
    },

    /** Looks the words up and saves them. What cannot be looked up now is forgotten. */
    async save() {
      const lines = [...waiting.values()];
      waiting = new Map();
      try {
        const unknown = await listUnknownWords(lines.flatMap(({ q }) => plainWordsOf(q)));
        const typed = lines.flatMap(({ q, who }) =>
          plainWordsOf(q).flatMap((name) => (unknown.has(name) ? { name, who } : [])),
        );
        await countUnknownNames("search", typed);
      } catch (error) {
        logger.warn({ err: error }, "words that were searched for could not be counted");
      }
    },
  };
}

/** What is searched for by a request for the list of postings, or null. */
function lineOf(request: IncomingMessage): string | null {
  const { url = "" } = request;
  if (!url.startsWith("/jobs?") || !isRead(request)) return null;
  const q = new URLSearchParams(url.slice(url.indexOf("?"))).get("q")?.trim() ?? "";
  return q === "" || q.length > longestLine ? null : q;
}

/** Counts the searches of this process. */
export function watchSearches() {
  const counter = searchCounter();
  subscribe("http.server.request.start", (message) =>
    counter.count((message as { request: IncomingMessage }).request),
  );
  setInterval(() => void counter.save(), saveEveryMs).unref();
}
