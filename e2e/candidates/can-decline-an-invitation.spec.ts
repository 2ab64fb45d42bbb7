import { createPosting, unique } from "@/db/factories";
import { expect, mailTo, pageOf, test } from "../fixtures";
import { createCandidate, createOffice } from "../people";

test("a candidate can say no to an invitation from its mail without signing in, and the company sees it", async ({
  browser,
  page,
}) => {
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
  const mail = await mailTo(candidate.email, "invites you to apply");
  expect(mail).toContain("Pay:");
  expect(mail).toContain("You meet: Racket");
  await page.goto(/\S+\/decline\/\S+/.exec(mail)?.[0] as string);
  await page.getByRole("button", { name: "Decline" }).click();
  await expect(page.getByRole("heading", { name: "You declined the invitation" })).toBeVisible();
  const home = await pageOf(browser, candidate, { script: false });
  await home.goto("/applications");
  await expect(home.getByText("Declined", { exact: true })).toBeVisible();
  await office.goto(`/employer/postings/${posting.id}/candidates`);
  await expect(office.getByRole("row", { name: headline })).toContainText("Declined");
});
