import { createCompany, createPosting, createUser, unique } from "@/db/factories";
import { expect, pageOf, test } from "../fixtures";
import { createCandidate, createOffice } from "../people";

test("a company that a candidate blocked sees nothing of them", async ({ browser }) => {
  const { owner, company } = await createOffice();
  const [host] = [`${unique("mail")}.example`];
  const other = await createUser({ email: `boss@eu.${host}` });
  const { id: otherId } = await createCompany({ owner: other });
  const skills = [{ slug: "elm" }];
  const [posting, second] = [
    await createPosting({ companyId: company.id, skills }),
    await createPosting({ companyId: otherId, skills }),
  ];
  const headline = unique("Front of the back end");
  const candidate = await createCandidate({ headline, skills });
  const home = await pageOf(browser, candidate, { script: false });
  const lists = [
    [await pageOf(browser, owner, { script: false }), posting.id],
    [await pageOf(browser, other, { script: false }), second.id],
  ] as const;
  for (const [office, id] of lists) {
    await office.goto(`/employer/postings/${id}/candidates`);
    await expect(office.getByRole("link", { name: headline })).toBeVisible();
  }
  await home.goto("/profile/visibility");
  await home.getByLabel("Company", { exact: true }).fill("A company that is not here");
  await home.getByRole("button", { name: "Block company" }).click();
  await expect(home.getByText("We found no company called").first()).toBeVisible();
  await home.getByLabel("Company", { exact: true }).fill(company.name);
  await home.getByRole("button", { name: "Block company" }).click();
  await expect(home.getByText("Blocked.")).toBeVisible();
  await home.getByLabel("Domain").fill(`someone@${host}`);
  await home.getByRole("button", { name: "Block domain" }).click();
  await expect(home.getByRole("button", { name: `Unblock ${host}` })).toBeVisible();
  for (const [office, id] of lists) {
    await office.reload();
    await expect(office.getByRole("heading", { name: "Matching candidates" })).toBeVisible();
    await expect(office.getByRole("link", { name: headline })).toBeHidden();
    expect((await office.goto(`/employer/postings/${id}/candidates/${candidate.userId}`))?.status()).toBe(
      404,
    );
  }
  await home.getByRole("button", { name: `Unblock ${company.name}` }).click();
  await expect(home.getByText("Unblocked.")).toBeVisible();
  await lists[0][0].goto(`/employer/postings/${posting.id}/candidates`);
  await expect(lists[0][0].getByRole("link", { name: headline })).toBeVisible();
});
