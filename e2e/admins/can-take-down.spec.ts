import { createAdmin, createCompany, createPosting, createUser } from "@/db/factories";
import { approvePosting } from "@/lib/moderation/commands/decide";
import { expect, expectAccessible, mailTo, pageOf, test } from "../fixtures";

const reason = "It asks candidates to pay for training.";

for (const script of [true, false])
  test(`an admin removes a posting, and its company is told the reason and how to appeal, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const [owner, admin] = [await createUser(), await createAdmin()];
    const { id: companyId } = await createCompany({ owner });
    const { id, slug } = await createPosting({ companyId, state: "in_review" });
    await approvePosting(admin, { id });
    const desk = await pageOf(browser, admin, { script });
    const office = await pageOf(browser, owner, { script });
    await desk.goto(`/jobs/${slug}`);
    await desk.getByRole("link", { name: "Review this posting" }).click();
    await desk.locator("summary", { hasText: "Remove" }).click();
    await desk.getByLabel("Why it is removed").selectOption("Asks candidates to pay");
    await desk.getByLabel("Reason", { exact: true }).fill(reason);
    await desk.getByRole("button", { name: "Remove posting" }).click();
    const mail = await mailTo(owner.email, "Removed:");
    expect(mail).toContain(reason);
    expect(mail).toContain(`/employer/postings/${id}/appeal`);
    expect((await desk.goto(`/jobs/${slug}`))?.status()).toBe(410);
    await office.goto(`/employer/postings/${id}`);
    await expect(office.getByText("An admin removed this posting")).toBeVisible();
    await expect(office.getByText(reason)).toBeVisible();
    await expect(office.getByRole("link", { name: "appeal", exact: true })).toBeVisible();
    await expect(office.getByRole("heading", { name: "Earlier decisions" })).toBeVisible();
    if (script) await expectAccessible(office);
  });
