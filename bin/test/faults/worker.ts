import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The worker as `up` starts it, in a process of its own, with the mail server at `smtp`; and what ends it. */
export function startWorker(
  databaseUrl: string,
  smtp: string,
): { child: ChildProcess; end: () => Promise<void> } {
  const folder = mkdtempSync(join(tmpdir(), "backplane-worker-"));
  const child = spawn(process.execPath, ["bin/run.mjs", "worker"], {
    env: { ...process.env, DATABASE_URL: databaseUrl, SMTP_URL: smtp, DEMO: "", BACKPLANE_DATA: folder },
    stdio: "ignore",
  });
  const end = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill("SIGTERM");
      await once(child, "exit");
    }
    rmSync(folder, { recursive: true, force: true });
  };
  return { child, end };
}
