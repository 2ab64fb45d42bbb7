import { createAdmin, createCompany, createPosting, createUser, unique } from "@/db/factories";
import { daysBefore } from "@/lib/days";
import { expect, expectAccessible, mailTo, pageOf, test } from "../fixtures";

for (const script of [true, false])
  test(`a visitor reports a posting without an account, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const { id: companyId } = await createCompany();
    const posting = await createPosting({ companyId, title: "Easy Money Developer" });
    const page = await pageOf(browser, null, { script });
    await page.goto(`/jobs/${posting.slug}`);
    await page.getByRole("link", { name: "Report it" }).click();
    await expect(page.getByRole("heading", { name: "Report a posting" })).toBeVisible();
    if (script) await expectAccessible(page);
    await page.getByRole("button", { name: "Send report" }).click();
    await expect(page.getByText("Choose what is wrong.").first()).toBeVisible();
    await page.getByLabel("It asks candidates for money").check();
    await page.getByLabel("Details (optional)").fill("They want 200 euros for a laptop.");
    await page.getByRole("button", { name: "Send report" }).click();
    await expect(page.getByText("Your report was sent.")).toBeVisible();
    await page.goto(`/jobs/${posting.slug}`);
    await expect(page.getByRole("heading", { name: "Easy Money Developer" })).toBeVisible();
  });

test("a robot that fills in what people do not see is thanked, and nothing is reported", async ({
  browser,
}) => {
  const { id: companyId } = await createCompany();
  const title = `${unique("Quay")} Developer`;
  const posting = await createPosting({ companyId, title });
  const robot = await pageOf(browser, null);
  await robot.goto(`/jobs/${posting.slug}/report`);
  await robot.getByLabel("It asks candidates for money").check();
  await robot.locator("input[name=website]").fill("https://robot.example", { force: true });
  await robot.getByRole("button", { name: "Send report" }).click();
  await expect(robot.getByText("Your report was sent.")).toBeVisible();
  const admin = await pageOf(browser, await createAdmin());
  await admin.goto(`/admin/postings/${posting.id}`);
  await expect(admin.getByRole("heading", { name: title, level: 1 })).toBeVisible();
  await expect(admin.getByText("It asks candidates for money")).toBeHidden();
  await admin.goto("/admin/audit?what=robot.refused");
  await expect(admin.getByRole("table")).toContainText("report");
});

test("three people freeze a posting, its company hears of it, and an admin shows it again", async ({
  browser,
}) => {
  const owner = await createUser();
  const { id: companyId } = await createCompany({ owner });
  const posting = await createPosting({ companyId, title: "Harbour Crane Developer" });
  const people = await Promise.all([1, 2, 3].map(() => createUser({ createdAt: daysBefore(new Date(), 9) })));
  for (const person of people) {
    const page = await pageOf(browser, person);
    await page.goto(`/jobs/${posting.slug}/report`);
    await page.getByLabel("The role is filled or does not exist").check();
    await page.getByRole("button", { name: "Send report" }).click();
    await expect(page.getByText("We will write to you when it is decided.")).toBeVisible();
  }
  const visitor = await pageOf(browser, null);
  const hidden = await visitor.goto(`/jobs/${posting.slug}`);
  expect(hidden?.status()).toBe(404);
  expect(await mailTo(owner.email, "Frozen: Harbour Crane Developer")).toContain("Several people reported");

  const admin = await pageOf(browser, await createAdmin());
  await admin.goto("/admin/reports");
  await expectAccessible(admin);
  await admin.goto(`/admin/postings/${posting.id}`);
  await expect(admin.getByText("The role is filled or does not exist")).toHaveCount(3);
  await expectAccessible(admin);
  await admin.getByRole("button", { name: "Nothing is wrong with it" }).click();
  await expect(admin.getByText("Reports dismissed.")).toBeVisible();
  const shown = await visitor.goto(`/jobs/${posting.slug}`);
  expect(shown?.status()).toBe(200);
  const [first] = people;
  expect(await mailTo(first?.email ?? "", "Your report: Harbour Crane Developer")).toContain(
    "found nothing that breaks our rules",
  );
});
