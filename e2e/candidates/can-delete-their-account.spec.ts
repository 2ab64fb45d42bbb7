import { createApplication, createPosting, createUser } from "@/db/factories";
import { expect, expectReadable, mailTo, pageOf, test } from "../fixtures";
import { createOffice } from "../people";
import { runTask } from "../steps";

for (const script of [true, false])
  test(`a candidate has their account deleted, and can keep it for seven days, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const { owner, company } = await createOffice();
    const candidate = await createUser({ name: "Kim Candidate" });
    const { id: postingId } = await createPosting({ companyId: company.id });
    const { id } = await createApplication({ postingId, companyId: company.id, candidate });
    const page = await pageOf(browser, candidate, { script });
    const notice = page.getByText(/^Your account will be deleted on /);
    const ask = async (email: string) => {
      await page.goto("/settings/data");
      await page.getByLabel("E-mail address of your account").fill(email);
      await page.getByRole("button", { name: "Delete my account" }).click();
    };

    await test.step("by typing its address", async () => {
      await ask("somebody@example.com");
      await expect(
        page.getByText(`Enter the address of this account: ${candidate.email}`).first(),
      ).toBeVisible();
      await ask(candidate.email);
      await expect(page.getByText(/^We will delete your account on /)).toBeVisible();
      if (script) await expectReadable(page);
      const mail = await mailTo(candidate.email, "Your account will be deleted on");
      expect(mail).toContain("/settings/data");
    });

    await test.step("keeps it from any page", async () => {
      await page.goto("/jobs");
      await expect(notice).toBeVisible();
      if (script) await expectReadable(page);
      await page.getByRole("button", { name: "Keep my account" }).click();
      await expect(page.getByText("Your account stays.")).toBeVisible();
      await expect(notice).toHaveCount(0);
    });

    await test.step("asks again, and after seven days it is gone and the company knows", async () => {
      await ask(candidate.email);
      await expect(page.getByText(/^We will delete your account on /)).toBeVisible();
      await runTask(
        "delete-accounts",
        (sql) =>
          sql`update users set deletion_at = now() - interval '1 second' where id = ${candidate.userId}`,
      );
      expect(await mailTo(owner.email, "deleted their account")).toContain("withdrawn and erased");
      await page.goto("/settings");
      await expect(page).toHaveURL(/\/sign-in/);
      const office = await pageOf(browser, owner, { script });
      const answer = await office.goto(`/employer/postings/${postingId}/applicants/${id}`);
      expect(answer?.status()).toBe(404);
    });
  });

test("the only owner of a company is shown what to do first", async ({ browser }) => {
  const { owner, company } = await createOffice();
  const page = await pageOf(browser, owner);
  await page.goto("/settings/data");
  await expect(page.getByRole("button", { name: "Delete my account" })).toHaveCount(0);
  await page.getByRole("link", { name: `Close the company ${company.name}` }).click();
  await expect(page.getByRole("heading", { name: `Close ${company.name}` })).toBeVisible();
});
