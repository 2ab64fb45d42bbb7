import { and, eq, like } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { inTransaction } from "@/db/client";
import { createCompany, createPosting, createUser } from "@/db/factories";
import { events } from "@/db/schema/events";
import { savedSearches } from "@/db/schema/saved";
import { testDatabase } from "@/db/testing";
import type { Actor } from "@/lib/auth/input";
import { startBoard } from "@/lib/board/start";
import { findSavedSearch, listSavedSearches } from "../queries/searches";
import { renumberLive } from "./live";
import { changeSearch, deleteSearch, saveSearch, seeSearch, stopAlerts } from "./searches";

const { db } = await testDatabase();

describe("a saved search", () => {
  let actor: Actor;
  let stranger: Actor;
  let company: { id: string; slug: string; name: string };
  beforeAll(async () => {
    [actor, stranger] = [await createUser(), await createUser()];
    company = await createCompany();
  });
  const kindsOf = async (who: Actor) => {
    const rows = await db
      .select({ type: events.type })
      .from(events)
      .where(and(eq(events.actorId, who.userId), like(events.type, "search.%")))
      .orderBy(events.id);
    return rows.map(({ type }) => type);
  };

  it("is kept by its filters, once, with a name made of them", async () => {
    const { id } = await saveSearch(actor, { criteria: "skill=golang&band=senior&sort=salary&nonsense=1" });
    const again = await saveSearch(actor, {
      criteria: "band=senior&skill=go",
      name: "Mine",
      frequency: "weekly",
    });
    expect(again.id).toBe(id);
    expect(await listSavedSearches(actor)).toMatchObject([
      {
        id,
        name: "Senior Go",
        criteria: "skill=go&band=senior",
        frequency: "daily",
        minMatch: null,
        live: 0,
        fresh: 0,
      },
    ]);
    expect(await findSavedSearch(actor, "skill=go&band=senior")).toMatchObject({ id });
    expect(await kindsOf(actor)).toEqual(["search.saved"]);
    await saveSearch(actor, { criteria: "band=senior&skill=go", minMatch: 70 });
    expect((await listSavedSearches(actor))[0]).toMatchObject({ minMatch: 70 });
  });

  it("without anything asked is refused", async () => {
    for (const criteria of ["", "sort=newest", "skill=no-such-skill"])
      await expect(saveSearch(actor, { criteria })).rejects.toMatchObject({ code: "invalid" });
  });

  it("is another one for another person, and nobody else's to change, see or delete", async () => {
    const { id } = await saveSearch(actor, { criteria: "skill=kafka", name: "Queues" });
    expect((await saveSearch(stranger, { criteria: "skill=kafka" })).id).not.toBe(id);
    const before = await db.select().from(savedSearches).where(eq(savedSearches.id, id));
    await expect(
      changeSearch(stranger, { id, name: "Theirs", frequency: "never", minMatch: 1 }),
    ).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(seeSearch(stranger, { id })).rejects.toMatchObject({ code: "not_found" });
    await deleteSearch(stranger, { id });
    expect(await db.select().from(savedSearches).where(eq(savedSearches.id, id))).toEqual(before);
  });

  it("is renamed, timed and deleted, each with its event, and twice is safe", async () => {
    const { id } = await saveSearch(actor, { criteria: "skill=redis" });
    const had = (await kindsOf(actor)).length;
    await changeSearch(actor, { id, name: "Caches", frequency: "weekly", minMatch: 60 });
    expect(await findSavedSearch(actor, "skill=redis")).toEqual({ id, frequency: "weekly", minMatch: 60 });
    await deleteSearch(actor, { id });
    await deleteSearch(actor, { id });
    expect(await findSavedSearch(actor, "skill=redis")).toBeNull();
    expect((await kindsOf(actor)).slice(had)).toEqual(["search.changed", "search.deleted"]);
  });

  it("counts what is live, and what went live since its owner looked, by the board and by SQL", async () => {
    const criteria = `company=${company.slug}`;
    await createPosting({ companyId: company.id });
    const { id } = await saveSearch(actor, { criteria });
    const read = async () => {
      const found = (await listSavedSearches(actor)).find((one) => one.id === id);
      return [found?.live, found?.fresh, found?.name];
    };
    const figures = async () => {
      const bySql = await read();
      const { loaded, stop } = startBoard();
      await loaded;
      expect(await read()).toEqual(bySql);
      await stop();
      return bySql;
    };
    expect(await figures()).toEqual([1, 0, company.name]);
    await createPosting({ companyId: company.id });
    // Before the worker has numbered it, and after.
    expect(await figures()).toEqual([2, 1, company.name]);
    await inTransaction(renumberLive);
    expect(await figures()).toEqual([2, 1, company.name]);
    expect(await seeSearch(actor, { id })).toEqual({ criteria });
    expect(await figures()).toEqual([2, 0, company.name]);
  });

  it("that names what is in no list any more says so, and finds nothing instead of everything", async () => {
    const gone = await createCompany();
    await saveSearch(stranger, { criteria: `company=${gone.slug}` });
    await db
      .update(savedSearches)
      .set({ criteria: "company=gone-for-good" })
      .where(
        and(eq(savedSearches.userId, stranger.userId), eq(savedSearches.criteria, `company=${gone.slug}`)),
      );
    const found = (await listSavedSearches(stranger)).find(
      ({ criteria }) => criteria === "company=gone-for-good",
    );
    expect(found).toMatchObject({ live: null, fresh: null, faults: [{ path: "company" }] });
  });

  it("sends no more mails once they were stopped by its token", async () => {
    const { id } = await saveSearch(actor, { criteria: "skill=php" });
    await stopAlerts(id);
    await stopAlerts(id);
    expect(await findSavedSearch(actor, "skill=php")).toMatchObject({ frequency: "never" });
    expect((await kindsOf(actor)).filter((type) => type === "search.alerts_stopped")).toHaveLength(1);
  });

  it("is one of fifty, also where eight are saved at once", async () => {
    const keen = await createUser();
    for (let years = 1; years <= 46; years++) await saveSearch(keen, { criteria: `experience=${years}` });
    const tries = await Promise.allSettled(
      Array.from({ length: 8 }, (_, i) => saveSearch(keen, { criteria: `posted=${i + 1}` })),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(4);
    for (const refused of tries.filter((one) => one.status === "rejected"))
      expect(refused.reason).toMatchObject({ code: "conflict" });
    await saveSearch(keen, { criteria: "experience=1" });
    expect(await listSavedSearches(keen)).toHaveLength(50);
  });
});
