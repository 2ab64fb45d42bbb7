import { readFileSync } from "node:fs";

/** How many passed and failed, over all kinds of checks; of those that failed what to say once more at the end of the run. */
export type Tally = { passed: number; failed: number; complaints: string[] };

/** The count of Vitest's JSON report; a file that could not even be loaded is one failure. */
export function readVitestReport(file: string): Tally {
  const report: {
    success: boolean;
    numPassedTests: number;
    numFailedTests: number;
    testResults: { name: string; status: string; message: string; assertionResults: Assertion[] }[];
  } = JSON.parse(readFileSync(file, "utf8"));
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((result) => result.status === "failed"),
  );
  const failed = report.numFailedTests + broken.length;
  const complaints = [
    ...broken.map(({ name, message }) => `${name}: ${message}`),
    ...report.testResults.flatMap(({ name, assertionResults }) =>
      assertionResults
        .filter(({ status }) => status === "failed")
        .map((test) => `${name}: ${test.fullName}\n${test.failureMessages.join("\n").slice(0, mostWords)}`),
    ),
  ];
  return { passed: report.numPassedTests, failed: failed || (report.success ? 0 : 1), complaints };
}

/** Characters: the beginning tells what failed, and the whole stands further up. */
const mostWords = 2_000;

type Assertion = { status: string; fullName: string; failureMessages: string[] };

/** The count of Playwright's JSON report; a test that passed only at a second try has failed. */
export function readPlaywrightReport(file: string): Tally {
  const {
    stats,
    errors,
  }: { stats: { expected: number; unexpected: number; flaky: number }; errors: unknown[] } = JSON.parse(
    readFileSync(file, "utf8"),
  );
  // It tells its failures at its own end, which is the run's.
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, complaints: [] };
}
