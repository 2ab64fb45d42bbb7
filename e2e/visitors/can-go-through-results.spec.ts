import { createCompany, createPosting, createUser, unique } from "@/db/factories";
import { expect, pageOf, test, whenScripted } from "../fixtures";

async function createList() {
  const company = await createCompany({ owner: await createUser() });
  const titles = Array.from({ length: 4 }, () => unique("Ledger"));
  for (const [at, title] of titles.entries())
    await createPosting({
      companyId: company.id,
      title,
      workplace: at === 0 ? "onsite" : "hybrid",
      places: [{ city: "Singapore", country: "SG" }],
    });
  return { titles, list: `/jobs?company=${company.slug}` };
}

for (const script of [true, false])
  test(`on a phone the open filters say how many postings they leave, and lead to them, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const { list } = await createList();
    const page = await pageOf(browser, null, { script });
    await page.setViewportSize({ width: 390, height: 700 });
    await page.goto(list);
    const filters = page.getByRole("complementary", { name: "Filters" });
    const open = () => filters.locator("summary").first().click();
    await expect(page.getByRole("link", { name: "Show 4 postings" })).not.toBeVisible();
    if (script) await whenScripted(filters.locator("a").last());
    await open();
    await expect(page.getByRole("link", { name: "Show 4 postings" })).toBeInViewport();
    await filters.getByRole("link", { name: /^Hybrid/ }).click();
    const show = page.getByRole("link", { name: "Show 3 postings" });
    if (!script) await open();
    await expect(show).toBeInViewport();
    await show.click();
    await expect(page.getByRole("status").filter({ hasText: "3 postings" })).toBeInViewport();
    if (script) await expect(show).not.toBeVisible();
  });

test("by keyboard one skips the filters, and after a look at a posting goes on from its card", async ({
  page,
}) => {
  const { list } = await createList();
  await page.goto(list);
  const skip = page.getByRole("link", { name: "Skip to results" });
  await whenScripted(skip);
  await skip.focus();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.locator("#results")).toBeFocused();

  const cards = page.locator("[data-postings] h2 a");
  for (const at of [0, 1]) {
    await page.keyboard.press("j");
    await expect(cards.nth(at)).toBeFocused();
  }
  const title = (await cards.nth(1).textContent()) ?? "";
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await page.goBack();
  await whenScripted(cards.first());
  await page.keyboard.press("j");
  await expect(cards.nth(2)).toBeFocused();
});

test("a chip says in words what taking it off gives, and a card names its city once", async ({ page }) => {
  const { list } = await createList();
  await page.goto(`${list}&workplace=hybrid`);
  await expect(page.getByRole("link", { name: /^Remove workplace Hybrid ?, gives 1 more$/ })).toBeVisible();
  await expect(page.getByRole("list", { name: "Filters in force" })).toContainText("1 more");
  await expect(page.getByText("Hybrid · Singapore").first()).toBeVisible();
  await expect(page.getByText("Singapore, Singapore")).toHaveCount(0);
});
