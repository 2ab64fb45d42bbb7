import { createAdmin, createCompany, createPosting, createUser, unique } from "@/db/factories";
import { expect, expectReadable, mailTo, pageOf, test } from "../fixtures";

for (const script of [true, false])
  test(`an admin merges two companies, and the old address leads to what is left, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const [owner, other] = [await createUser(), await createUser()];
    const from = await createCompany({ owner, name: unique("Ledgers") });
    const into = await createCompany({ owner: other, name: unique("Ledgers") });
    const title = `${unique("Ledger")} Developer`;
    await createPosting({ companyId: from.id, title });
    const desk = await pageOf(browser, await createAdmin(), { script });
    await desk.goto(`/admin/companies/${from.slug}`);
    await desk.locator("summary", { hasText: "Merge into another company" }).click();
    if (script) await expectReadable(desk);
    const address = desk.getByLabel("Address of the other company");
    await address.fill("nothing-here");
    await desk.getByRole("button", { name: "Merge the companies" }).click();
    await expect(desk.getByText("There is no company with this address.").first()).toBeVisible();
    await address.fill(`/companies/${into.slug}`);
    await desk.getByRole("button", { name: "Merge the companies" }).click();
    await expect(desk.getByText("The companies are merged.")).toBeVisible();
    await expect(desk.getByText(owner.email)).toBeVisible();
    await mailTo(owner.email, `${from.name} is now part of ${into.name}`);
    await mailTo(other.email, `${from.name} is now part of ${into.name}`);

    const visitor = await pageOf(browser, null, { script });
    await visitor.goto(`/companies/${from.slug}`);
    await expect(visitor).toHaveURL(new RegExp(`/companies/${into.slug}$`));
    await expect(visitor.getByRole("link", { name: title, exact: true })).toBeVisible();
  });
