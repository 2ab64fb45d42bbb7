import { settings } from "@/lib/env";
import { answersOf } from "./answers";
import { startDraining } from "./queries";
import { watchRequests } from "./requests";
import { answerTruly } from "./unavailable";

/**
 * What the web process does before it serves: refuses a wrong setting by name, watches over requests, and turns `/readyz` false as
 * soon as a stop begins. `bin/serve.mjs`, which cannot import what is bundled, finds `answersOf` on `globalThis`.
 */
export function startProcess() {
  try {
    settings();
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
  watchRequests();
  answerTruly();
  (globalThis as typeof globalThis & { backplaneAnswersOf?: typeof answersOf }).backplaneAnswersOf =
    answersOf;
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, startDraining);
}
