import { mkdirSync, mkdtempSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, it } from "vitest";
import { addMember, createCompany, createPosting, createUser } from "@/db/factories";
import { createPersonEverywhere } from "@/db/factories-person";
import { moveClock, testDatabase } from "@/db/testing";
import type { Actor } from "@/lib/auth/input";
import { askForDeletion } from "@/lib/privacy/commands/ask";
import { deleteAccounts } from "@/lib/privacy/commands/delete";
import { docxFiles, odtFiles, resumePdf, scannedPdf, zipOf } from "@/lib/profiles/resume/testing";
import { submitApplication } from "./commands/apply";
import { deleteDraft, saveDraft } from "./commands/drafts";
import { cleanFiles, downloadResume, eraseStored } from "./commands/files";
import { moveApplication } from "./commands/move";
import { attachResume, detachResume } from "./commands/resume";
import { Apply } from "./input";
import { findApplicant, findOwnApplication } from "./queries/applications";
import { findDraft } from "./queries/drafts";
import { findOwnResume } from "./queries/resume";

const { sql } = await testDatabase();

const folder = mkdtempSync(join(tmpdir(), "backplane-files-"));
process.env.STORAGE_URL = pathToFileURL(folder).href;
afterAll(() => rm(folder, { recursive: true }));

async function open(given: { blindReview?: boolean } = {}) {
  const owner = await createUser();
  const { id: companyId } = await createCompany({ owner });
  const { id: postingId } = await createPosting({ companyId, ...given });
  return { owner, companyId, postingId, candidate: await createUser({ name: "Kim Candidate" }) };
}

const fileOf = (bytes: Uint8Array | string, name = "cv.pdf") =>
  new File([typeof bytes === "string" ? bytes : new Uint8Array(bytes)], name);
const someText = "Kim Candidate, Go developer";
const idOf = async (actor: Actor, postingId: string) => (await findOwnResume(actor, postingId))?.id ?? "";
/** Does what the worker would: erases the files of rows that are gone. */
async function eraseGone() {
  const jobs = await sql<{ payload: { id: string } }[]>`
    select j.payload from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'erase-file'`;
  for (const { payload } of jobs) await eraseStored(payload);
}
const stored = () => readdirSync(folder);

it.each([
  ["pdf", "cv.exe", async () => resumePdf()],
  ["pdf", "scan.pdf", async () => scannedPdf()],
  ["docx", "cv", async () => zipOf(docxFiles([someText]))],
  ["txt", "Lebenslauf Übersicht.md", async () => Buffer.from(someText)],
  ["odt", "cv.zip", async () => zipOf(odtFiles(`<text:p>${someText}</text:p>`))],
] as const)("a %s is recognised by what is in it, and not by its name %s", async (kind, name, bytes) => {
  const { candidate, postingId } = await open();
  const sent = await bytes();
  await attachResume(candidate, { postingId }, fileOf(sent, name));
  const file = await findOwnResume(candidate, postingId);
  expect(file).toMatchObject({
    kind,
    state: "clean",
    name: `${name.replace(/\..*/, "")}.${kind}`,
    bytes: sent.length,
  });
  expect(stored()).toContain(file?.id);
  const { bytes: back } = await downloadResume(candidate, { id: file?.id ?? "" });
  expect(Buffer.from(back).equals(sent)).toBe(true);
});

it.each([
  [
    "a program called .pdf",
    () => Buffer.concat([Buffer.from("4d5a90000300000004000000ffff", "hex"), Buffer.alloc(300)]),
  ],
  [
    "a program of Linux",
    () => Buffer.concat([Buffer.from("7f454c460201010000000000", "hex"), Buffer.alloc(64)]),
  ],
  ["a PDF in name only", () => Buffer.from("%PDF-1.4\nnothing of the kind")],
  ["an archive", () => zipOf([{ name: "a.txt", data: Buffer.from("Kim") }])],
  ["an OpenDocument text without its text", () => zipOf(odtFiles(null))],
  ["nothing", () => Buffer.alloc(0)],
] as const)("%s is refused at the field, and nothing of it stays", async (_, bytes) => {
  const { candidate, postingId } = await open();
  const before = stored();
  await expect(attachResume(candidate, { postingId }, fileOf(bytes()))).rejects.toMatchObject({
    code: "invalid",
    fields: [{ path: "file", message: expect.stringMatching(/You can also apply without a file\.$/) }],
  });
  expect(stored()).toEqual(before);
  expect(await findOwnResume(candidate, postingId)).toBeNull();
});

it("goes along with the draft, is replaced, removed and sent with it", async () => {
  const { candidate, postingId } = await open();
  await attachResume(candidate, { postingId }, fileOf(someText));
  expect(await findDraft(candidate, postingId)).toMatchObject({ name: "Kim Candidate" });
  const first = await idOf(candidate, postingId);
  await attachResume(candidate, { postingId }, fileOf(`${someText} again`, "../../etc/new\r\n:cv.txt"));
  expect(await findOwnResume(candidate, postingId)).toMatchObject({ name: "new cv.txt" });
  await eraseGone();
  expect(stored()).not.toContain(first);
  await detachResume(candidate, { postingId });
  await detachResume(candidate, { postingId });
  expect(await findOwnResume(candidate, postingId)).toBeNull();
  await attachResume(candidate, { postingId }, fileOf(someText));
  const { id } = await submitApplication(candidate, Apply.parse({ postingId, name: "Kim Candidate" }));
  expect((await findOwnApplication(candidate, id))?.resume).toMatchObject({ name: "cv.txt" });
  await expect(attachResume(candidate, { postingId }, fileOf(someText))).rejects.toMatchObject({
    code: "conflict",
  });
});

