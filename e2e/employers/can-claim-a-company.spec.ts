import { createCompany, createPosting, createUser, unique } from "@/db/factories";
import { expect, expectReadable, mailTo, pageOf, test } from "../fixtures";
import { codeIn } from "../steps";

for (const script of [true, false])
  test(`somebody claims the company that they work for, by a code to its domain, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const domain = `${unique("ledgers")}.example`;
    const name = unique("Ledgers");
    const { id: companyId, slug } = await createCompany({ name, website: `https://${domain}` });
    const posting = await createPosting({ companyId });
    const page = await pageOf(browser, await createUser(), { script });
    await page.goto(`/companies/${slug}`);
    await page.getByRole("link", { name: "Do you work there? Claim it" }).click();
    await expect(page).toHaveTitle(/^Claim a company/);
    if (script) await expectReadable(page);
    await page.getByLabel(`An address at ${domain}`).fill("jobs");
    await page.getByRole("button", { name: "Send a code" }).click();
    await expect(page.getByText("Code sent.")).toBeVisible();
    await page.getByLabel("Code", { exact: true }).fill("ABCDEFGH");
    await page.getByRole("button", { name: "Claim with this code" }).click();
    await expect(page.getByText("This is not the code in the e-mail.").first()).toBeVisible();
    await page
      .getByLabel("Code", { exact: true })
      .fill(codeIn(await mailTo(`jobs@${domain}`, `verifies ${name}`)));
    await page.getByRole("button", { name: "Claim with this code" }).click();
    await expect(page).toHaveURL(/\/employer\/company/);
    await page.goto(`/jobs/${posting.slug}`);
    await expect(page.getByText("The company promises an answer")).toBeVisible();
    await page.goto(`/companies/${slug}`);
    await expect(page.getByText("Not answered here")).toBeHidden();
  });
