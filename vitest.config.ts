import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const isProving = process.env.PROVE === "1";

const elsewhere = ["**/node_modules/**", ".next*/**", ".data/**", "e2e/**"];
const alone = "**/*.alone.test.ts";

export default defineConfig({
  resolve: { alias: [{ find: /^@\//, replacement: fileURLToPath(new URL("./", import.meta.url)) }] },
  test: {
    env: {
      DEMO: "1",
      APP_URL: "http://localhost:3000",
      AUTH_SECRET: "only-for-tests-only-for-tests-only-for-tests",
    },
    passWithNoTests: isProving,
    pool: "forks",
    // Proofs measure, and build: one at a time.
    maxWorkers: isProving ? 1 : 3,
    globalSetup: "./vitest.global.ts",
    // Far more than the longest test takes on an idle machine: a slow one fails no run.
    testTimeout: isProving ? 600_000 : 120_000,
    hookTimeout: 120_000,
    projects: isProving
      ? [{ extends: true, test: { name: "prove", include: ["**/*.prove.ts"], exclude: elsewhere } }]
      : [
          // Most files run one after another in the same process, and load our modules once.
          {
            extends: true,
            test: {
              name: "together",
              include: ["**/*.test.{ts,tsx}"],
              exclude: [...elsewhere, alone],
              isolate: false,
            },
          },
          { extends: true, test: { name: "alone", include: [alone], exclude: elsewhere } },
        ],
  },
});
