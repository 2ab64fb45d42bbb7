import { createCompany, createPosting, createUser, unique } from "@/db/factories";
import { expect, expectReadable, pageOf, test, whenScripted } from "../fixtures";

for (const script of [true, false])
  test(`an employer copies a posting, previews the draft with its gaps, and deletes it, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const owner = await createUser();
    const { id: companyId } = await createCompany({ owner });
    const title = `${unique("Ledger")} Developer`;
    const original = await createPosting({ companyId, title, salary: null, state: "draft" });
    const office = await pageOf(browser, owner, { script });

    await office.goto(`/employer/postings/${original.id}`);
    const copy = office.getByRole("button", { name: "Copy as a new draft" });
    if (script) await whenScripted(copy);
    await copy.click();
    await expect(office.getByText("This is the copy, a new draft.")).toBeVisible();
    await expect(office.getByLabel("Title")).toHaveValue(title);
    expect(office.url()).not.toContain(original.id);

    await office.getByRole("link", { name: "Preview" }).click();
    await expect(office.getByRole("heading", { name: title })).toBeVisible();
    await expect(office.getByText("Not stated yet")).toBeVisible();
    await expect(office.getByText("A posting without a pay range cannot be published")).toBeVisible();
    if (script) await expectReadable(office);

    await office.goBack();
    await office.getByRole("link", { name: "Delete draft" }).click();
    await expect(office.getByRole("heading", { name: "Delete this draft?" })).toBeVisible();
    if (script) await expectReadable(office);
    await office.getByRole("button", { name: "Delete draft" }).click();
    await expect(office.getByText("Draft deleted.")).toBeVisible();
    await expect(office.getByRole("link", { name: title })).toHaveCount(1);
  });

test("an employer takes a posting back from review, and edits it", async ({ browser }) => {
  const owner = await createUser();
  const { id: companyId } = await createCompany({ owner });
  const { id } = await createPosting({ companyId, state: "in_review" });
  const office = await pageOf(browser, owner, { script: false });
  await office.goto(`/employer/postings/${id}`);
  await office.getByRole("button", { name: "Take back from review" }).click();
  await expect(office.getByText("The posting is a draft again.")).toBeVisible();
  await expect(office.getByLabel("Title")).toBeEditable();
});
