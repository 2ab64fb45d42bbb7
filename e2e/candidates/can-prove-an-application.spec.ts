import { createCompany, createPosting, createUser } from "@/db/factories";
import { expect, expectReadable, pageOf, test } from "../fixtures";

for (const script of [true, false])
  test(`a candidate downloads a receipt, and anyone can check it, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const company = await createCompany({ owner: await createUser() });
    const { slug } = await createPosting({ companyId: company.id, title: "Ledger Developer" });
    const home = await pageOf(browser, await createUser({ name: "Kim Candidate" }), { script });
    await home.goto(`/jobs/${slug}/apply`);
    await home.getByLabel(/Cover note/).fill("I kept a ledger like yours.");
    await home.getByRole("button", { name: "Submit application" }).click();
    const [download] = await Promise.all([
      home.waitForEvent("download"),
      home.getByRole("link", { name: "Download the receipt" }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^receipt-[0-9a-f]{8}\.json$/);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    const receipt = Buffer.concat(chunks);
    if (!script)
      for (const press of [
        () => home.getByRole("link", { name: "As PDF" }).click(),
        async () => {
          await home.goto("/applications");
          await home.getByRole("button", { name: "Download all as PDF" }).click();
        },
      ]) {
        const [paper] = await Promise.all([home.waitForEvent("download"), press()]);
        expect(paper.suggestedFilename()).toMatch(/^(receipt-[0-9a-f]{8}|applications)\.pdf$/);
      }

    const anyone = await pageOf(browser, null, { script });
    await anyone.goto("/receipts");
    await anyone.getByRole("button", { name: "Check the receipt" }).click();
    await expect(anyone.getByText("Choose a file, or paste the receipt below.").first()).toBeVisible();
    await anyone
      .getByLabel("Receipt", { exact: true })
      .setInputFiles({ name: "receipt.json", mimeType: "application/json", buffer: receipt });
    await anyone.getByRole("button", { name: "Check the receipt" }).click();
    await expect(anyone.getByText("This receipt is genuine.")).toBeVisible();
    for (const words of ["Ledger Developer", "Kim Candidate", "I kept a ledger like yours."])
      await expect(anyone.getByText(words).first()).toBeVisible();
    if (script) await expectReadable(anyone);

    const forged = JSON.parse(receipt.toString());
    forged.payload = Buffer.from(
      Buffer.from(forged.payload, "base64").toString().replace("Kim", "Tim"),
    ).toString("base64");
    await anyone.getByLabel(/Or paste it/).fill(JSON.stringify(forged));
    await anyone.getByRole("button", { name: "Check the receipt" }).click();
    await expect(anyone.getByText(/This receipt is not genuine/).first()).toBeVisible();
    const key = await anyone.request.get("/api/v1/receipts/key");
    expect(await key.text()).toMatch(/^-----BEGIN PUBLIC KEY-----/);
  });
