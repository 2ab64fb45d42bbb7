import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { type PlainForm, readForm, sendForm } from "./form";
import { type Answer, ask } from "./http";
import type { Web } from "./web";

export type Kind = "page" | "api" | "signed in" | "write" | "healthz" | "readyz";
/** One request and what came of it; of a write the address that it was for. */
export type Outcome = Answer & { kind: Kind; email?: string };

const pauseMs = 15;

/** Readers and writers who ask, each one request after the other, until they are stopped; and two who watch the health. */
export class Load {
  readonly outcomes: Outcome[] = [];
  private isStopped = false;
  private readonly users: Promise<void>[];

  private constructor(
    private readonly web: Web,
    private readonly form: PlainForm,
    cookie: string,
  ) {
    this.users = [
      ...[1, 2].map(() => this.repeat("page", () => web.get("/jobs"))),
      ...[1, 2].map(() => this.repeat("api", () => web.get("/api/v1/postings?limit=1"))),
      this.repeat("signed in", () => web.get("/profile", { cookie })),
      ...[1, 2].map(() => this.repeat("write", () => this.askForCode())),
      this.repeat("healthz", () => web.get("/healthz")),
      this.repeat("readyz", () => web.get("/readyz")),
    ];
  }

  /** Starts them on a process that is well. */
  static async on(web: Web, cookie: string): Promise<Load> {
    return new Load(web, await readForm(`${web.origin}/sign-in`, "email"), cookie);
  }

  /** Waits until as many requests as that, asked from now on, were answered well by each of the users. */
  async succeeds(times = 3): Promise<void> {
    const since = performance.now();
    const kinds: Kind[] = ["page", "api", "signed in", "write", "readyz"];
    await this.until(() =>
      kinds.every(
        (kind) =>
          this.outcomes.filter((one) => one.kind === kind && one.at > since && isWell(one)).length >= times,
      ),
    );
  }

  /** Waits until `/readyz` has said no to a question asked from now on. */
  async isNotReady(): Promise<void> {
    const since = performance.now();
    await this.until(() =>
      this.outcomes.some((one) => one.kind === "readyz" && one.at > since && one.status === 503),
    );
  }

  /** Everything that was asked, when the last answer is there. */
  async stop(): Promise<Outcome[]> {
    this.isStopped = true;
    await Promise.all(this.users);
    return this.outcomes;
  }

  private async repeat(kind: Kind, work: () => Promise<Answer & { email?: string }>) {
    while (!this.isStopped) {
      this.outcomes.push({ kind, ...(await work()) });
      await wait(pauseMs);
    }
  }

  private async askForCode() {
    const email = newEmail();
    return { email, ...(await sendForm(this.form, { email }, { "x-forwarded-for": newAddress() })) };
  }

  private async until(isSo: () => boolean) {
    const deadline = performance.now() + 30_000;
    while (!isSo()) {
      if (performance.now() > deadline) throw new Error(`Not within 30 s.\n${this.web.said().slice(-2_000)}`);
      await wait(pauseMs);
    }
  }
}

/** Whether it was answered as on a good day; a write that is answered so has been acknowledged. */
export const isWell = ({ kind, status }: Outcome) => status === (kind === "write" ? 303 : 200);

/** As many requests as that at once, of the kinds that need the database; each for an answer of its own, since visitors share those of one address. */
export function askAtOnce(web: Web, count: number): Promise<Answer[]> {
  const paths = ["/jobs?own=", "/api/v1/postings?salary=", "/sign-in?own=", "/?own="];
  return Promise.all(
    Array.from({ length: count }, (_, n) => ask(`${web.origin}${paths[n % paths.length]}${++asked}`)),
  );
}
let asked = 0;

/** An address that nobody else writes for. */
export const newEmail = () => `writer-${randomUUID()}@example.com`;

/** Limits count by address, and are not what is tried here. */
export const newAddress = () => `10.${[0, 0, 0].map(() => Math.floor(Math.random() * 256)).join(".")}`;
