import { createCompany, createPosting, createUser, daysAgo, unique } from "@/db/factories";
import { expect, expectReadable, mailTo, pageOf, test } from "../fixtures";
import { runTask } from "../steps";

const advanceNow = () => runTask("advance-postings");

for (const script of [true, false])
  test(`an employer confirms by one link in a mail that a posting is still open, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
    request,
  }) => {
    const owner = await createUser();
    const { id: companyId } = await createCompany({ owner });
    const title = `${unique("Ledger")} Developer`;
    const confirmedAt = daysAgo(22);
    const { slug } = await createPosting({ companyId, title, publishedAt: confirmedAt, confirmedAt });
    const status = async () => (await request.get(`/jobs/${slug}`)).status();
    await advanceNow();
    const mail = await mailTo(owner.email, `Is “${title}” still open?`);
    const link = /\S+\/confirm\/\S+/.exec(mail)?.[0] as string;
    // Signed in nowhere; and opening the link alone changes nothing.
    const page = await pageOf(browser, null, { script });
    await page.goto(link);
    await expect(page.getByText("It is hidden because it was not confirmed")).toBeVisible();
    if (script) await expectReadable(page);
    expect(await status()).toBe(404);
    await page.getByRole("button", { name: "Yes, it is still open" }).click();
    await expect(page.getByRole("heading", { name: `“${title}” is confirmed as open` })).toBeVisible();
    expect(await status()).toBe(200);
  });

test("a posting that was not confirmed lately says so, until its company confirms it", async ({
  browser,
}) => {
  const owner = await createUser();
  const { id: companyId } = await createCompany({ owner });
  const confirmedAt = daysAgo(15);
  const { id, slug } = await createPosting({ companyId, publishedAt: confirmedAt, confirmedAt });
  const [visitor, office] = [await pageOf(browser, null), await pageOf(browser, owner)];
  await visitor.goto(`/jobs/${slug}`);
  await expect(visitor.getByText("Not confirmed lately")).toBeVisible();
  await office.goto(`/employer/postings/${id}`);
  await expect(office.getByText("Not confirmed lately")).toBeVisible();
  await expectReadable(office);
  await office.getByRole("button", { name: "It is still open" }).click();
  await expect(office.getByText("Confirmed as still open.")).toBeVisible();
  await visitor.reload();
  await expect(visitor.getByText("Confirmed as still open")).toBeVisible();
  await expect(visitor.getByText("Not confirmed lately")).toHaveCount(0);
});

test("an employer is reminded a week before the end, and extends the posting once", async ({ browser }) => {
  const owner = await createUser();
  const { id: companyId } = await createCompany({ owner });
  const title = `${unique("Ledger")} Developer`;
  const { id } = await createPosting({ companyId, title, publishedAt: daysAgo(55), confirmedAt: daysAgo(1) });
  await advanceNow();
  expect(await mailTo(owner.email, `Ending soon: ${title}`)).toContain("You can extend it once");
  const office = await pageOf(browser, owner, { script: false });
  await office.goto(`/employer/postings/${id}`);
  await office.getByRole("button", { name: /^Extend until/ }).click();
  await expect(office.getByText("The posting is extended.")).toBeVisible();
  await expect(office.getByRole("button", { name: /^Extend until/ })).toHaveCount(0);
});
