import { expect, it } from "vitest";
import { firstSteps } from "./first-steps";

const blank = { description: "", website: null, verifiedBy: null };
const full = { description: "Ledgers.", website: "https://tallyhaven.example", verifiedBy: "dns" };
const draft = { submittedAt: null, publishedAt: null };
const sent = { submittedAt: new Date(0), publishedAt: null };
const live = { submittedAt: new Date(0), publishedAt: new Date(0) };

it.each([
  ["a new company", blank, [], []],
  ["one with a website alone", { ...blank, website: full.website }, [], []],
  ["one that is described and verified", full, [], ["described", "verified"]],
  ["one with a draft", blank, [draft], ["written"]],
  ["one whose posting is in review", full, [draft, sent], ["described", "verified", "written", "sent"]],
] as const)("%s has done its steps so far", (_, company, postings, done) => {
  const steps = firstSteps(company, postings);
  expect(steps?.map(({ step }) => step)).toEqual(["described", "verified", "written", "sent", "live"]);
  expect(steps?.filter(({ isDone }) => isDone).map(({ step }) => step)).toEqual(done);
});

it("a company with a posting that was live needs them no longer", () => {
  expect(firstSteps(blank, [draft, live])).toBeNull();
});
