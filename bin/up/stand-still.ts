import { setTimeout as wait } from "node:timers/promises";
import { hold, runningUp, unhold } from "./data-folder";
import { StepError, say } from "./progress";

const TIMEOUT_MS = 90_000;

/** Does `work` while the `up` on this folder, if one runs, has web and worker stopped; then it serves again. */
export async function whileStandingStill<T>(folder: string, work: () => Promise<T>): Promise<T> {
  if (!runningUp(folder)) return work();
  say("… pausing the running product");
  hold(folder);
  try {
    await waitForState(folder, "held");
    return await work();
  } finally {
    unhold(folder);
    await waitForState(folder, "serving");
    say("✓ the product is running again");
  }
}

async function waitForState(folder: string, state: string) {
  const deadline = Date.now() + TIMEOUT_MS;
  for (;;) {
    const running = runningUp(folder);
    if (!running || running.state === state) return;
    if (Date.now() > deadline) {
      throw new StepError(
        `The running product (process ${running.pid}) did not reach the state “${state}” within ${TIMEOUT_MS / 1000} s.`,
      );
    }
    await wait(100);
  }
}
