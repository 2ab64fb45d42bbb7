import { createCompany, createPosting, createUser, expireSessions, unique } from "@/db/factories";
import { findOwnPosting } from "@/lib/postings/queries/own";
import { expect, holdRequests, pageOf, test } from "../fixtures";
import { addSkill, handIn, keepDraft, signInByCode, skillsIn } from "../steps";

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
    await addSkill(page, "Kafka", { must: false });
    await page.context().clearCookies();
    await keepDraft(page);

    await expect(page.getByText("We saved what you typed for one hour.")).toBeVisible();
    await signInByCode(page, owner.email);
    await expect(page.getByText("You were signed out before this was saved.")).toBeVisible();
    await expect(page.getByLabel("Title")).toHaveValue(title);
    await expect(page.getByLabel("Description")).toHaveValue("Two lines\nof a long text.");
    expect(await skillsIn(page)).toEqual([{ name: "Kafka", must: false }]);

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
    // The first draft's "Draft saved." stands there still.
    const id = /postings\/([^/?]+)/.exec(first.url())?.[1] as string;
    await expect.poll(async () => (await findOwnPosting(owner, id))?.title).toBe("Backend Developer, Ledger");

    await second.getByLabel("Title").fill("Backend Developer, Books");
    await addSkill(second, "Go");
    await keepDraft(second);
    await expect(second.getByText("This was changed elsewhere after you opened it.").first()).toBeVisible();
    await expect(second.getByText("“Backend Developer, Ledger”").first()).toBeVisible();
    await expect(second.getByLabel("Title")).toHaveValue("Backend Developer, Books");
    await expect(second.getByLabel("Description")).toHaveValue("What the first tab wrote.");
    expect(await skillsIn(second)).toEqual([{ name: "Go", must: true }]);

    await keepDraft(second);
    await expect(second.getByText("Draft saved.")).toBeVisible();
    await expect(second.getByLabel("Title")).toHaveValue("Backend Developer, Books");
    await expect(second.getByLabel("Description")).toHaveValue("What the first tab wrote.");
  });
}

test("what is typed while a posting is being sent stays, and is saved with the next pause", async ({
  browser,
}) => {
  const owner = await createUser();
  const { id: companyId } = await createCompany({ owner });
  const { id } = await createPosting({ companyId, state: "draft" });
  const page = await pageOf(browser, owner);
  await page.goto(`/employer/postings/${id}`);
  await addSkill(page, "Kafka");
  const sendSlowly = async () => {
    const answer = await holdRequests(
      page,
      (request) => request.postData()?.includes("\r\nsave\r\n") === true,
    );
    await keepDraft(page);
    return answer;
  };

  await page.getByLabel("From", { exact: true }).fill("no number");
  const refuse = await sendSlowly();
  await page.getByLabel("Title").fill("Backend Developer, Books");
  await page.getByLabel("Years required of Kafka").fill("4");
  await page.getByLabel("Workplace").selectOption("On site");
  await page.getByLabel("Equivalent work experience").check();
  await refuse();
  await expect(page.getByRole("alert").filter({ hasText: "Check the marked fields." })).toBeVisible();
  await expect(page.getByLabel("From", { exact: true })).toHaveValue("no number");
  await expect(page.getByLabel("Title")).toHaveValue("Backend Developer, Books");
  await expect(page.getByLabel("Years required of Kafka")).toHaveValue("4");
  await expect(page.getByLabel("Workplace")).toHaveValue("onsite");
  await expect(page.getByLabel("Equivalent work experience")).toBeChecked();

  await page.getByLabel("From", { exact: true }).fill("55,000");
  const save = await sendSlowly();
  await page.getByLabel("Description").fill("What came to mind meanwhile.");
  await save();
  await expect(page.getByText("Draft saved.")).toBeVisible();
  await expect(page.getByLabel("Description")).toHaveValue("What came to mind meanwhile.");
  await expect
    .poll(async () => (await findOwnPosting(owner, id))?.description)
    .toBe("What came to mind meanwhile.");
});

