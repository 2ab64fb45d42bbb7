import { beforeAll, describe, expect, it } from "vitest";
import { listen } from "@/db/client";
import { createCompany, createPosting } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import { forgetChanges } from "./commands";
import { Keeper } from "./keeper";

const { sql } = await testDatabase();
let companyId: string;

beforeAll(async () => {
  companyId = (await createCompany()).id;
  await createPosting({ companyId });
});

/** Runs `work` while nobody can read what changed. */
async function whileBlind(work: () => Promise<void>) {
  let release: () => void = () => {};
  const isHeld = new Promise<void>((held) => {
    void sql.begin(async (tx) => {
      await tx`lock table posting_changes in access exclusive mode`;
      held();
      await new Promise<void>((resolve) => {
        release = resolve;
      });
    });
  });
  await isHeld;
  await work().finally(release);
}

describe("a board", () => {
  it("that is not loaded leaves the answer to SQL, and is loaded meanwhile", async () => {
    const keeper = new Keeper();
    expect(await keeper.current()).toBeNull();
    await keeper.load();
    expect(await keeper.current()).toMatchObject({ board: { size: 1 }, age: 0 });
  });

  it("that is behind leaves the answer to SQL while there are few postings", async () => {
    const keeper = new Keeper();
    await keeper.load();
    await whileBlind(async () => expect(await keeper.current()).toBeNull());
    expect(await keeper.current()).toMatchObject({ age: 0 });
  });

  it("that is behind with many answers with its age, and not beyond ten seconds", async () => {
    const many = new Keeper({ mostForSql: 0, patience: 50, oldest: 10_000 });
    await many.load();
    const old = new Keeper({ mostForSql: 0, patience: 50, oldest: 10 });
    await old.load();
    await whileBlind(async () => {
      const behind = await many.current();
      expect(behind).toMatchObject({ board: { size: 1 } });
      expect(behind?.age).toBeGreaterThan(0);
      await expect(old.current()).rejects.toMatchObject({ code: "unavailable" });
    });
  });

  it("is waited for at first, however few postings there are", async () => {
    const few = new Keeper();
    const many = new Keeper({ mostForSql: 0, patience: 50, oldest: 10_000 });
    expect(await Promise.all([few.isReady(), many.isReady()])).toEqual([false, false]);
    await Promise.all([few.load(), many.load()]);
    expect(await Promise.all([few.isReady(), many.isReady()])).toEqual([true, true]);
  });

  it("that cannot be loaded is done without where there are few enough postings", async () => {
    const few = new Keeper();
    const many = new Keeper({ mostForSql: 0, patience: 50, oldest: 10_000 });
    await sql`alter table posting_changes rename to away`;
    try {
      for (const keeper of [few, many]) await expect(keeper.load()).rejects.toThrow();
      expect(await Promise.all([few.isReady(), many.isReady()])).toEqual([true, false]);
    } finally {
      await sql`alter table away rename to posting_changes`;
    }
  });
});

it("who listens hears of a posting that is published", async () => {
  let hear = () => {};
  const heard = new Promise<void>((resolve) => {
    hear = resolve;
  });
  const { stop } = await listen("posting_changes", () => hear());
  await createPosting({ companyId });
  await heard;
  await stop();
});

it("changes are forgotten after a day", async () => {
  await sql`update posting_changes set at = now() - interval '25 hours'`;
  await createPosting({ companyId });
  await forgetChanges();
  const rows = await sql`select distinct at > now() - interval '1 hour' as fresh from posting_changes`;
  expect([...rows]).toEqual([{ fresh: true }]);
});
