import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, expect, it, vi } from "vitest";
import { inTransaction } from "@/db/client";
import { createCompany, createPosting, createUser } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import { idleHandlers } from "@/lib/background/testing";
import { runWorker, type TaskHandlers } from "@/lib/background/worker";
import { startNameServer } from "@/lib/companies/testing";
import { record } from "@/lib/events/commands";
import { createWebhook } from "./commands/manage";
import { announceEvent, sendWebhook } from "./commands/send";
import { receiverCertificate, receiverHost, somePublicAddress, startReceiver } from "./testing";

const { sql, url } = await testDatabase();
const names = await startNameServer();
process.env.DNS_SERVER = names.address;
process.env.WEBHOOK_RECEIVER_CA = receiverCertificate;

/** How each kind of bad program answers, by the first part of its host. */
const kinds = ["slow", "endless", "broken", "elsewhere", "dying", "well"] as const;
const receiver = await startReceiver(({ headers }, answer, request) => {
  const kind = kinds.find((one) => String(headers.host).startsWith(one));
  if (kind === "broken") answer.writeHead(500).end();
  else if (kind === "elsewhere") answer.writeHead(302, { location: "http://169.254.169.254/" }).end();
  else if (kind === "dying") {
    answer.writeHead(200, { "content-length": "1000" }).write("half");
    setTimeout(() => request.socket.destroy(), 20);
  } else if (kind === "endless") {
    answer.writeHead(200);
    const drip = setInterval(() => answer.write("."), 100);
    answer.on("close", () => clearInterval(drip));
  } else if (kind === "well") answer.end("ok");
});
process.env.WEBHOOK_RECEIVER = receiver.address;
for (const kind of kinds) names.hosts.set(`${kind}.${receiverHost}`, [somePublicAddress]);

const stop = new AbortController();
const said: string[] = [];
let mails = 0;
const handlers: TaskHandlers = {
  ...idleHandlers,
  "announce-event": announceEvent,
  "send-webhook": sendWebhook,
  "send-mail": async () => {
    mails++;
  },
  // Poison: it never succeeds.
  "deliver-event": async () => {
    throw new Error("Poison.");
  },
};
let running: Promise<void> | undefined;
afterAll(async () => {
  stop.abort();
  await running;
  await receiver.stop();
  await names.stop();
});

async function companyWith(kind: (typeof kinds)[number]) {
  const owner = await createUser();
  const { id: companyId } = await createCompany({ owner });
  const posting = await createPosting({ companyId });
  const id = randomUUID();
  await createWebhook(owner, {
    companyId,
    id,
    url: `https://${kind}.${receiverHost}/in`,
    types: ["posting.closed"],
  });
  return { kind, companyId, postingId: posting.id, webhookId: id };
}

const happens = ({ companyId, postingId }: { companyId: string; postingId: string }) =>
  inTransaction((tx) =>
    record(tx, { type: "posting.closed", actorId: null, companyId, postingId, data: { reason: "filled" } }),
  );

