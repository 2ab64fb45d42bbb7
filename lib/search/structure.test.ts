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
  ["q=go+to+market", "q=go+to+market"],
  ["q=", "q="],
  [`q=${"go+".repeat(100)}`, `q=${"go+".repeat(100)}`],
])("%j means %j", (query, meant) => expect(said(query)).toBe(meant));

it("the parser of searches reads it so everywhere", () => {
  const { criteria } = parseSearch(new URLSearchParams("q=junior python"));
  expect([criteria.q, criteria.skill, criteria.band]).toEqual([undefined, ["python"], ["entry"]]);
});
