import { createEvidence, createUser } from "@/db/factories";
import { expect, expectReadable, pageOf, test, whenScripted } from "../fixtures";
import { createCandidate } from "../people";
import { isScripted } from "../steps";

for (const script of [true, false]) {
  test(`a new profile is filled in section by section, and what is typed in one is saved by opening another, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const page = await pageOf(browser, await createUser(), { script });
    await page.goto("/profile");
    await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText("What you want");

    await test.step("what is wrong in a section keeps it open, with what was typed", async () => {
      await page.getByRole("link", { name: "Add What you want" }).click();
      await page.getByLabel("At least").fill("72k");
      await page.getByLabel("Remote", { exact: true }).check();
      await page.getByRole("button", { name: "Save, then add Skills" }).click();
      await expect(page.getByText("Choose the currency of the pay.").first()).toBeVisible();
      await expect(page.getByLabel("At least")).toHaveValue("72k");
      await expect(page.getByLabel("Remote", { exact: true })).toBeChecked();
    });

    await test.step("then it is saved, and the other one opens", async () => {
      await page.getByLabel("Currency").selectOption("EUR");
      await page.getByRole("button", { name: "Save, then add Skills" }).click();
      await expect(page.getByText("€72,000 a year", { exact: true })).toBeVisible();
      await addSkill("golang", "Go", "6");
      await addSkill("Rustt", "Rustt", "");
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await expect(
        page.getByText("We do not know a skill called “Rustt”. Did you mean Rust?").first(),
      ).toBeVisible();
      if (await isScripted(page)) {
        await page.getByRole("button", { name: "Remove Rustt" }).click();
        await page.getByText("More about Go").click();
        await page.getByLabel("Level of Go").selectOption("Expert");
      } else await page.getByLabel("Skill 2", { exact: true }).fill("");
    });

    await test.step("Enter in a field saves its own section", async () => {
      await page.getByLabel(/^Years of (Go|skill 1)$/).press("Enter");
      await expect(page.getByText("Profile saved.")).toBeVisible();
      await expect(page.getByRole("list", { name: "Your skills" })).toContainText("Go6 years");
      await expect(page.getByRole("button", { name: "Save", exact: true })).toHaveCount(0);
      await expect(page.getByText("€72,000 a year", { exact: true })).toBeVisible();
    });

    async function addSkill(typed: string, own: string, years: string) {
      if (await isScripted(page)) {
        const field = page.getByLabel("Add a skill");
        await whenScripted(field);
        await field.fill(typed);
        await field.press("Enter");
        await page.getByLabel(`Years of ${own}`).fill(years);
        return;
      }
      const row = typed === "golang" ? 1 : 2;
      await page.getByLabel(`Skill ${row}`, { exact: true }).fill(typed);
      await page.getByLabel(`Years of skill ${row}`).fill(years);
    }
  });
}

test("each section is readable while it is open, and its button stays in sight on a phone", async ({
  browser,
}) => {
  const candidate = await createCandidate({
    years: 6,
    skills: ["go", "postgresql", "kafka", "redis", "docker"].map((slug) => ({ slug, years: 3 })),
  });
  await createEvidence(candidate);
  const page = await pageOf(browser, candidate);
  for (const section of ["wants", "skills", "you", "responsibilities", "finding"]) {
    await page.goto(`/profile?edit=${section}#${section}`);
    await expectReadable(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await expect(page.getByRole("button", { name: "Save", exact: true })).toBeInViewport();
  }
});
