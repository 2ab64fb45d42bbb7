import type { Instrumentation } from "next";

export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  (await import("@/lib/web/start")).startProcess();
  if (process.env.NODE_ENV === "production") (await import("@/lib/log")).guardConsole();
  (await import("@/lib/applications/live")).startLive();
  void (await import("@/lib/taxonomy/queries/follow")).watchTaxonomy();
  const { settings } = await import("@/lib/env");
  if (settings().BOARD === "on") {
    (await import("@/lib/board/start")).startBoard();
    (await import("@/lib/people/start")).startPeople();
  }
}

export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { noteFault } = await import("@/lib/web/unavailable");
  noteFault(error);
  const { logger } = await import("@/lib/log");
  logger.error(
    { err: error, method: request.method, route: context.routePath, kind: context.routeType },
    "request failed",
  );
};
