import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres, { type Sql } from "postgres";
import { expect, vi } from "vitest";
import { closeDatabase } from "@/db/client";
import { type EmbeddedPostgres, startEmbedded } from "@/db/embedded";
import { createCompany, createPosting, createSession, createUser } from "@/db/factories";
import { migrate } from "@/db/migrate";
import { seed } from "@/db/seed/index";
import { type Figures, isTryAgain, line, measure } from "./figures";
import { type PlainForm, readForm, sendForm } from "./form";
import type { Answer } from "./http";
import { askAtOnce, isWell, Load, newAddress, type Outcome } from "./load";
import { startWeb, type Web } from "./web";

/** A cluster of its own with the seeds, a signed-in person, and the web process that is tried. */
export class Scene {
  readonly folder = mkdtempSync(join(tmpdir(), "backplane-faults-"));
  cluster!: EmbeddedPostgres;
  sql!: Sql;
  cookie!: string;
  web!: Web;

  private constructor() {}

  static async begin(): Promise<Scene> {
    const scene = new Scene();
    chmodSync(scene.folder, 0o755);
    await scene.startCluster();
    await migrate(scene.cluster.url);
    await seed(scene.cluster.url, () => {});
    process.env.DATABASE_URL = scene.cluster.url;
    const company = await createCompany();
    for (let n = 0; n < 20; n++) await createPosting({ companyId: company.id, companySlug: company.slug });
    scene.cookie = `backplane.session=${await createSession(await createUser())}`;
    await closeDatabase();
    scene.sql = postgres(scene.cluster.url, { max: 2, onnotice: () => {}, backoff: () => 0.05 });
    return scene;
  }

