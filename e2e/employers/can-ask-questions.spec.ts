import { createCompany, createUser, unique } from "@/db/factories";
import { expect, expectAccessible, pageOf, test } from "../fixtures";
import { isScripted, keepDraft, writePosting } from "../steps";

for (const script of [true, false])
  test(`an employer asks questions, puts them in order and is warned of one that is forbidden, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const owner = await createUser();
    await createCompany({ owner });
    const office = await pageOf(browser, owner, { script });
    await writePosting(office, `${unique("Ledger")} Developer`);
    await office.getByText("Questions for applicants").click();
    const add = async () => {
      if (await isScripted(office)) await office.getByRole("button", { name: "Add a question" }).click();
    };
    await add();
    await office.getByLabel("Question 1", { exact: true }).fill("Why this role?");
    await office.getByLabel("Question 1 must be answered").check();
    await add();
    await office.getByLabel("Question 2", { exact: true }).fill("How old are you?");
    await office.getByLabel("Answer to question 2").selectOption("One of several");
    await keepDraft(office);
    await expect(
      office.getByText("Enter at least two options, each on a line of its own.").first(),
    ).toBeVisible();
    await expect(office.getByLabel("Question 1", { exact: true })).toHaveValue("Why this role?");
    await office.getByLabel("Options of question 2").fill("Under 30\nOver 30");
    if (script) {
      await expectAccessible(office);
      await office.getByRole("button", { name: "Move question 2 up" }).click();
      await expect(office.getByLabel("Question 1", { exact: true })).toBeFocused();
    } else await office.getByLabel("Place of question 1").fill("3");
    await keepDraft(office);
    await expect(office.getByText("Draft saved.")).toBeVisible();
    await expect(
      office.getByText("A question asks about age or date of birth, which the law forbids").first(),
    ).toBeVisible();
    await office.getByText("Questions for applicants").click();
    await expect(office.getByLabel("Question 1", { exact: true })).toHaveValue("How old are you?");
    await expect(office.getByLabel("Options of question 1")).toHaveValue("Under 30\nOver 30");
    await expect(office.getByLabel("Question 2 must be answered")).toBeChecked();
    await office.getByRole("link", { name: "Preview", exact: true }).click();
    await expect(office.getByRole("heading", { name: "Questions for applicants" })).toBeVisible();
  });
