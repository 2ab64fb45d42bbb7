import { createCompany, createPosting, createUser } from "@/db/factories";
import { expect, expectReadable, pageOf, test } from "../fixtures";

for (const script of [true, false])
  test(`a member can see which links led to applications, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const owner = await createUser();
    const company = await createCompany({ owner });
    const posting = await createPosting({ companyId: company.id });

    await test.step("a link of ours says what it is part of, and an unknown word says nothing", async () => {
      for (const query of ["?from=feed", "?from=feed", "?skill=go", "?from=made-up"]) {
        const page = await pageOf(browser, await createUser({ name: "Sam Example" }), { script });
        await page.goto(`/jobs/${posting.slug}${query}`);
        await page.getByRole("link", { name: "Apply", exact: true }).first().click();
        await page.getByLabel("Name", { exact: true }).fill("Sam Example");
        await page.getByRole("button", { name: "Submit application" }).click();
        await expect(page).toHaveURL(/\/applications\/[\w-]{36}/);
        await page.close();
      }
    });

    await test.step("and the figures count them", async () => {
      const page = await pageOf(browser, owner, { script });
      await page.goto(`/employer/postings/${posting.id}/figures`);
      const table = page.getByRole("table", { name: "Where applicants came from" });
      await expect(table.getByRole("row", { name: /A feed/ })).toContainText("50%");
      await expect(table.getByRole("row", { name: /A search here/ })).toContainText("25%");
      await expect(table.getByRole("row", { name: /a saved link/ })).toContainText("25%");
      if (script) await expectReadable(page);
    });
  });
