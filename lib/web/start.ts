import { settings } from "@/lib/env";
import { messageOf } from "@/lib/errors";
import { answersOf } from "./answers";
import { watchMetrics } from "./metrics";
import { startDraining } from "./queries";
import { watchRequests } from "./requests";
import { watchSearches } from "./searches";
import { answerTruly } from "./unavailable";
import { watchViews } from "./views";

declare global {
  var backplaneAnswersOf: typeof answersOf | undefined;
}

/**
 * What the web process does before it serves: refuses a wrong setting by name, watches over requests, counts views and searches, and turns `/readyz` false as
 * soon as a stop begins. `bin/serve.mjs`, which cannot import what is bundled, finds `answersOf` on `globalThis`.
 */
export function startProcess() {
  try {
    settings();
  } catch (error) {
    console.error(messageOf(error));
    process.exit(1);
  }
  watchRequests();
  watchMetrics();
  watchViews();
  watchSearches();
  answerTruly();
  globalThis.backplaneAnswersOf = answersOf;
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, startDraining);
}
