import { AsyncLocalStorage } from "node:async_hooks";
import { pino } from "pino";

/** Shared by all copies of this module that the bundler makes. */
declare global {
  var backplaneTrace: AsyncLocalStorage<string> | undefined;
}
globalThis.backplaneTrace ??= new AsyncLocalStorage();
const trace = globalThis.backplaneTrace;

/** What is done and logged from here on belongs to the request, or the job, with this id. */
export const beginTrace = (id: string) => trace.enterWith(id);

/** Does `work` under the id that its request had; under none where there was none. */
export const underTrace = <T>(id: string | undefined, work: () => T): T =>
  id === undefined ? work() : trace.run(id, work);

/** The id of the request that this is done for, also in the jobs and mails that follow from it. */
export const traceId = (): string | undefined => trace.getStore();

/** One JSON object a line: ids, never names, tokens or bodies; of an error what `withoutInput` leaves. */
export const logger = pino({
  base: undefined,
  // Read at each line: a process says which it is after it has loaded this.
  mixin: () => ({ app: process.env.APP_NAME ?? "backplane", trace: traceId() }),
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: ["*.email", "*.token", "*.code", "*.password"],
  serializers: { err: (error: unknown) => withoutInput(error) },
});

type Told = {
  type: string;
  fault?: string;
  message: string;
  query?: string;
  stack?: string[];
  cause?: Told;
};

/**
 * What may be logged of an error: its kind, its code, where it happened, the text of a query without its parameters, and its message
 * without what that quotes. Parsers, the database and mail servers quote in their messages what people typed.
 */
export function withoutInput(error: unknown, depth = 0): Told {
  if (!(error instanceof Error)) return { type: typeof error, message: withoutQuotes(String(error)) };
  const { name, message, stack, cause } = error;
  const code = "code" in error ? error.code : null;
  const query = "query" in error ? error.query : null;
  return {
    type: name,
    ...(typeof code === "string" && /^[\w-]{1,60}$/.test(code) && { fault: code }),
    message: typeof query === "string" ? "The query failed." : withoutQuotes(message),
    ...(typeof query === "string" && { query: query.slice(0, 500) }),
    stack: (stack ?? "")
      .split("\n")
      .filter((line) => /^\s+at /.test(line))
      .map((line) => line.trim()),
    ...(cause instanceof Error && depth < 5 && { cause: withoutInput(cause, depth + 1) }),
  };
}

/** A text of a program without what it quotes, in quotes however nested or behind "received", and without e-mail addresses. */
export const withoutQuotes = (text: string) =>
  text
    .replace(/(["'`\u2018\u201c]).*["'`\u2019\u201d]/gs, "$1…$1")
    .replace(/\b(received|got)\b:?\s.*/gis, "$1 …")
    .replace(/[^\s<>()]+@[^\s<>()]+/g, "…")
    .slice(0, 300);

/** Has what the framework prints of errors pass `withoutInput` too: it prints them by `console`, before and beside our own log. */
export function guardConsole() {
  for (const method of ["error", "warn"] as const) {
    const print = console[method].bind(console);
    console[method] = (...said: unknown[]) => print(...said.map(printable));
  }
}

function printable(said: unknown): unknown {
  if (typeof said === "string") return said.split("\n").map(withoutQuotes).join("\n");
  return said instanceof Error
    ? JSON.stringify(withoutInput(said))
    : typeof said === "object"
      ? "[object]"
      : said;
}
