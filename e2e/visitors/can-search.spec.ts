import { expect, pageOf, test, whenScripted } from "../fixtures";

/** The number over the list. */
const total = /^([\d,]+) postings?$/;

for (const script of [true, false]) {
  const how = script ? "with" : "without";
  test(`what is typed is read as structure, and comes off chip by chip, ${how} JavaScript`, async ({
    browser,
  }) => {
    const page = await pageOf(browser, null, { script });
    await page.goto("/jobs");
    await page.getByLabel("Search postings").fill("go remote 60k eur");
    await page.getByRole("button", { name: "Search" }).click();
    await expect(page).toHaveURL("/jobs?skill=go&workplace=remote&salary=60000&currency=EUR");
    const chips = page.getByRole("list", { name: "Filters in force" });
    await expect(chips.getByRole("link", { name: /Go/ })).toBeVisible();
    // What was understood can be amended.
    await expect(page.getByLabel("Search postings")).toHaveValue("Go remote 60k EUR");
    await chips.getByRole("link", { name: /Remote/ }).click();
    await expect(page).toHaveURL("/jobs?skill=go&salary=60000&currency=EUR");
    await page.goBack();
    await expect(page).toHaveURL("/jobs?skill=go&workplace=remote&salary=60000&currency=EUR");
    await expect(chips.getByRole("link", { name: /Remote/ })).toBeVisible();
  });

  test(`a count is the total behind its link, ${how} JavaScript`, async ({ browser }) => {
    const page = await pageOf(browser, null, { script });
    await page.goto("/jobs?skill=postgresql");
    for (const name of [/^Docker/, /^Hybrid/, /^Mid/]) {
      const link = page.getByRole("link", { name }).or(page.getByRole("checkbox", { name })).first();
      const count = (await link.textContent())?.match(/[\d,]+$/)?.[0];
      await link.click();
      await expect(page.getByRole("status")).toHaveText(total);
      await expect(page.getByRole("status")).toContainText(`${count} posting`);
    }
  });
}

test("an empty search says which filter to give up, and how many that brings", async ({ page }) => {
  await page.goto("/jobs?skill=go&salary=900000");
  await page.getByRole("link", { name: /without “pay from \$900,000”/ }).click();
  await expect(page).toHaveURL("/jobs?skill=go");
  await expect(page.getByRole("status")).toHaveText(total);
});

test("a posting says which filters of the search hide it", async ({ page }) => {
  await page.goto("/jobs?skill=go");
  const href = await page.locator("[data-postings] h2 a").first().getAttribute("href");
  await page.goto(`${href}&skill=cobol&workplace=remote&workplace=hybrid&workplace=onsite`);
  const notice = page.getByText("Your search does not include this posting").locator("..");
  await expect(notice).toContainText("skill COBOL");
  await expect(notice).not.toContainText("Remote");
  await page.goto(href as string);
  await expect(page.getByText("Your search does not include this posting")).toHaveCount(0);
});

test("by keyboard alone", async ({ page }) => {
  await page.goto("/jobs");
  await whenScripted(page.getByLabel("Search postings"));
  await page.keyboard.press("/");
  await expect(page.getByLabel("Search postings")).toBeFocused();
  await page.keyboard.type("kotlin");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/jobs?skill=kotlin");
  await page.locator("h1").click();
  const titles = page.locator("[data-postings] h2 a");
  await page.keyboard.press("j");
  await expect(titles.nth(0)).toBeFocused();
  await page.keyboard.press("j");
  await expect(titles.nth(1)).toBeFocused();
  await page.keyboard.press("k");
  const name = (await titles.nth(0).textContent()) ?? "";
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
});

test("a mistyped word is mended, and says so; as typed it finds nothing", async ({ page }) => {
  await page.goto("/jobs?q=setlement");
  await expect(page.getByText("No posting contains “setlement”")).toBeVisible();
  await expect(page.getByRole("status")).not.toHaveText("0 postings");
  await page.getByRole("link", { name: "Search for what you typed" }).click();
  await expect(page.getByRole("status")).toHaveText("0 postings");
});

test("the search box offers what a line may go on to be", async ({ page }) => {
  await page.goto("/jobs");
  await whenScripted(page.getByLabel("Search postings"));
  await page.getByLabel("Search postings").pressSequentially("kuber");
  await expect(page.locator("datalist option[value=Kubernetes]")).toBeAttached();
});

for (const script of [true, false]) {
  test(`back restores the search and the place on the page, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const page = await pageOf(browser, null, { script });
    await page.goto("/jobs?workplace=remote");
    const posting = page.locator("[data-postings] h2 a").nth(12);
    await posting.scrollIntoViewIfNeeded();
    const before = (await posting.boundingBox())?.y as number;
    await posting.click();
    await expect(page.getByRole("status").filter({ hasText: total })).toHaveCount(0);
    await page.goBack();
    await expect(page).toHaveURL("/jobs?workplace=remote");
    await expect(page.getByRole("status")).toHaveText(total);
    await expect(async () => {
      const now = (await posting.boundingBox())?.y as number;
      expect(Math.abs(now - before)).toBeLessThan(40);
    }).toPass();
  });
}
