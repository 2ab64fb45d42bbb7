import { createUser, unique } from "@/db/factories";
import { expect, expectReadable, pageOf, test } from "../fixtures";
import { signInByCode } from "../steps";

for (const script of [true, false])
  test(`a visitor finds the way to post a role, and is led to the first posting, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const visitor = await pageOf(browser, null, { script });
    const name = unique("Tallyhaven");
    const email = `${unique("owner")}@example.com`;
    await visitor.goto("/");
    for (const place of [
      visitor.getByRole("banner").getByRole("link", { name: "Post a role" }),
      visitor.getByRole("main").getByRole("link", { name: "Post a role" }),
      visitor.getByRole("contentinfo").getByRole("link", { name: "Post a role" }),
    ])
      await expect(place).toBeVisible();
    await visitor.getByRole("main").getByRole("link", { name: "Post a role" }).click();
    await signInByCode(visitor, email);
    await visitor.getByLabel("Name", { exact: true }).fill(name);
    await visitor.getByRole("button", { name: "Create company" }).click();

    const steps = visitor.locator("section", { hasText: "First steps" });
    await expect(steps.getByText("To do")).toHaveCount(5);
    if (script) await expectReadable(visitor);
    await steps.getByRole("link", { name: "Fill in the company’s page" }).click();
    await visitor.getByLabel("Website").fill(`${name}.example`.toLowerCase());
    await visitor.getByLabel("What you build").first().fill("We run ledgers.");
    await visitor.getByRole("button", { name: "Save", exact: true }).click();
    await expect(visitor.getByText("Changes saved.")).toBeVisible();
    await visitor.goto("/employer");
    await expect(steps.getByText("Done")).toHaveCount(1);
    await expect(visitor.getByRole("banner").getByRole("link", { name: "Post a role" })).toHaveCount(0);
  });

test("a candidate finds it in the header too", async ({ browser }) => {
  const candidate = await pageOf(browser, await createUser());
  await candidate.goto("/jobs");
  await candidate.getByRole("banner").getByRole("link", { name: "Post a role" }).first().click();
  await expect(candidate.getByRole("button", { name: "Create company" })).toBeVisible();
});
