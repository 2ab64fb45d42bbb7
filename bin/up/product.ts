import { mkdirSync } from "node:fs";
import { join, relative } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { EmbeddedPostgres } from "@/db/embedded";
import { seed } from "@/db/seed/index";
import { buildSite, stopBuild } from "./build";
import { claim, isHeld, release, tell } from "./data-folder";
import { checkDatabase, startOwnDatabase } from "./database";
import { type Environment, productEnvironment, sharedPart } from "./environment";
import { StepError, say, seconds, step } from "./progress";
import { Service } from "./service";
import { prepareTables } from "./tables";
import { refuseTakenPort, waitUntilReady, webArguments } from "./web";

const LOOK_AROUND_MS = 300;
/** Ctrl-C has 8 s: web and worker together, then the database. */
const SERVICE_PATIENCE_MS = 4_000;
const DATABASE_PATIENCE_MS = 2_000;

/** The running product: its database, web and worker, from start to end. */
export class Product {
  isStopping = false;
  private readonly began = Date.now();
  private readonly logs: string;
  private readonly web: Service;
  private readonly worker: Service;
  private database: Promise<EmbeddedPostgres> | undefined;
  private env!: Environment;
  /** The database that was named, if any; read once, since the steps of the start set the variable for themselves. */
  private readonly given = process.env.DATABASE_URL;
  private isClaimed = false;
  private ending: Promise<void> | undefined;

  constructor(
    private readonly folder: string,
    private readonly isDev: boolean,
  ) {
    this.logs = join(folder, "logs");
    mkdirSync(this.logs, { recursive: true });
    const log = (name: string) => (isDev ? undefined : join(this.logs, `${name}.log`));
    const port = process.env.PORT || "3000";
    // A demonstration lets anyone sign in as anyone, so nobody from outside reaches it.
    this.web = new Service("web", webArguments(port, { isDev, isLocal: isDemo() }), log("web"));
    this.worker = new Service("worker", ["bin/run.mjs", "worker"], log("worker"));
  }

  /** Each step prints its line; throws a StepError that says what to do. */
  async start(): Promise<void> {
    const { given } = this;
    await this.readSettings(given || "postgres://127.0.0.1/backplane");
    this.claimFolder();
    await step("web port", () => refuseTakenPort(Number(this.env.PORT)));
    await step("database", async () => {
      if (given) return checkDatabase(given);
      const { url, port, reused } = await this.ownDatabase();
      this.env.DATABASE_URL = url;
      return `${reused ? "was running, " : ""}port ${port}`;
    });
    await this.prepareData();
    if (!this.isDev) await step("site", () => this.build());
    await this.serve();
    this.greet();
  }

  /** Keeps all parts alive, and lets a command have the data for itself; returns when the product stops. */
  async keep(): Promise<void> {
    while (!this.isStopping) {
      await wait(LOOK_AROUND_MS);
      if (this.isStopping) return;
      if (isHeld(this.folder)) await this.standStill();
      else await this.revive();
    }
  }

  /** Ends web and worker, then the database. A second call hurries the first. */
  stop(): Promise<void> {
    if (this.ending) {
      this.isStopping = true;
      void this.endAll(0, 0);
      return this.ending;
    }
    this.isStopping = true;
    this.ending = this.endAll(SERVICE_PATIENCE_MS, DATABASE_PATIENCE_MS).finally(() => {
      if (this.isClaimed) release(this.folder);
    });
    return this.ending;
  }

  private async endAll(servicePatienceMs: number, databasePatienceMs: number) {
    await Promise.all([stopBuild(), this.web.stop(servicePatienceMs), this.worker.stop(servicePatienceMs)]);
    const database = await this.database?.catch(() => undefined);
    await database?.stop(databasePatienceMs);
  }

  private async readSettings(databaseUrl: string) {
    this.env = await productEnvironment(this.folder, databaseUrl).catch((error: Error) => {
      throw new StepError(error.message);
    });
  }

  private claimFolder() {
    const other = claim(this.folder, this.asRun("starting"));
    if (other) {
      throw new StepError(
        `Backplane is running already on this data (process ${other.pid}, ${other.env.APP_URL}). Stop that one with ` +
          "Ctrl-C, or give the second one a folder and a port: BACKPLANE_DATA=.data2 PORT=3001 npm run up",
      );
    }
    this.isClaimed = true;
  }

  private ownDatabase() {
    this.database = startOwnDatabase(this.folder);
    return this.database;
  }

  private async prepareData() {
    const url = String(this.env.DATABASE_URL);
    await step("tables", () => prepareTables(url));
    await step("seeds", () => seed(url, () => {}));
  }

  private async build() {
    const hasBuilt = await buildSite(".next", this.env, join(this.logs, "build.log"));
    return hasBuilt ? "built" : "unchanged";
  }

  private async serve() {
    const services = {
      ...this.env,
      NODE_ENV: this.isDev ? "development" : "production",
    } as NodeJS.ProcessEnv;
    await step("web and worker", async () => {
      if (this.isStopping) return;
      this.web.start(services);
      this.worker.start(services);
      await waitUntilReady(Number(this.env.PORT), this.web);
    });
    tell(this.folder, this.asRun("serving"));
  }

  private async revive() {
    const database = await this.database;
    if (database && !database.isRunning()) {
      say("! the database ended; starting it again");
      const { url } = await step("database", () => this.ownDatabase());
      if (url !== this.env.DATABASE_URL) await this.moveTo(url);
    }
    this.web.revive(this.env as NodeJS.ProcessEnv);
    this.worker.revive(this.env as NodeJS.ProcessEnv);
  }

  private async moveTo(url: string) {
    this.env.DATABASE_URL = url;
    await Promise.all([this.web.stop(SERVICE_PATIENCE_MS), this.worker.stop(SERVICE_PATIENCE_MS)]);
    await this.serve();
  }

  /** A command changes the data under our feet: nothing of ours runs meanwhile, and all of it starts afresh. */
  private async standStill() {
    say("! a command has the data to itself; web and worker wait");
    await Promise.all([this.web.stop(SERVICE_PATIENCE_MS), this.worker.stop(SERVICE_PATIENCE_MS)]);
    tell(this.folder, this.asRun("held"));
    while (isHeld(this.folder) && !this.isStopping) await wait(LOOK_AROUND_MS);
    if (this.isStopping) return;
    if (this.database) this.env.DATABASE_URL = (await step("database", () => this.ownDatabase())).url;
    await step("tables", () => prepareTables(String(this.env.DATABASE_URL)));
    await this.serve();
  }

  private asRun(state: "starting" | "serving" | "held") {
    return {
      pid: process.pid,
      state,
      webPid: this.web.pid,
      workerPid: this.worker.pid,
      isEmbedded: !this.given,
      env: sharedPart(this.env),
    };
  }

  private greet() {
    const address = this.env.APP_URL;
    const lines = [`\nBackplane is at ${address} after ${seconds(this.began)}`];
    if (this.env.DEMO === "1") {
      lines.push("  sign in   candidate@example.com, employer@example.com, admin@example.com");
      lines.push(`  mailbox   ${address}/dev/mailbox`);
    }
    lines.push(`  logs      ${relative(".", this.logs) || this.logs}`, "  stop      Ctrl-C\n");
    say(lines.join("\n"));
  }
}

function isDemo() {
  return process.env.DEMO ? process.env.DEMO === "1" : !process.env.SMTP_URL;
}
