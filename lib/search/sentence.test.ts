import { beforeAll, expect, it } from "vitest";
import { createCompany, insertPostings } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import { refreshTerms } from "./commands/terms";
import { parseSearch } from "./criteria";
import { readCriteria } from "./queries/search";
import { findSentence } from "./sentence";

await testDatabase();

beforeAll(async () => {
  const { id: companyId } = await createCompany({ name: "Brightwater" });
  const skills = ["go", "java", "kotlin", "postgresql"].map((slug) => ({ slug }));
  await insertPostings([{ companyId, title: "Payments Backend", skills }]);
  await refreshTerms();
});

async function sentence(query: string) {
  const { ready, labels } = await readCriteria((await parseSearch(new URLSearchParams(query))).criteria);
  return (await findSentence(ready.criteria, labels))?.line ?? null;
}

it.each([
  ["q=senior go remote germany 90k eur", "senior Go remote Germany 90k EUR"],
  ["q=java or kotlin no php", "Java or Kotlin no PHP"],
  ["q=hybrid münchen 5 years part-time", "hybrid part-time Munich 5 years"],
  ["q=remote nordics $60/hour", "remote Nordics 124800 USD"],
  ["q=payments&band=senior", "payments"],
  ["skill=postgresql&near=berlin&radius=20", "PostgreSQL Berlin"],
  ["complete=1", null],
  // "Haskell" alone would stay a word, since no posting asks for it.
  ["skill=haskell", null],
])("%s is the line %s", async (query, line) => expect(await sentence(query)).toBe(line));
