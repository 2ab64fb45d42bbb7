import { beforeAll, describe, expect, it } from "vitest";
import { createCompany, insertPostings, type NewPosting } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import { parseParameters } from "../criteria";
import { readCriteria, search } from "./search";

await testDatabase();

async function titles(query: string) {
  const { criteria, paging, faults } = parseParameters(new URLSearchParams(query));
  expect(faults).toEqual([]);
  const { ready, labels } = await readCriteria(criteria);
  const answer = await search(ready, paging, labels);
  return answer?.postings.map(({ title }) => title).sort();
}

beforeAll(async () => {
  const { id: companyId } = await createCompany();
  const at = (
    title: string,
    city: string | null,
    country: string,
    more: Partial<NewPosting> = {},
  ): NewPosting => ({
    companyId,
    title,
    places: [{ city, country }],
    ...more,
  });
  const remote = { workplace: "remote" as const, places: [] };
  await insertPostings([
    at("Berlin", "Berlin", "DE"),
    at("Potsdam", "Potsdam", "DE"),
    at("Hamburg", "Hamburg", "DE"),
    at("Lisbon", "Lisbon", "PT"),
    at("New York", "New York", "US"),
    at("Tokyo", "Tokyo", "JP"),
    at("Germany", null, "DE"),
    at("Remote from Berlin", "Berlin", "DE", { workplace: "remote" }),
    at("Remote", null, "DE", remote),
    at("Remote, night", null, "DE", {
      ...remote,
      window: { start: 22 * 60, end: 6 * 60, zone: "Europe/Berlin" },
    }),
    at("Remote, noon", null, "DE", {
      ...remote,
      window: { start: 12 * 60, end: 20 * 60, zone: "Europe/London" },
    }),
  ]);
});

describe("near a city", () => {
  it.each([
    ["near=berlin", ["Berlin", "Potsdam"]],
    ["near=berlin&radius=10", ["Berlin"]],
    ["near=berlin&radius=300", ["Berlin", "Hamburg", "Potsdam"]],
    ["near=tokyo&radius=20000", ["Berlin", "Hamburg", "Lisbon", "New York", "Potsdam", "Tokyo"]],
  ])("%j finds %j, remote work left out", async (query, found) => expect(await titles(query)).toEqual(found));

  it("a city that nobody knows is named, not ignored", async () => {
    const { criteria } = parseParameters(new URLSearchParams("near=atlantis"));
    const { ready, faults } = await readCriteria(criteria);
    expect(faults).toEqual([{ path: "near", message: "near: unknown city “atlantis”." }]);
    expect(ready.criteria.near).toBeUndefined();
  });
});

describe("hours that overlap with mine", () => {
  it.each([
    // Nine to five at the place, and no window: Lisbon is an hour behind Berlin, New York six, Tokyo eight ahead (seven in summer).
    [
      "timezone=Europe/Berlin",
      ["Berlin", "Hamburg", "Lisbon", "Potsdam", "Remote from Berlin", "Remote, noon"],
    ],
    ["timezone=Europe/Berlin&overlap=8", ["Berlin", "Hamburg", "Potsdam", "Remote from Berlin"]],
    [
      "timezone=Europe/Berlin&overlap=2",
      ["Berlin", "Hamburg", "Lisbon", "New York", "Potsdam", "Remote from Berlin", "Remote, noon"],
    ],
    ["timezone=America/New_York&overlap=7", ["New York"]],
    // A window over midnight: 22 to 6 in Berlin is the morning and noon of Tokyo.
    ["timezone=Asia/Tokyo&overlap=4", ["Remote, night", "Tokyo"]],
  ])("%j finds %j", async (query, found) => expect(await titles(query)).toEqual(found));

  it.each([
    ["timezone=Mars/Olympus", "timezone"],
    ["timezone=UTC&overlap=9", "overlap"],
    ["near=berlin&radius=0", "radius"],
  ])("%j makes no sense", (query, path) => {
    expect(parseParameters(new URLSearchParams(query)).faults.map((fault) => fault.path)).toEqual([path]);
  });
});
