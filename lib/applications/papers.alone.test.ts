import { generateKeyPairSync } from "node:crypto";
import { expect, it } from "vitest";
import {
  addMember,
  createApplication,
  createCompany,
  createPosting,
  createProfile,
  createUser,
} from "@/db/factories";
import { testDatabase } from "@/db/testing";
import { extractResume } from "@/lib/profiles/resume/extract";
import { submitApplication } from "./commands/apply";
import { applicantsPaper, ownApplicationsPaper, receiptPaper } from "./commands/papers";

const { sql } = await testDatabase();
const { privateKey } = generateKeyPairSync("ed25519");
process.env.RECEIPT_KEY = privateKey.export({ type: "pkcs8", format: "der" }).toString("base64");

/** The text of a PDF, without the ends of its lines. */
const textOf = async (pdf: Uint8Array) => (await extractResume(pdf)).resume.text.replace(/\s+/g, " ");

it("has an applicant with all that the table has, in letters that it can print, and is recorded like it", async () => {
  const owner = await createUser();
  const { id: companyId } = await createCompany({ owner });
  const { id: postingId } = await createPosting({ companyId, title: "Ledger Developer" });
  const candidate = await createUser({ name: "Żofia Иванова 王" });
  await createApplication({
    postingId,
    companyId,
    candidate,
    coverNote: `I kept a ledger. ${"x ".repeat(2_000)}end`,
  });
  const text = await textOf(await applicantsPaper(owner, postingId));
  for (const part of [
    "Ledger Developer",
    "1. Żofia Иванова Wang",
    candidate.email,
    "State: Submitted",
    "I kept a ledger.",
  ])
    expect(text).toContain(part);
  expect(text).not.toContain("end");
  const reviewer = await createUser();
  await addMember(companyId, reviewer, "reviewer");
  for (const actor of [reviewer, candidate])
    await expect(applicantsPaper(actor, postingId)).rejects.toMatchObject({ code: "not_found" });
  expect(
    await sql`select actor_id from events where type = 'applicants.exported' and posting_id = ${postingId}`,
  ).toEqual([{ actor_id: owner.userId }]);
});

it("of a receipt and of one's own applications is for their candidate alone, who has just signed in", async () => {
  const { id: companyId, name } = await createCompany({ owner: await createUser() });
  const { id: postingId } = await createPosting({ companyId, title: "Ledger Developer" });
  const candidate = await createUser();
  await createProfile(candidate, { years: 5 });
  const sent = { postingId, name: "Kim", coverNote: "I kept a ledger." };
  const { id } = await submitApplication(candidate, sent);
  for (const text of [
    await textOf(await receiptPaper(candidate, id)),
    await textOf(await ownApplicationsPaper(candidate)),
  ])
    for (const part of ["Ledger Developer", name, "I kept a ledger."]) expect(text).toContain(part);
  const stranger = await createUser();
  await expect(receiptPaper(stranger, id)).rejects.toMatchObject({ code: "not_found" });
  const old = { ...candidate, signedInAt: new Date(Date.now() - 3_600_000) };
  await expect(ownApplicationsPaper(old)).rejects.toMatchObject({ code: "unauthenticated" });
});
