import { createApplication, createCompany, createPosting, createUser, unique } from "@/db/factories";
import { expect, pageOf, test } from "../fixtures";

for (const script of [true, false])
  test(`a candidate withdraws an application, and the employer sees it and cannot move it any more, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const [owner, candidate] = [await createUser(), await createUser({ name: "Kim Candidate" })];
    const title = `${unique("Ledger")} Developer`;
    const { id: companyId } = await createCompany({ owner });
    const { id: postingId } = await createPosting({ companyId, title });
    const { id } = await createApplication({ postingId, companyId, candidate });
    const home = await pageOf(browser, candidate, { script });
    const office = await pageOf(browser, owner, { script });

    await home.goto("/applications");
    await home.getByRole("link", { name: title }).click();
    await home.getByRole("button", { name: "Withdraw" }).click();
    await expect(home.getByText("Withdrawn").first()).toBeVisible();
    await expect(home.getByRole("button", { name: "Withdraw" })).toHaveCount(0);

    await office.goto(`/employer/postings/${postingId}/applicants/${id}`);
    await expect(office.getByText("Withdrawn").first()).toBeVisible();
    await expect(office.getByRole("button", { name: "Move and notify the candidate" })).toHaveCount(0);
  });
