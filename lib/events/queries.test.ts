import { describe, expect, it } from "vitest";
import { inTransaction } from "@/db/client";
import { createCompany, createPosting, createUser } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import { record } from "./commands";
import { findEvent, listLedger } from "./queries";

const { sql } = await testDatabase();

async function createSubject() {
  const actor = await createUser();
  const { id: companyId } = await createCompany({ owner: actor });
  const { id: postingId } = await createPosting({ companyId, state: "draft" });
  return { actorId: actor.userId, companyId, postingId };
}

describe("an event", () => {
  it("is null under an id that none has", async () => {
    expect(await findEvent(2 ** 40)).toBeNull();
  });

  it.each([
    ["of a type that does not exist", "posting.vanished", {}],
    ["without what events of its type are about", "company.created", {}],
    ["without the data of its type", "search.seen", {}],
    ["with other data than its type has", "search.seen", { savedSearchId: 7 }],
  ])("%s is not read", async (_, type, data) => {
    const [event] = await sql<{ id: number }[]>`
      insert into events (type, at, data) values (${type}, now(), ${sql.json(data)}) returning id::int`;
    await expect(findEvent(Number(event?.id))).rejects.toThrow();
  });
});

describe("the public ledger of a posting", () => {
  it("holds its published changes alone, oldest first", async () => {
    const about = await createSubject();
    const other = await createSubject();
    await inTransaction((tx) =>
      record(
        tx,
        { type: "posting.drafted", ...about },
        { type: "posting.submitted", ...about },
        { type: "posting.sent_back", ...about },
        { type: "posting.published", ...about },
        { type: "posting.hidden", actorId: about.actorId, postingId: about.postingId },
        { type: "posting.changed", ...about, data: {} },
        { type: "posting.published", ...other },
        { type: "posting.closed", ...about, data: { reason: "withdrawn" } },
      ),
    );
    expect(await listLedger(about.postingId)).toMatchObject([
      { type: "posting.published" },
      { type: "posting.changed", data: {} },
      { type: "posting.closed", data: { reason: "withdrawn" } },
    ]);
  });

  it("does not say who did it", async () => {
    const about = await createSubject();
    await inTransaction((tx) => record(tx, { type: "posting.published", ...about }));
    const ledger = await listLedger(about.postingId);
    expect(ledger).toHaveLength(1);
    expect(JSON.stringify(ledger)).not.toContain(about.actorId);
  });
});