it("R28 programs that are slow, endless, broken, elsewhere or dying delay nobody else, and are tried again later", async () => {
  const bad = await Promise.all(
    kinds.filter((kind) => kind !== "well").flatMap((kind) => [companyWith(kind), companyWith(kind)]),
  );
  const well = await Promise.all(Array.from({ length: 5 }, () => companyWith("well")));
  running = runWorker({
    databaseUrl: url,
    handlers,
    signal: stop.signal,
    log: (level, words) => said.push(`${level} ${words}`),
  });
  await sql`delete from graphile_worker._private_jobs`;
  // Ten events of each bad company first: one after the other, they would take minutes.
  for (let n = 0; n < 10; n++) for (const one of bad) await happens(one);
  await wait(1_000);
  const began = performance.now();
  for (const one of well) await happens(one);
  const fine = () => receiver.received.filter(({ headers }) => String(headers.host).startsWith("well"));
  await vi.waitFor(() => expect(fine()).toHaveLength(5), { timeout: 60_000, interval: 20 });
  const wellMs = Math.round(performance.now() - began);
  await vi.waitFor(
    async () => {
      const [row] = await sql`select count(*)::int as n from webhook_deliveries where tries = '[]'`;
      expect(row?.n).toBe(0);
    },
    { timeout: 180_000, interval: 500 },
  );
  const outcomes = await sql<{ host: string; fault: string; slowest: number; n: number }[]>`
    select split_part(split_part(w.url, '//', 2), '.', 1) as host, t ->> 'fault' as fault,
      max((t ->> 'ms')::int) as slowest, count(*)::int as n
    from webhook_deliveries d join webhooks w on w.id = d.webhook_id, jsonb_array_elements(d.tries) t
    group by 1, 2 order by 1`;
  const figures = outcomes.map(
    ({ host, fault, slowest, n }) => `${host} ${n} × ${fault ?? "delivered"} ≤ ${slowest} ms`,
  );
  console.log(
    `R28: 5 companies in order served after ${wellMs} ms beside 10 bad ones; ${figures.join("; ")}`,
  );
  expect(wellMs).toBeLessThan(10_000);
  expect(Object.fromEntries(outcomes.map(({ host, fault }) => [host, fault]))).toEqual({
    slow: "time",
    endless: "time",
    broken: "status",
    elsewhere: "redirect",
    dying: "connection",
    well: null,
  });
  expect(Math.max(...outcomes.map(({ slowest }) => slowest))).toBeLessThan(9_000);
  const [waiting] = await sql`
    select count(*)::int as n from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id and t.identifier = 'send-webhook'`;
  expect(waiting?.n).toBe(100);
  expect(said.filter((line) => line.startsWith("error"))).toEqual([]);
});

it("R28 a program that fails for five days is stopped, and its owners are told, while another goes on", async () => {
  const [broken, well] = [await companyWith("broken"), await companyWith("well")];
  await sql`update webhooks set failing_since = now() - interval '5 days', last_tried_at = now() - interval '1 day'
    where id = ${broken.webhookId}`;
  await happens(broken);
  await happens(well);
  await vi.waitFor(
    async () => {
      const rows = await sql`select disabled_at is not null as stopped, last_tried_at is not null as tried
        from webhooks where id in (${broken.webhookId}, ${well.webhookId}) order by url`;
      expect(rows).toMatchObject([
        { stopped: true, tried: true },
        { stopped: false, tried: true },
      ]);
    },
    { timeout: 30_000, interval: 50 },
  );
  const told =
    await sql`select 1 from events where type = 'webhook.stopped' and company_id = ${broken.companyId}`;
  expect(told).toHaveLength(1);
});

it("R22 a job that never succeeds is tried five times, told in the log, and holds up no other", async () => {
  said.length = 0;
  mails = 0;
  await sql`delete from graphile_worker._private_jobs where locked_at is null`;
  await sql`select graphile_worker.add_job('deliver-event', '{"eventId":0}', max_attempts => 5, job_key => 'poison')`;
  const began = performance.now();
  for (let n = 0; n < 20; n++) await sql`select graphile_worker.add_job('send-mail', '{}')`;
  await vi.waitFor(() => expect(mails).toBe(20), { timeout: 30_000, interval: 20 });
  const others = Math.round(performance.now() - began);
  const state = async () =>
    (
      await sql`select attempts, max_attempts, locked_at from graphile_worker._private_jobs where key = 'poison'`
    )[0];
  await vi.waitFor(async () => expect((await state())?.attempts).toBe(5), {
    timeout: 400_000,
    interval: 500,
  });
  await vi.waitFor(async () => expect((await state())?.locked_at).toBeNull(), {
    timeout: 10_000,
    interval: 100,
  });
  const lines = said.filter((line) => line.startsWith("error"));
  console.log(
    `R22: 5 tries in ${Math.round((performance.now() - began) / 1000)} s, ${lines.length} lines in the log, 20 other jobs done after ${others} ms`,
  );
  expect(lines).toHaveLength(5);
  expect(others).toBeLessThan(10_000);
});
