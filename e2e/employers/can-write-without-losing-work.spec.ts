import { createCompany, createUser, expireSessions, unique } from "@/db/factories";
import { expect, pageOf, test } from "../fixtures";
import { handIn, keepDraft, signInByCode } from "../steps";

for (const script of [true, false]) {
  const how = script ? "with JavaScript" : "without JavaScript";

  test(`what was typed into a posting is back after signing in again, ${how}`, async ({ browser }) => {
    const owner = await createUser();
    await createCompany({ owner });
    const page = await pageOf(browser, owner, { script });
    const title = `${unique("Ledger")} Backend Developer`;
    await page.goto("/employer/postings/new");
    await page.getByLabel("Title").fill(title);
    await page.getByLabel("Description").fill("Two lines\nof a long text.");
    await page.getByLabel("Skill 2", { exact: true }).fill("Kafka");
    await page.getByLabel("Skill 2 is").selectOption("Nice to have");
    await page.context().clearCookies();
    await keepDraft(page);

    await expect(page.getByText("We saved what you typed for one hour.")).toBeVisible();
    await signInByCode(page, owner.email);
    await expect(page.getByText("You were signed out before this was saved.")).toBeVisible();
    await expect(page.getByLabel("Title")).toHaveValue(title);
    await expect(page.getByLabel("Description")).toHaveValue("Two lines\nof a long text.");
    await expect(page.getByLabel("Skill 2", { exact: true })).toHaveValue("Kafka");
    await expect(page.getByLabel("Skill 2 is")).toHaveValue("nice");

    await keepDraft(page);
    await expect(page.getByText("Draft saved.")).toBeVisible();
    await expect(page.getByLabel("Title")).toHaveValue(title);
    await page.goto("/employer/postings/new");
    await expect(page.getByLabel("Title")).toHaveValue("");
  });

  test(`the second of two tabs is told what the first one saved, and both keep their work, ${how}`, async ({
    browser,
  }) => {
    const owner = await createUser();
    await createCompany({ owner });
    const first = await pageOf(browser, owner, { script });
    await first.goto("/employer/postings/new");
    await first.getByLabel("Title").fill("Backend Developer");
    await keepDraft(first);
    await expect(first.getByText("Draft saved.")).toBeVisible();
    const second = await first.context().newPage();
    await second.goto(first.url());

    await first.getByLabel("Description").fill("What the first tab wrote.");
    await first.getByLabel("Title").fill("Backend Developer, Ledger");
    await keepDraft(first);
    await expect(first.getByText("Draft saved.")).toBeVisible();

    await second.getByLabel("Title").fill("Backend Developer, Books");
    await second.getByLabel("Skill 1", { exact: true }).fill("Go");
    await keepDraft(second);
    await expect(second.getByText("This was changed elsewhere after you opened it.").first()).toBeVisible();
    await expect(second.getByText("“Backend Developer, Ledger”").first()).toBeVisible();
    await expect(second.getByLabel("Title")).toHaveValue("Backend Developer, Books");
    await expect(second.getByLabel("Description")).toHaveValue("What the first tab wrote.");
    await expect(second.getByLabel("Skill 1", { exact: true })).toHaveValue("Go");

    await keepDraft(second);
    await expect(second.getByText("Draft saved.")).toBeVisible();
    await expect(second.getByLabel("Title")).toHaveValue("Backend Developer, Books");
    await expect(second.getByLabel("Description")).toHaveValue("What the first tab wrote.");
  });
}

test("everything that is missing from a posting is told at once, each at its field", async ({ browser }) => {
  const owner = await createUser();
  await createCompany({ owner });
  const page = await pageOf(browser, owner);
  await page.goto("/employer/postings/new");
  await handIn(page);
  const summary = page.getByRole("alert").filter({ hasText: "Check the marked fields." });
  await expect(summary.getByRole("link")).toHaveCount(5);
  for (const label of ["Title", "Description", "From", "Employment", "Workplace"])
    await expect(page.getByLabel(label, { exact: true })).toHaveAttribute("aria-invalid", "true");
});

test("what one person typed is not shown to another who signs in after them", async ({ browser }) => {
  const [owner, other] = [await createUser(), await createUser()];
  await createCompany({ owner });
  await createCompany({ owner: other });
  const page = await pageOf(browser, owner);
  await page.goto("/employer/postings/new");
  await page.getByLabel("Title").fill("A secret role");
  await expireSessions(owner);
  await keepDraft(page);
  await expect(page.getByText("We saved what you typed for one hour.")).toBeVisible();
  await signInByCode(page, other.email);
  await expect(page.getByLabel("Title")).toHaveValue("");
});
