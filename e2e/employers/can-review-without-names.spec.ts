import { createEvidence, createPosting, unique } from "@/db/factories";
import { submitApplication } from "@/lib/applications/commands/apply";
import { cookieOf, expect, mailTo, pageOf, test } from "../fixtures";
import { createCandidate, createOffice } from "../people";

test("a review without names shows none before the first move, anywhere in the page", async ({
  browser,
  request,
}) => {
  const { owner, company } = await createOffice();
  const posting = await createPosting({ companyId: company.id, blindReview: true, skills: [{ slug: "go" }] });
  const school = unique("Hill College");
  const name = `Yolanda ${unique("Quux")}`;
  const actor = await createCandidate({ headline: `${name} builds ledgers`, skills: [{ slug: "go" }] }, name);
  await createEvidence(actor, { organisation: school });
  const coverNote = `I am ${name}, of ${school}. Write to ${actor.email}.`;
  const { id } = await submitApplication(actor, { postingId: posting.id, name, coverNote });
  expect(await mailTo(owner.email, "Applicant 1 applied")).not.toMatch(/Yolanda|Quux/);

  const at = `/employer/postings/${posting.id}/applicants`;
  const headers = await cookieOf(owner);
  const hidden = [/yolanda/i, /quux/i, new RegExp(actor.email, "i"), new RegExp(school, "i")];
  for (const path of [at, `${at}?sort=match`, `${at}/${id}`]) {
    const html = await (await request.get(path, { headers })).text();
    expect(html).toContain("Applicant 1");
    for (const word of hidden) expect(html, path).not.toMatch(word);
    // The payload that the page's script asks for when one comes by a link.
    const rsc = await (await request.get(path, { headers: { ...headers, RSC: "1" } })).text();
    for (const word of hidden) expect(rsc, `${path} as data`).not.toMatch(word);
  }

  const office = await pageOf(browser, owner, { script: false });
  await office.goto(at);
  await office.getByRole("link", { name: "Applicant 1" }).click();
  await expect(office.getByText("You are reviewing without names.")).toBeVisible();
  await expect(office.getByText("I am [name hidden], of [school hidden].")).toBeVisible();
  await office.getByLabel("Screening").check();
  await office.getByRole("button", { name: "Move and notify the candidate" }).click();
  await expect(office.getByRole("heading", { name })).toBeVisible();
  await expect(office.getByText(coverNote)).toBeVisible();
});
