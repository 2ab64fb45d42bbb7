import { createCompany, createPosting, createProfile, createUser, unique } from "@/db/factories";
import { closePosting } from "@/lib/postings/commands/close";
import { expect, expectAccessible, pageOf, test } from "../fixtures";

for (const script of [true, false])
  test(`a candidate hides a posting, shows it again, and follows its company, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const candidate = await createUser();
    const owner = await createUser();
    const company = await createCompany({ name: unique("Looplight"), owner });
    const [one, two] = [unique("Ledger"), unique("Payments")];
    const { slug } = await createPosting({ companyId: company.id, title: one });
    await createPosting({ companyId: company.id, title: two });
    const page = await pageOf(browser, candidate, { script });
    const list = `/jobs?company=${company.slug}`;

    await test.step("in a list it becomes one quiet line, and the figures stay everyone's", async () => {
      await page.goto(list);
      await page.getByRole("button", { name: `Hide ${one}` }).click();
      await expect(page.getByText(`Hidden: ${one}`)).toBeVisible();
      await expect(page.getByRole("heading", { name: one })).toHaveCount(0);
      await expect(page.getByRole("heading", { name: two })).toBeVisible();
      await expect(page.getByRole("status").filter({ hasText: "2 postings" })).toBeVisible();
      expect(new URL(page.url()).search).toBe(`?company=${company.slug}`);
    });

    await test.step("it is shown again from the list, its own page, and the page of what is saved", async () => {
      await page.getByRole("button", { name: `Show again ${one}` }).click();
      await expect(page.getByRole("heading", { name: one })).toBeVisible();
      await page.goto(`/jobs/${slug}`);
      await page.getByRole("button", { name: "Hide this posting" }).click();
      await expect(page.getByText("You hid this posting")).toBeVisible();
      await page.getByRole("button", { name: "Show this posting again" }).click();
      await page.getByRole("button", { name: "Hide this posting" }).click();
      await expect(page.getByText("You hid this posting")).toBeVisible();
      await page.goto("/saved");
      await page.getByRole("button", { name: `Show again ${one}` }).click();
      await expect(page.getByText("Posting shown again.")).toBeVisible();
      await expect(page.getByText("You have hidden no postings.")).toBeVisible();
    });

    await test.step("the company is followed from a posting, and no longer from its own page", async () => {
      await page.goto(`/jobs/${slug}`);
      await page.getByRole("button", { name: `Follow ${company.name}` }).click();
      await expect(page.getByRole("button", { name: `Stop following ${company.name}` })).toBeVisible();
      await page.goto("/saved");
      await expect(page.getByRole("heading", { name: company.name, exact: true })).toBeVisible();
      await expect(page.getByText("2 live")).toBeVisible();
      await page.goto(`/companies/${company.slug}`);
      await page.getByRole("button", { name: `Stop following ${company.name}` }).click();
      await expect(page.getByRole("button", { name: `Follow ${company.name}` })).toBeVisible();
      await page.goto("/saved");
      await expect(page.getByText("You follow no companies.")).toBeVisible();
    });
  });

for (const script of [true, false])
  test(`a posting that closed meanwhile is not hidden, and its list says why, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const owner = await createUser();
    const company = await createCompany({ owner });
    const [one, two] = [unique("Ledger"), unique("Payments")];
    const { id } = await createPosting({ companyId: company.id, title: one });
    await createPosting({ companyId: company.id, title: two });
    const page = await pageOf(browser, await createUser(), { script });
    await page.goto(`/jobs?company=${company.slug}`);
    await closePosting(owner, { id, reason: "filled" });
    await page.getByRole("button", { name: `Hide ${one}` }).click();
    await expect(
      page.getByRole("status").filter({ hasText: "This posting no longer exists." }),
    ).toBeVisible();
    await expect(page.getByRole("heading", { name: two })).toBeVisible();
    if (script) await expectAccessible(page);
    await page.getByRole("button", { name: `Hide ${two}` }).click();
    await expect(page.getByText(`Hidden: ${two}`)).toBeVisible();
    await expect(page.getByText("This posting no longer exists.")).toHaveCount(0);
  });

for (const script of [true, false])
  test(`hiding a match can be undone where it stood, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const candidate = await createUser();
    await createProfile(candidate, { skills: [{ slug: "go" }], employment: ["full-time"] });
    const company = await createCompany();
    const [one, two, far] = [unique("Ledger"), unique("Payments"), unique("Rates")];
    const skills = [{ slug: "go" }];
    for (const title of [one, two]) await createPosting({ companyId: company.id, title, skills });
    await createPosting({ companyId: company.id, title: far, skills, employment: "contract" });
    const page = await pageOf(browser, candidate, { script });
    const list = `/matches?company=${company.slug}`;
    const hide = (title: string) => page.getByRole("button", { name: `Hide ${title}` });
    const undo = (title: string) => page.getByRole("button", { name: `Undo hiding ${title}` });
    const counted = (many: string) =>
      expect(page.getByRole("status").filter({ hasText: many })).toBeVisible();

    await test.step("its row says so, with the way back under the focus", async () => {
      await page.goto(list);
      await counted("2 postings");
      await hide(one).click();
      await expect(page.getByRole("status").filter({ hasText: `Hidden: ${one}` })).toBeVisible();
      await expect(page.getByRole("heading", { name: one })).toHaveCount(0);
      await expect(undo(one)).toBeFocused();
      await counted("1 posting");
      if (script) await expectAccessible(page);
    });

    await test.step("undone, the card is there again", async () => {
      await page.keyboard.press("Enter");
      await expect(page.getByRole("heading", { name: one })).toBeVisible();
      await counted("2 postings");
      if (script) await expect(hide(one)).toBeFocused();
      expect(new URL(page.url()).search).toBe(`?company=${company.slug}`);
    });

    await test.step("one that fails is hidden in its fold; what is hidden is gone from the next page that is opened", async () => {
      await page.locator("summary").filter({ hasText: "1 fails: employment 1" }).click();
      await hide(far).click();
      await expect(page.getByText(`Hidden: ${far}`)).toHaveCount(1);
      await hide(two).click();
      await expect(undo(two)).toBeFocused();
      await page.goto(list);
      await counted("1 posting");
      await expect(page.getByText("Hidden:")).toHaveCount(0);
      await expect(page.locator("summary").filter({ hasText: "fails" })).toHaveCount(0);
    });
  });
