import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { readPostmaster, stopPostmaster } from "@/db/cluster/postmaster";
import { startEmbedded } from "@/db/embedded";
import { stopBuild } from "../up/build";
import type { DatabaseAddress } from "../up/environment";
import { complain, say, seconds, step } from "../up/progress";
import { findBrowser } from "./browser";
import { show, stopCommands } from "./commands";
import { startProduct } from "./product-under-test";
import { checkStatically } from "./static";
import { readPlaywrightReport, readVitestReport, type Tally } from "./tally";

type Part = "static" | "unit" | "e2e" | "prove";

const MODES: Record<string, Part[]> = {
  "--check": ["static", "unit"],
  "--unit": ["unit"],
  "--e2e": ["e2e"],
  "--prove": ["prove"],
};

/** Runs the parts that the arguments ask for, all but the proofs without any; the exit code. */
export async function test(args: string[]): Promise<number> {
  const mode = MODES[args[0] ?? ""];
  const run = new TestRun(mode ? args.slice(1) : args);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(signal, () => void run.stop().then(() => process.exit(130)));
  }
  try {
    for (const part of mode ?? ["static", "unit", "e2e"]) await run.part(part);
  } finally {
    await run.stop();
  }
  for (const complaint of run.tally.complaints) say(`\n✗ ${complaint}`);
  say(`\nTook ${seconds(run.began)}.\n${run.tally.passed} passed, ${run.tally.failed} failed`);
  return run.tally.failed === 0 ? 0 : 1;
}

class TestRun {
  readonly began = Date.now();
  readonly tally: Tally = { passed: 0, failed: 0, complaints: [] };
  private readonly folder = mkdtempSync(join(tmpdir(), "backplane-test-"));
  private server: Promise<DatabaseAddress> | undefined;
  private product: ReturnType<typeof startProduct> | undefined;
  private isStopping = false;

  constructor(private readonly args: string[]) {
    // The database's own user has to pass it.
    chmodSync(this.folder, 0o755);
  }

  /** Counts what the part says; a part that cannot run is one failure. */
  async part(part: Part): Promise<void> {
    if (this.isStopping) return;
    const began = Date.now();
    try {
      const { passed, failed, complaints } = await this[part]();
      this.tally.passed += passed;
      this.tally.failed += failed;
      this.tally.complaints.push(...complaints);
      say(`${failed ? "✗" : "✓"} ${part}: ${passed} passed, ${failed} failed, ${seconds(began)}`);
    } catch (error) {
      if (this.isStopping) return;
      complain(error);
      this.tally.failed++;
    }
  }

  /** Ends all that was started, whatever happened. */
  async stop(): Promise<void> {
    this.isStopping = true;
    await Promise.all([stopCommands(), stopBuild()]);
    await (await this.product?.catch(() => undefined))?.stop();
    await this.server?.catch(() => undefined);
    await stopClusters(this.folder);
    rmSync(this.folder, { recursive: true, force: true });
  }

  private static() {
    return checkStatically();
  }

  private unit() {
    return this.vitest({});
  }

  private async e2e(): Promise<Tally> {
    if (!contains("e2e", ".spec.ts")) return { passed: 0, failed: 0, complaints: [] };
    return this.playwright(this.args);
  }

  private async prove(): Promise<Tally> {
    const unit = await this.vitest({ PROVE: "1" });
    if (!contains("e2e", ".prove.ts")) return unit;
    const e2e = await this.playwright(["--project=prove"]);
    return {
      passed: unit.passed + e2e.passed,
      failed: unit.failed + e2e.failed,
      complaints: unit.complaints,
    };
  }

  private async vitest(env: Record<string, string>): Promise<Tally> {
    const report = join(this.folder, "vitest.json");
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    await show(["node_modules/vitest/vitest.mjs", "run", ...reporters, ...this.args], {
      ...process.env,
      ...env,
      // What tests leave lies in our folder, and goes with it.
      TMPDIR: this.folder,
      TEST_DATABASE_URL: (await this.database()).url,
    });
    return readVitestReport(report);
  }

  private async playwright(args: string[]): Promise<Tally> {
    const browser = await step("browser", async () => findBrowser());
    const server = await this.database();
    this.product = startProduct(server, this.folder);
    const { env } = await this.product;
    const report = join(this.folder, "playwright.json");
    await show(["node_modules/@playwright/test/cli.js", "test", "--reporter=list,json", ...args], {
      ...env,
      NODE_ENV: "test",
      CHROMIUM_PATH: browser,
      E2E_BASE_URL: env.APP_URL,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      PLAYWRIGHT_HTML_OPEN: "never",
    });
    const tally = readPlaywrightReport(report);
    if (tally.failed) say((await this.product).lastWords());
    return tally;
  }

  private async database(): Promise<DatabaseAddress> {
    const given = process.env.TEST_DATABASE_URL;
    if (given) return { url: given, webUrl: undefined };
    const dataDir = join(this.folder, "postgres");
    this.server ??= startEmbedded({ dataDir, port: 0, disposable: true, log: say });
    return this.server;
  }
}

/** Ours, and those of tests that were cut off: they outlive whoever started them. */
async function stopClusters(folder: string) {
  for (const name of readdirSync(folder, { recursive: true }).map(String)) {
    if (basename(name) !== "postmaster.pid") continue;
    const dataDir = dirname(join(folder, name));
    const running = await readPostmaster(dataDir);
    if (running) await stopPostmaster(running.pid, dataDir, 0);
  }
}

function contains(folder: string, ending: string): boolean {
  return (
    existsSync(folder) &&
    readdirSync(folder, { recursive: true }).some((name) => String(name).endsWith(ending))
  );
}
