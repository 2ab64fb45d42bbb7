import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "@/db/cluster/ports";
import type { Environment } from "../../up/environment";
import { webArguments } from "../../up/web";
import { capture, stopCommands } from "../commands";
import { buildTestSite, testEnvironment } from "../site";

/** Part of each wrong value: what must never be printed. */
const secret = "hunter2-hunter2";
const folder = mkdtempSync(join(tmpdir(), "backplane-settings-"));
let env: Environment;

beforeAll(async () => {
  chmodSync(folder, 0o755);
  const port = String(await freePort(0));
  env = {
    ...(await testEnvironment(
      folder,
      { url: "postgres://postgres@127.0.0.1:1/nowhere", webUrl: undefined },
      port,
    )),
    BACKPLANE_DATA: folder,
    DEMO: undefined,
    SMTP_URL: "smtp://127.0.0.1:1",
  };
  await buildTestSite(env, folder);
}, 300_000);
afterEach(stopCommands);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Of the worker those that are missing are not wrong: it then takes the embedded database and this folder's own secrets. */
const wrong: [name: string, settings: Environment, programs: ("web" | "worker")[]][] = [
  ["AUTH_SECRET", { AUTH_SECRET: undefined }, ["web"]],
  ["AUTH_SECRET", { AUTH_SECRET: secret }, ["web", "worker"]],
  ["DATABASE_URL", { DATABASE_URL: undefined }, ["web"]],
  ["DATABASE_URL", { DATABASE_URL: `postgres//backplane:${secret}@127.0.0.1/x` }, ["web", "worker"]],
  ["DATABASE_URL", { DATABASE_URL: `mysql://backplane:${secret}@127.0.0.1/x` }, ["web", "worker"]],
  ["SMTP_URL", { SMTP_URL: undefined }, ["web"]],
  ["SMTP_URL", { SMTP_URL: `http://mail:${secret}@127.0.0.1` }, ["web", "worker"]],
  ["DEMO", { DEMO: "1", APP_URL: `https://${secret}.example` }, ["web", "worker"]],
  ["APP_URL", { APP_URL: `${secret}.example` }, ["web", "worker"]],
  ["PORT", { PORT: secret }, ["worker"]],
];

describe("R39 a process with a wrong setting ends at its start, and names it without its value", () => {
  const cases = wrong.flatMap(([name, settings, programs]) =>
    programs.map((program) => ({
      program,
      name,
      how: Object.values(settings).includes(undefined) ? "missing" : "corrupted",
      settings,
    })),
  );
  it.each(cases)(
    "$program, $name $how",
    async ({ program, name, settings }) => {
      const given = Object.fromEntries(
        Object.entries({ ...env, ...settings }).filter(([, value]) => value !== undefined),
      ) as NodeJS.ProcessEnv;
      const args =
        program === "web" ? webArguments(String(env.PORT), { isLocal: true }) : ["bin/run.mjs", "worker"];
      const began = performance.now();
      const { code, output } = await capture(args, given);
      console.log(`R39 ${program}, ${name}: exit ${code} after ${Math.round(performance.now() - began)} ms`);
      expect(code, output).not.toBe(0);
      expect(output).toContain(name);
      expect(output).not.toContain(secret);
    },
    30_000,
  );
});
