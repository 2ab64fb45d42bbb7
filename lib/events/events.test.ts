import { describe, expect, it } from "vitest";
import { inTransaction } from "@/db/client";
import { createCompany, createPosting, createUser } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import { record } from "./commands";
import { findEvent, listLedger } from "./queries";

const { sql } = await testDatabase();

async function createLedger() {
  const actor = await createUser();
  const { id: companyId } = await createCompany({ owner: actor });
  const { id: postingId } = await createPosting({ companyId, state: "draft" });
  return { actorId: actor.userId, companyId, postingId };
}

describe("what happened", () => {
  it("is recorded at the time of its transaction, with a job that tells those whom it concerns", async () => {
    const about = await createLedger();
    const now = await inTransaction(async (tx) => {
      await record(tx, { type: "posting.closed", ...about, data: { reason: "filled" } });
      return tx.now;
    });
    const [row] = await sql`select id::int from events where posting_id = ${about.postingId}`;
    expect(await findEvent(row?.id)).toEqual({
      id: row?.id,
      type: "posting.closed",
      at: now,
      ...about,
      applicationId: null,
      data: { reason: "filled" },
    });
    const jobs = await sql`
      select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = 'deliver-event' and (j.payload ->> 'eventId')::int = ${row?.id}`;
    expect(jobs).toHaveLength(1);
  });

  it("is recorded only if what made it happen is", async () => {
    const about = await createLedger();
    const refused = inTransaction(async (tx) => {
      await record(tx, { type: "posting.closed", ...about });
      throw new Error("Something else went wrong.");
    });
    await expect(refused).rejects.toThrow("Something else went wrong.");
    expect(await listLedger(about.postingId)).toEqual([]);
  });

  it("can be neither changed nor deleted", async () => {
    const about = await createLedger();
    await inTransaction((tx) => record(tx, { type: "posting.closed", ...about }));
    await expect(sql`update events set type = 'posting.removed'`).rejects.toThrow(/append/i);
    await expect(sql`delete from events`).rejects.toThrow(/append/i);
    expect(await listLedger(about.postingId)).toHaveLength(1);
  });

  it("is not there under an id that is none", async () => {
    expect(await findEvent(2 ** 40)).toBeNull();
  });
});

describe("the public ledger of a posting", () => {
  it("holds its published changes alone, oldest first", async () => {
    const about = await createLedger();
    const other = await createLedger();
    await inTransaction(async (tx) => {
      for (const type of [
        "posting.drafted",
        "posting.submitted",
        "posting.sent_back",
        "posting.published",
        "application.submitted",
        "posting.hidden",
        "posting.changed",
        "posting.closed",
      ] as const)
        await record(tx, { type, ...about });
      await record(tx, { type: "posting.published", ...other });
    });
    expect((await listLedger(about.postingId)).map(({ type }) => type)).toEqual([
      "posting.published",
      "posting.changed",
      "posting.closed",
    ]);
  });

  it("says nothing of who did it", async () => {
    const about = await createLedger();
    await inTransaction((tx) => record(tx, { type: "posting.published", ...about }));
    expect(JSON.stringify(await listLedger(about.postingId))).not.toContain(about.actorId);
  });
});
