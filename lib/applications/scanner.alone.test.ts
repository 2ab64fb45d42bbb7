import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, it } from "vitest";
import { createCompany, createPosting, createUser } from "@/db/factories";
import { moveClock, testDatabase } from "@/db/testing";
import { deliverEvent } from "@/lib/notifications/deliver";
import { submitApplication } from "./commands/apply";
import { downloadResume, scanFiles } from "./commands/files";
import { attachResume } from "./commands/resume";
import { Apply } from "./input";
import { findOwnApplication } from "./queries/applications";
import { findOwnResume } from "./queries/resume";
import { scan } from "./scanner";

const { sql } = await testDatabase();

/** What the scanner does with what it was sent. */
let behave: (content: Buffer, socket: Socket) => void;
const asClamd = (content: Buffer, socket: Socket) =>
  socket.end(
    content.includes("EICAR-STANDARD-ANTIVIRUS-TEST-FILE") ? "stream: Eicar-Test FOUND\0" : "stream: OK\0",
  );

/** Speaks clamd's INSTREAM: the command, pieces with their length before them, and one of no length. */
const server = createServer((socket) => {
  let received = Buffer.alloc(0);
  socket.on("error", () => {});
  socket.on("data", (data) => {
    received = Buffer.concat([received, data]);
    const command = "zINSTREAM\0";
    if (received.length < command.length) return;
    if (received.toString("latin1", 0, command.length) !== command) return socket.end("UNKNOWN COMMAND\0");
    const pieces: Buffer[] = [];
    for (let at = command.length; at + 4 <= received.length; ) {
      const length = received.readUInt32BE(at);
      if (length === 0) return behave(Buffer.concat(pieces), socket);
      if (at + 4 + length > received.length) return;
      pieces.push(received.subarray(at + 4, at + 4 + length));
      at += 4 + length;
    }
  });
});
await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
const url = `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`;
const folder = mkdtempSync(join(tmpdir(), "backplane-scan-"));
process.env.SCANNER_URL = url;
process.env.STORAGE_URL = pathToFileURL(folder).href;
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

const eicar = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

async function attach(content: string) {
  const { id: companyId } = await createCompany({ owner: await createUser() });
  const { id: postingId } = await createPosting({ companyId });
  const candidate = await createUser({ name: "Kim Candidate" });
  await attachResume(candidate, { postingId }, new File([content], "cv.txt"));
  const find = () => findOwnResume(candidate, postingId);
  const id = (await find())?.id ?? "";
  return { candidate, postingId, id, find, download: () => downloadResume(candidate, { id }) };
}

it("sees all of a large file, and what is in it", async () => {
  behave = asClamd;
  const large = Buffer.alloc(5 * 1024 * 1024, "a");
  expect(await scan(url, large)).toBe("clean");
  large.write(eicar, 4 * 1024 * 1024);
  expect(await scan(url, large)).toBe("unsafe");
  let seen = 0;
  behave = (content, socket) => {
    seen = content.length;
    asClamd(content, socket);
  };
  await scan(url, large);
  expect(seen).toBe(large.length);
});

it.each([
  ["is slow", () => {}, /did not answer in time/],
  [
    "says that it cannot",
    (_: Buffer, socket: Socket) => socket.end("INSTREAM size limit exceeded. ERROR\0"),
    /could not scan/,
  ],
  [
    "hangs up in the middle of a word",
    (_: Buffer, socket: Socket) => socket.end("stream: O"),
    /without an answer/,
  ],
] as const)("knows nothing of a file where it %s", async (_, does, message) => {
  behave = does;
  await expect(scan(url, Buffer.from("Kim"), 300)).rejects.toThrow(message);
});

it("a file waits for it, and is downloaded once it is clean", async () => {
  const { find, download } = await attach("Kim Candidate, Go developer");
  expect(await find()).toMatchObject({ state: "pending" });
  await expect(download()).rejects.toMatchObject({ code: "conflict" });
  behave = asClamd;
  await scanFiles();
  expect(await find()).toMatchObject({ state: "clean" });
  expect((await download()).name).toBe("cv.txt");
});

it("while it is down, files wait and applications are accepted; then it looks at them", async () => {
  behave = (_, socket) => socket.destroy();
  const { candidate, postingId, download } = await attach("Kim Candidate, Go developer");
  const sent = await submitApplication(candidate, Apply.parse({ postingId, name: "Kim" }));
  const find = async () => (await findOwnApplication(candidate, sent.id))?.resume;
  await expect(scanFiles()).rejects.toThrow();
  expect(await find()).toMatchObject({ state: "pending" });
  await expect(download()).rejects.toMatchObject({ code: "conflict" });
  behave = asClamd;
  // Not before the next try is due.
  await scanFiles();
  expect(await find()).toMatchObject({ state: "pending" });
  await moveClock(sql, "3 minutes");
  await Promise.all([scanFiles(), scanFiles()]);
  await moveClock(sql, "0");
  expect(await find()).toMatchObject({ state: "clean" });
  expect(
    await sql`select 1 from events where type = 'application.resume_scanned' and posting_id = ${postingId}`,
  ).toHaveLength(1);
});

it("what it finds is never downloaded, and is erased; the application says so, and its candidate is told once", async () => {
  const { candidate, postingId, id, find, download } = await attach(`Kim Candidate\n${eicar}`);
  behave = asClamd;
  await Promise.all([scanFiles(), scanFiles()]);
  await scanFiles();
  const told = await sql<{ id: number }[]>`
    select id::int from events where type = 'application.resume_unsafe' and posting_id = ${postingId}`;
  expect(told).toHaveLength(1);
  for (const { id } of [...told, ...told]) await deliverEvent({ eventId: id });
  expect(await sql`select kind, title from notifications where user_id = ${candidate.userId}`).toEqual([
    { kind: "files", title: expect.stringMatching(/was not safe, so we deleted it$/) },
  ]);
  expect(
    await sql`select payload ->> 'subject' as subject from graphile_worker._private_jobs where payload ->> 'to' = ${candidate.email}`,
  ).toEqual([{ subject: expect.stringMatching(/^Your file was not safe: /) }]);
  expect(await find()).toMatchObject({ state: "unsafe" });
  await expect(download()).rejects.toMatchObject({ code: "conflict" });
  expect(
    await sql`
    select j.payload ->> 'id' as id from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'erase-file'`,
  ).toEqual([{ id }]);
  await submitApplication(candidate, Apply.parse({ postingId, name: "Kim" }));
  expect(await find()).toMatchObject({ state: "unsafe" });
});
