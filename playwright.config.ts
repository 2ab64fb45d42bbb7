import { defineConfig } from "@playwright/test";

const isRoot = process.getuid?.() === 0;

/** Run through `npm run e2e`, which builds and serves the product and says where it is. */
/** Parts of the browser's own window that are pages: each context would start a process for them, which costs as much as a page of ours. */
const featuresOfWindow = [
  "InitialWebUI",
  "InitialWebUIWithoutExtensions",
  "PreloadTopChromeWebUI",
  "WebUIOmniboxAimPopup",
  "WebUIOmniboxFullPopup",
  "WebUIOmniboxPopup",
  "WebUIPinnedToolbarActions",
  "WebUIReloadButton",
  "WebUISplitTabsButton",
  "WebUIToolbar",
];
/** What Playwright turns off itself: of two such switches the browser reads the last. */
const featuresOfPlaywright = [
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsUpgrades",
  "HttpsFirstBalancedModeAutoEnable",
  "LensOverlay",
  "MediaRouter",
  "PaintHolding",
  "ThirdPartyStoragePartitioning",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "TcpPortRandomizationWin",
  "OptimizationHints",
  "NetworkTimeServiceQuerying",
  "AimEnabled",
  "PreconnectToSearch",
];

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
        `--disable-features=${[...featuresOfPlaywright, ...featuresOfWindow].join(",")}`,
      ],
    },
  },
  projects: [
    { name: "desktop", testMatch: "**/*.spec.ts" },
    { name: "prove", testMatch: "**/*.prove.ts" },
  ],
});
