import { addMember, createCompany, createUser, unique } from "@/db/factories";
import { expect, mailTo, pageOf, test } from "../fixtures";

for (const script of [true, false])
  test(`a member can leave a company, but not its last owner, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const [owner, recruiter] = [await createUser(), await createUser()];
    const name = unique("Tallyhaven");
    const company = await createCompany({ name, owner });
    await addMember(company.id, recruiter, "recruiter");
    const office = await pageOf(browser, recruiter, { script });
    await office.goto("/employer/team");
    await office.getByText("Leave this company").click();
    await office.getByRole("button", { name: `Leave ${name}` }).click();
    await expect(office.getByText("You left the company.")).toBeVisible();
    await mailTo(recruiter.email, `You left ${name}`);
    await mailTo(owner.email, `${recruiter.email} left ${name}`);
    expect((await office.goto(`/employer/team?company=${company.slug}`))?.url()).toMatch(/\/employer$/);

    const last = await pageOf(browser, owner, { script });
    await last.goto("/employer/team");
    await expect(last.getByText("You are the only owner, and a company needs one.")).toBeVisible();
    await expect(last.getByRole("button", { name: `Leave ${name}` })).toHaveCount(0);
  });
