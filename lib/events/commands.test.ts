import { beforeEach, describe, expect, it } from "vitest";
import { inTransaction } from "@/db/client";
import { createCompany, createPosting, createUser } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import { record } from "./commands";
import type { NewEvent } from "./input";
import { findEvent } from "./queries";

const { sql } = await testDatabase();

let about: { actorId: string; companyId: string; postingId: string };
beforeEach(async () => {
  const actor = await createUser();
  const { id: companyId } = await createCompany({ owner: actor });
  const { id: postingId } = await createPosting({ companyId, state: "draft" });
  about = { actorId: actor.userId, companyId, postingId };
});

const recorded = () => sql<{ id: number; type: string }[]>`
  select id::int, type from events where posting_id = ${about.postingId} order by id`;
/** Those of the posting's events that the worker was given. */
const enqueued = async () => {
  const rows = await sql<{ type: string }[]>`
    select e.type from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id and t.identifier = 'deliver-event'
    join events e on e.id = (j.payload ->> 'eventId')::bigint
    where e.posting_id = ${about.postingId} order by e.id`;
  return rows.map(({ type }) => type);
};
const closed = (): NewEvent => ({ type: "posting.closed", ...about, data: { reason: "filled" } });

describe("what happened", () => {
  it("is recorded at the time of its transaction, with what it is about and its data", async () => {
    const now = await inTransaction(async (tx) => {
      await record(tx, closed());
      return tx.now;
    });
    const [row] = await recorded();
    expect(await findEvent(Number(row?.id))).toEqual({ id: row?.id, at: now, ...closed() });
  });

  it("is recorded several at once, in their order", async () => {
    await inTransaction((tx) =>
      record(tx, { type: "posting.submitted", ...about }, { type: "posting.published", ...about }, closed()),
    );
    expect((await recorded()).map(({ type }) => type)).toEqual([
      "posting.submitted",
      "posting.published",
      "posting.closed",
    ]);
  });

  it("is recorded only if what made it happen is, and so is its job", async () => {
    const refused = inTransaction(async (tx) => {
      await record(tx, { type: "posting.published", ...about });
      throw new Error("Something else went wrong.");
    });
    await expect(refused).rejects.toThrow("Something else went wrong.");
    expect(await recorded()).toEqual([]);
    expect(await enqueued()).toEqual([]);
  });

  it("can be neither changed nor deleted", async () => {
    await inTransaction((tx) => record(tx, closed()));
    await expect(sql`update events set type = 'posting.removed'`).rejects.toThrow(/append/i);
    await expect(sql`delete from events`).rejects.toThrow(/append/i);
    expect(await recorded()).toMatchObject([{ type: "posting.closed" }]);
  });
});

describe("the worker", () => {
  it("is given a job for each event that somebody gets a mail about, and for no other", async () => {
    await inTransaction((tx) =>
      record(
        tx,
        { type: "posting.drafted", ...about },
        { type: "posting.submitted", ...about },
        { type: "posting.sent_back", ...about },
        { type: "posting.edited", ...about },
        { type: "posting.published", ...about },
        { type: "posting.changed", ...about, data: {} },
        { type: "posting.removed", ...about },
      ),
    );
    expect(await enqueued()).toEqual(["posting.sent_back", "posting.published", "posting.removed"]);
  });

  it("is given none for what was published by an import", async () => {
    await inTransaction((tx) => record(tx, { type: "posting.published", ...about, actorId: null }));
    expect(await recorded()).toHaveLength(1);
    expect(await enqueued()).toEqual([]);
  });
});
