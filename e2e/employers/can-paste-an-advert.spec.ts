import { createCompany, createUser } from "@/db/factories";
import { expect, expectAccessible, pageOf, test, whenScripted } from "../fixtures";

const advert = `Loomwork | Senior Kotlin Developer | Hybrid, Lyon, France | Full-time | €65k–€80k

You would design and build our public REST APIs in Kotlin, on Kafka and PostgreSQL. At least 5 years of experience,
a degree in computer science or equivalent experience. Terraform is a plus. Our office has a dog and no PHP.`;

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
      "Kotlin",
      "Kafka",
      "PostgreSQL",
    ])
      await expect(page.getByRole("checkbox", { name, exact: false }).first()).toBeChecked();
    await expect(page.getByRole("checkbox", { name: "PHP" })).toHaveCount(0);
    await expect(page.getByRole("checkbox", { name: "Terraform" })).toHaveAccessibleName(/nice to have/);
    const kafka = page.getByRole("checkbox", { name: "Kafka" });
    if (script) await whenScripted(kafka);
    await kafka.focus();
    if (script) await expect(page.locator("mark[data-shown]", { hasText: "Kafka" })).toBeVisible();
    await page.keyboard.press("Space");
    await expect(kafka).not.toBeChecked();
    await page.getByRole("button", { name: "Accept selected tags" }).click();

    await expect(page.getByText("Draft saved.")).toBeVisible();
    await expect(page.getByLabel("Title")).toHaveValue("Senior Kotlin Developer");
    await expect(page.getByLabel("Workplace")).toHaveValue("hybrid");
    await expect(page.getByLabel("From")).toHaveValue("65000");
    await expect(page.getByLabel("City 1")).toHaveValue("Lyon");
    const skills = page.getByLabel(/^Skill \d+$/);
    await expect(skills.nth(0)).toHaveValue("Kotlin");
    const named = await skills.evaluateAll((inputs) =>
      inputs.map((input) => (input as HTMLInputElement).value),
    );
    expect(named).toContain("PostgreSQL");
    expect(named).not.toContain("Kafka");
  });
}
