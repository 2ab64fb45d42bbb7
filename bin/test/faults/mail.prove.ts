import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";
import { afterEach, expect, it, vi } from "vitest";
import { inTransaction } from "@/db/client";
import { freePort } from "@/db/cluster/ports";
import { testDatabase } from "@/db/testing";
import { enqueue } from "@/lib/background/commands";
import type { Mail } from "@/lib/background/input";
import { runWorker } from "@/lib/background/worker";

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

/** The worker as `up` starts it, in a process of its own. */
function startWorker(smtp: string): ChildProcess {
  const folder = mkdtempSync(join(tmpdir(), "backplane-mail-"));
  const child = spawn(process.execPath, ["bin/run.mjs", "worker"], {
    env: { ...process.env, DATABASE_URL: url, SMTP_URL: smtp, DEMO: "", BACKPLANE_DATA: folder },
    stdio: "ignore",
  });
  ends.push(async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill("SIGTERM");
      await once(child, "exit");
    }
    rmSync(folder, { recursive: true, force: true });
  });
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
  const nothing = async () => {};
  const start = () => {
    const stop = new AbortController();
    const running = runWorker({
      databaseUrl: url,
      signal: stop.signal,
      log: () => {},
      pulse: { everyMs: 1_000, silentMs: 5_000 },
      handlers: {
        "deliver-event": async () => {
          begun++;
          await wait(40_000);
        },
        "send-mail": nothing,
        housekeeping: nothing,
        "refresh-terms": nothing,
        "send-alerts": nothing,
        "answer-closed": nothing,
        "advance-postings": nothing,
        "remind-of-closing": nothing,
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
  startWorker(server.address);
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
  const killed = startWorker(server.address);
  await vi.waitFor(() => expect(server.keys.length).toBeGreaterThan(count / 3), {
    timeout: 120_000,
    interval: 5,
  });
  killed.kill("SIGKILL");
  await once(killed, "exit");
  const underWay = [...server.underWay];
  const diedAt = performance.now();
  startWorker(server.address);
  await vi.waitFor(async () => expect(await left()).toBe(0), { timeout: 300_000, interval: 250 });
  const doubles = doublesOf(server.keys);
  console.log(
    `R20: ${server.keys.length} mails, ${new Set(server.keys).size} keys, under way at the kill ${underWay.length}, twice ${doubles.length}, all done ${Math.round((performance.now() - diedAt) / 1000)} s after it`,
  );
  expect(new Set(server.keys).size).toBe(count);
  expect(doubles.filter((key) => !underWay.includes(key))).toEqual([]);
  expect(doubles.length).toBeLessThanOrEqual(4);
});
