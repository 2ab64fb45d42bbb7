import { createAdmin, createUser, unique } from "@/db/factories";
import { expect, mailTo, pageOf, test } from "../fixtures";

for (const script of [true, false]) {
  test(`a company posts a role, an admin approves it, a candidate applies and hears back, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const [employer, admin, candidate] = [await createUser(), await createAdmin(), await createUser()];
    const company = unique("Looplight");
    const title = `${unique("Ledger")} Backend Developer`;
    const office = await pageOf(browser, employer, { script });
    const desk = await pageOf(browser, admin, { script });
    const home = await pageOf(browser, candidate, { script });

    await test.step("the employer creates a company", async () => {
      await office.goto("/employer");
      await office.getByLabel("Name").fill(company);
      await office.getByRole("button", { name: "Create company" }).click();
      await expect(office.getByRole("heading", { name: company })).toBeVisible();
    });

    await test.step("writes a posting, and is told what lacks", async () => {
      await office
        .getByRole("link", { name: /first one|New posting/ })
        .first()
        .click();
      await office.getByLabel("Title").fill(title);
      await office
        .getByLabel("Description")
        .fill(
          "You would run the **ledger** that every payment passes: Go services on PostgreSQL, a few thousand writes a second.",
        );
      await office.getByLabel("Workplace").selectOption("Remote");
      await office.getByLabel("Employment").selectOption("Full-time");
      await office.getByLabel("Countries where you can hire").fill("Germany, FR");
      await office.getByLabel("Skill 1", { exact: true }).fill("golang");
      await office.getByLabel("Years asked of skill 1").fill("3");
      await office.getByLabel("Skill 2", { exact: true }).fill("Kafka");
      await office.getByLabel("Skill 2 is").selectOption("Nice");
      await office.getByRole("button", { name: "Hand in for review" }).click();
      await expect(
        office.getByText("A posting without a pay range cannot be published").first(),
      ).toBeVisible();
      await expect(office.getByLabel("Title")).toHaveValue(title);
      await expect(office.getByLabel("Skill 2 is")).toHaveValue("nice");
    });

    await test.step("adds the pay, previews it and hands it in", async () => {
      await office.getByLabel("From").fill("85000");
      await office.getByLabel("To", { exact: true }).fill("105000");
      await office.getByLabel("Currency").selectOption("EUR");
      await office.getByRole("button", { name: "Keep draft", exact: true }).click();
      await expect(office.getByText("The draft is kept.")).toBeVisible();
      await office.getByRole("link", { name: "Preview" }).click();
      await expect(office.getByRole("heading", { name: "Preview", exact: true })).toBeVisible();
      await expect(office.getByText("€85,000–105,000").first()).toBeVisible();
      await office.goBack();
      await office.getByRole("button", { name: "Hand in for review" }).click();
      await expect(office.getByText("It is handed in.")).toBeVisible();
    });

    await test.step("the admin sends it back with a reason, and the employer fixes it", async () => {
      await desk.goto("/admin");
      await findInQueue(desk, title);
      await desk.getByRole("button", { name: "Send back with reasons" }).click();
      await expect(desk.getByText("Give at least one reason").first()).toBeVisible();
      await desk.getByLabel("Reason 1 is about").selectOption("title");
      await desk.getByLabel("Reason 1", { exact: true }).fill("Say which ledger.");
      await desk.getByRole("button", { name: "Send back with reasons" }).click();
      await expect(desk.getByText("Sent back to its writer.")).toBeVisible();
      expect(await mailTo(employer.email, "Please fix")).toContain("Say which ledger.");
      await office.reload();
      await expect(office.getByText("Say which ledger.")).toBeVisible();
      await office.getByRole("button", { name: "Hand in for review" }).click();
      await expect(office.getByText("It is handed in.")).toBeVisible();
    });

    await test.step("the admin approves it: it is live at once", async () => {
      await desk.goto("/admin");
      await findInQueue(desk, title);
      await desk.getByRole("button", { name: "Approve: live at once" }).click();
      await expect(desk.getByText("Approved: it is live.")).toBeVisible();
      await mailTo(employer.email, "Live:");
    });

    await test.step("the candidate finds it and applies", async () => {
      await home.goto("/jobs?skill=go&country=DE&salary=100000&currency=EUR");
      await home.getByRole("link", { name: title }).click();
      await expect(home.getByRole("heading", { name: title })).toBeVisible();
      await home.getByRole("link", { name: "Apply", exact: true }).first().click();
      await home.getByRole("button", { name: "Send application" }).click();
      await expect(home.getByText("Give your name.").first()).toBeVisible();
      await home.getByLabel("Name").fill("Kim Candidate");
      await home.getByLabel(/Cover note/).fill("I kept a ledger like yours.");
      await home.getByRole("button", { name: "Send application" }).click();
      await expect(home.getByText(`${company} has your application.`)).toBeVisible();
      await expect(home.getByText("Submitted").first()).toBeVisible();
      await mailTo(candidate.email, "Your application to");
    });

    await test.step("the employer reads it and moves it", async () => {
      await mailTo(employer.email, "Kim Candidate applied");
      await office.goto("/employer");
      await office.getByRole("row", { name: title }).getByRole("link", { name: "1 (1 new)" }).click();
      await office.getByRole("link", { name: "Kim Candidate" }).click();
      await expect(office.getByText("I kept a ledger like yours.")).toBeVisible();
      await office.getByLabel("Interview").check();
      await office.getByLabel("Words to the candidate").fill("Can you talk on Tuesday?");
      await office.getByRole("button", { name: "Move and tell them" }).click();
      await expect(office.getByText("Can you talk on Tuesday?")).toBeVisible();
    });

    await test.step("the candidate sees it and has a mail", async () => {
      expect(await mailTo(candidate.email, "answered")).toContain("Can you talk on Tuesday?");
      await home.goto("/applications");
      await expect(home.getByText("Interview")).toBeVisible();
      await home.getByRole("link", { name: title }).click();
      await expect(home.getByText("Can you talk on Tuesday?")).toBeVisible();
    });

    await test.step("the role is filled: its page says so", async () => {
      await office.goto("/employer");
      await office.getByRole("link", { name: title }).click();
      await office.getByRole("button", { name: "The role is filled" }).click();
      await expect(office.getByText("Filled")).toBeVisible();
      await home.getByRole("link", { name: "The posting" }).click();
      await home.waitForURL(/\/jobs\//);
      await expect(home.getByRole("heading", { name: title })).toBeVisible();
      expect((await home.reload())?.status()).toBe(410);
    });
  });
}

/** The queue is shared by all tests: the posting may stand on a later page. */
async function findInQueue(desk: import("@playwright/test").Page, title: string) {
  const link = desk.getByRole("link", { name: title });
  const next = desk.getByRole("link", { name: "Next page" });
  await expect(link.or(next).first()).toBeVisible();
  while (!(await link.isVisible())) {
    const address = desk.url();
    await next.click();
    await expect(desk).not.toHaveURL(address);
    await expect(link.or(next).first()).toBeVisible();
  }
  await link.click();
}
