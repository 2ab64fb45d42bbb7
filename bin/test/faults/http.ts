import { request } from "node:http";

/** What a client got: a status, or the error that cut it off; and how long that took. */
export type Answer = {
  status: number | null;
  error?: string;
  headers: Record<string, string | string[] | undefined>;
  body: string;
  /** When it was asked, by this process's clock. */
  at: number;
  ms: number;
};

type Question = { method?: string; headers?: Record<string, string>; body?: Buffer };

const PATIENCE_MS = 15_000;

/** Asks on a connection of its own, so that no answer depends on another; never throws. */
export function ask(url: string, { method = "GET", headers = {}, body }: Question = {}): Promise<Answer> {
  const at = performance.now();
  return new Promise((done) => {
    const finish = (given: Partial<Answer>) =>
      done({ status: null, headers: {}, body: "", ...given, at, ms: performance.now() - at });
    const asking = request(url, { method, headers, agent: false, timeout: PATIENCE_MS }, (response) => {
      const parts: Buffer[] = [];
      const given = { status: response.statusCode ?? null, headers: response.headers };
      response.on("data", (part) => parts.push(part));
      response.once("end", () => finish({ ...given, body: Buffer.concat(parts).toString() }));
      response.once("error", (error) => finish({ ...given, error: error.message }));
    });
    asking.once("timeout", () => asking.destroy(new Error(`no answer in ${PATIENCE_MS} ms`)));
    asking.once("error", (error) => finish({ error: error.message }));
    asking.end(body);
  });
}
