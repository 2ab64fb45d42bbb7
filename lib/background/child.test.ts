import { expect, it } from "vitest";
import { type PostingReading, readPosting } from "@/lib/reading/posting";
import { inChildProcess } from "./child";

const readApart = inChildProcess<[text: string], PostingReading>("lib/reading/posting.ts", "readPosting");
const text = (pay: number) => `Senior Go Developer, remote in Germany, €${pay},000 a year. You know Kafka.`;

it("gives what the function itself gives, call by call", async () => {
  const pays = [60, 70, 80, 90];
  expect(await Promise.all(pays.map((pay) => readApart(text(pay))))).toEqual(
    pays.map((pay) => readPosting(text(pay))),
  );
});

it("refuses a call that breaks its process, and answers the next one", async () => {
  const broken = inChildProcess<[text: string], string>("lib/reading/posting.ts", "noSuchFunction");
  const [refused, read] = await Promise.allSettled([broken("x"), readApart(text(60))]);
  expect(refused).toMatchObject({ status: "rejected", reason: { code: "unavailable" } });
  expect(read).toMatchObject({ status: "fulfilled", value: { salary: { min: 60_000 } } });
});

it("refuses calls when too many wait, and serves those that do", async () => {
  const outcomes = await Promise.allSettled(Array.from({ length: 60 }, () => readApart(text(75))));
  const refused = outcomes.filter(({ status }) => status === "rejected");
  expect(refused.length).toBeGreaterThan(0);
  expect(refused[0]).toMatchObject({ reason: { code: "unavailable" } });
  expect(outcomes.filter(({ status }) => status === "fulfilled").length).toBeGreaterThanOrEqual(32);
});
