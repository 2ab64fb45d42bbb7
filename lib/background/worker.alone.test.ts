import { setTimeout as wait } from "node:timers/promises";
import { sql as query } from "drizzle-orm";
import { afterEach, expect, it, vi } from "vitest";
import { inTransaction } from "@/db/client";
import { testDatabase } from "@/db/testing";
import { traceId, underTrace } from "@/lib/log";
import { beat, enqueue, type Pulse } from "./commands";
import { idleHandlers } from "./testing";
import { runWorker, type TaskHandlers } from "./worker";

const { sql, url } = await testDatabase();

const pulse: Pulse = { everyMs: 50, silentMs: 300 };
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

function start(deliverEvent: TaskHandlers["deliver-event"]) {
  const stop = new AbortController();
  const handlers: TaskHandlers = { ...idleHandlers, "deliver-event": deliverEvent };
  const running = runWorker({ databaseUrl: url, handlers, signal: stop.signal, log: () => {}, pulse });
  stops.push(async () => {
    stop.abort();
    await running;
  });
}

const order = () => inTransaction((tx) => enqueue(tx, "deliver-event", { eventId: 0 }));
const jobs = () => sql`
  select j.attempts, j.locked_by from graphile_worker._private_jobs j
  join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'deliver-event'`;

it("a running job of a live worker is done once, however often the worker beats meanwhile", async () => {
  let begun = 0;
  const work = async () => {
    begun++;
    // Longer than the silence after which a worker counts as dead, and than a poll of the queue.
    await wait(3_000);
  };
  start(work);
  start(work);
  await order();
  await vi.waitFor(async () => expect(begun).toBe(1), { timeout: 5_000 });
  await vi.waitFor(async () => expect(await jobs()).toHaveLength(0), { timeout: 10_000, interval: 50 });
  expect(begun).toBe(1);
});

it("a job has the id of the request that it follows from, and nothing of it in what it is given", async () => {
  const seen: unknown[] = [];
  start(async (payload) => {
    seen.push(traceId(), payload);
  });
  await underTrace("request-1", order);
  await vi.waitFor(() => expect(seen).toEqual(["request-1", { eventId: 0 }]), {
    timeout: 10_000,
    interval: 20,
  });
});

it("a job of a worker that fell silent is done by another, and not before it counts as dead", async () => {
  await sql`insert into workers (id, beat_at) values ('pool-dead', now())`;
  await order();
  await sql`update graphile_worker._private_jobs set locked_by = 'pool-dead', locked_at = now()`;
  const lockedAt = Date.now();
  let doneAt = 0;
  start(async () => {
    doneAt = Date.now();
  });
  await vi.waitFor(() => expect(doneAt).toBeGreaterThan(0), { timeout: 10_000, interval: 20 });
  expect(doneAt - lockedAt).toBeGreaterThanOrEqual(pulse.silentMs - 20);
  expect(await sql`select id from workers where id = 'pool-dead'`).toHaveLength(0);
});

it("a worker that was cut off from the database does not take the others for dead when it is back", async () => {
  await sql`insert into workers (id, beat_at) values ('pool-one', now() - interval '1 hour'), ('pool-other', now() - interval '1 hour')`;
  await order();
  await sql`update graphile_worker._private_jobs set locked_by = 'pool-other', locked_at = now() - interval '1 hour'`;
  await beat("pool-one", pulse);
  expect(await jobs()).toMatchObject([{ locked_by: "pool-other" }]);
  await beat("pool-one", pulse);
  expect(await jobs()).toMatchObject([{ locked_by: null }]);
  await sql`delete from workers`;
  await inTransaction((tx) => tx.execute(query`delete from graphile_worker._private_jobs`));
});
