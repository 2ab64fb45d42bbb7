import { describe, expect, test } from "vitest";
import { parseParameters } from "@/lib/search/criteria";
import type { SearchAnswer } from "@/lib/search/queries/search";
import {
  facetValues,
  filterChips,
  isUnfolded,
  keptParams,
  narrower,
  postingHref,
  type SearchPlace,
  searchHref,
  sortChoices,
  unfoldedHref,
  unfoldedIn,
} from "./search-view";

const criteria = (query: string) => parseParameters(new URLSearchParams(query)).criteria;
const answer: SearchAnswer = {
  postings: [],
  total: 3,
  next: null,
  age: 0,
  facets: {
    skill: [
      { value: "go", label: "Go", count: 3 },
      { value: "kafka", label: "Kafka", count: 2 },
    ],
    workplace: [{ value: "remote", label: "remote", count: 3 }],
    salary: [{ value: "100000", label: "100000", count: 1 }],
    responsibility: [],
    degree: [],
    band: [],
    employment: [],
    country: [],
  },
  filters: [
    { name: "skill", value: "go", label: "Go", without: 9 },
    { name: "salary", value: "90000", label: "90000", without: 4 },
  ],
};

describe("a facet value is a link", () => {
  test("that adds one of a list, or takes it off", () => {
    const [go, kafka] = facetValues(answer, criteria("skill=go"), "skill").values;
    expect(go).toMatchObject({ chosen: true, href: "/jobs" });
    expect(kafka).toEqual({
      value: "skill=kafka",
      label: "Kafka",
      count: 2,
      href: "/jobs?skill=go&skill=kafka",
    });
  });

  test("that takes the place of a single one, in the asked currency", () => {
    const [least] = facetValues(answer, criteria("salary=90000&currency=EUR"), "salary").values;
    expect(least).toMatchObject({ label: "€100,000", href: "/jobs?salary=100000&currency=EUR" });
  });

  test("of a closed list that stands whole, in its order", () => {
    expect(
      facetValues(answer, criteria(""), "workplace").values.map(({ value, count }) => [value, count]),
    ).toEqual([
      ["workplace=remote", 3],
      ["workplace=hybrid", 0],
      ["workplace=onsite", 0],
    ]);
  });
});

describe("what is folded away", () => {
  test("is not made, and counted", () => {
    const { values, more } = facetValues(answer, criteria(""), "skill", { shown: 1 });
    expect(values.map(({ label }) => label)).toEqual(["Go"]);
    expect(more).toBe(1);
  });

  test("what is in force stands first, and is never folded away", () => {
    const { values, more } = facetValues(answer, criteria("skill=kafka"), "skill", { shown: 1 });
    expect(values.map(({ label }) => label)).toEqual(["Kafka"]);
    expect(more).toBe(1);
  });

  test("has an address, which the links of the page carry on", () => {
    const at: SearchPlace = { path: "/jobs", extra: unfoldedIn(new URLSearchParams("open=degree&skill=go")) };
    expect(unfoldedHref(criteria("skill=go"), "region", at)).toBe("/jobs?skill=go&open=degree&open=region");
    expect(isUnfolded("degree", at)).toBe(true);
    expect(isUnfolded("region", at)).toBe(false);
    const [go] = facetValues(answer, criteria("skill=go"), "skill", { at }).values;
    expect(go?.href).toBe("/jobs?open=degree");
  });
});

test("each chip leads to the search without it", () => {
  const chips = filterChips(answer, criteria("skill=go&skill=kafka&salary=90000&currency=EUR&sort=salary"));
  expect(chips).toEqual([
    {
      name: "skill",
      label: "Go",
      href: "/jobs?skill=kafka&salary=90000&currency=EUR&sort=salary",
      without: 9,
    },
    { name: "pay from", label: "€90,000", href: "/jobs?skill=go&skill=kafka&sort=salary", without: 4 },
  ]);
});

test("a posting's address carries the search only where filters are set", () => {
  expect(postingHref("x", criteria(""))).toBe("/jobs/x");
  expect(postingHref("x", criteria("sort=salary"))).toBe("/jobs/x");
  expect(postingHref("x", criteria("band=mid&sort=salary"))).toBe("/jobs/x?band=mid");
});

test("forms carry what they do not ask for", () => {
  expect(keptParams(criteria("q=ledger&skill=go&salary=1"), "q")).toEqual([
    ["skill", "go"],
    ["salary", "1"],
  ]);
});

test("orders: relevance only with words, the default without a parameter", () => {
  expect(sortChoices(criteria("")).map(({ label, current }) => [label, current])).toEqual([
    ["Newest", true],
    ["Highest pay", false],
    ["Best match", false],
  ]);
  const inForce = (hasMatches: boolean) =>
    sortChoices(criteria("sort=match"), hasMatches).find(({ current }) => current)?.label;
  expect([inForce(false), inForce(true)]).toEqual(["Newest", "Best match"]);
  const [relevance, newest] = sortChoices(criteria("q=ledger&sort=newest"));
  expect(relevance).toMatchObject({ href: "/jobs?q=ledger", current: false });
  expect(newest).toMatchObject({ href: "/jobs?q=ledger&sort=newest", current: true });
  expect(searchHref(criteria("q=ledger"), "abc")).toBe("/jobs?q=ledger&cursor=abc");
  const matches = { path: "/matches", extra: [["gates", "hide"]] } as const;
  expect(searchHref(criteria("q=ledger"), "abc", matches)).toBe("/matches?q=ledger&gates=hide&cursor=abc");
});

test("a search that takes too long offers those that look at less", () => {
  const offered = narrower(criteria("q=fast cars&posted=30&band=senior"));
  expect(offered.map((one) => searchHref(one.criteria))).toEqual([
    "/jobs?q=fast+cars&band=senior&posted=7",
    "/jobs?q=fast&band=senior&posted=30",
    "/jobs?q=cars&band=senior&posted=30",
    "/jobs?band=senior&posted=30",
  ]);
});
