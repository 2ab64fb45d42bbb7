import { createAdmin, createCompany, createPosting, createUser, daysAgo, unique } from "@/db/factories";
import { approvePosting } from "@/lib/moderation/commands/decide";
import { expect, expectReadable, mailTo, pageOf, test } from "../fixtures";

for (const script of [true, false])
  test(`an employer pauses a posting and shows it again, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
    request,
  }) => {
    const owner = await createUser();
    const { id: companyId } = await createCompany({ owner });
    const title = `${unique("Ledger")} Developer`;
    const { id, slug } = await createPosting({ companyId, title });
    const office = await pageOf(browser, owner, { script });
    const status = async () => (await request.get(`/jobs/${slug}`)).status();
    const isFound = async () => (await (await request.get(`/jobs?q="${title}"`)).text()).includes(slug);

    await office.goto(`/employer/postings/${id}`);
    await office.getByRole("button", { name: "Pause" }).click();
    await expect(office.getByText("The posting is paused.")).toBeVisible();
    if (script) await expectReadable(office);
    expect([await status(), await isFound()]).toEqual([404, false]);

    await office.getByRole("button", { name: "Resume" }).click();
    await expect(office.getByText("The posting is live again.")).toBeVisible();
    expect([await status(), await isFound()]).toEqual([200, true]);
    const visitor = await pageOf(browser, null, { script });
    await visitor.goto(`/jobs/${slug}`);
    await expect(visitor.getByText("Shown again after a pause")).toBeVisible();
  });

test("an employer chooses when a posting goes live, and hears of it", async ({ browser, request }) => {
  const owner = await createUser();
  const { id: companyId } = await createCompany({ owner });
  const title = `${unique("Ledger")} Developer`;
  const { id, slug } = await createPosting({ companyId, title, state: "in_review" });
  const office = await pageOf(browser, owner);
  await office.goto(`/employer/postings/${id}`);
  const field = office.getByLabel("Publish on (UTC)");

  await field.fill("2020-01-01T09:00");
  await office.getByRole("button", { name: "Save publication date" }).click();
  await expect(office.getByText("Enter a time in the future.").first()).toBeVisible();
  await expect(field).toHaveValue("2020-01-01T09:00");

  const inThreeDays = daysAgo(-3).toISOString().slice(0, 16);
  await field.fill(inThreeDays);
  await office.getByRole("button", { name: "Save publication date" }).click();
  await expect(office.getByText("Publication date saved.")).toBeVisible();
  await approvePosting(await createAdmin(), { id });
  await mailTo(owner.email, `Approved: ${title}`);
  expect((await request.get(`/jobs/${slug}`)).status()).toBe(404);

  await office.goto(`/employer/postings/${id}`);
  await expect(office.getByText("Scheduled", { exact: true })).toBeVisible();
  await expectReadable(office);
  await field.fill("");
  await office.getByRole("button", { name: "Save publication date" }).click();
  await mailTo(owner.email, `Live: ${title}`);
  expect((await request.get(`/jobs/${slug}`)).status()).toBe(200);
});
