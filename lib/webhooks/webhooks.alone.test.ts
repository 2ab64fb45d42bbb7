import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { inTransaction } from "@/db/client";
import {
  addMember,
  createAdmin,
  createApplication,
  createCompany,
  createPosting,
  createUser,
  unique,
} from "@/db/factories";
import { moveClock, testDatabase } from "@/db/testing";
import { moveApplication } from "@/lib/applications/commands/move";
import type { Actor } from "@/lib/auth/input";
import { suspendCompany, unsuspendCompany } from "@/lib/companies/commands/suspend";
import { startNameServer } from "@/lib/companies/testing";
import { record } from "@/lib/events/commands";
import { mergeCompany } from "@/lib/moderation/commands/merge";
import { deliverEvent } from "@/lib/notifications/deliver";
import { closePosting } from "@/lib/postings/commands/close";
import { closeCompany } from "@/lib/postings/commands/close-company";
import { present } from "@/lib/present";
import { askForDeletion } from "@/lib/privacy/commands/ask";
import { deleteAccounts } from "@/lib/privacy/commands/delete";
import { createWebhook, deleteWebhook, editWebhook, renewSecret, startWebhook } from "./commands/manage";
import { announceEvent, forgetDeliveries, sendAgain, sendTest, sendWebhook } from "./commands/send";
import type { WebhookType } from "./lists";
import { findWebhook, listWebhooks } from "./queries";
import { keptDeliveries, mostTries, mostWebhooks } from "./rules";
import { isSignedWith, receiverCertificate, receiverHost, somePublicAddress, startReceiver } from "./testing";

const { sql } = await testDatabase();
const names = await startNameServer();
names.hosts.set(receiverHost, [somePublicAddress]);
let status = 204;
const receiver = await startReceiver((_, answer) => void answer.writeHead(status).end());
process.env.DNS_SERVER = names.address;
process.env.WEBHOOK_RECEIVER = receiver.address;
process.env.WEBHOOK_RECEIVER_CA = receiverCertificate;

let owner: Actor;
let companyId: string;
let slug: string;
beforeEach(async () => {
  await moveClock(sql, "0");
  await sql`delete from graphile_worker._private_jobs`;
  receiver.received.length = 0;
  status = 204;
  owner = await createUser();
  ({ id: companyId, slug } = await createCompany({ owner, name: unique("Tallyhaven") }));
});

async function hooked(types: WebhookType[], actor = owner) {
  const id = randomUUID();
  const url = `https://${receiverHost}/backplane`;
  const { secret } = await createWebhook(actor, { companyId, id, url, types });
  return { id, companyId, secret, url, types };
}

const jobs = async (task: string) =>
  (await sql`
    select j.payload, q.queue_name as queue, round(extract(epoch from j.run_at - now()) / 60)::int as minutes
    from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id and t.identifier = ${task}
    left join graphile_worker._private_job_queues q on q.id = j.job_queue_id
    order by j.id`) as unknown as { payload: never; queue: string; minutes: number }[];

/** Does what waits in the queue of webhooks, whenever it is due, and returns what was queued in its stead. */
async function work() {
  for (const task of ["announce-event", "send-webhook"]) {
    const waiting = await jobs(task);
    await sql`delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
      where t.id = j.task_id and t.identifier = ${task}`;
    for (const { payload } of waiting)
      await (task === "announce-event" ? announceEvent(payload) : sendWebhook(payload));
  }
  return jobs("send-webhook");
}
const bodies = () => receiver.received.map(({ body }) => JSON.parse(body));

