import { createPosting, createUser } from "@/db/factories";
import { expect, expectReadable, pageOf, test } from "../fixtures";
import { createOffice } from "../people";

for (const script of [true, false])
  test(`a candidate answers the questions of a posting, and both sides read them, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const { owner, company } = await createOffice();
    const questions = [
      { kind: "text" as const, text: "Why this role?", required: true },
      { kind: "yes-no" as const, text: "May you work in Germany?", required: true },
      { kind: "multiple" as const, text: "Which do you know?", options: ["Go", "Rust", "Java"] },
      { kind: "number" as const, text: "How many services have you run?" },
    ];
    const { slug } = await createPosting({ companyId: company.id, title: "Ledger Developer", questions });
    const page = await pageOf(browser, await createUser(), { script });
    await page.goto(`/jobs/${slug}`);
    await expect(page.getByText("May you work in Germany?")).toBeVisible();
    await page.getByRole("link", { name: "Apply", exact: true }).first().click();
    await page.getByLabel("Name").fill("Kim Candidate");
    await page.getByLabel("How many services have you run?").fill("a few");
    await page.getByLabel("Rust").check();
    await page.getByRole("button", { name: "Submit application" }).click();
    await expect(page.getByText("Answer this question.")).toHaveCount(4);
    await expect(page.getByText("Enter a number, such as 5 or 2.5.")).toHaveCount(2);
    await expect(page.getByLabel("Rust")).toBeChecked();
    await expect(page.getByLabel("How many services have you run?")).toHaveValue("a few");
    if (script) await expectReadable(page);

    await page.getByLabel("Why this role?").fill("The ledger.");
    await page.getByLabel("Yes", { exact: true }).check();
    await page.getByLabel("How many services have you run?").fill("12");
    await page.getByRole("button", { name: "Submit application" }).click();
    await expect(page.getByText("Your application was sent to")).toBeVisible();
    const office = await pageOf(browser, owner, { script });
    const id = page.url().split("/").at(-1)?.split("?")[0];
    await office.goto("/employer/applicants");
    await office
      .getByRole("link", { name: /Kim Candidate/ })
      .first()
      .click();
    await expect(office).toHaveURL(new RegExp(`${id}$`));
    await page.getByText("as the company sees them").click();
    for (const reader of [page, office])
      for (const words of ["The ledger.", "Yes", "Rust", "12"])
        await expect(reader.getByRole("definition").filter({ hasText: words }).first()).toBeVisible();
  });
