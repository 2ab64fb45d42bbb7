import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readPlaywrightReport, readVitestReport } from "./tally";

const folder = mkdtempSync(join(tmpdir(), "backplane-tally-"));
afterAll(() => rmSync(folder, { recursive: true }));

function written(report: unknown): string {
  const file = join(folder, "report.json");
  writeFileSync(file, JSON.stringify(report));
  return file;
}

test.each([
  [
    "all passed",
    { success: true, numPassedTests: 4, numFailedTests: 0, testResults: [] },
    { passed: 4, failed: 0, complaints: [] },
  ],
  [
    "a file that does not load is a failure",
    {
      success: false,
      numPassedTests: 4,
      numFailedTests: 1,
      testResults: [
        {
          name: "a.test.ts",
          status: "failed",
          assertionResults: [{ status: "failed", fullName: "adds", failureMessages: ["3 is not 4"] }],
        },
        { name: "b.test.ts", status: "failed", message: "no such module", assertionResults: [] },
      ],
    },
    { passed: 4, failed: 2, complaints: ["b.test.ts: no such module", "a.test.ts: adds\n3 is not 4"] },
  ],
  [
    "a failure outside of any test counts too",
    { success: false, numPassedTests: 4, numFailedTests: 0, testResults: [] },
    { passed: 4, failed: 1, complaints: [] },
  ],
])("unit tests: %s", (_, report, tally) => {
  expect(readVitestReport(written(report))).toEqual(tally);
});

test("browser tests: one that passed at a second try has failed, as has a run that broke", () => {
  const report = { stats: { expected: 5, unexpected: 1, flaky: 2, skipped: 0 }, errors: [{}], suites: [] };
  expect(readPlaywrightReport(written(report))).toEqual({ passed: 5, failed: 4, complaints: [] });
});

test("browser tests: a failure shows its page", () => {
  const context = join(folder, "error-context.md");
  writeFileSync(context, '# Test info\n\n- Name: saves\n\n# Page snapshot\n\n- heading "Saved"\n');
  const result = (status: string) => ({ status, attachments: [{ name: "error-context", path: context }] });
  const spec = (title: string, status: string) => ({
    title,
    file: "a.spec.ts",
    tests: [{ results: [result(status)] }],
  });
  const report = {
    stats: { expected: 1, unexpected: 1, flaky: 0, skipped: 0 },
    errors: [],
    suites: [{ specs: [spec("opens", "passed")], suites: [{ specs: [spec("saves", "failed")] }] }],
  };
  expect(readPlaywrightReport(written(report)).complaints).toEqual([
    'a.spec.ts: saves\n# Page snapshot\n\n- heading "Saved"\n',
  ]);
});
