import { addMember, createCompany, createPosting, createUser, unique } from "@/db/factories";
import { startNameServer } from "@/lib/companies/testing";
import { present } from "@/lib/present";
import { expect, expectReadable, mailTo, pageOf, test } from "../fixtures";
import { codeIn, runTask } from "../steps";

async function createVerifiable() {
  const domain = `${unique("tally")}.example`;
  const owner = await createUser();
  const company = await createCompany({ name: unique("Tallyhaven"), owner });
  await createPosting({ companyId: company.id });
  return { domain, owner, company };
}

for (const script of [true, false]) {
  const without = script ? "with" : "without";

  test(`an owner can verify their company by its e-mail domain, ${without} JavaScript`, async ({
    browser,
  }) => {
    const { domain, owner, company } = await createVerifiable();
    const office = await pageOf(browser, owner, { script });

    await test.step("after they entered its website, without a scheme", async () => {
      await office.goto("/employer/company");
      await office.getByRole("link", { name: "verify the company" }).click();
      await expect(office.getByText("Your company has no website yet.")).toBeVisible();
      await office.getByRole("link", { name: "Enter the website" }).click();
      await office.getByLabel("Website").fill(`www.${domain}`);
      await office.getByRole("button", { name: "Save", exact: true }).click();
      await expect(office.getByText("Changes saved.")).toBeVisible();
      await expect(office.getByLabel("Website")).toHaveValue(`https://www.${domain}`);
    });

    await test.step("by a code to an address there", async () => {
      await office.getByRole("link", { name: "verify the company" }).click();
      await office.getByLabel(`An address at ${domain}`).fill("jobs@elsewhere.example");
      await office.getByRole("button", { name: "Send a code" }).click();
      await expect(
        office.getByText("Enter only the part of the address before the @.").first(),
      ).toBeVisible();
      await office.getByLabel(`An address at ${domain}`).fill("jobs");
      await office.getByRole("button", { name: "Send a code" }).click();
      await expect(office.getByText(`Code sent to jobs@${domain}.`)).toBeVisible();
      if (script) await expectReadable(office);
      const mail = await mailTo(`jobs@${domain}`, `verifies ${company.name} on Backplane`);
      await office.getByLabel("Code", { exact: true }).fill("22222222");
      await office.getByRole("button", { name: "Verify with this code" }).click();
      await expect(office.getByText("This is not the code in the e-mail.").first()).toBeVisible();
      await office.getByLabel("Code", { exact: true }).fill(codeIn(mail));
      await office.getByRole("button", { name: "Verify with this code" }).click();
      await expect(office.getByText(`${company.name} is verified by its e-mail domain`)).toBeVisible();
      await mailTo(owner.email, `${company.name} is verified`);
    });

    const visitor = await pageOf(browser, null, { script });
    await visitor.goto(`/companies/${company.slug}`);
    await expect(visitor.getByText("Verified by e-mail domain")).toBeVisible();
  });

  test(`an owner who is signed in with an address there needs no code, ${without} JavaScript`, async ({
    browser,
  }) => {
    const domain = `${unique("tally")}.example`;
    const [owner, recruiter] = [await createUser({ email: `mara@${domain}` }), await createUser()];
    const company = await createCompany({ owner, website: `https://${domain}` });
    await addMember(company.id, recruiter, "recruiter");
    const desk = await pageOf(browser, recruiter, { script });
    await desk.goto("/employer/company/verify");
    await expect(desk.getByText(`Only an owner of ${company.name} can verify the company.`)).toBeVisible();
    const office = await pageOf(browser, owner, { script });
    await office.goto("/employer/company/verify");
    await office.getByRole("button", { name: "Verify by this address" }).click();
    await expect(office.getByText(`${company.name} is verified by its e-mail domain`)).toBeVisible();
  });
}

test("an owner can verify their company by a DNS record", async ({ browser }) => {
  const { domain, owner, company } = await createVerifiable();
  const names = await startNameServer(Number(process.env.DNS_SERVER?.split(":")[1]));
  try {
    const office = await pageOf(browser, owner, { script: false });
    await office.goto("/employer/company");
    await office.getByLabel("Website").fill(domain);
    await office.getByRole("button", { name: "Save", exact: true }).click();
    await office.goto("/employer/company/verify");
    await office.getByRole("button", { name: "I have added the record" }).click();
    const shown = (words: string) =>
      expect(async () => {
        await office.reload();
        await expect(office.getByText(words)).toBeVisible({ timeout: 200 });
      }).toPass({ timeout: 30_000 });
    await shown("There is no record of that name yet.");
    const value = present(await office.getByText("backplane-verification=").textContent());
    names.records.set(`_backplane.${domain}`, [value]);
    await runTask(
      "check-domains",
      (sql) => sql`update domain_checks set next_at = now() where company_id = ${company.id}`,
    );
    await shown(`${company.name} is verified by a DNS record`);
    await mailTo(owner.email, `${company.name} is verified`);
  } finally {
    await names.stop();
  }
});
