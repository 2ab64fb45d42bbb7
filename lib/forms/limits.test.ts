import { describe, expect, it } from "vitest";
import { createUser, daysAgo, unique } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import { countDeed, countSeconds, countUse } from "./limits";

await testDatabase();

it("seconds of work are counted by who uses them, and those that were not needed are given back", async () => {
  const [honest, hostile] = [unique("honest"), unique("hostile")];
  const quick = async () => "read";
  for (let i = 0; i < 12; i++) expect(await countSeconds("resumeSeconds", honest, 10, quick)).toBe("read");

  let release = () => {};
  const released = new Promise<void>((done) => {
    release = done;
  });
  const readings: Promise<void>[] = [];
  for (let i = 0; i < 3; i++)
    await new Promise<void>((begun) => {
      readings.push(
        countSeconds("resumeSeconds", hostile, 10, () => {
          begun();
          return released;
        }),
      );
    });
  await expect(countUse("resumeSeconds", hostile, 10)).rejects.toMatchObject({ code: "rate_limited" });
  expect(await countSeconds("resumeSeconds", honest, 10, quick)).toBe("read");
  release();
  await Promise.all(readings);
});

it("work that fails gives its seconds back too", async () => {
  const who = unique("unlucky");
  for (let i = 0; i < 5; i++)
    await expect(
      countSeconds("resumeSeconds", who, 10, async () => {
        throw new Error("broken file");
      }),
    ).rejects.toThrow("broken file");
});

it.each([
  ["action", 120, "Try again in 60 seconds."],
  ["domainCodes", 10, "Try again in 60 minutes."],
  ["dataExport", 10, "Try again in 24 hours."],
] as const)("how long to wait is said in words that fit (%s)", async (what, points, words) => {
  const who = unique("busy");
  await countUse(what, who, points);
  await expect(countUse(what, who)).rejects.toThrow(words);
});

describe("a deed", () => {
  const done = async () => "done";
  const elsewhere = () => unique("network");

  it("is limited by account, less for one that is younger than a day, and told in words", async () => {
    const [young, old] = [await createUser(), await createUser({ createdAt: daysAgo(1.01) })];
    const doing = (actor: typeof young) => countDeed("company", { actor, address: elsewhere() }, done);
    for (let i = 0; i < 3; i++) expect(await doing(young)).toBe("done");
    await expect(doing(young)).rejects.toMatchObject({
      code: "rate_limited",
      message: "Accounts that are younger than a day can create 3 companies a day. Try again in 24 hours.",
    });
    for (let i = 0; i < 10; i++) expect(await doing(old)).toBe("done");
    await expect(doing(old)).rejects.toThrow("You can create 10 companies a day. Try again in 24 hours.");
  });

  it("is limited by network, for all accounts together, and not where a program does it", async () => {
    const address = elsewhere();
    const by = async () => ({ actor: await createUser() });
    await countDeed("company", { ...(await by()), address }, done, { points: 3 });
    for (let i = 0; i < 19; i++)
      await countDeed("company", { ...(await by()), address }, done, { points: 3 });
    const late = await by();
    await expect(countDeed("company", { ...late, address }, done)).rejects.toThrow(
      "Everybody in your network together can create 60 companies a day.",
    );
    // What the network was refused is not counted against the account.
    for (let i = 0; i < 3; i++) await countDeed("company", { ...late, address: null }, done);
  });

  it("that is refused or fails does not count, nor does the part of it that was not done", async () => {
    const actor = await createUser();
    const address = elsewhere();
    const failing = async () => {
      throw new Error("refused");
    };
    for (let i = 0; i < 5; i++)
      await expect(countDeed("posting", { actor, address }, failing)).rejects.toThrow("refused");
    for (let i = 0; i < 3; i++)
      await countDeed("posting", { actor, address }, async () => 5, { points: 10, uses: (n) => n });
    await countDeed("posting", { actor, address }, done, { points: 5 });
    await expect(countDeed("posting", { actor, address }, done)).rejects.toThrow("20 postings");
  });

  it("counts as often as is allowed when many come at once", async () => {
    const actor = await createUser();
    const all = await Promise.allSettled(
      Array.from({ length: 12 }, () => countDeed("report", { actor, address: null }, done)),
    );
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
  });
});
