import { addMember, ageSessions, createCompany, createUser, unique } from "@/db/factories";
import { expect, expectReadable, mailTo, pageOf, test } from "../fixtures";
import { signInByCode } from "../steps";

const linkIn = (mail: string) => /http:\S+\/join\/\S+/.exec(mail)?.[0] as string;

for (const script of [true, false]) {
  const without = script ? "with" : "without";

  test(`an owner can invite colleagues, change their roles and remove them, ${without} JavaScript`, async ({
    browser,
  }) => {
    const [owner, other] = [await createUser({ name: "Mara Owner" }), await createUser()];
    const name = unique("Tallyhaven");
    const company = await createCompany({ name, owner });
    const email = `${unique("colleague")}@example.com`;
    const office = await pageOf(browser, owner, { script });
    const colleague = await pageOf(browser, null, { script });
    const stranger = await pageOf(browser, other, { script });

    await test.step("with a mistake first, which is told at its field", async () => {
      await office.goto("/employer");
      await office.getByRole("link", { name: "Team", exact: true }).click();
      await expect(office.getByText("You are the only owner")).toBeVisible();
      await office.getByLabel("E-mail address").fill("colleague at example");
      await office.getByLabel("Reviewer").check();
      await office.getByRole("button", { name: "Send invitation" }).click();
      await expect(office.getByText("Enter an e-mail address like name@example.com.").first()).toBeVisible();
      await expect(office.getByLabel("Reviewer")).toBeChecked();
      await office.getByLabel("E-mail address").fill(email.toUpperCase());
      await office.getByRole("button", { name: "Send invitation" }).click();
      await expect(office.getByText("Invitation sent.")).toBeVisible();
      await expect(office.getByText("Valid until")).toBeVisible();
      if (script) await expectReadable(office);
    });

    const first = linkIn(await mailTo(email, `Join ${name} on Backplane`));

    await test.step("and another time, which ends the first link", async () => {
      await office.getByRole("button", { name: `Send again to ${email}` }).click();
      await expect(office.getByText("Invitation sent again.")).toBeVisible();
      await colleague.goto(first);
      await expect(colleague.getByText("A newer invitation was sent to your address.")).toBeVisible();
    });

    let link = "";
    await expect
      .poll(async () => {
        link = linkIn(await mailTo(email, `Join ${name} on Backplane`));
        return link;
      })
      .not.toBe(first);

    await test.step("nobody else can accept it", async () => {
      await stranger.goto(link);
      await expect(stranger.getByText(`This invitation is for ${email}`)).toBeVisible();
      await expect(stranger.getByRole("button", { name: `Join ${name}` })).toHaveCount(0);
    });

    await test.step("the colleague signs in with that address, and joins by a button", async () => {
      await colleague.goto(link);
      await expect(
        colleague.getByText(`Mara Owner invited you to join ${name} as a reviewer.`),
      ).toBeVisible();
      await colleague.getByRole("main").getByRole("link", { name: "Sign in" }).click();
      await signInByCode(colleague, email);
      await expect(colleague.getByRole("button", { name: `Join ${name}` })).toBeVisible();
      if (script) await expectReadable(colleague);
      await colleague.getByRole("button", { name: `Join ${name}` }).click();
      await expect(colleague.getByRole("heading", { name: `Team of ${name}` })).toBeVisible();
      await expect(
        colleague.getByText(`Only an owner of ${name} can invite people, change roles and remove people.`),
      ).toBeVisible();
      await expect(colleague.getByRole("button", { name: "Send invitation" })).toHaveCount(0);
      expect(await mailTo(owner.email, `${email} joined ${name}`)).toContain("/employer/team");
      await colleague.goto(link);
      await expect(colleague.getByText("This invitation was already used.")).toBeVisible();
    });

    await test.step("a changed role holds at once", async () => {
      await office.goto(`/employer/team?company=${company.slug}`);
      const row = office.getByRole("listitem").filter({ hasText: email });
      await row.getByLabel(`Role of ${email}`).selectOption("Recruiter");
      await row.getByRole("button", { name: "Save role" }).click();
      await expect(office.getByText("Role changed.")).toBeVisible();
      await expect(row.getByText(/Recruiter since/)).toBeVisible();
      expect(await mailTo(email, `Your role at ${name} changed`)).toContain("from reviewer to recruiter");
    });

    await test.step("who is removed sees nothing any more", async () => {
      const row = office.getByRole("listitem").filter({ hasText: email });
      await row.getByText("Remove", { exact: false }).first().click();
      await row.getByRole("button", { name: `Remove ${email}` }).click();
      await expect(office.getByText("The person was removed.")).toBeVisible();
      await mailTo(email, `You are no longer a member of ${name}`);
      await colleague.goto(`/employer/team?company=${company.slug}`);
      await expect(colleague.getByRole("heading", { name: "Sign in" })).toBeVisible();
    });
  });

  test(`a role is changed after signing in anew, ${without} JavaScript`, async ({ browser }) => {
    const [owner, reviewer] = [await createUser(), await createUser()];
    const company = await createCompany({ owner });
    await addMember(company.id, reviewer, "reviewer");
    const office = await pageOf(browser, owner, { script });
    await office.goto("/employer/team");
    await ageSessions(owner, 11);
    const row = office.getByRole("listitem").filter({ hasText: reviewer.email });
    await row.getByLabel(`Role of ${reviewer.email}`).selectOption("Owner");
    await row.getByRole("button", { name: "Save role" }).click();
    await expect(office.getByText("Sign in again to confirm that it is you.")).toBeVisible();
    await signInByCode(office, owner.email);
    await expect(row.getByText(/Reviewer since/)).toBeVisible();
    await row.getByLabel(`Role of ${reviewer.email}`).selectOption("Owner");
    await row.getByRole("button", { name: "Save role" }).click();
    await expect(office.getByText("Role changed.")).toBeVisible();
    await expect(row.getByText(/Owner since/)).toBeVisible();
  });

  test(`a withdrawn invitation no longer works, ${without} JavaScript`, async ({ browser }) => {
    const owner = await createUser();
    const name = unique("Tallyhaven");
    await createCompany({ name, owner });
    const email = `${unique("colleague")}@example.com`;
    const office = await pageOf(browser, owner, { script });
    await office.goto("/employer/team");
    await office.getByLabel("E-mail address").fill(email);
    await office.getByRole("button", { name: "Send invitation" }).click();
    const link = linkIn(await mailTo(email, `Join ${name} on Backplane`));
    await office.getByRole("button", { name: `Withdraw the invitation of ${email}` }).click();
    await expect(office.getByText("Invitation withdrawn.")).toBeVisible();
    const visitor = await pageOf(browser, null, { script });
    await visitor.goto(link);
    await expect(visitor.getByText(`${name} withdrew this invitation.`)).toBeVisible();
    await mailTo(email, `${name} withdrew its invitation`);
    expect((await visitor.goto("/join/nothing-of-ours"))?.status()).toBe(404);
  });

  test(`a member of two companies keeps them apart, ${without} JavaScript`, async ({ browser }) => {
    const [owner, second] = [await createUser(), await createUser()];
    const [one, two] = [unique("Tallyhaven"), unique("Gullwing")];
    await createCompany({ name: one, owner });
    const company = await createCompany({ name: two, owner: second });
    await addMember(company.id, owner, "recruiter");
    const office = await pageOf(browser, owner, { script });
    await office.goto("/employer/team");
    await expect(office.getByRole("heading", { name: `Team of ${one}` })).toBeVisible();
    await office.getByRole("link", { name: two }).click();
    await expect(office.getByRole("heading", { name: `Team of ${two}` })).toBeVisible();
    await expect(office.getByText(second.email)).toBeVisible();
    await office.getByRole("link", { name: "Company", exact: true }).click();
    await expect(office.getByText(`Only the owners of ${two} can edit its page.`)).toBeVisible();
    expect((await office.goto("/employer/team?company=no-such-company"))?.status()).toBe(404);
  });
}
