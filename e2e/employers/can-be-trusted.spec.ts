import { addMember, createAdmin, createCompany, createPosting, createUser, unique } from "@/db/factories";
import { expect, expectAccessible, mailTo, pageOf, test } from "../fixtures";

for (const script of [true, false]) {
  const without = script ? "with" : "without";

  test(`a verified company that takes another's name loses its badge, and is told why, ${without} JavaScript`, async ({
    browser,
  }) => {
    const [owner, recruiter, impostor, admin] = [
      await createUser(),
      await createUser(),
      await createUser(),
      await createAdmin(),
    ];
    const name = unique("Brightwater");
    const website = `https://${unique("bright")}.example`;
    const verified = { verifiedBy: "dns", verifiedAt: new Date() } as const;
    const company = await createCompany({ name, website, owner, ...verified });
    await addMember(company.id, recruiter, "recruiter");
    const { slug } = await createPosting({ companyId: company.id });
    const office = await pageOf(browser, owner, { script });
    const visitor = await pageOf(browser, null, { script });

    await test.step("a website with a login is refused at its field, and what was typed stays", async () => {
      await office.goto("/employer/company");
      await office.getByLabel("Website").fill("https://user:pass@evil.example/");
      await office.getByRole("button", { name: "Save", exact: true }).click();
      await expect(office.getByText("Leave out the user name and the password").first()).toBeVisible();
      await expect(office.getByLabel("Website")).toHaveValue("https://user:pass@evil.example/");
    });

    await test.step("the same name in capitals and a longer address keep the badge", async () => {
      await office.getByLabel("Name").fill(name.toUpperCase());
      await office.getByLabel("Website").fill(`${website}/jobs`);
      await office.getByRole("button", { name: "Save", exact: true }).click();
      await expect(office.getByText("Changes saved.")).toBeVisible();
      await visitor.goto(`/companies/${company.slug}`);
      await expect(visitor.getByText("Verified by DNS record")).toBeVisible();
      await visitor.goto(`/jobs/${slug}`);
      await expect(visitor.getByText("Verified by DNS record")).toBeVisible();
    });

    await test.step("another name does not", async () => {
      await office.getByLabel("Name").fill(`${name} Stripe`);
      await office.getByRole("button", { name: "Save", exact: true }).click();
      await expect(office.getByText("Your company is no longer verified")).toBeVisible();
      if (script) await expectAccessible(office);
      await visitor.goto(`/companies/${company.slug}`);
      await expect(visitor.getByText("Not verified", { exact: true })).toBeVisible();
      await visitor.goto(`/jobs/${slug}`);
      await expect(visitor.getByText(/Verified by/)).toHaveCount(0);
      expect(await mailTo(owner.email, "is no longer verified")).toContain("/employer/company/verify");
    });

    await test.step("a company that looks like another is told at the desk", async () => {
      await createCompany({ name: `${name} Real`, owner: await createUser(), ...verified });
      const double = await createCompany({ name: `${name} Reаl Inc.`, owner: impostor });
      const { id } = await createPosting({ companyId: double.id, state: "in_review" });
      const desk = await pageOf(browser, admin, { script });
      await desk.goto(`/admin/postings/${id}`);
      await expect(
        desk.getByText(`The company's name looks like ${name} Real, a verified company.`),
      ).toBeVisible();
    });
  });

  test(`a company is public from its first public posting on, ${without} JavaScript`, async ({ browser }) => {
    const [owner, admin] = [await createUser(), await createAdmin()];
    const name = unique("Gullwing");
    const company = await createCompany({ name, owner });
    const { id } = await createPosting({
      companyId: company.id,
      state: "in_review",
      title: `${name} Developer`,
    });
    const address = `/companies/${company.slug}`;
    const office = await pageOf(browser, owner, { script });
    const desk = await pageOf(browser, admin, { script });
    const visitor = await pageOf(browser, null, { script });

    await test.step("before, its members alone see its page, which says so", async () => {
      expect((await visitor.goto(address))?.status()).toBe(404);
      await visitor.goto(`/companies?q=${name}`);
      await expect(visitor.getByText("No company has that name")).toBeVisible();
      await office.goto("/employer/company");
      await expect(office.getByText("Your company is not public yet")).toBeVisible();
      await office.getByRole("link", { name: "Public page" }).click();
      await expect(office.getByText("This page is not public yet")).toBeVisible();
      if (script) await expectAccessible(office);
    });

    await test.step("then everyone does, and no id of ours comes along", async () => {
      await desk.goto(`/admin/postings/${id}`);
      await desk.getByRole("button", { name: "Approve and publish" }).click();
      await expect(desk.getByText("Posting approved. It is live.")).toBeVisible();
      expect((await visitor.goto(address))?.status()).toBe(200);
      const list = await visitor.goto(`/companies?q=${name}`);
      await expect(visitor.getByRole("link", { name, exact: true })).toBeVisible();
      expect(await list?.text()).not.toContain(company.id);
    });
  });
}
