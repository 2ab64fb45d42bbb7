import { expect, it } from "vitest";
import { urlOf } from "./url";

it("reads letters of every script, however often it was asked before", () => {
  for (let i = 0; i < 200_000; i++) urlOf(`https://example.com/${i % 7}`);
  expect(urlOf("https://bücher.example")?.host).toBe("xn--bcher-kva.example");
  expect(urlOf("/jobs?q=büro", "http://localhost")?.pathname).toBe("/jobs");
  expect(urlOf("no address")).toBeNull();
});
