import { createAdmin, createCompany, createPosting, createUser, unique } from "@/db/factories";
import { expect, mailTo, pageOf, test } from "../fixtures";
import { approve, handIn, openFromQueue } from "../steps";

for (const script of [true, false]) {
  const how = script ? "with JavaScript" : "without JavaScript";

  test(`an admin sends a posting back with a reason, and its writer fixes it, ${how}`, async ({
    browser,
  }) => {
    const [owner, admin] = [await createUser(), await createAdmin()];
    const title = `${unique("Ledger")} Developer`;
    const { id: companyId } = await createCompany({ owner });
    const { id } = await createPosting({ companyId, title, state: "in_review" });
    const desk = await pageOf(browser, admin, { script });
    const office = await pageOf(browser, owner, { script });
    await openFromQueue(desk, title);
    await desk.getByRole("button", { name: "Send back with reasons" }).click();
    await expect(desk.getByText("Enter at least one reason").first()).toBeVisible();
    await desk.getByLabel("Reason 1 is about").selectOption("title");
    await desk.getByLabel("Reason 1", { exact: true }).fill("Say which ledger.");
    await desk.getByRole("button", { name: "Send back with reasons" }).click();
    await expect(desk.getByText("Posting sent back for changes.")).toBeVisible();
    expect(await mailTo(owner.email, "Changes requested")).toContain("Say which ledger.");
    await office.goto(`/employer/postings/${id}`);
    await expect(office.getByText("Say which ledger.")).toBeVisible();
    await handIn(office);
    await expect(office.getByText("Submitted for review.")).toBeVisible();
  });

  test(`an admin approves a posting: it is live at once, and its company is told, ${how}`, async ({
    browser,
  }) => {
    const [owner, admin] = [await createUser(), await createAdmin()];
    const title = `${unique("Ledger")} Developer`;
    const { id: companyId } = await createCompany({ owner });
    const { slug } = await createPosting({ companyId, title, state: "in_review" });
    const desk = await pageOf(browser, admin, { script });
    const visitor = await pageOf(browser, null, { script });
    expect((await visitor.goto(`/jobs/${slug}`))?.status()).toBe(404);
    await openFromQueue(desk, title);
    await approve(desk);
    expect((await visitor.goto(`/jobs/${slug}`))?.status()).toBe(200);
    await expect(visitor.getByRole("heading", { name: title })).toBeVisible();
    await mailTo(owner.email, "Live:");
  });
}
