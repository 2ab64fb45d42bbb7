import { and, eq, like } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { createCompany, createPosting, createUser, daysAgo } from "@/db/factories";
import { events } from "@/db/schema/events";
import { postings } from "@/db/schema/postings";
import { testDatabase } from "@/db/testing";
import { isHiddenFrom, listHidden, listHiddenAmong } from "../queries/hidden";
import { hidePosting, showPosting } from "./hidden";

const { db } = await testDatabase();

describe("a posting that a candidate hides", () => {
  it("is hidden from them alone until they want it back, and twice is safe", async () => {
    const [actor, other] = [await createUser(), await createUser()];
    const { id: companyId, name } = await createCompany();
    const { id: postingId } = await createPosting({ companyId, title: "Hidden" });
    const { id: shown } = await createPosting({ companyId });
    await hidePosting(actor, { postingId });
    await hidePosting(actor, { postingId });
    await showPosting(other, { postingId });

    expect(await listHidden(actor)).toMatchObject([{ id: postingId, title: "Hidden", companyName: name }]);
    expect(await listHidden(other)).toEqual([]);
    expect(await listHiddenAmong(actor, [postingId, shown])).toEqual(new Set([postingId]));
    expect(await listHiddenAmong(other, [postingId, shown])).toEqual(new Set());
    const hiddenFrom = ({ userId }: typeof actor) =>
      db.select({ id: postings.id }).from(postings).where(isHiddenFrom(userId));
    expect(await hiddenFrom(actor)).toEqual([{ id: postingId }]);
    expect(await hiddenFrom(other)).toEqual([]);

    await showPosting(actor, { postingId });
    await showPosting(actor, { postingId });
    expect(await listHidden(actor)).toEqual([]);
    const rows = await db
      .select({ type: events.type })
      .from(events)
      .where(and(eq(events.actorId, actor.userId), like(events.type, "posting.%")))
      .orderBy(events.id);
    expect(rows.map(({ type }) => type)).toEqual(["posting.hidden", "posting.shown"]);
  });

  it("was there to be seen: of others nothing is learned", async () => {
    const actor = await createUser();
    const { id: companyId } = await createCompany();
    for (const given of [{ state: "draft" as const }, { frozenAt: daysAgo(1) }]) {
      const { id: postingId } = await createPosting({ companyId, ...given });
      await expect(hidePosting(actor, { postingId })).rejects.toMatchObject({ code: "not_found" });
    }
    expect(await listHidden(actor)).toEqual([]);
  });
});
