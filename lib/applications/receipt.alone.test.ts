import { execFileSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { createCompany, createPosting, createUser } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import { submitApplication } from "./commands/apply";
import { Apply } from "./input";
import { findReceipt } from "./queries/receipt";
import { makeReceipt, readReceipt, receiptKey } from "./receipt";

const { sql } = await testDatabase();

const newKey = () =>
  generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "der" }).toString("base64");
process.env.RECEIPT_KEY = newKey();
const folder = mkdtempSync(join(tmpdir(), "backplane-receipt-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function send() {
  const { id: companyId } = await createCompany({ owner: await createUser() });
  const posting = await createPosting({ companyId, title: "Ledger Developer" });
  const candidate = await createUser();
  const { id } = await submitApplication(
    candidate,
    Apply.parse({ postingId: posting.id, name: "Zoë Candidate", coverNote: "I kept a ledger – “yours”." }),
  );
  return { posting, candidate, id, payload: (await findReceipt(candidate, id)) ?? "" };
}

it("states what was sent, when, and what the posting said then, whatever it says later", async () => {
  const { posting, candidate, id, payload } = await send();
  await sql`update postings set title = 'Something else' where id = ${posting.id}`;
  expect(JSON.parse((await findReceipt(candidate, id)) ?? "")).toMatchObject({
    version: 1,
    application: id,
    sentAt: expect.stringMatching(/Z$/),
    posting: { id: posting.id, title: "Ledger Developer", salary: expect.anything() },
    postingVersion: expect.stringMatching(/^[0-9a-f]{64}$/),
    name: "Zoë Candidate",
    coverNote: "I kept a ledger – “yours”.",
    answers: [],
    resume: null,
    matchInputs: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(await findReceipt(await createUser(), id)).toBeNull();
  await expect(
    sql`update application_receipts set payload = ${payload} where application_id = ${id}`,
  ).rejects.toThrow("append-only");
  const other = await send();
  const versionOf = (text: string) => JSON.parse(text).postingVersion;
  expect(versionOf(other.payload)).not.toBe(versionOf(payload));
});

it("is genuine as it was downloaded, and not once a letter of it is changed, or with another key", async () => {
  const { id, payload } = await send();
  const file = makeReceipt(payload);
  expect(readReceipt(file, receiptKey())).toMatchObject({ application: id, name: "Zoë Candidate" });
  // However it was formatted meanwhile.
  expect(readReceipt(JSON.stringify(JSON.parse(file)), receiptKey())).toMatchObject({ application: id });
  const forged = JSON.parse(file);
  forged.payload = Buffer.from(payload.replace("Zoë", "Zoe")).toString("base64");
  const { publicKey } = generateKeyPairSync("ed25519");
  const foreign = publicKey.export({ type: "spki", format: "pem" }).toString();
  for (const [text, key] of [
    [JSON.stringify(forged), receiptKey()],
    [JSON.stringify({ ...JSON.parse(file), signature: "AAAA" }), receiptKey()],
    [file, foreign],
  ] as const)
    expect(() => readReceipt(text, key)).toThrow(/is not genuine/);
  for (const text of ["", "Hello", "{}", "[]", JSON.stringify({ payload: 1, signature: 2 })])
    expect(() => readReceipt(text, receiptKey())).toThrow(/is not a receipt/);
});

it("is checked by the commands of the documents, with openssl alone", async () => {
  const { payload } = await send();
  const readme = await readFile("README.md", "utf8");
  const [, commands = ""] = /```sh\n(sed -n [^`]*openssl pkeyutl [^`]*)```/.exec(readme) ?? [];
  const page = await readFile("app/(site)/receipts/page.tsx", "utf8");
  for (const line of commands.trim().split("\n")) expect(page.replaceAll("\\\\", "\\")).toContain(line);
  writeFileSync(join(folder, "key.pem"), receiptKey());
  const check = (receipt: string) => {
    writeFileSync(join(folder, "receipt.json"), receipt);
    return execFileSync("sh", ["-c", commands], { cwd: folder, encoding: "utf8", stdio: "pipe" });
  };
  expect(check(makeReceipt(payload))).toContain("Signature Verified Successfully");
  expect(await readFile(join(folder, "payload.json"), "utf8")).toBe(payload);
  const forged = JSON.parse(makeReceipt(payload));
  forged.payload = Buffer.from(payload.replace("Zoë", "Zoe")).toString("base64");
  expect(() => check(JSON.stringify(forged, null, 2))).toThrow();
});
