import { expect, it } from "vitest";
import { bestLines } from "./best";
import type { State } from "./standing";

it("names what is evidenced before what is claimed, then the heaviest, then in the order of the sheet", () => {
  const line = (slug: string, state: State, weight: number) => ({ slug, state, weight });
  const lines = [
    line("nice", "evidenced", 1),
    line("no", "missing", 3),
    line("half", "partial", 3),
    line("claimed", "claimed", 3),
    line("silent", "unknown", 3),
    line("must", "evidenced", 3),
    line("degree", "evidenced", 2),
  ];
  const slugs = (most?: number) => bestLines(lines, most).map(({ slug }) => slug);
  expect(slugs()).toEqual(["must", "degree", "nice"]);
  expect(slugs(9)).toEqual(["must", "degree", "nice", "claimed", "half"]);
});
