import { createPosting, unique } from "@/db/factories";
import { expect, mailTo, pageOf, test } from "../fixtures";
import { createCandidate, createOffice } from "../people";

for (const script of [true, false])
  test(`a company finds who would fit and invites them, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const { owner, company } = await createOffice();
    const title = `${unique("Ledger")} Developer`;
    const posting = await createPosting({
      companyId: company.id,
      title,
      skills: [{ slug: "nim" }, { slug: "raku" }],
    });
    const headline = unique("Image-based systems");
    const skills = [{ slug: "nim" }, { slug: "raku" }];
    const candidate = await createCandidate(
      { headline, years: 9, skills, employment: ["full-time"] },
      "Kim Candidate",
    );
    const elsewhere = unique("Systems far away");
    await createCandidate({ headline: elsewhere, skills, workplaces: ["remote"], countries: ["JP"] });
    const office = await pageOf(browser, owner, { script });
    const home = await pageOf(browser, candidate, { script });
    const list = `/employer/postings/${posting.id}/candidates`;

    await test.step("the list has them with their match, and without a name", async () => {
      await office.goto(`/employer/postings/${posting.id}`);
      await office.getByRole("link", { name: "Matching candidates" }).click();
      const row = office.getByRole("row", { name: headline });
      await expect(row).toContainText("100 %");
      await expect(row).toContainText("2 of 2");
      await expect(row.getByRole("listitem")).toHaveText([/Claimed\s*Nim/, /Claimed\s*Raku/]);
      // Pay, place, time zone and employment.
      await expect(row.getByText(/^(Meets|Fails|Unknown)$/)).toHaveText([
        "Unknown",
        "Unknown",
        "Unknown",
        "Meets",
      ]);
      await expect(office.getByRole("link", { name: elsewhere })).toBeHidden();
      await expect(office.getByText(/hidden:.*place \d/)).toBeVisible();
      await office.getByRole("link", { name: "Show who fails a gate" }).click();
      await expect(office.getByRole("row", { name: elsewhere })).toContainText("Fails");
      await office.getByRole("link", { name: "Hide who fails a gate" }).click();
      expect(await office.content()).not.toContain("Kim Candidate");
      expect(await office.content()).not.toContain(candidate.email);
    });

    await test.step("the profile is opened on purpose, which the candidate sees", async () => {
      await office.getByRole("link", { name: headline }).click();
      await expect(office.getByText(`the candidate sees that ${company.name} opened it`)).toBeVisible();
      await home.goto("/profile/visibility");
      await expect(home.getByText("Nobody has opened your profile yet.")).toBeVisible();
      await office.getByRole("button", { name: "Open profile" }).click();
      await expect(office.getByRole("heading", { name: "Match" })).toBeVisible();
      await expect(office.getByText("9 years")).toBeVisible();
      expect(await office.content()).not.toContain(candidate.email);
      await home.reload();
      await expect(home.getByRole("row", { name: company.name })).toContainText(title);
    });

    await test.step("they are invited in the company's own words", async () => {
      await office.getByRole("button", { name: "Invite" }).click();
      await expect(office.getByText("Explain why you are writing to them.").first()).toBeVisible();
      await office.getByLabel("Message").fill("Your image-based systems are what this role is about.");
      await office.getByRole("button", { name: "Invite" }).click();
      await expect(office.getByText("Invitation sent.")).toBeVisible();
      await office.goto(list);
      await expect(office.getByRole("row", { name: headline })).toContainText("Invited");
    });

    await test.step("they hear of it by mail and under Applications, and apply", async () => {
      expect(await mailTo(candidate.email, "invites you to apply")).toContain("what this role is about");
      await home.goto("/applications");
      const invitation = home.getByRole("list", { name: "Invitations" });
      await expect(invitation).toContainText("what this role is about");
      await invitation.getByRole("link", { name: title }).click();
      await home.getByRole("link", { name: "Apply", exact: true }).first().click();
      await home.getByLabel("Name").fill("Kim Candidate");
      await home.getByRole("button", { name: "Submit application" }).click();
      await expect(home.getByText(`Your application was sent to ${company.name}.`)).toBeVisible();
      await home.goto("/applications");
      await expect(home.getByRole("list", { name: "Invitations" })).toBeHidden();
    });

    await test.step("they are an applicant now, and not on the list any more", async () => {
      await office.goto(list);
      await expect(office.getByRole("link", { name: headline })).toBeHidden();
      await office.goto(`/employer/postings/${posting.id}/applicants`);
      await expect(office.getByRole("link", { name: "Kim Candidate" })).toBeVisible();
    });
  });
