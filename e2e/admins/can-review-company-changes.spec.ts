import { createAdmin, createCompany, createUser, unique } from "@/db/factories";
import { editCompany } from "@/lib/companies/commands/edit";
import { CompanyForm } from "@/lib/companies/input";
import { expect, expectReadable, mailTo, pageOf, test } from "../fixtures";

test("an admin looks at what a company changed, and sends it back without JavaScript", async ({
  browser,
}) => {
  const owner = await createUser();
  const company = await createCompany({ owner, name: unique("Ledgers") });
  const words = "We are the official partner of everyone.";
  await editCompany(owner, company.id, CompanyForm.parse({ name: company.name, description: words }));
  const admin = await createAdmin();
  const desk = await pageOf(browser, admin);
  await desk.goto("/admin");
  await desk.getByRole("link", { name: company.name, exact: true }).click();
  await expect(desk.getByText(words)).toBeVisible();
  await expectReadable(desk);
  const plain = await pageOf(browser, admin, { script: false });
  await plain.goto(`/admin/companies/${company.slug}`);
  await plain.locator("summary", { hasText: "Send it back" }).click();
  await plain.getByRole("button", { name: "Send it back with this reason" }).click();
  await expect(plain.getByText("Enter a reason. They read it.").first()).toBeVisible();
  const reason = "Say whose partner you are, and since when.";
  await plain
    .locator("form", { has: plain.getByRole("button", { name: "Send it back with this reason" }) })
    .getByLabel("Reason")
    .fill(reason);
  await plain.getByRole("button", { name: "Send it back with this reason" }).click();
  await expect(plain.getByText("Change sent back. We e-mailed the owners.")).toBeVisible();
  await mailTo(owner.email, `Please change the page of ${company.name}`);
  const own = await pageOf(browser, owner);
  await own.goto("/employer/company");
  await expect(own.getByText(reason)).toBeVisible();
});
