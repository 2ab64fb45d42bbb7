import { createApplication, createCompany, createPosting, createUser, daysAgo, unique } from "@/db/factories";
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

for (const script of [true, false])
  test(`a no needs a reason, which the candidate reads in plain words, and the next applicant is named, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const [owner, candidate, late] = [
      await createUser(),
      await createUser(),
      await createUser({ name: "Rafael Late" }),
    ];
    const { id: companyId } = await createCompany({ owner });
    const { id: postingId } = await createPosting({ companyId });
    const { id } = await createApplication({ postingId, companyId, candidate });
    await createApplication({ postingId, companyId, candidate: late, submittedAt: daysAgo(20) });
    const office = await pageOf(browser, owner, { script });
    const home = await pageOf(browser, candidate, { script });
    const send = () => office.getByRole("button", { name: "Move and notify the candidate" }).click();

    await office.goto(`/employer/postings/${postingId}/applicants/${id}`);
    await office.getByLabel("Not successful").check();
    await send();
    await expect(office.getByText("Choose at least one reason.").first()).toBeVisible();
    await office.getByLabel("Another applicant fits better").check();
    await send();
    await expect(office.getByText("Moved to Not successful, mail sent.")).toBeVisible();
    await expect(office.getByText("Next: Rafael Late (overdue)")).toBeVisible();
    expect(await mailTo(candidate.email, "answered")).toContain("The company chose another applicant.");

    await home.goto(`/applications/${id}`);
    await expect(home.getByText("The company chose another applicant.").first()).toBeVisible();
    await office.goto(`/employer/postings/${postingId}`);
    await expect(
      office
        .getByRole("table", { name: "Why applicants were turned down" })
        .getByRole("row", { name: "Another applicant fits better" }),
    ).toContainText("1");
  });

test("an interview needs words, and a hire can close the posting", async ({ browser }) => {
  const [owner, candidate] = [await createUser(), await createUser()];
  const { id: companyId } = await createCompany({ owner });
  const { id: postingId } = await createPosting({ companyId });
  const { id } = await createApplication({ postingId, companyId, candidate });
  const office = await pageOf(browser, owner);
  await office.goto(`/employer/postings/${postingId}/applicants/${id}`);
  await office.getByLabel("Interview").check();
  await office.getByRole("button", { name: "Move and notify the candidate" }).click();
  await expect(office.getByText("Write to the candidate what happens next.").first()).toBeVisible();

  const offered = await createApplication({
    postingId,
    companyId,
    candidate: await createUser(),
    state: "offer",
  });
  await office.goto(`/employer/postings/${postingId}/applicants/${offered.id}`);
  await office.getByLabel("Hired", { exact: true }).check();
  await office.getByLabel("If hired: close this posting as filled").check();
  await office.getByRole("button", { name: "Move and notify the candidate" }).click();
  await expect(office.getByText("The posting is closed.")).toBeVisible();
});