test("everything that is missing from a posting is told at once, each at its field", async ({ browser }) => {
  const owner = await createUser();
  await createCompany({ owner });
  const page = await pageOf(browser, owner);
  await page.goto("/employer/postings/new");
  await handIn(page);
  const summary = page.getByRole("alert").filter({ hasText: "Check the marked fields." });
  await expect(summary.getByRole("link")).toHaveCount(5);
  const [above, title] = await Promise.all([summary.boundingBox(), page.getByLabel("Title").boundingBox()]);
  if (!above || !title) throw new Error("The summary and the form cannot be seen.");
  expect(above.y + above.height, "the summary stands above the form").toBeLessThan(title.y);
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

test("a posting is saved while it is written, as one draft, and going back never makes a second", async ({
  browser,
}) => {
  const owner = await createUser();
  await createCompany({ owner });
  const page = await pageOf(browser, owner);
  const title = `${unique("Ledger")} Developer`;
  await page.goto("/employer");
  await page.goto("/employer/postings/new");
  await addSkill(page, "Kafka");
  await page.getByLabel("Title").fill(title);
  await expect(page.getByText("Changes not saved yet.")).toBeVisible();
  await expect(page.getByText("All changes are saved.")).toBeVisible();
  await expect(page).toHaveURL(/postings\/[0-9a-f-]{36}$/);

  await page.getByLabel("Description").fill("Written after the first save.");
  await keepDraft(page);
  await expect(page.getByText("Draft saved.")).toBeVisible();
  await expect(page.getByLabel("Description")).toHaveValue("Written after the first save.");
  expect(await skillsIn(page)).toEqual([{ name: "Kafka", must: true }]);

  await page.getByLabel("At least").fill("many");
  await expect(page.getByText("Not saved yet. Enter a whole number.")).toBeVisible();
  await page.getByLabel("At least").fill("5");
  await page.getByRole("link", { name: "Preview", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Preview", exact: true })).toBeVisible();
  await expect(page.getByText("5+ years").first()).toBeVisible();
  await page.goto("/employer");
  await expect(page.getByRole("link", { name: title })).toHaveCount(1);
});

test("whoever leaves with something that cannot be saved is asked first", async ({ browser }) => {
  const owner = await createUser();
  await createCompany({ owner });
  const page = await pageOf(browser, owner);
  await page.goto("/employer/postings/new");
  await addSkill(page, "Kafka");
  await page.getByLabel("At least").fill("many");
  const asked = page.waitForEvent("dialog");
  const click = page.getByRole("link", { name: "Paste an advert" }).click();
  const dialog = await asked;
  expect(dialog.message()).toBe("Your last changes are not saved. Leave this page without them?");
  await dialog.dismiss();
  await click;
  await expect(page.getByLabel("At least")).toHaveValue("many");
});

test("two people who write at once are both told, and nothing of either is lost", async ({ browser }) => {
  const owner = await createUser();
  await createCompany({ owner });
  const first = await pageOf(browser, owner);
  await first.goto("/employer/postings/new");
  await addSkill(first, "Kafka");
  await expect(first.getByText("All changes are saved.")).toBeVisible();
  await expect(first).toHaveURL(/[0-9a-f-]{36}$/);
  const second = await first.context().newPage();
  await second.goto(first.url());
  await expect(second.getByLabel("Add a skill")).toBeVisible();

  await first.getByLabel("Title").fill("Developer, Ledger");
  await expect(first.getByText("Changes not saved yet.")).toBeVisible();
  await expect(first.getByText("All changes are saved.")).toBeVisible();
  await second.getByLabel("Title").fill("Developer, Books");
  await second.getByLabel("Description").fill("What the second wrote.");
  await expect(second.getByText("This was changed elsewhere after you opened it.").first()).toBeVisible();
  await expect(second.getByText("“Developer, Ledger”").first()).toBeVisible();
  await expect(second.getByLabel("Title")).toHaveValue("Developer, Books");
  await keepDraft(second);
  await expect(second.getByText("Draft saved.")).toBeVisible();

  await first.getByLabel("At most").fill("9");
  await expect(first.getByText("This was changed elsewhere after you opened it.").first()).toBeVisible();
  await expect(first.getByLabel("Title")).toHaveValue("Developer, Books");
  await expect(first.getByLabel("Description")).toHaveValue("What the second wrote.");
  await expect(first.getByLabel("At most")).toHaveValue("9");
});