  async end() {
    await this.sql.end({ timeout: 2 });
    await this.cluster.stop(0);
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Also again. Not disposable: what such a cluster acknowledges may be lost by a crash, and that is what is tried here. */
  async startCluster() {
    const dataDir = join(this.folder, "postgres");
    this.cluster = await startEmbedded({ dataDir, port: this.cluster?.port ?? 0, log: () => {} });
  }

  /** Begins a web process, on the database itself or by another way to it. */
  async startWeb(settings: Parameters<typeof startWeb>[2] = {}, url = this.cluster.webUrl) {
    this.web = await startWeb(this.folder, url, settings);
  }

  /** Load, the fault that `act` makes, and load until all is well again; `act` marks the fault and the end of its cause. */
  async tryFault(id: string, act: (load: Load, mark: () => void) => Promise<void>) {
    const load = await Load.on(this.web, this.cookie);
    await load.succeeds();
    const marks: number[] = [];
    await act(load, () => marks.push(performance.now()));
    await load.succeeds();
    const outcomes = await load.stop();
    const figures: Figures = measure(outcomes, marks[0] as number, marks[1] as number);
    console.log(line(id, figures));
    expect(figures.dishonest).toEqual([]);
    expect(figures.slowestMs).toBeLessThan(5_000);
    expect(figures.healthyAfterS).toBeLessThan(5);
    expect(figures.unhealthy).toBe(0);
    return { figures, outcomes };
  }

  /** Each write that was acknowledged is there once, with its mail once; none is there twice, and no mail without its write. */
  async expectWritesTrue(outcomes: Outcome[]) {
    const writes = outcomes.filter(({ kind }) => kind === "write");
    const emails = writes.map(({ email }) => email as string);
    const rows = await this.sql<{ email: string; times: number; mails: number }[]>`
      select c.email, count(distinct c.id)::int as times, count(j.id)::int as mails
      from sign_in_codes c left join graphile_worker._private_jobs j on j.key = 'mail:code-' || c.id
      where c.email in ${this.sql(emails)} group by c.email`;
    expect(rows.filter(({ times, mails }) => times !== 1 || mails !== 1)).toEqual([]);
    const kept = new Set(rows.map(({ email }) => email));
    const lost = writes.filter((one) => isWell(one) && !kept.has(one.email as string));
    expect(lost.map(({ email }) => email)).toEqual([]);
  }

  /** The first `/readyz` that says no. */
  async toldNotReady(): Promise<Answer> {
    const at = performance.now();
    for (;;) {
      const answer = await this.web.get("/readyz");
      const ms = performance.now() - at;
      if (answer.status !== 200 || ms > 2_000) return { ...answer, at, ms };
    }
  }

  async expectNextAreWell() {
    const answers: Answer[] = [];
    while (answers.length < 100) answers.push(...(await askAtOnce(this.web, 5)));
    expect(
      answers
        .filter(({ status }) => status !== 200)
        .map(({ status, body }) => `${status} ${body.slice(0, 200)}`),
    ).toEqual([]);
  }

  async expectWellWithin(ms: number) {
    const since = performance.now();
    while ((await this.web.get("/readyz")).status !== 200) expect(performance.now() - since).toBeLessThan(ms);
  }

  /** Nothing escaped in the process, and nothing secret stands in its log. */
  async expectQuiet() {
    const said = this.web.said();
    expect(said.match(/.*(uncaughtException|unhandledRejection).*(\n.*){0,12}/gi) ?? []).toEqual([]);
    expect(said).not.toContain(this.cookie.split("=")[1]);
    expect(said).not.toMatch(/writer-[^ ]+@example/);
  }

  /** Sends forms that wait in their transactions for a lock of ours while `act` does its work; the addresses they were for. */
  async whileCodesAreLocked(act: (sent: Promise<Outcome>[]) => Promise<void>, count = 3): Promise<string[]> {
    const form = await readForm(`${this.web.origin}/sign-in`, "email");
    const emails = Array.from(
      { length: count },
      () => `locked-${Math.random().toString(36).slice(2)}@example.com`,
    );
    await this.sql.begin(async (blocker) => {
      await blocker`lock table sign_in_codes in exclusive mode`;
      const sent = emails.map((email) => send(form, email));
      await this.waiting(count);
      await act(sent);
    });
    return emails;
  }

  async codesFor(emails: string[]): Promise<number> {
    const [row] = await this.sql<{ count: number }[]>`
      select count(*)::int as count from sign_in_codes where email in ${this.sql(emails)}`;
    return row?.count ?? 0;
  }

  /** Kills each backend of the web process; how many, when they have gone. */
  async killBackends(): Promise<number> {
    const killed = await this.sql<{ pid: number }[]>`
      with ours as materialized (select pid from pg_stat_activity where application_name = 'backplane')
      select pid from ours where pg_terminate_backend(pid, 2000)`;
    return killed.length;
  }

  async countBackends(state: string): Promise<number> {
    const [row] = await this.sql<{ count: number }[]>`
      select count(*)::int as count from pg_stat_activity where application_name = 'backplane' and state = ${state}`;
    return row?.count ?? 0;
  }

  /** Of those that stand between two statements of a transaction, the ones that have written. */
  async countIdleWriters(): Promise<number> {
    const [row] = await this.sql<{ count: number }[]>`
      select count(*)::int as count from pg_stat_activity
      where application_name = 'backplane' and state = 'idle in transaction' and backend_xid is not null`;
    return row?.count ?? 0;
  }

  backends(state: string, count: number) {
    return vi.waitFor(async () => expect(await this.countBackends(state)).toBe(count), {
      timeout: 5_000,
      interval: 20,
    });
  }

  /** Waits until as many of the web process's backends wait for a lock. */
  waiting(count: number) {
    return vi.waitFor(
      async () => {
        const found = await this.sql`
          select pid from pg_stat_activity where application_name = 'backplane' and wait_event_type = 'Lock'`;
        expect(found.length).toBeGreaterThanOrEqual(count);
      },
      { timeout: 5_000, interval: 20 },
    );
  }
}

/** One form of a visitor who asks for a code. */
export const send = async (form: PlainForm, email: string): Promise<Outcome> => ({
  kind: "write",
  email,
  ...(await sendForm(form, { email }, { "x-forwarded-for": newAddress() })),
});

export async function expectToldToTryAgain(sent: Promise<Outcome>[]) {
  const answers = await Promise.all(sent);
  expect(
    answers.filter((one) => !isTryAgain(one)).map(({ status, error, body }) => `${status ?? error} ${body}`),
  ).toEqual([]);
}
