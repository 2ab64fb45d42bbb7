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
  return { code: await ended(child), output };
}

/** Runs Node with these arguments on our terminal; its exit code. */
export function show(args: string[], env: NodeJS.ProcessEnv): Promise<number> {
  return ended(launch(args, env, "inherit"));
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

function ended(child: ChildProcess): Promise<number> {
  return new Promise((done) => {
    child.once("error", () => done(1));
    child.once("close", (code) => {
      running.delete(child);
      done(code ?? 1);
    });
  });
}
