import type { IncomingMessage } from "node:http";
import { beforeAll, expect, it } from "vitest";
import { createCompany, createPosting } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import { searchCounter } from "./searches";

const { sql } = await testDatabase();
beforeAll(async () => {
  await createPosting({ companyId: (await createCompany()).id, title: "Ledger Developer" });
});

const person = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
const request = (url: string, from = "203.0.113.7", agent = person) =>
  ({
    method: "GET",
    url,
    headers: { "x-forwarded-for": from, "user-agent": agent },
  }) as unknown as IncomingMessage;

it("counts what people search for and nothing knows, once a look for each of them", async () => {
  const counter = searchCounter();
  counter.count(request("/jobs?q=ledger+python+berlin+remote+quarkstream"));
  counter.count(request("/jobs?q=ledger+python+berlin+remote+quarkstream"));
  counter.count(request("/jobs?q=quarkstream", "203.0.113.8"));
  counter.count(request("/jobs?q=robotword", "203.0.113.8", "Googlebot/2.1"));
  counter.count(request("/companies?q=elsewhere"));
  await counter.save();
  expect(await sql`select name, source, count from unknown_names`).toEqual([
    { name: "quarkstream", source: "search", count: 2 },
  ]);
});
