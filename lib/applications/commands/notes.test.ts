import { beforeAll, describe, expect, it } from "vitest";
import { addMember, createApplication, createCompany, createPosting, createUser } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import type { Actor } from "@/lib/auth/input";
import { formRecord } from "@/lib/forms/changes";
import { deliverEvent } from "@/lib/notifications/deliver";
import { tagsForm } from "../form";
import { TagApplication } from "../input";
import { listColleagues, listNotes, listTags } from "../queries/notes";
import { tagApplication, writeNote } from "./notes";

const { sql } = await testDatabase();

let owner: Actor;
let reviewer: Actor;
let others: Actor[];
let id: string;
let companyId: string;
beforeAll(async () => {
  [owner, reviewer] = [await createUser({ name: "Olga Owner" }), await createUser({ name: "Rita Reviewer" })];
  companyId = (await createCompany({ owner })).id;
  await addMember(companyId, reviewer, "reviewer");
  const stranger = await createUser();
  await createCompany({ owner: stranger });
  const candidate = await createUser();
  const posting = await createPosting({ companyId });
  id = (await createApplication({ postingId: posting.id, companyId, candidate })).id;
  others = [stranger, candidate];
});

describe("notes", () => {
  it("are written and read by members of any role, and tell by mail those who are mentioned", async () => {
    await writeNote(reviewer, { id, text: "Strong in ledgers.", mentioned: [owner.userId] });
    expect(await listNotes(owner, id)).toMatchObject([
      { text: "Strong in ledgers.", writer: "Rita Reviewer" },
    ]);
    const [event] = await sql<{ id: number }[]>`select id::int from events where type = 'application.noted'`;
    await deliverEvent({ eventId: event?.id ?? 0 });
    const mails = await sql`
      select payload ->> 'to' as to, payload ->> 'subject' as subject from graphile_worker._private_jobs
      where payload ->> 'key' like ${`event-${event?.id}-%`}`;
    expect(mails).toMatchObject([
      { to: owner.email, subject: expect.stringContaining("Rita Reviewer mentioned you") },
    ]);
    expect(await listColleagues(reviewer, companyId)).toEqual([{ id: owner.userId, name: "Olga Owner" }]);
  });

  it("are for members alone, and mention members alone", async () => {
    for (const other of others) {
      await expect(writeNote(other, { id, text: "Hi", mentioned: [] })).rejects.toMatchObject({
        code: "not_found",
      });
      await expect(tagApplication(other, { id, tags: ["mine"] })).rejects.toMatchObject({
        code: "not_found",
      });
      await expect(writeNote(owner, { id, text: "Hi", mentioned: [other.userId] })).rejects.toMatchObject({
        fields: [{ path: "mentioned" }],
      });
      expect(await listNotes(other, id)).toEqual([]);
      expect((await listTags(other, [id])).size).toBe(0);
      expect(await listColleagues(other, companyId)).toEqual([]);
    }
  });
});

describe("tags", () => {
  it("are set together, each once, and not over the change of another member", async () => {
    const { tags } = TagApplication.parse({ id, tags: "Relocation, second round,relocation ," });
    expect(tags).toEqual(["relocation", "second round"]);
    const { version } = formRecord(tagsForm([]));
    await tagApplication(owner, { id, tags }, version);
    expect((await listTags(reviewer, [id])).get(id)).toEqual(tags);
    await expect(tagApplication(reviewer, { id, tags: ["other"] }, version)).rejects.toMatchObject({
      code: "conflict",
    });
    await tagApplication(reviewer, { id, tags: [] });
    expect((await listTags(owner, [id])).size).toBe(0);
    expect(TagApplication.safeParse({ id, tags: "a,b,c,d,e,f,g,h,i,j,k" }).success).toBe(false);
  });
});
