import { expect, pageOf, test, whenScripted } from "../fixtures";

const box = "Search postings";

/** What is typed, the address that it leads to, and what every result has to do with it. */
const lines: [typed: string, address: string][] = [
  ["remote germany", "/jobs?workplace=remote&country=DE"],
  ["no php", "/jobs?exclude=php"],
  ["rust or go", "/jobs?skill=rust&skill=go&skillMode=any"],
  ["münchen", "/jobs?near=munich"],
  ["pyhton uk", "/jobs?skill=python&country=GB"],
  ["60-80k eur", "/jobs?salary=60000&currency=EUR"],
  ["site reliability engineer", "/jobs?q=site+reliability+engineer"],
];

for (const script of [true, false])
  test(`the search box finds what is meant, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const page = await pageOf(browser, null, { script });
    for (const [typed, address] of lines) {
      await page.goto("/jobs");
      await page.getByLabel(box).fill(typed);
      await page.getByRole("button", { name: "Search" }).click();
      await expect(page).toHaveURL(address);
      await expect(page.locator("[data-postings] h2 a").first()).toBeVisible();
    }
  });

test("the line can be amended where it was typed, by keyboard", async ({ page }) => {
  await page.goto("/jobs?skill=go&workplace=remote");
  await whenScripted(page.getByLabel(box));
  await page.keyboard.press("/");
  await expect(page.getByLabel(box)).toHaveValue("Go remote");
  await page.keyboard.press("End");
  await page.keyboard.type(" 50k eur");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/jobs?skill=go&workplace=remote&salary=50000&currency=EUR");
});

test("the box says what a line will be read as, before it is sent", async ({ page }) => {
  await page.goto("/");
  await whenScripted(page.getByLabel(box));
  await page.getByLabel(box).fill("senior golang münchen 90k eur");
  await expect(page.locator("search p")).toContainText(
    "Go, “senior”, within 50 km of Munich, from 90,000 EUR",
  );
});

test("a search without results says what was understood, and where to go on", async ({ browser }) => {
  const page = await pageOf(browser, null, { script: false });
  await page.goto("/jobs?q=rust+remote+berlin");
  await expect(page.getByText("We looked for: Rust, remote, within 50 km of Berlin.")).toBeVisible();
  const way = page.getByRole("listitem").filter({ hasText: "all of Germany" });
  const count = (await way.textContent())?.match(/[\d,]+(?= posting)/)?.[0];
  await way.getByRole("link").click();
  await expect(page).toHaveURL("/jobs?skill=rust&workplace=remote&country=DE");
  await expect(page.getByRole("status").filter({ hasText: /posting/ })).toContainText(`${count} posting`);
});
