import { expect, it } from "vitest";
import { parseSearch } from "./criteria";
import { withStructure } from "./structure";

const said = (query: string) => withStructure(new URLSearchParams(query)).toString();

it.each([
  ["q=senior+go+remote+90k+eur", "skill=go&band=senior&workplace=remote&salary=90000&currency=EUR"],
  ["q=payments+platform&country=DE", "q=payments+platform&country=DE"],
  ["q=kafka+streams+team&skill=java&cursor=abc", "skill=java&q=team&skill=kafka-streams"],
  ["q=remote&workplace=hybrid", "workplace=hybrid&workplace=remote"],
  ["q=90k&currency=GBP", "currency=GBP&salary=90000"],
  ["salary=95.000&currency=EUR", "salary=95000&currency=EUR"],
  ["salary=95k", "salary=95000"],
  ["salary=%E2%82%AC95k", "salary=95000&currency=EUR"],
  ["salary=45%2Fh&currency=EUR", "salary=93600&currency=EUR"],
  ["salary=%E2%82%AC95k&currency=USD", "salary=%E2%82%AC95k&currency=USD"],
  ["salary=lots", "salary=lots"],
  ["q=go+to+market", "q=go+to+market"],
  ["q=", "q="],
  [`q=${"go+".repeat(100)}`, `q=${"go+".repeat(100)}`],
])("%j means %j", (query, meant) => expect(said(query)).toBe(meant));

it("the parser of searches reads it so everywhere", () => {
  const { criteria } = parseSearch(new URLSearchParams("q=junior python"));
  expect([criteria.q, criteria.skill, criteria.band]).toEqual([undefined, ["python"], ["entry"]]);
});

it("pay that contradicts its currency, or is none, is a fault that says how to write it", () => {
  for (const query of ["salary=€95k&currency=USD", "salary=lots"]) {
    const { criteria, faults } = parseSearch(new URLSearchParams(query));
    expect(criteria.salary).toBeUndefined();
    expect(faults).toEqual([{ path: "salary", message: expect.stringContaining("like 85,000 or 85k") }]);
  }
});
