import { addMember, createCompany, createPosting, createUser, daysAgo } from "@/db/factories";
import { reportPosting } from "@/lib/reports/commands";
import { expect, expectReadable, mailTo, pageOf, test } from "../fixtures";

for (const script of [true, false])
  test(`a company whose posting was frozen by reports appeals once, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const [owner, reviewer] = [await createUser(), await createUser()];
    const { id: companyId } = await createCompany({ owner });
    await addMember(companyId, reviewer, "reviewer");
    const { id: postingId } = await createPosting({ companyId });
    for (let i = 0; i < 3; i++)
      await reportPosting(await createUser({ createdAt: daysAgo(30) }), {
        postingId,
        reason: "not_open",
        words: undefined,
      });
    expect(await mailTo(owner.email, "Frozen:")).toContain(`/employer/postings/${postingId}/appeal`);
    const office = await pageOf(browser, owner, { script });
    await office.goto(`/employer/postings/${postingId}`);
    await office.getByRole("link", { name: "appeal", exact: true }).click();
    await expect(office.getByText("Several people reported it.")).toBeVisible();
    const words = "The role is open: we interview next week.";
    await office.getByLabel("Why the decision is wrong").fill(words);
    await office.getByRole("button", { name: "Send appeal" }).click();
    await expect(office.getByText("Your appeal was sent.")).toBeVisible();
    await expect(office.getByText("Waiting for another admin")).toBeVisible();
    await expect(office.getByRole("button", { name: "Send appeal" })).toBeHidden();
    await expect(office).toHaveTitle(/^Appeal/);
    if (script) await expectReadable(office);
    expect(await mailTo(owner.email, "Your appeal was received")).toContain(words);

    const theirs = await pageOf(browser, reviewer, { script });
    await theirs.goto(`/employer/postings/${postingId}`);
    await expect(theirs.getByText("This posting is frozen")).toBeVisible();
    await expect(theirs.getByRole("link", { name: "appeal", exact: true })).toBeHidden();
  });
