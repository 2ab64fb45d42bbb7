import { createCompany, createPosting, createProfile, createUser, unique } from "@/db/factories";
import { expect, expectReadable, mailTo, pageOf, test } from "../fixtures";

for (const script of [true, false])
  test(`a candidate finds a posting and applies, and both sides have a mail, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const [owner, candidate] = [await createUser(), await createUser()];
    const company = await createCompany({ owner, name: unique("Looplight") });
    const title = `${unique("Ledger")} Backend Developer`;
    await createPosting({ companyId: company.id, title, skills: [{ slug: "go" }] });
    const home = await pageOf(browser, candidate, { script });
    await home.goto(`/jobs?skill=go&company=${company.slug}`);
    await home.getByRole("link", { name: title }).click();
    await expect(home.getByRole("heading", { name: title })).toBeVisible();
    await home.getByRole("link", { name: "Apply", exact: true }).first().click();
    await home.getByLabel(/Cover note/).fill("I kept a ledger like yours.");
    await home.getByRole("button", { name: "Submit application" }).click();
    await expect(home.getByText("Enter your name.").first()).toBeVisible();
    await expect(home.getByLabel(/Cover note/)).toHaveValue("I kept a ledger like yours.");
    await home.getByLabel("Name").fill("Kim Candidate");
    await home.getByRole("button", { name: "Submit application" }).click();
    await expect(home.getByText(`Your application was sent to ${company.name}.`)).toBeVisible();
    await expect(home.getByText("Submitted").first()).toBeVisible();
    await mailTo(candidate.email, "Your application to");
    await mailTo(owner.email, "Kim Candidate applied");
  });

for (const script of [true, false])
  test(`a candidate sees exactly what the company will see before they apply, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const [owner, candidate] = [await createUser(), await createUser({ name: "Kim Candidate" })];
    const company = await createCompany({ owner, name: unique("Looplight") });
    const posting = await createPosting({ companyId: company.id, skills: [{ slug: "go" }] });
    await createProfile(candidate, { headline: "Ledgers in Go", skills: [{ slug: "go", years: 4 }] });
    const home = await pageOf(browser, candidate, { script });
    await home.goto(`/jobs/${posting.slug}/apply`);
    await home.getByLabel("Name").fill("");
    await home.getByLabel(/Cover note/).fill("I kept a ledger like yours.");
    await home.getByRole("button", { name: "Preview" }).click();
    await expect(home.getByText("Enter your name.").first()).toBeVisible();
    await home.getByLabel("Name").fill("Kim Candidate");
    await home.getByRole("button", { name: "Preview" }).click();
    await expect(home.getByText(`This is exactly what ${company.name} will see.`)).toBeVisible();
    const shown = [
      "Kim Candidate",
      candidate.email,
      "I kept a ledger like yours.",
      "Ledgers in Go",
      "Go, 4 years",
    ];
    for (const words of shown) await expect(home.getByText(words).first()).toBeVisible();
    if (script) await expectReadable(home);
    await home.getByRole("link", { name: "Edit", exact: true }).click();
    await expect(home.getByLabel(/Cover note/)).toHaveValue("I kept a ledger like yours.");
    await home.getByRole("button", { name: "Preview" }).click();
    await home.getByRole("button", { name: "Submit application" }).click();
    await expect(home.getByText(`Your application was sent to ${company.name}.`)).toBeVisible();
    const id = home.url().split("/").at(-1)?.split("?")[0];
    const office = await pageOf(browser, owner, { script });
    await office.goto(`/employer/postings/${posting.id}/applicants/${id}`);
    for (const words of shown) await expect(office.getByText(words).first()).toBeVisible();
  });

test("an empty profile is warned of, and not refused", async ({ browser }) => {
  const company = await createCompany({ owner: await createUser() });
  const { slug } = await createPosting({ companyId: company.id });
  const home = await pageOf(browser, await createUser({ name: "Kim Candidate" }));
  await home.goto(`/jobs/${slug}/apply`);
  await expect(home.getByText("Your profile is empty", { exact: true })).toBeVisible();
  await expectReadable(home);
  await home.getByRole("button", { name: "Submit application" }).click();
  await expect(home.getByText("Your application was sent to")).toBeVisible();
});
