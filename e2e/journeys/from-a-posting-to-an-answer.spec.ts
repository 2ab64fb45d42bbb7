import { createAdmin, createCompany, createUser, unique } from "@/db/factories";
import { expect, mailTo, pageOf, test } from "../fixtures";
import {
  addSkill,
  approve,
  handIn,
  inviteToInterview,
  openFromQueue,
  writePay,
  writePosting,
} from "../steps";

/** The one long way through the product. Each of its parts is a promise of its own, with and without JavaScript, in the other folders. */
test("a company posts a role, an admin approves it, a candidate applies and hears back, the role is filled", async ({
  browser,
}) => {
  const [employer, admin, candidate] = [await createUser(), await createAdmin(), await createUser()];
  const company = await createCompany({ owner: employer, name: unique("Looplight") });
  const title = `${unique("Ledger")} Backend Developer`;
  const office = await pageOf(browser, employer);
  const desk = await pageOf(browser, admin);
  const home = await pageOf(browser, candidate);

  await test.step("the employer writes a posting", async () => {
    await writePosting(office, title);
    await addSkill(office, "golang");
    await writePay(office, "85000", "105000");
    await handIn(office);
    await expect(office.getByText("Submitted for review.")).toBeVisible();
  });

  await test.step("the admin approves it", async () => {
    await openFromQueue(desk, title);
    await approve(desk);
    await mailTo(employer.email, "Live:");
  });

  await test.step("the candidate finds it by skill, country and pay, and applies", async () => {
    await home.goto("/jobs?skill=go&country=DE&salary=100000&currency=EUR");
    await home.getByRole("link", { name: title }).click();
    await home.getByRole("link", { name: "Apply", exact: true }).first().click();
    await home.getByLabel("Name").fill("Kim Candidate");
    await home.getByRole("button", { name: "Submit application" }).click();
    await expect(home.getByText(`Your application was sent to ${company.name}.`)).toBeVisible();
  });

  await test.step("the employer answers, and the candidate sees it", async () => {
    await office.goto("/employer");
    await office.getByRole("row", { name: title }).getByRole("link", { name: "1 (1 new)" }).click();
    await office.getByRole("link", { name: "Kim Candidate" }).click();
    await inviteToInterview(office, "Can you talk on Tuesday?");
    await mailTo(candidate.email, "answered");
    await home.reload();
    await expect(home.getByText("Can you talk on Tuesday?")).toBeVisible();
  });

  await test.step("the role is filled: its page says so", async () => {
    await office.goto("/employer");
    await office.getByRole("link", { name: title }).click();
    await office.getByRole("link", { name: "Close the posting" }).click();
    await office.getByLabel("I will answer this person myself").check();
    await office.getByRole("button", { name: "Close the posting" }).click();
    await expect(office.getByText("Filled", { exact: true })).toBeVisible();
    await home.getByRole("link", { name: "View the posting" }).click();
    await home.waitForURL(/\/jobs\//);
    await expect(home.getByRole("heading", { name: title })).toBeVisible();
    expect((await home.reload())?.status()).toBe(410);
  });
});