it("is opened by owners and recruiters, whose downloads are recorded, and by nobody else", async () => {
  const { owner, companyId, candidate, postingId } = await open({ blindReview: true });
  const [recruiter, reviewer, stranger] = [await createUser(), await createUser(), await createUser()];
  await addMember(companyId, recruiter, "recruiter");
  await addMember(companyId, reviewer, "reviewer");
  await attachResume(candidate, { postingId }, fileOf(someText, "Kim Candidate.txt"));
  const id = await idOf(candidate, postingId);
  const refusedTo = async (...actors: Actor[]) => {
    for (const actor of actors)
      await expect(downloadResume(actor, { id })).rejects.toMatchObject({ code: "not_found" });
  };
  // A draft is its writer's alone.
  await refusedTo(owner, recruiter, reviewer, stranger);
  const sent = await submitApplication(candidate, Apply.parse({ postingId, name: "Kim Candidate" }));
  await refusedTo(owner, recruiter, reviewer, stranger);
  expect((await findApplicant(owner, sent.id))?.resume).toMatchObject({ name: null, kind: "txt" });
  await moveApplication(owner, { id: sent.id, from: "submitted", to: "screening", message: "" });
  await refusedTo(reviewer, stranger);
  expect((await findApplicant(reviewer, sent.id))?.resume).toMatchObject({ name: null });
  expect((await findApplicant(owner, sent.id))?.resume).toMatchObject({ name: "Kim Candidate.txt" });
  for (const actor of [owner, recruiter, candidate])
    expect((await downloadResume(actor, { id })).name).toBe("Kim Candidate.txt");
  expect(
    await sql`select actor_id from events where type = 'application.resume_downloaded' order by id`,
  ).toEqual([{ actor_id: owner.userId }, { actor_id: recruiter.userId }]);
});

it("goes with the draft and with the account of its owner, from the storage too", async () => {
  const { candidate, postingId } = await open();
  await attachResume(candidate, { postingId }, fileOf(someText));
  const draft = await idOf(candidate, postingId);
  await deleteDraft(candidate, { postingId });
  await eraseGone();
  expect(stored()).not.toContain(draft);

  const { person, application } = await createPersonEverywhere(sql, "files.example");
  const other = await open();
  await attachResume(person, { postingId: other.postingId }, fileOf(someText));
  const attached = await idOf(person, other.postingId);
  const [sent] = await sql<
    { id: string }[]
  >`select id from resume_files where application_id = ${application.id}`;
  writeFileSync(join(folder, sent?.id ?? ""), someText);
  await askForDeletion(person, { email: person.email });
  await moveClock(sql, "8 days");
  await deleteAccounts();
  await moveClock(sql, "0");
  await eraseGone();
  for (const id of [attached, sent?.id]) expect(stored()).not.toContain(id);
});

it("a file without a row, and a row without a file, are cleaned up after an hour; what is new or none of ours stays", async () => {
  const { candidate, postingId } = await open();
  await attachResume(candidate, { postingId }, fileOf(someText));
  const kept = await idOf(candidate, postingId);
  const other = await open();
  await attachResume(other.candidate, { postingId: other.postingId }, fileOf(someText));
  const lost = await idOf(other.candidate, other.postingId);
  await rm(join(folder, lost));
  const [orphan, young] = [crypto.randomUUID(), crypto.randomUUID()];
  for (const name of [orphan, young, "README"]) writeFileSync(join(folder, name), "x");
  const longAgo = new Date(Date.now() - 2 * 3_600_000);
  for (const name of [orphan, kept, "README"]) utimesSync(join(folder, name), longAgo, longAgo);
  await sql`update resume_files set uploaded_at = ${longAgo} where id in (${lost}, ${kept})`;
  await cleanFiles();
  expect(stored()).toEqual(expect.arrayContaining([kept, young, "README"]));
  expect(stored()).not.toContain(orphan);
  expect(await findOwnResume(other.candidate, other.postingId)).toBeNull();
  expect(await findOwnResume(candidate, postingId)).not.toBeNull();
});

it("no row is deleted while the storage is missing as a whole", async () => {
  const { candidate, postingId } = await open();
  await saveDraft(candidate, Apply.parse({ postingId }));
  await attachResume(candidate, { postingId }, fileOf(someText));
  await sql`update resume_files set uploaded_at = now() - interval '2 hours'`;
  for (const name of stored()) await rm(join(folder, name));
  await expect(cleanFiles()).rejects.toThrow("Check STORAGE_URL");
  expect(await findOwnResume(candidate, postingId)).not.toBeNull();
});

it("a storage that cannot be written to refuses the file and leaves no row", async () => {
  const { candidate, postingId } = await open();
  await rm(folder, { recursive: true });
  writeFileSync(folder, "in the way");
  try {
    await expect(attachResume(candidate, { postingId }, fileOf(someText))).rejects.toMatchObject({
      code: "unavailable",
      fields: [{ path: "file" }],
    });
    expect(await findOwnResume(candidate, postingId)).toBeNull();
  } finally {
    await rm(folder);
    mkdirSync(folder);
  }
});
