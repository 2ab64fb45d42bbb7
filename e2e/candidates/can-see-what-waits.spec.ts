import {
  createAdmin,
  createApplication,
  createCompany,
  createPosting,
  createUser,
  unique,
} from "@/db/factories";
import { moveApplication } from "@/lib/applications/commands";
import { expect, expectReadable, pageOf, test } from "../fixtures";

for (const script of [true, false])
  test(`the bar counts applications with news until they are read, and applicants who wait, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const [owner, candidate] = [await createUser(), await createUser({ name: "Kim Candidate" })];
    const { id: companyId } = await createCompany({ owner });
    const title = unique("Ledger");
    const { id: postingId } = await createPosting({ companyId, title });
    const { id } = await createApplication({ postingId, companyId, candidate });
    const home = await pageOf(browser, candidate, { script });
    const office = await pageOf(browser, owner, { script });
    const inBar = (page: typeof home, name: string) =>
      page.getByRole("navigation", { name: "Main" }).getByRole("link", { name, exact: true });

    await test.step("a member sees who waits, and answers", async () => {
      await office.goto("/employer");
      await expect(inBar(office, "Postings")).toHaveAttribute("aria-current", "page");
      await expect(inBar(office, "Matches")).toHaveCount(0);
      await inBar(office, "Applicants 1 waiting").click();
      await expect(office.getByRole("link", { name: "Kim Candidate" })).toBeVisible();
      await expect(inBar(office, "Applicants 1 waiting")).toHaveAttribute("aria-current", "page");
      await expect(inBar(office, "Postings")).not.toHaveAttribute("aria-current");
      await office.getByRole("link", { name: "Kim Candidate" }).click();
      await office.getByLabel("Interview").check();
      await office.getByRole("button", { name: "Move and notify the candidate" }).click();
      await expect(inBar(office, "Applicants")).toBeVisible();
      await office.goto("/employer/applicants");
      await expect(office.getByText("Nobody is waiting for an answer.")).toBeVisible();
    });

    await test.step("the candidate sees that there is news, reads it, and it counts no more", async () => {
      await home.goto("/jobs");
      await expect(inBar(home, "Jobs")).toHaveAttribute("aria-current", "page");
      await inBar(home, "Applications 1 with news").click();
      await expect(home.getByText("New since you last looked.")).toBeVisible();
      await home.getByRole("link", { name: title }).click();
      await expect(home.getByRole("heading", { name: title })).toBeVisible();
      if (!script) await home.getByRole("button", { name: "Mark as read" }).click();
      await expect(inBar(home, "Applications")).toHaveAttribute("aria-current", "page");
      await expect(home.getByRole("button", { name: "Mark as read" })).toHaveCount(0);
      await inBar(home, "Applications").click();
      await expect(home.getByText("New since you last looked.")).toHaveCount(0);
    });

    await test.step("opening the page by GET alone reads nothing", async () => {
      await moveApplication(owner, { id, from: "interview", to: "offer", message: "" });
      const quiet = await pageOf(browser, candidate, { script: false });
      await quiet.goto(`/applications/${id}`);
      await quiet.reload();
      await expect(inBar(quiet, "Applications 1 with news")).toBeVisible();
    });
  });

test("who is candidate, member and admin has each part in the bar, which fits a phone", async ({
  browser,
}) => {
  const admin = await createAdmin();
  const { id: companyId } = await createCompany({ owner: admin });
  await createPosting({ companyId, state: "in_review" });
  const other = await createCompany({ owner: await createUser() });
  const { id: postingId } = await createPosting({ companyId: other.id });
  await createApplication({ postingId, companyId: other.id, candidate: admin });
  const page = await pageOf(browser, admin);
  await page.goto("/applications");
  const bar = page.getByRole("navigation", { name: "Main" }).getByRole("link");
  await expect(bar).toHaveText([
    "Jobs",
    "Matches",
    "Applications",
    "Saved",
    "Postings",
    "Applicants",
    /^Review ?[\d,]+ waiting$/,
  ]);
  await expectReadable(page);
});
