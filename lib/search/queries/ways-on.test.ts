import { beforeAll, expect, it } from "vitest";
import { createCompany, insertPostings } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import { parseParameters } from "../criteria";
import { readCriteria } from "./search";
import { listWaysOn } from "./ways-on";

await testDatabase();

beforeAll(async () => {
  const { id: companyId } = await createCompany({ name: "Thornbury" });
  const onsite = (city: string, country: string) => ({
    workplace: "onsite" as const,
    places: [{ city, country }],
  });
  await insertPostings([
    { companyId, title: "Ledger Developer", skills: [{ slug: "mysql" }], ...onsite("Hamburg", "DE") },
    {
      companyId,
      title: "Ledger Engineer",
      skills: [{ slug: "mysql" }, { slug: "java" }],
      ...onsite("Vienna", "AT"),
    },
    { companyId, title: "Harbour Engineer", skills: [{ slug: "aws" }], ...onsite("Rotterdam", "NL") },
  ]);
});

async function waysOn(query: string) {
  const { ready, labels } = await readCriteria(parseParameters(new URLSearchParams(query)).criteria);
  return (await listWaysOn(ready, labels)).map(({ label, count }) => `${label}: ${count}`);
}

it.each([
  ["a related skill", "skill=postgresql", ["MySQL in place of PostgreSQL: 2"]],
  ["the rest of the search kept", "skill=postgresql&country=AT", ["MySQL in place of PostgreSQL: 1"]],
  [
    "what an unused skill implies, where words name one",
    "q=aws lambda",
    ["the skill AWS in place of “aws lambda”: 1"],
  ],
  ["each word alone", "q=ledger harbour", ["only the word “ledger”: 2", "only the word “harbour”: 1"]],
  [
    "the country of a city",
    "near=berlin&q=developer",
    ["all of Germany: 1", "all of DACH: 1", "all of the EU: 1"],
  ],
  ["the region of a country", "country=CH&skill=mysql", ["all of DACH: 2", "all of Europe: 2"]],
  [
    "each filter alone, where nothing else helps",
    "skill=java&employment=full-time&oncall=none",
    ["only: Java: 1", "only: Full-time: 3"],
  ],
  ["what most postings ask for, where nothing helps", "q=astronaut", ["MySQL: 2", "Java: 1", "AWS: 1"]],
])("%s: %s", async (_, query, ways) => {
  const found = await waysOn(query);
  expect(found.filter((way) => ways.includes(way)).sort()).toEqual([...ways].sort());
});