describe("an event that a webhook asks for", () => {
  it("is sent with ids, states and links, signed, and without anything about a person", async () => {
    const { id, secret } = await hooked(["posting.closed", "application.moved"]);
    const posting = await createPosting({ companyId });
    const candidate = await createUser({ name: "Zelda Quixote" });
    const application = await createApplication({
      postingId: posting.id,
      companyId,
      candidate,
      coverNote: "A secret note",
    });
    await moveApplication(owner, { id: application.id, from: "submitted", to: "screening", message: "" });
    await work();
    expect(bodies()).toEqual([
      {
        type: "application.moved",
        timestamp: expect.stringMatching(/Z$/),
        data: {
          company: slug,
          posting: {
            id: posting.id,
            externalId: null,
            state: "published",
            url: `http://localhost:3000/employer/postings/${posting.id}`,
          },
          application: {
            id: application.id,
            state: "screening",
            url: `http://localhost:3000/employer/postings/${posting.id}/applicants/${application.id}`,
          },
          from: "submitted",
          to: "screening",
        },
      },
    ]);
    const [received] = receiver.received;
    expect(received && isSignedWith(secret, received)).toBe(true);
    expect(received && isSignedWith(`whsec_${"A".repeat(43)}=`, received)).toBe(false);
    expect(JSON.stringify(receiver.received)).not.toMatch(/Zelda|secret|@/);
    const found = await findWebhook(owner, id);
    expect(found?.deliveries).toMatchObject([
      { type: "application.moved", state: "delivered", tries: [{ status: 204, fault: null }] },
    ]);
  });

  it("is sent when an account is erased with its applications, ended ones too; members are told of open ones only", async () => {
    await hooked(["application.erased"]);
    const candidate = await createUser();
    const [open, ended] = [await createPosting({ companyId }), await createPosting({ companyId })];
    const ids = [
      (await createApplication({ postingId: open.id, companyId, candidate })).id,
      (await createApplication({ postingId: ended.id, companyId, candidate, state: "rejected" })).id,
    ];
    await askForDeletion(candidate, { email: candidate.email });
    await moveClock(sql, "7 days 1 second");
    await deleteAccounts();
    await work();
    const told = new Map(bodies().map(({ data }) => [data.posting.id, data.application]));
    expect(told).toEqual(new Map([open, ended].map(({ id }, i) => [id, { id: ids[i] }])));
    const erased = await sql<{ id: number }[]>`
      select id::int from events where type = 'application.erased' and company_id = ${companyId} order by id`;
    for (const { id } of erased) await deliverEvent({ eventId: id });
    const titles = await sql`select title from notifications where user_id = ${owner.userId}`;
    expect(titles).toHaveLength(1);
  });

  it("is sent when a company closes with its postings, is suspended and shown again, and not in between", async () => {
    await hooked(["posting.closed", "posting.frozen", "company.suspended", "company.unsuspended"]);
    const admin = await createAdmin();
    const [first, second] = [await createPosting({ companyId }), await createPosting({ companyId })];
    await suspendCompany(admin, { companyId, reason: "Fees." });
    const frozen = { type: "posting.frozen", actorId: null, companyId, postingId: first.id } as const;
    await inTransaction((tx) => record(tx, frozen));
    await work();
    await unsuspendCompany(admin, { companyId });
    const { name } = present((await sql`select name from companies where id = ${companyId}`)[0]);
    await closeCompany(owner, { companyId, name, message: "We close." });
    await work();
    const told = bodies().map(({ type, data }) => `${type} ${data.posting?.id ?? ""}`.trim());
    expect(told.slice(0, 2)).toEqual(["company.suspended", "company.unsuspended"]);
    expect(new Set(told.slice(2))).toEqual(new Set([first, second].map(({ id }) => `posting.closed ${id}`)));
  });

  it("is sent to the company that another one is merged into", async () => {
    await hooked(["company.merged"]);
    const other = await createCompany({ owner: await createUser() });
    await mergeCompany(await createAdmin(), { companyId: other.id, into: slug });
    await work();
    expect(bodies()).toMatchObject([{ type: "company.merged", data: { company: slug } }]);
  });

  it("is queued only if it happened, once for each webhook, in the queue of its company", async () => {
    await hooked(["posting.closed"]);
    await hooked(["posting.closed", "posting.paused"]);
    const posting = await createPosting({ companyId });
    const closing = inTransaction(async (tx) => {
      await record(tx, {
        type: "posting.closed",
        actorId: owner.userId,
        companyId,
        postingId: posting.id,
        data: { reason: "filled" },
      });
      throw new Error("Undone.");
    });
    await expect(closing).rejects.toThrow("Undone.");
    expect(await jobs("announce-event")).toEqual([]);
    await closePosting(owner, { id: posting.id, reason: "filled", answer: "each" });
    const [job] = await jobs("announce-event");
    await announceEvent(present(job).payload);
    await announceEvent(present(job).payload);
    const queued = await jobs("send-webhook");
    expect(queued.map(({ queue }) => queue)).toEqual(Array(2).fill(`webhooks:${companyId}`));
  });

  it("is no business of a webhook of another type, company or state", async () => {
    await hooked(["posting.paused"]);
    const other = await createCompany({ owner: await createUser() });
    const posting = await createPosting({ companyId: other.id });
    const closed = { type: "posting.closed", actorId: null, data: { reason: "filled" } } as const;
    await inTransaction((tx) => record(tx, { ...closed, companyId: other.id, postingId: posting.id }));
    const own = await createPosting({ companyId });
    await inTransaction((tx) => record(tx, { ...closed, companyId, postingId: own.id }));
    expect(await jobs("announce-event")).toEqual([]);
  });
});

