import { createCompany, createUser } from "@/db/factories";
import { expect, expectAccessible, pageOf, test, whenScripted } from "../fixtures";
import { keepDraft, skillsIn } from "../steps";

const advert = `Loomwork | Senior Kotlin Developer | Hybrid, Lyon, France | Full-time | €65k–€80k

You would design and build our public REST APIs in Kotlin, on Kafka and PostgreSQL. At least 5 years of experience,
a degree in computer science or equivalent experience. Terraform is a plus. Our office has a dog and no PHP.
You join a team of six. There is no on-call duty.

Send your CV to jobs@loomwork.example.`;

for (const script of [true, false]) {
  test(`an employer pastes an advert, and takes the tags that are right, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const owner = await createUser();
    await createCompany({ owner });
    const page = await pageOf(browser, owner, { script });

    await page.goto("/employer/postings/new");
    await page.getByRole("link", { name: "Paste an advert" }).click();
    await page.getByLabel("Advert text").fill("Too short.");
    await page.getByRole("button", { name: "Read advert" }).click();
    await expect(
      page.getByText("This text is too short for an advert. Paste at least 40 characters.").first(),
    ).toBeVisible();
    await expect(page.getByLabel("Advert text")).toHaveValue("Too short.");
    await page.getByLabel("Advert text").fill(advert);
    await page.getByRole("button", { name: "Read advert" }).click();

    await expect(page.getByRole("heading", { name: "Tags found in the text" })).toBeVisible();
    if (script) await expectAccessible(page);
    for (const name of [
      "Hybrid",
      "Full-time",
      "Lyon, France",
      "65,000–80,000 EUR a year",
      "5+ years",
      "On call: None",
      "Team: 6 people",
      "Datastores: PostgreSQL",
    ])
      await expect(page.getByRole("checkbox", { name, exact: false }).first()).toBeChecked();
    const levelOf = (skill: string, level: string) =>
      page.getByRole("group", { name: skill, exact: true }).getByLabel(level, { exact: true });
    for (const name of ["Kotlin", "Kafka", "PostgreSQL"]) await expect(levelOf(name, "Must")).toBeChecked();
    await expect(levelOf("Terraform", "Nice")).toBeChecked();
    await expect(page.getByRole("group", { name: "PHP" })).toHaveCount(0);
    await expect(page.getByText(/candidates meet every must-have/)).toBeVisible();
    const kafka = levelOf("Kafka", "Must");
    if (script) await whenScripted(kafka);
    await kafka.focus();
    if (script) await expect(page.locator("mark[data-shown]", { hasText: "Kafka" })).toBeVisible();
    await levelOf("Kafka", "No").check();
    await page.getByRole("checkbox", { name: "Datastores: PostgreSQL" }).uncheck();
    await expect(page.getByRole("checkbox", { name: /Send your CV to jobs@loomwork/ })).toBeChecked();
    await page.getByRole("button", { name: "Accept selected tags" }).click();

    await expect(page.getByText("Draft saved.")).toBeVisible();
    await expect(page.getByLabel("Title")).toHaveValue("Senior Kotlin Developer");
    await expect(page.getByLabel("Workplace")).toHaveValue("hybrid");
    await expect(page.getByLabel("From")).toHaveValue("65000");
    await expect(page.getByLabel("City 1")).toHaveValue("Lyon");
    await expect(page.getByLabel("Team size")).toHaveValue("6");
    await expect(page.getByLabel("One week in")).toHaveValue("0");
    await expect(page.getByLabel("Datastores")).toHaveValue("");
    const named = (await skillsIn(page)).map(({ name }) => name);
    expect(named[0]).toBe("Kotlin");
    expect(named).toContain("PostgreSQL");
    expect(named).not.toContain("Kafka");
    await expect(page.getByLabel("Description")).not.toHaveValue(/jobs@loomwork/);

    await test.step("coming back proposes what the draft lacks, and overwrites nothing", async () => {
      await page.getByLabel("From").fill("66000");
      await keepDraft(page);
      await expect(page.getByLabel("From")).toHaveValue("66000");
      await page.goto(`${page.url().split("?")[0]}/tags`);
      await expect(page.getByRole("group", { name: "Kotlin" })).toHaveCount(0);
      await expect(page.getByRole("checkbox", { name: "a year" })).toHaveCount(0);
      await expect(levelOf("Kafka", "No")).toBeChecked();
      await levelOf("Kafka", "Nice").check();
      await page.getByRole("button", { name: "Accept selected tags" }).click();
      await expect(page.getByText("Draft saved.")).toBeVisible();
      await expect(page.getByLabel("From")).toHaveValue("66000");
      expect(await skillsIn(page)).toContainEqual({ name: "Kafka", must: false });
      await page.getByRole("link", { name: "Preview", exact: true }).click();
      const text = page.getByRole("paragraph").filter({ hasText: "You would design and build" });
      await expect(text.locator("br").first()).toBeAttached();
    });
  });
}
