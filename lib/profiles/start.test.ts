import { expect, it } from "vitest";
import { createUser } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import { startProfile } from "./commands/start";
import { findProfile } from "./queries/profile";
import { haveOfResume } from "./resume/have";
import { readStart } from "./start";

await testDatabase();

it.each([
  [
    { have: "go 4", want: "72k eur", where: "Deutschland, NL" },
    { min: 72_000, currency: "EUR" },
    ["DE", "NL"],
    [],
  ],
  [{ have: "go", want: "$60/hour", where: "" }, { min: 124_800, currency: "USD" }, [], []],
  [
    { have: "go, flutes", want: "lots", where: "Atlantis" },
    null,
    [],
    [
      "We do not know “flutes”, so it is left out.",
      "We could not read “lots” as pay. Write it like 72k EUR.",
      "We do not know a country called “Atlantis”.",
    ],
  ],
])("%j", (start, salary, countries, faults) =>
  expect(readStart(start)).toMatchObject({ salary, countries, faults }),
);

it("becomes the profile of somebody who has none, and changes no other", async () => {
  const actor = await createUser();
  const start = { have: "go 4, postgres, 6 years, bachelor", want: "72k eur", where: "Germany" };
  await startProfile(actor, start);
  expect(await findProfile(actor)).toMatchObject({
    years: 6,
    degree: { level: "bachelor" },
    skills: [
      { slug: "go", years: 4 },
      { slug: "postgresql", years: null },
    ],
    salary: { min: 72_000, currency: "EUR" },
    countries: ["DE"],
  });
  await expect(startProfile(actor, { ...start, have: "java" })).rejects.toMatchObject({ code: "conflict" });
});

it("a pasted résumé becomes the line, and any other text none", () => {
  const resume = `Kim Sample
Experience
Backend Engineer, Acme, January 2019 – December 2023
Built services in Go and PostgreSQL for payments.
Education
Bachelor of Science, Computer Science, 2018
Skills
Go, PostgreSQL, Kafka`;
  const line = haveOfResume(resume, new Date("2026-01-01"));
  expect(line).toMatch(/Go.*PostgreSQL.*Kafka.*5 years, bachelor/);
  expect(haveOfResume("hello", new Date())).toBeNull();
});
