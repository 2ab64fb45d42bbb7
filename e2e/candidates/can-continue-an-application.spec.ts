import { createCompany, createPosting, createProfile, createUser, unique } from "@/db/factories";
import { expect, expectReadable, pageOf, test } from "../fixtures";

async function createOpen() {
  const owner = await createUser();
  const company = await createCompany({ owner, name: unique("Looplight") });
  const questions = [{ kind: "single" as const, text: "Which do you know best?", options: ["Go", "Java"] }];
  return createPosting({ companyId: company.id, title: unique("Ledger Developer"), questions });
}

test("what a candidate types is saved by itself, and is there when they come back", async ({ browser }) => {
  const [{ slug }, candidate] = [await createOpen(), await createUser({ name: "Kim Candidate" })];
  const home = await pageOf(browser, candidate);
  await home.goto(`/jobs/${slug}/apply`);
  await home.getByLabel(/Cover note/).fill("I kept a ledger");
  await home.getByLabel("Java").check();
  await expect(home.getByText("All changes are saved.")).toBeVisible();

  const later = await pageOf(browser, candidate);
  await later.goto(`/jobs/${slug}`);
  await later.getByRole("link", { name: "Continue your application" }).first().click();
  await expect(later.getByLabel(/Cover note/)).toHaveValue("I kept a ledger");
  await expect(later.getByLabel("Java")).toBeChecked();
  await later.getByLabel(/Cover note/).fill("I kept a ledger like yours.");
  await expect(later.getByText("All changes are saved.")).toBeVisible();

  // The first window has an older text: it is told, and nothing is lost.
  await home.getByLabel(/Cover note/).fill("Another beginning");
  await expect(
    home.getByText(/This was changed elsewhere to “I kept a ledger like yours/).first(),
  ).toBeVisible();
  await expect(home.getByLabel(/Cover note/)).toHaveValue("Another beginning");
  await later.goto("/applications");
  await expectReadable(later);
});

test("a draft is saved by its button without JavaScript, is listed on top, and can be deleted", async ({
  browser,
}) => {
  const [first, second] = [await createOpen(), await createOpen()];
  const home = await pageOf(browser, await createUser(), { script: false });
  for (const { slug } of [first, second]) {
    await home.goto(`/jobs/${slug}/apply`);
    await home.getByLabel(/Cover note/).fill(`For ${slug}`);
    await home.getByRole("button", { name: "Save draft", exact: true }).last().click();
    await expect(home.getByText("Draft saved.")).toBeVisible();
  }
  await home.goto("/applications");
  const drafts = home.getByRole("list", { name: "Drafts" });
  await expect(drafts.getByRole("listitem").filter({ hasText: "saved" })).toHaveCount(2);
  await drafts
    .getByRole("button", { name: /^Delete draft/ })
    .first()
    .click();
  await expect(home.getByText("Draft deleted.")).toBeVisible();
  await drafts.getByRole("link", { name: /^Continue/ }).click();
  await expect(home.getByLabel(/Cover note/)).toHaveValue(`For ${first.slug}`);
});

for (const script of [true, false])
  test(`must-haves that the profile does not mention are answered on the way, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const company = await createCompany({ owner: await createUser() });
    const { slug } = await createPosting({
      companyId: company.id,
      skills: [{ slug: "erlang", minYears: 3 }, { slug: "go" }, { slug: "kafka", must: false }],
      experienceMin: 5,
    });
    const candidate = await createUser({ name: "Kim Candidate" });
    await createProfile(candidate, { skills: [{ slug: "go" }] });
    const home = await pageOf(browser, candidate, { script });
    await home.goto(`/jobs/${slug}/apply`);
    await expect(home.getByText("2 left, about 14 seconds")).toBeVisible();
    await expect(home.getByText("Do you have Kafka?")).toBeHidden();
    if (script) {
      await home.getByLabel(/Cover note/).fill("Half a");
      await expectReadable(home);
    }
    const erlang = home.getByRole("form", { name: "Do you have Erlang?" });
    await erlang.getByRole("button", { name: "Yes, this many years" }).click();
    await expect(home.getByText("Enter a number of years, 0 to 70.")).toBeVisible();
    await erlang.getByLabel("Years with this skill").fill("4");
    await erlang.getByRole("button", { name: "Yes, this many years" }).click();
    await expect(home.getByText("1 left, about 7 seconds")).toBeVisible();
    if (script) await expect(home.getByLabel(/Cover note/)).toHaveValue("Half a");
    const years = home.getByRole("form", { name: "How many years have you worked as a developer?" });
    await years.getByLabel("Years").fill("6");
    await years.getByRole("button", { name: "Save" }).click();
    await expect(home.getByText("Your profile answers every must-have of this posting.")).toBeVisible();
    await home.getByRole("button", { name: "Preview" }).click();
    await expect(home.getByText("Erlang, 4 years")).toBeVisible();
  });
