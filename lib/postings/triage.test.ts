import { expect, it } from "vitest";
import { applyLines, withoutLines } from "./contact";
import { proposalsOf } from "./proposals";

const levelsOf = (text: string) =>
  Object.fromEntries(proposalsOf(text).flatMap(({ label, level }) => (level ? [[label, level]] : [])));

it("keeps alternatives as nice to have, also those of a list", () => {
  expect(
    levelsOf(
      "Requirements: you must know PostgreSQL. You must know either Node.js or Java. You must know Go, Rust or Scala.",
    ),
  ).toMatchObject({
    PostgreSQL: "must",
    "Node.js": "nice",
    Java: "nice",
    Go: "nice",
    Rust: "nice",
    Scala: "nice",
  });
});

it("takes one that is an alternative here and asked for there as asked for", () => {
  expect(levelsOf("You must know Go or Rust. Go is required.")).toMatchObject({ Go: "must", Rust: "nice" });
});

it("proposes no soft skill", () => {
  expect(levelsOf("Required: Kotlin, strong communication skills and teamwork.")).toMatchObject({
    Kotlin: "must",
    Communication: "no",
    Teamwork: "no",
  });
});

it("proposes six must-haves at most: of the title first, then of what is asked", () => {
  const levels = levelsOf(
    [
      "Kafka Developer",
      "",
      "We run Redis, MySQL, Ruby, Elixir and MongoDB today, and you would work with all of them.",
      "",
      "Requirements:",
      "- PostgreSQL, Go, Docker, Kubernetes and Terraform",
    ].join("\n"),
  );
  expect(Object.values(levels).filter((level) => level === "must")).toHaveLength(6);
  for (const name of ["Kafka", "PostgreSQL", "Go", "Docker", "Kubernetes", "Terraform"])
    expect(levels, name).toMatchObject({ [levels[name] ? name : `Apache ${name}`]: "must" });
});

it("folds the countries of a region into one tag", () => {
  const hiring = proposalsOf("Backend developer. Fully remote (EU only).").filter(
    ({ group }) => group === "hiring",
  );
  expect(hiring.map(({ label }) => label)).toEqual(["The EU, 27 countries"]);
  expect(hiring[0]?.adds.hiringCountries).toHaveLength(27);
});

it("finds the lines that lead elsewhere, and cuts those that are chosen", () => {
  const text =
    "We build ledgers.\nApply at https://jobs.example.com today.\n\nMail jobs@example.com\nSee you.";
  const lines = applyLines(text);
  expect(lines.map(({ line }) => line)).toEqual([
    "Apply at https://jobs.example.com today.",
    "Mail jobs@example.com",
  ]);
  expect(withoutLines(text, new Set(lines.map(({ start }) => start)))).toBe("We build ledgers.\n\nSee you.");
});
