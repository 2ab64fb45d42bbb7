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

/** The count of Playwright's JSON report; a test that passed only at a second try has failed. Complaints show what its page held then. */
export function readPlaywrightReport(file: string): Tally {
  const { stats, errors, suites }: PlaywrightReport = JSON.parse(readFileSync(file, "utf8"));
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    complaints: suites.flatMap(complaintsOf),
  };
}

type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number };
  errors: unknown[];
  suites: Suite[];
};
type Suite = { suites?: Suite[]; specs: { title: string; file: string; tests: { results: Result[] }[] }[] };
type Result = { status: string; attachments: { name: string; path?: string }[] };

/** The message of a failure stands in the run itself; the page is in a file that is gone with the machine. */
const complaintsOf = ({ suites = [], specs }: Suite): string[] => [
  ...suites.flatMap(complaintsOf),
  ...specs.flatMap(({ title, file, tests }) =>
    tests
      .flatMap(({ results }) => results)
      .flatMap(({ status, attachments }) => {
        const context = attachments.find(({ name }) => name === "error-context")?.path;
        if (status === "passed" || !context) return [];
        return [`${file}: ${title}\n${pageOf(readFileSync(context, "utf8"))}`];
      }),
  ),
];

/** Of the context of an error: the part that shows the page. */
const pageOf = (context: string) =>
  context
    .slice(Math.max(0, context.indexOf("# Page snapshot")))
    .split("# Test source", 1)
    .join("")
    .slice(0, 2 * mostWords);
