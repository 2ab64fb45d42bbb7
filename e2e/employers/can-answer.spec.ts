import { createApplication, createCompany, createPosting, createUser, unique } from "@/db/factories";
import { expect, mailTo, pageOf, test } from "../fixtures";
import { inviteToInterview } from "../steps";

for (const script of [true, false])
  test(`an employer reads an application and answers it, and the candidate hears of it, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const [owner, candidate] = [await createUser(), await createUser({ name: "Kim Candidate" })];
    const title = `${unique("Ledger")} Developer`;
    const { id: companyId } = await createCompany({ owner });
    const { id: postingId } = await createPosting({ companyId, title });
    await createApplication({ postingId, companyId, candidate, coverNote: "I kept a ledger like yours." });
    const office = await pageOf(browser, owner, { script });
    const home = await pageOf(browser, candidate, { script });

    await test.step("the employer finds it", async () => {
      await office.goto("/employer");
      await office.getByRole("row", { name: title }).getByRole("link", { name: "1 (1 new)" }).click();
      await office.getByRole("link", { name: "Kim Candidate" }).click();
      await expect(office.getByText("I kept a ledger like yours.")).toBeVisible();
    });

    await test.step("they invite to an interview, and the candidate has a mail and sees it", async () => {
      await inviteToInterview(office, "Can you talk on Tuesday?");
      expect(await mailTo(candidate.email, "answered")).toContain("Can you talk on Tuesday?");
      await home.goto("/applications");
      await expect(home.getByText("Interview")).toBeVisible();
      await home.getByRole("link", { name: title }).click();
      await expect(home.getByText("Can you talk on Tuesday?")).toBeVisible();
    });
  });

test("a no without a reason is refused", async ({ browser }) => {
  const [owner, candidate] = [await createUser(), await createUser()];
  const { id: companyId } = await createCompany({ owner });
  const { id: postingId } = await createPosting({ companyId });
  const { id } = await createApplication({ postingId, companyId, candidate });
  const office = await pageOf(browser, owner);
  await office.goto(`/employer/postings/${postingId}/applicants/${id}`);
  await office.getByLabel("Not successful").check();
  await office.getByRole("button", { name: "Move and notify the candidate" }).click();
  await expect(office.getByText("Give a reason; the candidate will read it.").first()).toBeVisible();
});
