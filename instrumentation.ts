import type { Instrumentation } from "next";

/** Once at the start of the server: refuse a wrong setting by name, and say no at `/readyz` as soon as a stop begins. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { settings } = await import("@/lib/env");
  const { startDraining } = await import("@/lib/background/queries");
  try {
    settings();
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, startDraining);
}

export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  const { logger } = await import("@/lib/events/log");
  logger.error({ err: error, method: request.method, route: context.routePath, kind: context.routeType }, "request failed");
};
