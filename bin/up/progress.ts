/** What went wrong in words for the person at the keyboard, and what to do about it. */
export class StepError extends Error {
  override readonly name = "StepError";
}

/** How long a step may take, and where to read what it did meanwhile. */
export type Bounds = { minutes: number; log?: string };

/**
 * What `work` gives, or an Error once `ms` are over. The clock is outside of what it guards, and it keeps the process alive: a wait that
 * never ends, whatever the reason, ends here.
 */
export async function withDeadline<T>(ms: number, work: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`this did not finish within ${inWords(ms)}`)), ms);
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Runs one step and prints one line: done, with its seconds, or throws a StepError with its name in front, also when it takes too long.
 */
export async function step<T>(
  name: string,
  work: () => Promise<T>,
  { minutes, log }: Bounds = { minutes: 5 },
): Promise<T> {
  const began = Date.now();
  const isTerminal = process.stdout.isTTY && !process.env.CI;
  if (isTerminal) process.stdout.write(`… ${name}`);
  try {
    const result = await withDeadline(minutes * 60_000, work);
    const detail = typeof result === "string" ? ` (${result})` : "";
    process.stdout.write(`${isTerminal ? "\r\x1b[K" : ""}✓ ${name}${detail}, ${seconds(began)}\n`);
    return result;
  } catch (error) {
    if (isTerminal) process.stdout.write("\r\x1b[K");
    throw new StepError(`${name}: ${inFull(error)}${log ? `\nThe log is in ${log}.` : ""}`, { cause: error });
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

const inWords = (ms: number) => (ms < 60_000 ? `${ms / 1000} seconds` : `${ms / 60_000} minutes`);

export function seconds(began: number): string {
  return `${((Date.now() - began) / 1000).toFixed(1)} s`;
}

/** What went wrong with what was behind it: a failed query tells its reason only there. */
function inFull(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}\n${inFull(error.cause)}` : error.message;
}
