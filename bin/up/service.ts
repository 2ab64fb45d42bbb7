import type { ChildProcess } from "node:child_process";
import { isRunning, lastWords, startProcess, stopProcess } from "./processes";
import { say } from "./progress";

const STEADY_MS = 60_000;

/** A process that the product cannot be without: started again when it ends, later each time it does so at once. */
export class Service {
  private child: ChildProcess | undefined;
  private startedAt = 0;
  private retryAt = 0;
  private failures = 0;

  constructor(
    readonly name: string,
    private readonly args: string[],
    private readonly logFile: string | undefined,
  ) {}

  /** Of the process that runs now; none while it does not. */
  get pid() {
    return this.isRunning ? this.child?.pid : undefined;
  }

  get isRunning() {
    return this.child !== undefined && isRunning(this.child);
  }

  start(env: NodeJS.ProcessEnv) {
    this.startedAt = Date.now();
    this.retryAt = 0;
    this.child = startProcess({ args: this.args, env, logFile: this.logFile });
  }

  /** Called again and again: notices an end, and starts anew when its time has come. */
  revive(env: NodeJS.ProcessEnv) {
    if (this.isRunning) return;
    if (!this.retryAt) {
      if (Date.now() - this.startedAt > STEADY_MS) this.failures = 0;
      const delayMs = Math.min(500 * 2 ** this.failures++, 30_000);
      this.retryAt = Date.now() + delayMs;
      say(
        `! ${this.name} stopped (${this.ending}); restarting it in ${delayMs / 1000} s\n${this.lastWords(5)}`,
      );
    } else if (Date.now() >= this.retryAt) this.start(env);
  }

  stop(patienceMs: number): Promise<void> {
    return stopProcess(this.child, patienceMs);
  }

  lastWords(lines = 20): string {
    return this.logFile ? lastWords(this.logFile, lines) : "";
  }

  private get ending() {
    return this.child?.signalCode ?? `exit code ${this.child?.exitCode}`;
  }
}
