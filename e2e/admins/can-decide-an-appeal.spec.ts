import { createAdmin, createCompany, createPosting, createUser, unique } from "@/db/factories";
import { removePosting } from "@/lib/moderation/commands/decide";
import { expect, expectReadable, mailTo, pageOf, test } from "../fixtures";

for (const script of [true, false])
  test(`a company appeals against a removal, and another admin reverses it, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const [owner, decider, other] = [await createUser(), await createAdmin(), await createAdmin()];
    const title = `${unique("Ledger")} Developer`;
    const { id: companyId } = await createCompany({ owner });
    const { id, slug } = await createPosting({ companyId, title });
    await removePosting(decider, { id, about: "scam", reason: "It is not a real role." });
    const office = await pageOf(browser, owner, { script });
    expect(await mailTo(owner.email, "Removed:")).toContain(`/employer/postings/${id}/appeal`);

    await office.goto(`/employer/postings/${id}`);
    await office.getByRole("link", { name: "appeal", exact: true }).click();
    await expect(office.getByText("It is not a real role.")).toBeVisible();
    await expect(office).toHaveTitle(/^Appeal/);
    if (script) await expectReadable(office);
    await office.getByRole("button", { name: "Send appeal" }).click();
    await expect(office.getByText("Say why the decision is wrong.").first()).toBeVisible();
    await office.getByLabel("Why the decision is wrong").fill("We have hired for it since March.");
    await office.getByRole("button", { name: "Send appeal" }).click();
    await expect(office.getByText("Your appeal was sent.")).toBeVisible();
    await expect(office.getByRole("button", { name: "Send appeal" })).toBeHidden();
    await mailTo(owner.email, "Your appeal was received");

    const own = await pageOf(browser, decider, { script });
    await own.goto("/admin/appeals");
    await own.getByRole("link", { name: title }).click();
    await expect(own.getByText("This appeal is against your own decision.")).toBeVisible();
    await expect(own.getByRole("button", { name: "Decide the appeal" })).toBeHidden();

    const desk = await pageOf(browser, other, { script });
    await desk.goto("/admin/appeals");
    await desk.getByRole("link", { name: title }).click();
    await desk.waitForURL("/admin/appeals/*");
    await expect(desk.getByText("We have hired for it since March.")).toBeVisible();
    if (script) await expectReadable(desk);
    await desk.getByRole("button", { name: "Decide the appeal" }).click();
    await expect(desk.getByText("Choose what you decide.").first()).toBeVisible();
    await desk.getByLabel("Is reversed").check();
    await desk.getByLabel("Reasons").fill("They showed us the contract.");
    await desk.getByRole("button", { name: "Decide the appeal" }).click();
    await expect(desk.getByText("Appeal decided: the decision is reversed.")).toBeVisible();

    expect(await mailTo(owner.email, "Your appeal succeeded")).toContain("They showed us the contract.");
    expect((await office.goto(`/jobs/${slug}`))?.status()).toBe(200);
  });
