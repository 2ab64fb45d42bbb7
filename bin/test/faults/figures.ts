import { isWell, type Outcome } from "./load";

/** What a fault did, in figures: counts, milliseconds, and seconds from the moments given. */
export type Figures = {
  requests: number;
  failed: number;
  /** Answers that were neither good nor an honest “try again” (503 with Retry-After). */
  dishonest: string[];
  slowestMs: number;
  slowestFailedMs: number;
  /** From the fault to the first `/readyz` that says no; null when it never did. */
  toldAfterS: number | null;
  /** From the end of the cause until `/readyz` says yes for good. */
  healthyAfterS: number;
  /** `/healthz` that did not say within two seconds that the process runs. */
  unhealthy: number;
};

/** Counts the outcomes of a load around a fault that came at `faultAt` and whose cause was gone at `goneAt`. */
export function measure(outcomes: Outcome[], faultAt: number, goneAt: number): Figures {
  const asked = outcomes.filter(({ kind }) => kind !== "healthz" && kind !== "readyz");
  const failed = asked.filter((one) => !isWell(one));
  const ready = outcomes.filter(({ kind }) => kind === "readyz");
  const told = ready.find((one) => one.at + one.ms >= faultAt && !isWell(one));
  const lastNo = ready.filter((one) => !isWell(one)).at(-1);
  const yes = ready.find(
    (one) => isWell(one) && (!lastNo || one.at > lastNo.at) && one.at + one.ms >= goneAt,
  );
  return {
    requests: asked.length,
    failed: failed.length,
    dishonest: [...new Set(failed.filter((one) => !isTryAgain(one)).map(inShort))],
    slowestMs: Math.round(Math.max(...outcomes.map(({ ms }) => ms))),
    slowestFailedMs: Math.round(Math.max(0, ...failed.map(({ ms }) => ms))),
    toldAfterS: told ? seconds(told.at + told.ms - faultAt) : null,
    healthyAfterS: yes ? seconds(yes.at + yes.ms - goneAt) : Number.POSITIVE_INFINITY,
    unhealthy: outcomes.filter((one) => one.kind === "healthz" && !(isWell(one) && one.ms < 2_000)).length,
  };
}

/** Whether an answer tells its reader to try again, and when. A form may say so itself, with what was typed still in it. */
export function isTryAgain({
  kind,
  status,
  headers,
  body,
  email,
}: Pick<Outcome, "kind" | "status" | "headers" | "body" | "email">) {
  if (kind === "write" && status === 200) return /try again/i.test(body) && body.includes(email as string);
  return status === 503 && headers["retry-after"] !== undefined && /try again|send it again/i.test(body);
}

/** One line for the log of the proof. */
export function line(
  id: string,
  { requests, failed, slowestMs, slowestFailedMs, toldAfterS, healthyAfterS }: Figures,
): string {
  const told = toldAfterS === null ? "readiness stayed" : `/readyz no after ${toldAfterS} s`;
  return `${id}: ${requests} requests, ${failed} failed, slowest ${slowestMs} ms (of the failed ${slowestFailedMs}), ${told}, healthy after ${healthyAfterS} s`;
}

const inShort = ({ kind, status, error, body }: Outcome) =>
  `${kind}: ${status ?? error} ${body.replace(/<script[\s\S]*?<\/script>/g, "").slice(0, 120)}`;
const seconds = (ms: number) => Number((Math.max(0, ms) / 1000).toFixed(2));
