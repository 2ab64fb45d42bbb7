import type { Browser } from "@playwright/test";
import { createAdmin, createCompany, createUser, unique } from "@/db/factories";
import { expect, expectAccessible, pageOf, test } from "../fixtures";
import { handIn, keepDraft, writePay, writePosting } from "../steps";

/** A posting's form, filled in but for its pay. */
async function startPosting(browser: Browser, { script = true } = {}) {
  const employer = await createUser();
  await createCompany({ owner: employer });
  const office = await pageOf(browser, employer, { script });
  const title = `${unique("Ledger")} Backend Developer`;
  await writePosting(office, title);
  return { office, title };
}

test("what is typed as pay is read back at once, in words", async ({ browser }) => {
  const { office } = await startPosting(browser);
  await writePay(office, "85.000", "105k");
  await expect(office.getByText(/^€85,000–105,000 a year, about \$\d+,000–\d+,000 a year$/)).toBeVisible();
  await office.getByLabel("Per", { exact: true }).selectOption("an hour");
  await writePay(office, "42,50", "50");
  await expect(office.getByText(/^€42\.50–50\.00 an hour, about \$/)).toBeVisible();
  await office.getByLabel("From").fill("$42.50");
  await expect(
    office.getByText("The amount is in USD, but the currency is set to EUR.").first(),
  ).toBeVisible();
  await expectAccessible(office);
});

for (const script of [true, false]) {
  test(`pay that nobody earns is asked about, and goes to review once it is confirmed, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const { office, title } = await startPosting(browser, { script });
    await writePay(office, "85", "105");
    await expect(office.getByLabel("Yes, this pay is right")).toBeHidden();
    await handIn(office);
    await expect(office.getByText("€85–105 a year? Did you mean €85,000–105,000?").first()).toBeVisible();
    await expect(office.getByLabel("From")).toHaveValue("85");
    await expect(office.getByLabel("Title")).toHaveValue(title);
    await office.getByLabel("Yes, this pay is right").check();
    await handIn(office);
    await expect(office.getByText("Submitted for review.")).toBeVisible();
    const reason = "The pay is unusual: €85–105 a year is far below usual pay.";
    await expect(office.getByText(reason)).toBeVisible();

    const desk = await pageOf(browser, await createAdmin(), { script });
    await desk.goto(office.url().replace("/employer/", "/admin/").replace(/\?.*/, ""));
    await expect(desk.getByText(reason)).toBeVisible();
  });
}

test("without JavaScript, the draft and its preview read the pay back", async ({ browser }) => {
  const { office } = await startPosting(browser, { script: false });
  await writePay(office, "85.000", "105.000");
  await keepDraft(office);
  await expect(office.getByText(/^€85,000–105,000 a year, about \$\d+,000–\d+,000 a year$/)).toBeVisible();
  await office.getByRole("link", { name: "Preview" }).click();
  await expect(
    office.getByText(/^We understand the pay as €85,000–105,000 a year, about \$\d+,000–\d+,000 a year\.$/),
  ).toBeVisible();
});
