import { expect, test } from "vitest";
import { feeds } from "@/app/feeds/_parts/feeds";
import { testDatabase } from "@/db/testing";
import { api } from "../v1/_parts/api";

await testDatabase();

const from = { Origin: "https://widget.example" };
const preflight = (method: string) => ({
  method: "OPTIONS",
  headers: {
    ...from,
    "Access-Control-Request-Method": method,
    "Access-Control-Request-Headers": "content-type",
  },
});

test.each([
  ["/api/v1/tag", "POST", "POST"],
  ["/api/v1/match", "POST", "POST"],
  ["/api/v1/postings", "GET", "GET,HEAD"],
])("a page of another site may ask %s by %s", async (path, method, allowed) => {
  const { status, headers } = await api.request(path, preflight(method));
  expect(status).toBe(204);
  expect(headers.get("access-control-allow-origin")).toBe("*");
  expect(headers.get("access-control-allow-methods")).toBe(allowed);
  expect(headers.get("access-control-allow-headers")).toMatch(/content-type/i);
  expect(headers.get("access-control-allow-credentials")).toBeNull();
});

test.each([
  ["an answer", () => api.request("/api/v1/postings?limit=1", { headers: from }), 200],
  ["a refusal", () => api.request("/api/v1/postings?band=wizard", { headers: from }), 400],
  ["an unknown address", () => api.request("/api/v1/nothing", { headers: from }), 404],
  ["a wrong method", () => api.request("/api/v1/tag", { headers: from }), 405],
  ["a feed", () => feeds.request("/feeds/postings.json", { headers: from }), 200],
  ["the feed of every posting", () => feeds.request("/feeds/indeed.xml", { headers: from }), 200],
  ["a feed's refusal", () => feeds.request("/feeds/postings.rss?band=wizard", { headers: from }), 400],
])("a page of another site may read %s", async (_, ask, status) => {
  const answer = await ask();
  expect(answer.status).toBe(status);
  expect(answer.headers.get("access-control-allow-origin")).toBe("*");
  expect(answer.headers.get("access-control-expose-headers")).toContain("RateLimit");
  if (status === 200) expect(await answer.text()).not.toBe("");
});

test("the same whoever asks, so that one answer serves all", async () => {
  const answer = await api.request("/api/v1/skills?limit=1");
  expect(answer.headers.get("access-control-allow-origin")).toBe("*");
  expect(answer.headers.get("vary") ?? "").not.toMatch(/origin/i);
});
