import { describe, expect, it } from "vitest";
import { parseParameters } from "./criteria";
import { nameOf } from "./naming";

const labels = new Map([
  ["skill=go", "Go"],
  ["skill=kafka", "Kafka"],
  ["skill=php", "PHP"],
  ["company=acme", "Acme"],
  ["near=berlin", "Berlin"],
  ["responsibility=api-management", "API management"],
]);
const nameFor = (query: string) => nameOf(parseParameters(new URLSearchParams(query)).criteria, labels);

describe("the name of a search", () => {
  it.each([
    ["band=senior&skill=go&workplace=remote&salary=90000&currency=EUR", "Senior Go, remote, from 90,000 EUR"],
    ["skill=go&skill=kafka", "Go and Kafka"],
    ["skill=go&skill=kafka&skillMode=any&exclude=php", "Go or Kafka, without PHP"],
    ["company=acme", "Acme"],
    ["workplace=remote&workplace=hybrid&country=DE", "Remote or hybrid, in Germany"],
    ["region=nordics&country=DE", "In Germany or the Nordics"],
    ["region=dach", "In DACH"],
    ["q=ledger+payments", "“ledger payments”"],
    ["near=berlin&radius=25&employment=full-time", "Full-time, within 25 km of Berlin"],
    ["responsibility=api-management&experience=1", "API management, for 1 year of experience"],
    [
      "degree=bachelor&oncall=none&takehome=none&complete=1",
      "Degree held: bachelor’s, no on-call, no take-home, reality card complete",
    ],
    [
      "timezone=America/New_York&overlap=1&posted=7",
      "1 hour in common with America/New York, at most 7 days old",
    ],
    ["sort=salary", ""],
  ])("%s is “%s”", (query, name) => expect(nameFor(query)).toBe(name));

  it("is never longer than a name may be", () => {
    const name = nameFor(`q=${"x".repeat(180)}`);
    expect([...name]).toHaveLength(120);
    expect(name.endsWith("…")).toBe(true);
  });
});
