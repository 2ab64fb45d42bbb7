import type { Instrumentation } from "next";

export async function register() {
  if (process.env.NEXT_RUNTIME === "nodejs") (await import("@/lib/background/start")).startProcess();
}

export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { noteFault } = await import("@/lib/background/unavailable");
  noteFault(error);
  const { logger } = await import("@/lib/events/log");
  logger.error(
    { err: error, method: request.method, route: context.routePath, kind: context.routeType },
    "request failed",
  );
};
