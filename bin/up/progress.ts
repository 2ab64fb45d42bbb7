/** What went wrong in words for the person at the keyboard, and what to do about it. */
export class StepError extends Error {
  override readonly name = "StepError";
}

/** Runs one step and prints one line: done, with its seconds, or throws with its name in front. */
export async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  const began = Date.now();
  const isTerminal = process.stdout.isTTY && !process.env.CI;
  if (isTerminal) process.stdout.write(`… ${name}`);
  try {
    const result = await work();
    const detail = typeof result === "string" ? ` (${result})` : "";
    process.stdout.write(`${isTerminal ? "\r\x1b[K" : ""}✓ ${name}${detail}, ${seconds(began)}\n`);
    return result;
  } catch (error) {
    if (isTerminal) process.stdout.write("\r\x1b[K");
    throw new StepError(`${name}: ${inFull(error)}`, { cause: error });
  }
}

export function say(line: string) {
  process.stdout.write(`${line}\n`);
}

/** Prints why it ends; the trace only for what nobody expected. */
export function complain(error: unknown) {
  const isExpected = error instanceof StepError;
  process.stderr.write(
    `✗ ${isExpected ? error.message : error instanceof Error ? error.stack : String(error)}\n`,
  );
}

export function seconds(began: number): string {
  return `${((Date.now() - began) / 1000).toFixed(1)} s`;
}

/** What went wrong with what was behind it: a failed query tells its reason only there. */
function inFull(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}\n${inFull(error.cause)}` : error.message;
}
