import { createPosting, unique } from "@/db/factories";
import { expect, pageOf, test } from "../fixtures";
import { createCandidate, createOffice } from "../people";

test("a candidate can say no to an invitation, and the company sees it", async ({ browser }) => {
  const { owner, company } = await createOffice();
  const posting = await createPosting({ companyId: company.id, skills: [{ slug: "racket" }] });
  const headline = unique("Macros");
  const candidate = await createCandidate({ headline, skills: [{ slug: "racket" }] });
  const office = await pageOf(browser, owner, { script: false });
  await office.goto(`/employer/postings/${posting.id}/candidates`);
  await office.getByRole("link", { name: headline }).click();
  await office.getByRole("button", { name: "Open profile" }).click();
  await office.getByLabel("Message").fill("Your macros are what this role is about.");
  await office.getByRole("button", { name: "Invite" }).click();
  const home = await pageOf(browser, candidate, { script: false });
  await home.goto("/applications");
  await home.getByRole("button", { name: /Decline/ }).click();
  await expect(home.getByText("Invitation declined. We have told the company.")).toBeVisible();
  await expect(home.getByText("Declined", { exact: true })).toBeVisible();
  await office.goto(`/employer/postings/${posting.id}/candidates`);
  await expect(office.getByRole("row", { name: headline })).toContainText("Declined");
});
