import { defineConfig } from "@playwright/test";

const isRoot = process.getuid?.() === 0;

/** Run through `npm run e2e`, which builds and serves the product and says where it is. */
export default defineConfig({
  testDir: "e2e",
  workers: 2,
  fullyParallel: true,
  retries: 0,
  // Ten times what the longest test takes on an idle machine, and more: a slow machine fails no run.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  forbidOnly: Boolean(process.env.CI),
  use: {
    baseURL: process.env.E2E_BASE_URL,
    viewport: { width: 1280, height: 800 },
    locale: "en-US",
    timezoneId: "Europe/Berlin",
    // A trace of each test would cost a third of the run; `npm run e2e -- <file> --trace on` makes one.
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: [
        ...(isRoot ? ["--no-sandbox"] : []),
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    { name: "desktop", testMatch: "**/*.spec.ts" },
    { name: "prove", testMatch: "**/*.prove.ts" },
  ],
});
