import { readFileSync } from "node:fs";

/** How many passed and failed, over all kinds of checks. */
export type Tally = { passed: number; failed: number };

/** The count of Vitest's JSON report; a file that could not even be loaded is one failure. */
export function readVitestReport(file: string): Tally {
  const report: {
    success: boolean;
    numPassedTests: number;
    numFailedTests: number;
    testResults: { status: string; assertionResults: { status: string }[] }[];
  } = JSON.parse(readFileSync(file, "utf8"));
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((result) => result.status === "failed"),
  );
  const failed = report.numFailedTests + broken.length;
  return { passed: report.numPassedTests, failed: failed || (report.success ? 0 : 1) };
}

/** The count of Playwright's JSON report; a test that passed only at a second try has failed. */
export function readPlaywrightReport(file: string): Tally {
  const {
    stats,
    errors,
  }: { stats: { expected: number; unexpected: number; flaky: number }; errors: unknown[] } = JSON.parse(
    readFileSync(file, "utf8"),
  );
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
}
