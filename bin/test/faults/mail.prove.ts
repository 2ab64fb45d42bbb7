import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";
import { afterEach, expect, it, vi } from "vitest";
import { inTransaction } from "@/db/client";
import { freePort } from "@/db/cluster/ports";
import { testDatabase } from "@/db/testing";
import { enqueue } from "@/lib/background/commands";
import type { Mail } from "@/lib/background/input";
import { idleHandlers } from "@/lib/background/testing";
import { runWorker } from "@/lib/background/worker";
import { sendMail } from "@/lib/email/commands";
import { startWorker } from "./worker";

const { sql, url } = await testDatabase();
const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const count = 700;

/** A mail server that takes `ms` for each mail and remembers the key of each in the order of their coming. */
async function startServer(ms: number) {
  const keys: string[] = [];
  /** Whose sender has not been told yet that it came. */
  const underWay = new Set<string>();
  const port = await freePort(0);
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onData(stream, _, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", async () => {
        const { messageId } = await PostalMime.parse(Buffer.concat(chunks));
        const key = /<(.*)@/.exec(messageId ?? "")?.[1] ?? "";
        keys.push(key);
        underWay.add(key);
        await wait(ms);
        done();
        await wait(200);
        underWay.delete(key);
      });
    },
  });
  server.on("error", () => {});
  server.listen(port, "localhost");
  await once(server.server, "listening");
  ends.push(() => new Promise<void>((done) => server.close(() => done())));
  return { keys, underWay, address: `smtp://localhost:${port}` };
}

function startWorkerOn(smtp: string) {
  const { child, end } = startWorker(url, smtp);
  ends.push(end);
  return child;
}

async function queueMails(prefix: string) {
  const mail = (n: number): Mail => ({
    key: `${prefix}-${n}`,
    to: `reader-${n}@example.com`,
    subject: "A mail of many",
    heading: "A mail of many",
    paragraphs: ["One of them."],
    reason: "You get this because you asked.",
  });
  await inTransaction(async (tx) => {
    for (let n = 0; n < count; n++) await enqueue(tx, "send-mail", mail(n), `mail:${prefix}-${n}`);
  });
}

const left = async () =>
  (await sql`select count(*)::int as count from graphile_worker._private_jobs where key like 'mail:%'`)[0]
    ?.count;
const doublesOf = (keys: string[]) => keys.filter((key, i) => keys.indexOf(key) !== i);

it("R21 a job of forty seconds is done once, while two workers beat each second", async () => {
  let begun = 0;
  const start = () => {
    const stop = new AbortController();
    const running = runWorker({
      databaseUrl: url,
      signal: stop.signal,
      log: () => {},
      pulse: { everyMs: 1_000, silentMs: 5_000 },
      handlers: {
        ...idleHandlers,
        "deliver-event": async () => {
          begun++;
          await wait(40_000);
        },
      },
    });
    ends.push(async () => {
      stop.abort();
      await running;
    });
  };
  start();
  start();
  await inTransaction((tx) => enqueue(tx, "deliver-event", { eventId: 0 }));
  await vi.waitFor(
    async () =>
      expect(
        await sql`select 1 from graphile_worker._private_jobs j
          join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'deliver-event'`,
      ).toHaveLength(0),
    { timeout: 90_000, interval: 250 },
  );
  console.log(`R21: begun ${begun} times`);
  expect(begun).toBe(1);
});

it("R27 700 mails come once each to a slow mail server", async () => {
  const server = await startServer(200);
  await queueMails("slow");
  const began = performance.now();
  startWorkerOn(server.address);
  await vi.waitFor(async () => expect(await left()).toBe(0), { timeout: 300_000, interval: 250 });
  console.log(
    `R27: ${server.keys.length} mails, ${new Set(server.keys).size} keys, ${Math.round((performance.now() - began) / 1000)} s`,
  );
  expect(new Set(server.keys).size).toBe(count);
  expect(doublesOf(server.keys)).toEqual([]);
});

