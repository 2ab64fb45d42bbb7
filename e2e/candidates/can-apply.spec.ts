import { createCompany, createPosting, createUser, unique } from "@/db/factories";
import { expect, mailTo, pageOf, test } from "../fixtures";

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
