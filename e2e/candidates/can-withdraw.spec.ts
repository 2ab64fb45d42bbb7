import { createApplication, createCompany, createPosting, createUser, daysAgo, unique } from "@/db/factories";
import { listMailbox } from "@/lib/email/queries";
import { expect, mailTo, pageOf, test } from "../fixtures";
import { runTask } from "../steps";

async function createScene(submittedAt = daysAgo(1)) {
  const [owner, candidate] = [await createUser(), await createUser({ name: "Kim Candidate" })];
  const title = `${unique("Ledger")} Developer`;
  const { id: companyId } = await createCompany({ owner });
  const { id: postingId } = await createPosting({ companyId, title });
  const { id } = await createApplication({ postingId, companyId, candidate, submittedAt });
  return { owner, candidate, title, postingId, id };
}

for (const script of [true, false])
  test(`a candidate withdraws in two steps, can undo it, and the company is told later, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const { owner, candidate, title, postingId, id } = await createScene();
    const home = await pageOf(browser, candidate, { script });
    const office = await pageOf(browser, owner, { script });
    const withdraw = async () => {
      await home.getByRole("link", { name: "Withdraw…" }).click();
      await home.getByLabel("Reason").fill("I took another role.");
      await home.getByRole("button", { name: "Withdraw application" }).click();
      await expect(home.getByText("Your application is withdrawn.")).toBeVisible();
    };

    await test.step("it is withdrawn, and this is undone", async () => {
      await home.goto("/applications");
      await home.getByRole("link", { name: title, exact: true }).click();
      await withdraw();
      await home.getByRole("button", { name: "Undo the withdrawal" }).click();
      await expect(home.getByText("Your application is open again. The company was not told.")).toBeVisible();
    });

    await test.step("it is withdrawn again, and the company cannot move it any more", async () => {
      await withdraw();
      await expect(home.getByRole("link", { name: "Withdraw…" })).toHaveCount(0);
      await office.goto(`/employer/postings/${postingId}/applicants/${id}`);
      await expect(office.getByText("Withdrawn").first()).toBeVisible();
      await expect(office.getByText("I took another role.").first()).toBeVisible();
      await expect(office.getByRole("button", { name: "Move and notify the candidate" })).toHaveCount(0);
      expect((await listMailbox(owner.email)).filter(({ subject }) => subject?.includes("withdrew"))).toEqual(
        [],
      );
    });

    await test.step("after ten minutes the company is told, with the reason", async () => {
      await runTask(
        "advance-applications",
        (sql) =>
          sql`update applications set withdrawn_at = withdrawn_at - interval '11 minutes' where id = ${id}`,
      );
      expect(await mailTo(owner.email, "withdrew")).toContain("I took another role.");
      await home.reload();
      await expect(home.getByRole("button", { name: "Undo the withdrawal" })).toHaveCount(0);
    });
  });

test("a candidate whose answer is overdue is told, and leaves with one click", async ({ browser }) => {
  const { owner, candidate, id } = await createScene(daysAgo(15));
  await runTask("advance-applications");
  expect(await mailTo(candidate.email, "No answer in time")).toContain(`/applications/${id}`);
  expect(await mailTo(owner.email, "overdue")).toContain("Kim Candidate");
  const home = await pageOf(browser, candidate, { script: false });
  await home.goto(`/applications/${id}`);
  await expect(home.getByText("has not answered yet")).toBeVisible();
  await home.getByRole("button", { name: "Withdraw now" }).click();
  await expect(home.getByText("Your application is withdrawn.")).toBeVisible();
});