describe("a delivery that fails", () => {
  it("is tried again after ever longer pauses, ten times in all, under one id", async () => {
    const webhook = await hooked(["posting.closed"]);
    status = 500;
    await sendTest(owner, webhook);
    const pauses: number[] = [];
    for (let queued = await work(); queued[0]; queued = await work()) {
      pauses.push(queued[0].minutes);
      await moveClock(sql, `${pauses.reduce((sum, one) => sum + one, 0)} minutes`);
    }
    expect(receiver.received).toHaveLength(mostTries);
    expect(pauses).toEqual([1, 5, 30, 120, 300, 600, 840, 1_200, 1_440]);
    expect(new Set(receiver.received.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
    expect((await findWebhook(owner, webhook.id))?.deliveries).toMatchObject([{ state: "failed" }]);
  });

  it("stops its webhook after five days without a success, tells the owners, and goes on when it is started again", async () => {
    const webhook = await hooked(["posting.closed"]);
    status = 500;
    for (let hours = 0; hours <= 130; hours += 26) {
      await moveClock(sql, `${hours} hours`);
      owner = { ...owner, signedInAt: new Date(Date.now() + hours * 3_600_000) };
      await sendTest(owner, webhook);
      await work();
      await sql`delete from graphile_worker._private_jobs`;
    }
    const stopped = await findWebhook(owner, webhook.id);
    expect(stopped?.disabledAt).not.toBeNull();
    expect(stopped?.deliveries[0]).toMatchObject({ state: "failed" });
    const [event] =
      await sql`select id::int from events where type = 'webhook.stopped' and company_id = ${companyId}`;
    await deliverEvent({ eventId: event?.id });
    const mails = await sql`
      select payload ->> 'to' as to from graphile_worker._private_jobs where payload ->> 'key' like ${`event-${event?.id}-%`}`;
    expect(mails).toMatchObject([{ to: owner.email }]);
    await expect(sendTest(owner, webhook)).rejects.toMatchObject({ code: "conflict" });
    await startWebhook(owner, webhook);
    status = 204;
    await sendTest(owner, webhook);
    await work();
    expect(await findWebhook(owner, webhook.id)).toMatchObject({ disabledAt: null, failingSince: null });
  });

  it("can be sent again by hand", async () => {
    const webhook = await hooked(["posting.closed"]);
    await sendTest(owner, webhook);
    await work();
    const [first] = (await findWebhook(owner, webhook.id))?.deliveries ?? [];
    await sendAgain(owner, { id: webhook.id, companyId, deliveryId: first?.id ?? "" });
    await work();
    expect(bodies()).toEqual([bodies()[0], bodies()[0]]);
    expect((await findWebhook(owner, webhook.id))?.deliveries[0]?.tries).toHaveLength(2);
    await expect(
      sendAgain(owner, { id: webhook.id, companyId, deliveryId: randomUUID() }),
    ).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("its secret", () => {
  it("can be renewed, and the old one signs too for a day", async () => {
    const webhook = await hooked(["posting.closed"]);
    const { secret } = await renewSecret(owner, webhook);
    expect(secret).not.toBe(webhook.secret);
    await sendTest(owner, webhook);
    await work();
    await moveClock(sql, "25 hours");
    await sendTest(owner, webhook);
    await work();
    const signed = receiver.received.map((one) => [
      isSignedWith(webhook.secret, one),
      isSignedWith(secret, one),
    ]);
    expect(signed).toEqual([
      [true, true],
      [false, true],
    ]);
  });

  it("is stored nowhere", async () => {
    const { id, secret } = await hooked(["posting.closed"]);
    const [row] = await sql`select to_jsonb(w)::text as text from webhooks w where id = ${id}`;
    expect(row?.text).not.toContain(secret.slice(6, 26));
  });
});

describe("a company", () => {
  it("has at most five webhooks, which owners alone create, see, edit and delete", async () => {
    const [recruiter, stranger] = [await createUser(), await createUser()];
    await addMember(companyId, recruiter, "recruiter");
    const first = await hooked(["posting.closed"]);
    for (const [actor, code] of [
      [recruiter, "forbidden"],
      [stranger, "not_found"],
    ] as const) {
      await expect(hooked(["posting.closed"], actor)).rejects.toMatchObject({ code });
      for (const act of [editWebhook, renewSecret, startWebhook, deleteWebhook, sendTest])
        await expect(act(actor, first)).rejects.toMatchObject({ code });
      expect(await listWebhooks(actor, companyId)).toEqual([]);
      expect(await findWebhook(actor, first.id)).toBeNull();
    }
    for (let n = 1; n < mostWebhooks; n++) await hooked(["posting.closed"]);
    await expect(hooked(["posting.closed"])).rejects.toMatchObject({ code: "conflict" });
    await deleteWebhook(owner, first);
    expect(await listWebhooks(owner, companyId)).toHaveLength(mostWebhooks - 1);
  });

  it("that signed in long ago signs in again first", async () => {
    const old = { ...owner, signedInAt: new Date(Date.now() - 3_600_000) };
    await expect(hooked(["posting.closed"], old)).rejects.toMatchObject({ code: "unauthenticated" });
  });

  it("keeps the last fifty deliveries of each webhook", async () => {
    const webhook = await hooked(["posting.closed"]);
    await sql`
      insert into webhook_deliveries (webhook_id, type, body, state, created_at)
      select ${webhook.id}, 'webhook.test', '{}', 'delivered', now() + n * interval '1 second' from generate_series(1, 60) n`;
    await forgetDeliveries();
    const [row] =
      await sql`select count(*)::int as n from webhook_deliveries where webhook_id = ${webhook.id}`;
    expect(row?.n).toBe(keptDeliveries);
  });
});
