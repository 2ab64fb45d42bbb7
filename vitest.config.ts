import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const isProving = process.env.PROVE === "1";

export default defineConfig({
  resolve: { alias: [{ find: /^@\//, replacement: fileURLToPath(new URL("./", import.meta.url)) }] },
  test: {
    env: {
      DEMO: "1",
      APP_URL: "http://localhost:3000",
      AUTH_SECRET: "only-for-tests-only-for-tests-only-for-tests",
    },
    include: isProving ? ["**/*.prove.ts"] : ["**/*.test.{ts,tsx}"],
    exclude: ["**/node_modules/**", ".next*/**", ".data/**", "e2e/**"],
    passWithNoTests: isProving,
    pool: "forks",
    // Proofs measure, and build: one at a time.
    maxWorkers: isProving ? 1 : 2,
    globalSetup: "./vitest.global.ts",
    testTimeout: isProving ? 600_000 : 30_000,
    hookTimeout: 60_000,
  },
});
