import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { inTransaction } from "@/db/client";
import { createCompany, createPosting, createUser } from "@/db/factories";
import { events } from "@/db/schema/events";
import { testDatabase } from "@/db/testing";
import { saveSearch } from "@/lib/saved/commands/searches";
import { answerAlert, noteTold } from "./commands";
import { countTold, findTold, listTold } from "./queries/told";

const { db } = await testDatabase();

describe("what an alert told of", () => {
  it("is answered by whom it told, as often as they like, and by nobody else", async () => {
    const [actor, stranger] = [await createUser(), await createUser()];
    const company = await createCompany();
    const [one, two] = [
      await createPosting({ companyId: company.id, title: "One" }),
      await createPosting({ companyId: company.id, title: "Two" }),
    ];
    const { id } = await saveSearch(actor, { criteria: `company=${company.slug}` });
    const note = (...ids: string[]) =>
      inTransaction((tx) => noteTold(tx, { userId: actor.userId, savedSearchId: id }, ids));
    expect(await note(one.id, two.id)).toEqual(new Set([one.id, two.id]));
    expect(await note(two.id)).toEqual(new Set());

    await answerAlert(actor, { postingId: one.id, relevant: "yes" });
    await answerAlert(actor, { postingId: one.id, relevant: "no" });
    await answerAlert(actor, { postingId: one.id, relevant: "no" });
    await expect(answerAlert(stranger, { postingId: two.id, relevant: "yes" })).rejects.toMatchObject({
      code: "not_found",
    });

    expect(await findTold(actor, one.id)).toMatchObject({ title: "One", relevant: false });
    expect(await findTold(stranger, one.id)).toBeNull();
    expect((await listTold(actor)).map(({ title, relevant }) => [title, relevant]).sort()).toEqual([
      ["One", false],
      ["Two", null],
    ]);
    expect(await countTold(actor)).toEqual(new Map([[id, { told: 2, answered: 1, relevant: 0 }]]));
    expect(await countTold(stranger)).toEqual(new Map());
    const answers = await db
      .select({ data: events.data })
      .from(events)
      .where(and(eq(events.type, "alert.answered"), eq(events.postingId, one.id)))
      .orderBy(events.id);
    expect(answers.map(({ data }) => data.relevant)).toEqual(["yes", "no", "no"]);
  });
});
