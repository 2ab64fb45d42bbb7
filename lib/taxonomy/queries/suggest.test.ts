import { expect, it } from "vitest";
import { testDatabase } from "@/db/testing";
import { findNearSkills, suggestCities, suggestSkills } from "./suggest";

await testDatabase();

it.each([
  ["k8s", { value: "Kubernetes", alias: "k8s" }],
  ["Postgr", { value: "PostgreSQL", alias: null }],
  ["go", { value: "Go", alias: null }],
])("offers for %s first what it names", async (typed, first) => {
  expect((await suggestSkills(typed))[0]).toEqual(first);
});

it("offers at most eight skills, each once, and none for what no name has or for nothing", async () => {
  const found = await suggestSkills("s");
  expect(found).toHaveLength(8);
  expect(new Set(found.map(({ value }) => value)).size).toBe(8);
  expect(await suggestSkills("no such % skill")).toEqual([]);
  expect(await suggestSkills("  ")).toEqual([]);
});

it("offers cities, the largest first, also by another name", async () => {
  expect((await suggestCities("Lond"))[0]).toEqual({ value: "London", alias: "GB" });
  expect((await suggestCities("münchen"))[0]).toMatchObject({ alias: "DE" });
});

it("finds the skill that a mistyped name may mean, and none for any other", async () => {
  const near = await findNearSkills(["Pyhton", "Kuberntes", "Postgressql", "Zzyzzxq"]);
  expect(Object.fromEntries(near)).toEqual({
    Pyhton: "Python",
    Kuberntes: "Kubernetes",
    Postgressql: "PostgreSQL",
  });
});