it("R20 700 mails come once each though the worker is killed on the way, but for those under way at that moment", async () => {
  const server = await startServer(100);
  await queueMails("killed");
  const killed = startWorkerOn(server.address);
  await vi.waitFor(() => expect(server.keys.length).toBeGreaterThan(count / 3), {
    timeout: 120_000,
    interval: 5,
  });
  killed.kill("SIGKILL");
  await once(killed, "exit");
  const underWay = [...server.underWay];
  const diedAt = performance.now();
  startWorkerOn(server.address);
  await vi.waitFor(async () => expect(await left()).toBe(0), { timeout: 300_000, interval: 250 });
  const doubles = doublesOf(server.keys);
  console.log(
    `R20: ${server.keys.length} mails, ${new Set(server.keys).size} keys, under way at the kill ${underWay.length}, twice ${doubles.length}, all done ${Math.round((performance.now() - diedAt) / 1000)} s after it`,
  );
  expect(new Set(server.keys).size).toBe(count);
  expect(doubles.filter((key) => !underWay.includes(key))).toEqual([]);
  expect(doubles.length).toBeLessThanOrEqual(4);
});

it("R27 mails come despite a server that is down, refuses for now, drops the connection after the text or never answers it; what is refused for good is noted", async () => {
  const port = await freePort(0);
  const addresses: string[] = [];
  const arrived: string[] = [];
  const isFirst = (address: string) => addresses.filter((one) => one === address).length === 1;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    socketTimeout: 600_000,
    onRcptTo({ address }, _, done) {
      addresses.push(address);
      const responseCode =
        address === "gone@example.com"
          ? 550
          : address === "full@example.com" && isFirst(address)
            ? 452
            : null;
      done(responseCode ? Object.assign(new Error("refused"), { responseCode }) : undefined);
    },
    onData(stream, session, done) {
      const address = session.envelope.rcptTo[0]?.address ?? "";
      stream.resume();
      stream.on("end", () => {
        arrived.push(address);
        if (address === "silent@example.com" && isFirst(address)) return;
        if (address === "dropped@example.com" && isFirst(address))
          for (const connection of server.connections)
            if (connection.session.id === session.id) connection._socket.destroy();
        done();
      });
    },
  });
  server.on("error", () => {});
  const names = ["fine", "gone", "full", "dropped", "silent"];
  await inTransaction(async (tx) => {
    for (const name of names)
      await sendMail(tx, {
        key: `fault-${name}`,
        to: `${name}@example.com`,
        subject: "A mail",
        heading: "A mail",
        paragraphs: ["One."],
        reason: "You get this because you asked.",
      });
  });
  // Before the worker, so that it ends after it: a server waits for those who are connected.
  ends.push(() => new Promise<void>((done) => server.close(() => done())));
  startWorkerOn(`smtp://localhost:${port}`);
  const attempts = async () =>
    sql`select 1 from graphile_worker._private_jobs where key like 'mail:fault-%' and attempts > 0 and locked_at is null`;
  await vi.waitFor(async () => expect(await attempts()).toHaveLength(names.length), {
    timeout: 60_000,
    interval: 50,
  });
  server.listen(port, "localhost");
  await once(server.server, "listening");
  await vi.waitFor(async () => expect(await left()).toBe(0), { timeout: 300_000, interval: 250 });
  const times = (list: string[]) =>
    Object.fromEntries(
      names.map((name) => [name, list.filter((one) => one === `${name}@example.com`).length]),
    );
  console.log(`R27: tried ${JSON.stringify(times(addresses))}, arrived ${JSON.stringify(times(arrived))}`);
  expect(times(addresses)).toEqual({ fine: 1, gone: 1, full: 2, dropped: 2, silent: 2 });
  // What was dropped or not answered had arrived: the sender cannot know.
  expect(times(arrived)).toEqual({ fine: 1, gone: 0, full: 1, dropped: 2, silent: 2 });
  expect(await sql`select address, code from bounced_addresses`).toEqual([
    { address: "gone@example.com", code: 550 },
  ]);
});
