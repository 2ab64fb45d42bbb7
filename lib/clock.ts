import { AsyncLocalStorage } from "node:async_hooks";
import { now } from "@/db/client";
import { dayMs } from "./days";

/** An answer under way that other visitors may get too: when it began, and until when it holds. Milliseconds since 1970. */
type Answer = { now: number; until: number };

/** Shared by all copies of this module that the bundler makes. */
declare global {
  var backplaneAnswer: AsyncLocalStorage<Answer> | undefined;
}
globalThis.backplaneAnswer ??= new AsyncLocalStorage();
const underWay = globalThis.backplaneAnswer;

/** The product's time: the one clock that pages compare with. Of an answer made for many, when it began. */
export async function findNow(): Promise<Date> {
  const answer = underWay.getStore();
  return answer ? new Date(answer.now) : now();
}

/** Makes an answer that other visitors may get too. Returns it with the instant until which it holds as far as time alone can change it. */
export async function makeForMany<T>(
  now: number,
  make: () => Promise<T>,
): Promise<{ made: T; until: number }> {
  const answer: Answer = { now, until: Number.POSITIVE_INFINITY };
  const made = await underWay.run(answer, make);
  return { made, until: answer.until };
}

/** Whether the answer under way may be given to other visitors too. */
export const isForMany = () => underWay.getStore() !== undefined;

/** Says that the answer under way holds no longer than until this instant, in milliseconds since 1970. */
export function holdsUntil(instant: number) {
  const answer = underWay.getStore();
  if (answer) answer.until = Math.min(answer.until, instant);
}

/** Says that the answer under way counts whole days since or until these dates, in ISO 8601: it holds until the next of them begins. */
export function countsDaysOf(...dates: string[]) {
  const answer = underWay.getStore();
  if (answer) for (const date of dates) holdsUntil(nextDay(Date.parse(date), answer.now));
}

/** The next instant at which the number of whole days between two instants changes, rounded up or down. */
export function nextDay(from: number, now: number): number {
  const began = from + Math.floor((now - from) / dayMs) * dayMs;
  // Numbers that are rounded up change a millisecond after those that are rounded down.
  return now === began ? began + 1 : began + dayMs;
}
