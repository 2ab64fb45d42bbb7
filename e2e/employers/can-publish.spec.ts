import { createUser, unique } from "@/db/factories";
import { expect, pageOf, test } from "../fixtures";
import { handIn, keepDraft, writePay, writePosting } from "../steps";

for (const script of [true, false])
  test(`an employer creates a company, writes a posting, previews it and sends it to review, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const company = unique("Looplight");
    const title = `${unique("Ledger")} Backend Developer`;
    const office = await pageOf(browser, await createUser(), { script });

    await test.step("the company", async () => {
      await office.goto("/employer");
      await office.getByLabel("Name").fill(company);
      await office.getByRole("button", { name: "Create company" }).click();
      await expect(office.getByRole("heading", { name: company })).toBeVisible();
      await expect(
        office.getByRole("link", { name: /Write your first posting|New posting/ }).first(),
      ).toHaveAttribute("href", "/employer/postings/new");
    });

    await test.step("a posting without pay is refused, and what was typed stays", async () => {
      await writePosting(office, title);
      await office.getByLabel("Skill 1", { exact: true }).fill("golang");
      await office.getByLabel("Years required of skill 1").fill("3");
      await office.getByLabel("Skill 2", { exact: true }).fill("Kafka");
      await office.getByLabel("Skill 2 is").selectOption("Nice to have");
      await handIn(office);
      await expect(
        office.getByText("A posting without a pay range cannot be published").first(),
      ).toBeVisible();
      await expect(office.getByLabel("Title")).toHaveValue(title);
      await expect(office.getByLabel("Skill 2 is")).toHaveValue("nice");
    });

    await test.step("with pay it is saved, previewed, and sent to review", async () => {
      await writePay(office, "85000", "105000");
      await keepDraft(office);
      await expect(office.getByText("Draft saved.")).toBeVisible();
      await office.getByRole("link", { name: "Preview" }).click();
      await expect(office.getByRole("heading", { name: "Preview", exact: true })).toBeVisible();
      await expect(office.getByText("€85,000–105,000").first()).toBeVisible();
      await office.goBack();
      await handIn(office);
      await expect(office.getByText("Submitted for review.")).toBeVisible();
    });
  });
