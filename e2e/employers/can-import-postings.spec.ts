import { createCompany, createUser, unique } from "@/db/factories";
import { expect, expectReadable, pageOf, test } from "../fixtures";

for (const script of [true, false])
  test(`a member can import postings and submit the complete ones, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const owner = await createUser();
    const company = await createCompany({ owner });
    const page = await pageOf(browser, owner, { script });
    const title = unique("Ledger Engineer");
    const rows = [
      "id;title;company;location;workplace;employment_type;salary_min;salary_max;currency;period;description",
      `A-1;${title};;Berlin, Germany;onsite;full-time;80000;95000;EUR;year;${unique("You build the ledger")} in Go with PostgreSQL and Kafka, and you keep it fast and correct for years to come.`,
      "A-2;Platform Engineer;;;;;;;;;We run platforms.",
      "A-3;Data Engineer;Otherhaven;;;;;;;;We move data.",
    ];

    await test.step("after a mistake, which is told at its field", async () => {
      await page.goto("/employer");
      await page.getByRole("link", { name: "Import", exact: true }).click();
      await page.getByRole("button", { name: "Import postings" }).click();
      await expect(page.getByText("Choose a file, or paste its text.").first()).toBeVisible();
      if (script) await expectReadable(page);
    });

    await test.step("from a file, and see what became of each", async () => {
      await page
        .getByLabel("File", { exact: true })
        .setInputFiles({ name: "postings.csv", mimeType: "text/csv", buffer: Buffer.from(rows.join("\n")) });
      await page.getByRole("button", { name: "Import postings" }).click();
      await expect(page).toHaveURL(/\/employer\/import\/[\w-]{36}/);
      await expect(async () => {
        await page.reload();
        await expect(page.getByText("3 postings read")).toBeVisible({ timeout: 500 });
      }).toPass({ timeout: 60_000 });
      await expect(page.getByText(`It is a posting of “Otherhaven”, not of ${company.name}.`)).toBeVisible();
      await expect(page.getByText("Choose where the work is done.")).toBeVisible();
      if (script) await expectReadable(page);
    });

    await test.step("and submit what is complete", async () => {
      await page.getByRole("button", { name: "Submit the complete ones" }).click();
      await expect(page.getByText("1 posting was submitted for review.")).toBeVisible();
      await page.getByRole("link", { name: title }).click();
      await expect(page.getByText("In review").first()).toBeVisible();
    });
  });
