import { createUser } from "@/db/factories";
import { findProfile } from "@/lib/profiles/queries/profile";
import { expect, expectAccessible, pageOf, test } from "../fixtures";

for (const script of [true, false]) {
  const how = script ? "with" : "without";
  test(`a line is enough for a list of matches and a sheet, ${how} JavaScript`, async ({ browser }) => {
    const page = await pageOf(browser, null, { script });
    await page.goto("/matches");
    await page.getByLabel("Your skills, with years").fill("java 6, kotlin, postgres 4, flutes");
    await page.getByLabel("Pay you want").fill("60k eur");
    await page.getByLabel("Where you can work").fill("Deutschland");
    await page.getByRole("button", { name: "Show my matches" }).click();
    await expect(page.getByText("We do not know “flutes”, so it is left out.")).toBeVisible();
    const first = page.locator("[data-postings] > li").first();
    await expect(first).toContainText("match");
    await expect(first).not.toContainText("Fails");
    await expect(page.getByText(/^\d+ fails?: /)).toBeVisible();
    await first.getByRole("heading").getByRole("link").click();
    await expect(page).toHaveURL(/\/jobs\/.*have=java/);
    const match = page.locator("#match");
    await expect(match.getByText("Fails")).toHaveCount(0);
    await expect(match).toContainText("named, without evidence");
    await match.getByLabel("Pay you want").fill("900k eur");
    await match.getByRole("button", { name: "Show my match" }).click();
    await expect(match).toContainText("you want €900,000");
  });

  test(`a pasted résumé becomes the line, ${how} JavaScript`, async ({ browser }) => {
    const page = await pageOf(browser, null, { script });
    await page.goto("/matches");
    await page.getByText("Paste a résumé instead").click();
    await page
      .getByLabel("Text of your résumé")
      .fill("Kim Sample\n\nSkills\nGo, PostgreSQL, Kafka\n\nEducation\nBachelor of Science, 2018");
    await page.getByRole("button", { name: "Read résumé" }).click();
    await expect(page.getByLabel("Your skills, with years")).toHaveValue("Go, PostgreSQL, Kafka, bachelor");
    await expect(page.locator("[data-postings] > li").first()).toContainText("match");
  });
}

test("a text that is no résumé is refused, and stays typed", async ({ browser }) => {
  const page = await pageOf(browser, null);
  await page.goto("/matches");
  await page.getByText("Paste a résumé instead").click();
  await page.getByLabel("Text of your résumé").fill("hello there");
  await page.getByRole("button", { name: "Read résumé" }).click();
  await expect(page.getByText(/We found no skills, years or degree/).first()).toBeVisible();
  await expect(page.getByLabel("Text of your résumé")).toHaveValue("hello there");
});

test("who has an account keeps the line as a profile", async ({ browser }) => {
  const actor = await createUser();
  const page = await pageOf(browser, actor);
  await page.goto("/matches?have=java+6%2C+kotlin&want=60k+eur&where=Germany");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save this as my profile" }).click();
  await expect(page).toHaveURL("/matches");
  await expect(page.getByRole("link", { name: "Narrow your ranges" })).toBeVisible();
  expect(await findProfile(actor)).toMatchObject({
    countries: ["DE"],
    skills: [{ slug: "java", years: 6 }, {}],
  });
});
