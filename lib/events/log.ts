import { pino } from "pino";

/** One JSON object a line: ids, never names, tokens or bodies. */
export const logger = pino({
  base: { app: process.env.APP_NAME ?? "backplane" },
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: ["*.email", "*.token", "*.code", "*.password"],
});
