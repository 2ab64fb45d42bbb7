import { createApplication, createPosting, createUser } from "@/db/factories";
import { expect, mailTo, pageOf, test } from "../fixtures";
import { createOffice } from "../people";

for (const script of [true, false])
  test(`an employer makes a template, edits it, answers with it and deletes it, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const { owner, company } = await createOffice();
    const candidate = await createUser({ name: "Kim Candidate" });
    const { id: postingId } = await createPosting({ companyId: company.id, title: "Ledger Developer" });
    const { id } = await createApplication({ postingId, companyId: company.id, candidate });
    const office = await pageOf(browser, owner, { script });

    await test.step("it is made; a field that does not exist is refused", async () => {
      await office.goto("/employer/templates");
      await expect(office.getByText("No templates yet")).toBeVisible();
      await office.getByRole("link", { name: "New template" }).click();
      await office.getByLabel("Name").fill("Talk");
      await office.getByLabel("Text").fill("Hello {firstname}");
      await office.getByRole("button", { name: "Save template" }).click();
      await expect(office.getByText("{firstname} is not a field.").first()).toBeVisible();
      await expect(office.getByLabel("Name")).toHaveValue("Talk");
      await office.getByLabel("Text").fill("Hello {candidate}, let us talk about {posting}.");
      await office.getByRole("button", { name: "Save template" }).click();
      await expect(office.getByText("Template saved.")).toBeVisible();
      await expect(office.getByText("Hello Sam Example, let us talk about Backend Developer.")).toBeVisible();
    });

    await test.step("it fills in the answer, which is sent as it is shown", async () => {
      await office.goto(`/employer/postings/${postingId}/applicants/${id}`);
      await office.getByRole("link", { name: "Talk", exact: true }).click();
      const words = "Hello Kim Candidate, let us talk about Ledger Developer.";
      await expect(office.getByLabel("Message to the candidate")).toHaveValue(words);
      await office.getByLabel("Interview").check();
      await office.getByRole("button", { name: "Move and notify the candidate" }).click();
      await expect(office.getByText("Moved to Interview, mail sent.")).toBeVisible();
      expect(await mailTo(candidate.email, "answered")).toContain(words);
    });

    await test.step("it is deleted", async () => {
      await office.goto("/employer/templates");
      await office.getByRole("link", { name: "Talk", exact: true }).click();
      await office.getByRole("button", { name: "Delete template" }).click();
      await expect(office.getByText("Template deleted.")).toBeVisible();
      await expect(office.getByText("No templates yet")).toBeVisible();
    });
  });
