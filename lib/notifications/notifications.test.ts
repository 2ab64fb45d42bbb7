import { beforeEach, describe, expect, it } from "vitest";
import { createApplication, createCompany, createPosting, createUser } from "@/db/factories";
import { moveClock, testDatabase } from "@/db/testing";
import { moveApplication } from "@/lib/applications/commands/move";
import type { Actor } from "@/lib/auth/input";
import { present } from "@/lib/present";
import { sendBundles } from "./bundles";
import { chooseMails, readNotifications, stopMails } from "./commands";
import { deliverEvent } from "./deliver";
import { findStoppable } from "./queries/links";
import { countNews, listNotifications } from "./queries/news";
import { dueAt } from "./rules";
import { isStopToken, makeMailsToken, readMailsToken } from "./tokens";

const { sql } = await testDatabase();

let owner: Actor;
let candidate: Actor;
let companyId: string;
beforeEach(async () => {
  await moveClock(sql, "0");
  [owner, candidate] = [await createUser(), await createUser()];
  companyId = (await createCompany({ owner })).id;
});

/** Something that the candidate is told of: an application to a posting of its own is moved. */
async function happen() {
  const { id: postingId } = await createPosting({ companyId });
  const { id } = await createApplication({ postingId, companyId, candidate });
  await moveApplication(owner, { id, from: "submitted", to: "screening", message: "" });
  const [event] = await sql<{ id: number }[]>`
    select id::int from events where application_id = ${id} and type = 'application.moved'`;
  const eventId = present(event).id;
  await deliverEvent({ eventId });
  await deliverEvent({ eventId });
  return id;
}
type Mail = { subject: string; items?: { url: string }[]; stop?: { postUrl: string } };
const mailsTo = async (actor: Actor) =>
  (
    await sql<{ mail: Mail }[]>`
      select payload as mail from graphile_worker._private_jobs where payload ->> 'to' = ${actor.email} order by id`
  ).map(({ mail }) => mail);
const told = async () => (await listNotifications(candidate)).notifications;
const bundle = async () => {
  await Promise.all([sendBundles(), sendBundles(), sendBundles()]);
};

describe("what happens", () => {
  it("is on the page once, unread until it is read, and leads to its page", async () => {
    const id = await happen();
    expect(await told()).toMatchObject([{ path: `/applications/${id}`, readAt: null }]);
    expect(await countNews(candidate)).toMatchObject({ hasUnread: true });
    const upTo = present((await told())[0]).id;
    await readNotifications(owner, { upTo });
    expect(await countNews(candidate)).toMatchObject({ hasUnread: true });
    await readNotifications(candidate, { upTo });
    expect(await countNews(candidate)).toMatchObject({ hasUnread: false });
    expect(await mailsTo(candidate)).toHaveLength(1);
  });

  it("is mailed daily in one mail, or not at all, as its reader chose", async () => {
    await chooseMails(candidate, { answers: "daily" });
    await happen();
    await happen();
    expect(await mailsTo(candidate)).toEqual([]);
    await bundle();
    expect(await mailsTo(candidate)).toEqual([]);
    await moveClock(sql, "25 hours");
    await bundle();
    await bundle();
    const [mail, ...others] = await mailsTo(candidate);
    expect(others).toEqual([]);
    expect(mail?.subject).toBe("2 notifications from Backplane");
    expect(mail?.items).toHaveLength(2);

    await chooseMails(candidate, { answers: "never" });
    await happen();
    await moveClock(sql, "60 hours");
    await bundle();
    expect(await mailsTo(candidate)).toHaveLength(1);
    expect(await told()).toHaveLength(3);
  });

  it("comes in one mail from the eleventh on, where many happen at once", async () => {
    for (let i = 0; i < 13; i++) await happen();
    expect(await mailsTo(candidate)).toHaveLength(10);
    await moveClock(sql, "11 minutes");
    await bundle();
    const mails = await mailsTo(candidate);
    expect(mails).toHaveLength(11);
    expect(mails.at(-1)?.items).toHaveLength(3);
  });
});

describe("the link in a mail", () => {
  it("stops mails of its kind alone, with one click, and no other link does", async () => {
    await happen();
    const [mail] = await mailsTo(candidate);
    const token = present(mail?.stop?.postUrl.split("/").at(-1));
    expect([isStopToken(token), readMailsToken(token)]).toEqual([
      true,
      { userId: candidate.userId, kind: "answers" },
    ]);
    expect(await findStoppable(token)).toEqual({ of: "mails", kind: "answers", isOn: true });
    expect(await stopMails(token)).toBe("mails");
    expect(await findStoppable(token)).toMatchObject({ isOn: false });
    await happen();
    expect(await mailsTo(candidate)).toHaveLength(1);
    const other = makeMailsToken({ userId: owner.userId, kind: "answers" });
    expect(readMailsToken(other.replace(owner.userId, candidate.userId))).toBeNull();
    expect(await findStoppable(makeMailsToken({ userId: candidate.userId, kind: "messages" }))).toMatchObject(
      { isOn: true },
    );
  });
});

it("the mail of the day goes out at seven in the morning, UTC", () => {
  expect(dueAt("daily", 0, new Date("2026-03-01T06:59:00Z"))).toEqual(new Date("2026-03-01T07:00:00Z"));
  expect(dueAt("daily", 0, new Date("2026-03-01T07:00:00Z"))).toEqual(new Date("2026-03-02T07:00:00Z"));
  expect([dueAt("now", 9, new Date()), dueAt("never", 0, new Date())]).toEqual([null, undefined]);
});
