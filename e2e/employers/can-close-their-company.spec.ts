import { createApplication, createCompany, createPosting, createUser, unique } from "@/db/factories";
import { expect, expectReadable, mailTo, pageOf, test } from "../fixtures";
import { runTask } from "../steps";

for (const script of [true, false])
  test(`an owner can close their company, and everyone concerned is told, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const [owner, candidate] = [await createUser(), await createUser()];
    const name = unique("Tallyhaven");
    const company = await createCompany({ name, owner });
    const posting = await createPosting({ companyId: company.id });
    await createApplication({ postingId: posting.id, companyId: company.id, candidate });
    const office = await pageOf(browser, owner, { script });

    await test.step("after they read what happens, and typed its name", async () => {
      await office.goto("/employer/company");
      await office.getByRole("link", { name: "Close the company…" }).click();
      await expect(office.getByText("1 public posting is closed at once.")).toBeVisible();
      await expect(office.getByText("1 applicant who waits gets your message")).toBeVisible();
      if (script) await expectReadable(office);
      await office.getByLabel("Message to everyone").fill("We are closing. Thank you for your time.");
      await office.getByLabel("Name of the company").fill("Somebody else");
      await office.getByRole("button", { name: "Close the company" }).click();
      await expect(office.getByText(`Enter the name of the company: ${name}`).first()).toBeVisible();
      await expect(office.getByLabel("Message to everyone")).toHaveValue(
        "We are closing. Thank you for your time.",
      );
      await office.getByLabel("Name of the company").fill(name);
      await office.getByRole("button", { name: "Close the company" }).click();
      await expect(office.getByText("The company is closed. Those who wait get your message")).toBeVisible();
      await expect(office.getByRole("link", { name: "New posting" })).toHaveCount(0);
    });

    await test.step("members and applicants are told", async () => {
      await mailTo(owner.email, `${name} is closed on Backplane`);
      await runTask(
        "answer-closed",
        (sql) => sql`update postings set closed_at = now() - interval '11 minutes' where id = ${posting.id}`,
      );
      expect(await mailTo(candidate.email, `${name} answered`)).toContain("We are closing.");
    });

    await test.step("its page stays and says so", async () => {
      const visitor = await pageOf(browser, null, { script });
      expect((await visitor.goto(`/companies/${company.slug}`))?.status()).toBe(200);
      await expect(visitor.getByText(`${name} is closed on Backplane`)).toBeVisible();
      expect((await visitor.goto(`/jobs/${posting.slug}`))?.status()).toBe(410);
      await visitor.goto(`/companies?q=${name}`);
      await expect(visitor.getByText("No company has that name")).toBeVisible();
    });
  });
