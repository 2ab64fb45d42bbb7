import { describe, expect, it } from "vitest";
import type { SheetLine } from "./sheet";
import type { State } from "./standing";
import { tallyOf } from "./tally";

const line = (slug: string | null, state: State, must = true) =>
  ({ kind: slug ? "skill" : "experience", slug, must, state }) as SheetLine;
const sheet = (...lines: SheetLine[]) => ({ lines });

describe("what applicants have of what is asked", () => {
  it("is counted line by line", () => {
    const states: State[] = ["evidenced", "claimed", "partial", "missing", "unknown", "unknown"];
    const sheets = states.map((state) =>
      sheet(line("go", state), line("kafka", "claimed", false), line(null, state)),
    );
    expect(tallyOf(sheets)).toEqual([
      { kind: "skill", slug: "go", must: true, had: 2, partly: 1, lacked: 1, unsaid: 2 },
      { kind: "skill", slug: "kafka", must: false, had: 6, partly: 0, lacked: 0, unsaid: 0 },
      { kind: "experience", slug: null, must: true, had: 2, partly: 1, lacked: 1, unsaid: 2 },
    ]);
  });

  it("is not told of fewer than five", () => {
    const one = sheet(line("go", "claimed"));
    expect(tallyOf([])).toBeNull();
    expect(tallyOf([one, one, one, one])).toBeNull();
    expect(tallyOf([one, one, one, one, one])).toMatchObject([{ had: 5 }]);
  });

  it("counts a line that not all of them were asked", () => {
    const sheets = [1, 2, 3, 4, 5].map((n) =>
      sheet(...(n > 2 ? [line("go", "claimed")] : []), line("sql", "missing")),
    );
    expect(tallyOf(sheets)?.find(({ slug }) => slug === "go")).toMatchObject({ had: 3, lacked: 0 });
  });
});
