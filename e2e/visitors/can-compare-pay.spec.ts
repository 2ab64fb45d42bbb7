import { createCompany, createPosting } from "@/db/factories";
import { expect, expectAccessible, pageOf, test } from "../fixtures";

for (const script of [true, false])
  test(`a visitor compares what a technology pays in a country, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const page = await pageOf(browser, null, { script });
    await page.goto("/salaries");
    await expect(page.getByText(/^Half of them pay between \$/)).toBeVisible();
    if (script) await expectAccessible(page);
    await page.getByLabel("Technology", { exact: true }).selectOption({ label: "Java" });
    await page.getByLabel("Country", { exact: true }).selectOption({ label: "Germany" });
    await page.getByRole("button", { name: "Show pay" }).click();
    await expect(page).toHaveURL(/skill=java.*country=DE/);
    await expect(page.getByText(/^Half of them pay between \$/)).toBeVisible();
    await page.getByRole("link", { name: /^\d+ open postings$/ }).click();
    await expect(page).toHaveURL(/\/jobs\?.*skill=java/);
  });

test("what fewer than five postings pay is not shown", async ({ browser }) => {
  const { id: companyId } = await createCompany();
  await createPosting({ companyId, skills: [{ slug: "fortran" }], places: [{ city: null, country: "IS" }] });
  const page = await pageOf(browser, null);
  await page.goto("/salaries?skill=fortran&country=IS");
  await expect(page.getByText("Fewer than 5 postings are open for this choice.")).toBeVisible();
  await page.goto("/salaries?skill=no-such-skill");
  await expect(page.getByText("unknown skill “no-such-skill”")).toBeVisible();
});
