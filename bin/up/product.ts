import { mkdirSync } from "node:fs";
import { join, relative } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { EmbeddedPostgres } from "@/db/embedded";
import { buildSite, stopBuild } from "./build";
import { claim, clusterIn, isHeld, type Run, release, tell } from "./data-folder";
import { checkDatabase, checkWebRole, startOwnDatabase } from "./database";
import {
  type DatabaseAddress,
  type Environment,
  productEnvironment,
  sharedPart,
  webEnvironment,
} from "./environment";
import { fill, migrateTables } from "./fill";
import { StepError, say, seconds, step } from "./progress";
import { Service } from "./service";
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
  private readonly given = givenDatabase();
  private isClaimed = false;
  /** The processes that the other commands were told of. */
  private announced = "";
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
    await this.readSettings(given || { url: "postgres://127.0.0.1/backplane", webUrl: undefined });
    this.claimFolder();
    await step("web port", () => refuseTakenPort(Number(this.env.PORT)), { minutes: 1 });
    await step(
      "database",
      async () => {
        if (given) return checkDatabase(given.url);
        const { port, reused } = await this.ownDatabase();
        return `${reused ? "already running, " : ""}port ${port}`;
      },
      { minutes: 3, log: given ? undefined : `${clusterIn(this.folder)}.log` },
    );
    await this.prepareData();
    if (given?.webUrl) await step("web role", () => checkWebRole(String(given.webUrl)), { minutes: 1 });
    if (!this.isDev) await step("site", () => this.build(), { minutes: 20, log: this.buildLog });
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

  private async readSettings(database: DatabaseAddress) {
    this.env = await productEnvironment(this.folder, database).catch((error: Error) => {
      throw new StepError(error.message);
    });
  }

  private claimFolder() {
    const other = claim(this.folder, this.asRun("starting"));
    if (other) {
      throw new StepError(
        `Backplane is already running on this data (process ${other.pid}, ${other.env.APP_URL}). Stop it with ` +
          "Ctrl-C, or give this one its own folder and port: BACKPLANE_DATA=.data2 PORT=3001 npm run up",
      );
    }
    this.isClaimed = true;
  }

  private async ownDatabase() {
    this.database = startOwnDatabase(this.folder);
    const database = await this.database;
    this.env.DATABASE_URL = database.url;
    this.env.DATABASE_WEB_URL = database.webUrl;
    return database;
  }

  private async prepareData() {
    const url = String(this.env.DATABASE_URL);
    await migrateTables(url);
    await fill(url, this.env.DEMO === "1");
  }

  private async build() {
    const hasBuilt = await buildSite(".next", this.env, this.buildLog);
    return hasBuilt ? "built" : "unchanged";
  }

  private async serve() {
    const services = {
      ...this.env,
      NODE_ENV: this.isDev ? "development" : "production",
    } as NodeJS.ProcessEnv;
    await step(
      "web and worker",
      async () => {
        if (this.isStopping) return;
        this.web.start(webEnvironment(services));
        this.worker.start(services);
        await waitUntilReady(Number(this.env.PORT), this.web);
      },
      { minutes: 2, log: this.isDev ? undefined : join(this.logs, "web.log") },
    );
    this.announce("serving");
  }

  private async revive() {
    const database = await this.database;
    if (database && !database.isRunning()) {
      say("! the database stopped; restarting it");
      const former = this.env.DATABASE_URL;
      const { url } = await step("database", () => this.ownDatabase());
      if (url !== former) await this.serveAnew();
    }
    this.web.revive(webEnvironment(this.env));
    this.worker.revive(this.env as NodeJS.ProcessEnv);
    if (this.pids !== this.announced) this.announce("serving");
  }

  /** Writes the state for the other commands. */
  private announce(state: Run["state"]) {
    this.announced = this.pids;
    tell(this.folder, this.asRun(state));
  }

  private get pids() {
    return `${this.web.pid} ${this.worker.pid}`;
  }

  private get buildLog() {
    return join(this.logs, "build.log");
  }

  private async serveAnew() {
    await Promise.all([this.web.stop(SERVICE_PATIENCE_MS), this.worker.stop(SERVICE_PATIENCE_MS)]);
    await this.serve();
  }

  /** A command changes the data under our feet: nothing of ours runs meanwhile, and all of it starts afresh. */
  private async standStill() {
    say("! a command is using the database alone; web and worker are paused");
    await Promise.all([this.web.stop(SERVICE_PATIENCE_MS), this.worker.stop(SERVICE_PATIENCE_MS)]);
    this.announce("held");
    while (isHeld(this.folder) && !this.isStopping) await wait(LOOK_AROUND_MS);
    if (this.isStopping) return;
    if (this.database) await step("database", async () => void (await this.ownDatabase()));
    await migrateTables(String(this.env.DATABASE_URL));
    await this.serve();
  }

  private asRun(state: Run["state"]): Run {
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
    } else lines.push("  admin     npm run admin -- grant EMAIL");
    lines.push(`  logs      ${relative(".", this.logs) || this.logs}`, "  stop      Ctrl-C\n");
    say(lines.join("\n"));
  }
}

function givenDatabase(): DatabaseAddress | undefined {
  const { DATABASE_URL, DATABASE_WEB_URL } = process.env;
  return DATABASE_URL ? { url: DATABASE_URL, webUrl: DATABASE_WEB_URL || undefined } : undefined;
}

function isDemo() {
  return process.env.DEMO ? process.env.DEMO === "1" : !process.env.SMTP_URL;
}
