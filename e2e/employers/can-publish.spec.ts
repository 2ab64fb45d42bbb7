import { createCompany, createUser, unique } from "@/db/factories";
import { expect, expectAccessible, expectReadable, pageOf, test, whenScripted } from "../fixtures";
import { addSkill, handIn, keepDraft, skillsIn, writePay, writePosting } from "../steps";

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
      ).toHaveAttribute("href", /^\/employer\/postings\/new\?company=looplight/);
    });

    await test.step("a posting without pay is refused, and what was typed stays", async () => {
      await writePosting(office, title);
      await addSkill(office, "golang", { years: "3", own: "Go" });
      await addSkill(office, "Kafka", { must: false });
      await handIn(office);
      await expect(
        office.getByRole("alert").getByText("A posting without a pay range cannot be published"),
      ).toBeVisible();
      await expect(office.getByLabel("Title")).toHaveValue(title);
      expect(await skillsIn(office)).toEqual([
        { name: script ? "Go" : "golang", must: true },
        { name: "Kafka", must: false },
      ]);
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

test("while a posting is written, the rail says who finds it, what is missing and what a reviewer will look at", async ({
  browser,
}) => {
  const owner = await createUser();
  await createCompany({ owner });
  const office = await pageOf(browser, owner);
  await office.goto("/employer/postings/new");
  const rail = office.getByRole("complementary");
  await expect(rail.getByRole("link", { name: "Enter a title for the posting." })).toBeVisible();
  await whenScripted(office.getByLabel("Add a skill"));
  await office.getByLabel("Title").fill("Senior Ledger Developer");
  await office.getByLabel("Description").fill("You would run our ledger. Write to jobs@ledger.example.");
  await office.getByLabel("At least").fill("5");
  await office.getByLabel("City 1").fill("Lodnon");
  await office.getByLabel("Country 1").fill("United Kingdom");
  await expect(rail.getByText("5+ years: band Mid. Searches for “senior” find it")).toBeVisible();
  await expect(rail.getByRole("link", { name: "Enter a title for the posting." })).toHaveCount(0);
  await expect(
    rail.getByText("The posting asks candidates to make contact outside this site."),
  ).toBeVisible();
  await expect(rail.getByText("Did you mean London?")).toBeVisible();

  await office.getByLabel("Search the responsibilities").fill("apis");
  const wanted = office.getByRole("group", { name: "Design, build and run APIs" });
  await wanted.getByLabel("Must", { exact: true }).check();
  await expect(office.getByRole("group", { name: "Trace and debug defects in code" })).toBeHidden();
  await expect(office.getByText("1 must", { exact: true })).toBeVisible();

  await office.getByText("Preview", { exact: true }).click();
  await expect(office.getByRole("heading", { name: "Senior Ledger Developer" })).toBeVisible();
  await expect(office.getByText("Workplace not stated yet")).toBeVisible();
  await expectReadable(office);
});

test("skills are chosen from suggestions by keys, moved, corrected and removed", async ({ browser }) => {
  const owner = await createUser();
  await createCompany({ owner });
  const office = await pageOf(browser, owner);
  await office.goto("/employer/postings/new");
  const field = office.getByLabel("Add a skill");
  await whenScripted(field);
  await field.pressSequentially("k8s");
  await expect(office.getByRole("option", { name: "Kubernetes k8s", exact: true })).toBeVisible();
  await expectAccessible(office);
  await field.press("ArrowDown");
  await field.press("Enter");
  await expect(office.getByRole("button", { name: "Remove Kubernetes" })).toBeVisible();
  await expect(office.getByText("k8s", { exact: true })).toBeVisible();
  await addSkill(office, "Pyhton", { must: false });
  await expect(office.getByText("We do not know this skill.")).toBeVisible();
  await office.getByRole("button", { name: "Change it to Python" }).click();
  await expect(office.getByText("We do not know this skill.")).toHaveCount(0);
  await office.getByRole("button", { name: "make Python a must-have" }).click();
  await expect(office.getByRole("button", { name: "make Python nice to have" })).toBeFocused();
  expect(await skillsIn(office)).toHaveLength(2);
  for (const name of ["golang", "Rust", "Java", "Kafka"]) await addSkill(office, name);
  await expect(office.getByRole("button", { name: "Remove Go" })).toBeVisible();
  await expect(office.getByText("You ask for 6 must-have skills.")).toBeVisible();
  await office.getByRole("button", { name: "Remove Rust" }).click();
  await expect(field).toBeFocused();
  await expect(office.getByText(/You ask for \d must-have skills/)).toHaveCount(0);
  expect((await skillsIn(office)).map(({ name }) => name)).toEqual([
    "Kubernetes",
    "Python",
    "Go",
    "Java",
    "Kafka",
  ]);

  const tray = (name: string) => office.getByRole("list", { name }).getByRole("listitem");
  const musts = tray("Must-have skills");
  await office.getByText("Kafka", { exact: true }).dragTo(office.getByText("Go", { exact: true }), {
    targetPosition: { x: 2, y: 2 },
  });
  await expect(musts).toHaveText([/^Kubernetes/, /^Python/, /^Kafka/, /^Go/, /^Java/]);
  await office.getByText("Java", { exact: true }).dragTo(office.getByText("None yet."));
  await expect(tray("Nice to have skills")).toHaveText([/^Java/]);
  await office.getByRole("button", { name: "make Kafka nice to have" }).press("ArrowRight");
  await expect(musts).toHaveText([/^Kubernetes/, /^Python/, /^Go/, /^Kafka/]);
});
