import { createUser } from "@/db/factories";
import { expect, pageOf, test } from "../fixtures";

for (const script of [true, false]) {
  test(`the pay that a candidate wants is read as people write it, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const home = await pageOf(browser, await createUser(), { script });
    await home.goto("/profile?edit=wants");
    await home.getByLabel("At least").fill("$72k");
    await home.getByLabel("Currency").selectOption("EUR");
    await home.getByRole("button", { name: "Save", exact: true }).click();
    await expect(
      home.getByRole("link", { name: "The amount is in USD, but the currency is set to EUR." }),
    ).toBeVisible();
    await expect(home.getByLabel("At least")).toHaveValue("$72k");
    await home.getByLabel("At least").fill("72.000");
    if (script) await expect(home.getByText(/^€72,000 a year, about \$\d+,000 a year$/)).toBeVisible();
    await home.getByRole("button", { name: "Save", exact: true }).click();
    await expect(home.getByText("Profile saved.")).toBeVisible();
    await expect(home.getByText("€72,000 a year", { exact: true })).toBeVisible();
    await home.getByRole("link", { name: "Change What you want" }).click();
    await expect(home.getByLabel("At least")).toHaveValue("72000");
    await expect(home.getByText(/^€72,000 a year, about \$\d+,000 a year$/)).toBeVisible();
  });
}

test("the search takes pay as people write it", async ({ browser }) => {
  const page = await pageOf(browser, null, { script: false });
  await page.goto("/jobs?salary=72.000&currency=EUR");
  await expect(page.getByLabel("My yearly pay")).toHaveValue("72000");
  await page.goto("/jobs?salary=lots");
  await expect(
    page.getByText(/salary must be a yearly amount in the chosen currency, like 85,000 or 85k/),
  ).toBeVisible();
});
