import { createCompany, createPosting, createUser, unique } from "@/db/factories";
import { expect, expectReadable, pageOf, test } from "../fixtures";

const resume = {
  name: "kim.txt",
  mimeType: "text/plain",
  buffer: Buffer.from("Kim Candidate, Go developer"),
};
const program = {
  name: "kim.pdf",
  mimeType: "application/pdf",
  buffer: Buffer.concat([Buffer.from("4d5a90000300000004000000ffff0000", "hex"), Buffer.alloc(500)]),
};
const tooLarge = { name: "kim.pdf", mimeType: "application/pdf", buffer: Buffer.alloc(6 * 1024 * 1024, "a") };

for (const script of [true, false])
  test(`a candidate attaches a résumé, and the company downloads it, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const owner = await createUser();
    const company = await createCompany({ owner, name: unique("Looplight") });
    const { id, slug } = await createPosting({ companyId: company.id });
    const home = await pageOf(browser, await createUser({ name: "Kim Candidate" }), { script });
    await home.goto(`/jobs/${slug}/apply`);
    for (const [file, words] of [
      [program, /cannot read/],
      [tooLarge, /larger than 5 MB/],
    ] as const) {
      await home.getByLabel(/Cover note/).fill("I kept a ledger like yours.");
      await home.getByLabel(/Résumé/).setInputFiles(file);
      await home.getByRole("button", { name: "Submit application" }).click();
      await expect(home.getByText(words).first()).toBeVisible();
      await expect(home.getByLabel(/Cover note/)).toHaveValue("I kept a ledger like yours.");
      await expect(home.getByLabel("Name")).toHaveValue("Kim Candidate");
    }
    if (script) await expectReadable(home);

    // The file stays where something else is wrong, and can be taken off again.
    await home.getByLabel(/Résumé/).setInputFiles(resume);
    await home.getByLabel("Name").fill("");
    await home.getByRole("button", { name: "Submit application" }).click();
    await expect(home.getByText("Enter your name.").first()).toBeVisible();
    await expect(home.getByText("kim.txt")).toBeVisible();
    await home.getByRole("button", { name: "Remove the résumé" }).click();
    await expect(home.getByText("kim.txt")).toBeHidden();
    await home.getByLabel("Name").fill("Kim Candidate");
    await home.getByLabel(/Résumé/).setInputFiles(resume);
    await home.getByRole("button", { name: "Preview" }).click();
    await expect(home.getByText("kim.txt")).toBeVisible();
    await home.getByRole("button", { name: "Submit application" }).click();
    await expect(home.getByText("Your application was sent to")).toBeVisible();
    const application = home.url().split("/").at(-1)?.split("?")[0];

    const office = await pageOf(browser, owner, { script });
    await office.goto(`/employer/postings/${id}/applicants/${application}`);
    const [download] = await Promise.all([
      office.waitForEvent("download"),
      office.getByRole("button", { name: "Download résumé" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("kim.txt");
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks)).toEqual(resume.buffer);
    if (script) return expectReadable(office);

    const file = await office
      .locator('form[action="/resumes/download"] input[name="id"]')
      .getAttribute("value");
    const headers = { Origin: new URL(office.url()).origin };
    const answer = await office.request.post("/resumes/download", { form: { id: file ?? "" }, headers });
    expect(answer.headers()).toMatchObject({
      "content-type": "text/plain",
      "content-disposition": expect.stringMatching(/^attachment;/),
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
      "cache-control": "private, no-store",
    });
    const stranger = await pageOf(browser, await createUser(), { script });
    for (const context of [stranger, await pageOf(browser, null, { script })])
      expect(
        (await context.request.post("/resumes/download", { form: { id: file ?? "" }, headers })).status(),
      ).toBe(404);
  });
