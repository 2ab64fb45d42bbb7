import { expect, it } from "vitest";
import type { News } from "@/lib/notifications/queries/news";
import { barOf } from "./bar";

const none: News = {
  hasCandidatePart: false,
  isMember: false,
  hasUnread: false,
  unread: 0,
  waiting: 0,
  inReview: 0,
  changedCompanies: 0,
  bouncedAddress: null,
};
const all: News = {
  hasCandidatePart: true,
  isMember: true,
  hasUnread: true,
  unread: 2,
  waiting: 3,
  inReview: 4,
  changedCompanies: 1,
  bouncedAddress: null,
};
const user = { isAdmin: false };
const admin = { isAdmin: true };

const candidate = ["Matches", "Applications", "Saved"];
const member = ["Postings", "Applicants"];

it.each([
  ["a visitor", null, null, ["Jobs", "Companies", "Salaries"]],
  ["someone new", user, none, ["Jobs", ...candidate]],
  ["a member", user, { ...none, isMember: true }, ["Jobs", ...member]],
  [
    "a member who also applies",
    user,
    { ...all, inReview: 0, changedCompanies: 0 },
    ["Jobs", ...candidate, ...member],
  ],
  ["an admin", admin, none, ["Jobs", "Review"]],
  ["someone who is all of these", admin, all, ["Jobs", ...candidate, ...member, "Review"]],
] as const)("%s has their parts in the bar, and each of the others in the menu", (_, actor, news, labels) => {
  const { bar, menu } = barOf(actor, news);
  expect(bar.map(({ label }) => label)).toEqual(labels);
  const hrefs = [...bar, ...menu].map(({ href }) => href);
  expect(new Set(hrefs).size).toBe(hrefs.length);
  if (actor)
    expect(hrefs).toEqual(
      expect.arrayContaining(["/matches", "/applications", "/saved", "/profile", "/employer", "/companies"]),
    );
});

it("the bar counts what waits for its reader", () => {
  const counts = barOf(admin, all).bar.flatMap(({ label, count }) => (count ? [[label, count]] : []));
  expect(counts).toEqual([
    ["Applications", 2],
    ["Applicants", 3],
    ["Review", 5],
  ]);
  expect(barOf(admin, all).bar.at(-1)?.counted).toBe("waiting: 4 postings and 1 changed company");
});
