import { expect, it } from "vitest";
import { parseQuery, type Query } from "./query";

const nothing: Query = {
  skill: [],
  band: [],
  workplace: [],
  employment: [],
  country: [],
  region: [],
  experience: null,
  salary: null,
  currency: null,
  words: "",
};

it.each<[string, Partial<Query>]>([
  [
    "senior go remote 90k eur",
    { skill: ["go"], band: ["senior"], workplace: ["remote"], salary: 90_000, currency: "EUR" },
  ],
  ["go to market", { words: "go to market" }],
  ["go", { skill: ["go"] }],
  ["go developer", { skill: ["go"], words: "developer" }],
  ["backend in go", { skill: ["go"], words: "backend in" }],
  ["in spring", { words: "in spring" }],
  ["rust belt", { words: "rust belt" }],
  ["swift delivery", { words: "swift delivery" }],
  ["k8s golang", { skill: ["kubernetes", "go"] }],
  [
    "c# .net onsite €80,000",
    { skill: ["csharp", "dotnet"], workplace: ["onsite"], salary: 80_000, currency: "EUR" },
  ],
  ["ruby on rails full time", { skill: ["rails"], employment: ["full-time"] }],
  ["react native", { skill: ["react-native"] }],
  [
    "junior python developer united states",
    { skill: ["python"], band: ["entry"], country: ["US"], words: "developer" },
  ],
  ["node.js germany 5 years", { skill: ["nodejs"], country: ["DE"], experience: 5 }],
  ['"go to market" senior', { band: ["senior"], words: '"go to market"' }],
  ["postgres -php", { skill: ["postgresql"], words: "-php" }],
  ["java or kotlin", { words: "java or kotlin" }],
  ["100000", { salary: 100_000 }],
  ["55-75k", { salary: 55_000 }],
  ["70-95k eur", { salary: 70_000, currency: "EUR" }],
  ["$110k-$140k", { salary: 110_000, currency: "USD" }],
  [">95k", { salary: 95_000 }],
  ["over 95k remote", { salary: 95_000, workplace: ["remote"] }],
  ["95k+", { salary: 95_000 }],
  ["95.000 eur", { salary: 95_000, currency: "EUR" }],
  ["$55/hour", { salary: 114_400, currency: "USD" }],
  ["450 eur per day", { salary: 117_000, currency: "EUR" }],
  ["450 eur a day", { salary: 117_000, currency: "EUR" }],
  ["3500 gbp a month", { salary: 42_000, currency: "GBP" }],
  ["5500 eur month", { salary: 66_000, currency: "EUR" }],
  ["14 lpa", { salary: 1_400_000, currency: "INR" }],
  ["4 days a week", { words: "4 days a week" }],
  ["go eu", { skill: ["go"], region: ["eu"] }],
  ["remote latin america", { workplace: ["remote"], region: ["latam"] }],
  ["rust Eastern Europe or", { region: ["cee"], skill: ["rust"], words: "or" }],
  ["south africa", { country: ["ZA"] }],
  ["pan-european", { words: "pan-european" }],
  ["georgia", { words: "georgia" }],
  ["", {}],
])("%j", (line, said) => {
  expect(parseQuery(line)).toEqual({ ...nothing, ...said });
});
