import { addMember, createApplication, createPosting, createUser } from "@/db/factories";
import { expect, pageOf, test } from "../fixtures";
import { createOffice } from "../people";

test("a member downloads the applicants of a posting as a table and as PDF, and a reviewer does not", async ({
  browser,
}) => {
  const { owner, company } = await createOffice();
  const { id } = await createPosting({ companyId: company.id });
  for (const name of ["=1+1", "Kim Candidate"])
    await createApplication({ postingId: id, companyId: company.id, candidate: await createUser({ name }) });
  const office = await pageOf(browser, owner, { script: false });
  const path = `/employer/postings/${id}/applicants`;
  await office.goto(path);
  const [download] = await Promise.all([
    office.waitForEvent("download"),
    office.getByRole("button", { name: "Download as CSV" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("applicants.csv");
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  const table = Buffer.concat(chunks).toString();
  expect(table).toContain('"Kim Candidate"');
  expect(table).toContain(`"'=1+1"`);

  const [paper] = await Promise.all([
    office.waitForEvent("download"),
    office.getByRole("button", { name: "Download as PDF" }).click(),
  ]);
  expect(paper.suggestedFilename()).toBe("applicants.pdf");

  const reviewer = await createUser();
  await addMember(company.id, reviewer, "reviewer");
  const desk = await pageOf(browser, reviewer, { script: false });
  await desk.goto(path);
  await expect(desk.getByRole("link", { name: "Kim Candidate" })).toBeVisible();
  await expect(desk.getByRole("button", { name: "Download as CSV" })).toBeHidden();
  const headers = { Origin: new URL(desk.url()).origin };
  for (const format of ["csv", "pdf"]) {
    const asked = { form: { id, format }, headers };
    expect((await desk.request.post("/employer/applicants/export", asked)).status()).toBe(404);
  }
});
