import { type ChildProcess, spawn } from "node:child_process";
import { stopProcess } from "../up/processes";

const running = new Set<ChildProcess>();

/** Runs Node with these arguments, keeps what it prints, and gives both with its exit code. */
export async function capture(
  args: string[],
  env: NodeJS.ProcessEnv,
): Promise<{ code: number; output: string }> {
  const child = launch(args, env, "pipe");
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  return { code: await ended(child, 15), output };
}

/** Runs Node with these arguments on our terminal; its exit code. */
export function show(args: string[], env: NodeJS.ProcessEnv): Promise<number> {
  return ended(launch(args, env, "inherit"), 180);
}

/** Ends what is still running. */
export async function stopCommands(): Promise<void> {
  await Promise.all([...running].map((child) => stopProcess(child, 2_000)));
}

function launch(args: string[], env: NodeJS.ProcessEnv, output: "pipe" | "inherit") {
  const child = spawn(process.execPath, args, {
    env,
    stdio: ["ignore", output, output],
    // A group of its own, so that its children can be ended with it.
    detached: process.platform !== "win32",
  });
  running.add(child);
  return child;
}

/** Its exit code; what runs longer than `minutes` is ended, and has failed. */
function ended(child: ChildProcess, minutes: number): Promise<number> {
  return new Promise((done) => {
    const late = setTimeout(() => {
      process.stderr.write(
        `✗ ${child.spawnargs.slice(1, 3).join(" ")} did not finish within ${minutes} minutes\n`,
      );
      void stopProcess(child, 5_000);
    }, minutes * 60_000);
    child.once("close", () => clearTimeout(late));
    child.once("error", () => done(1));
    child.once("close", (code) => {
      running.delete(child);
      done(code ?? 1);
    });
  });
}
