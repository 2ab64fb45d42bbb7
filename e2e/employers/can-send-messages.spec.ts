import { createApplication, createPosting, createUser } from "@/db/factories";
import { expect, mailTo, pageOf, test } from "../fixtures";
import { createOffice } from "../people";

for (const script of [true, false])
  test(`an employer and an applicant write to each other, and neither learns the other's address, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const { owner, company } = await createOffice();
    const candidate = await createUser({ name: "Kim Candidate" });
    const { id: postingId } = await createPosting({ companyId: company.id });
    const { id } = await createApplication({ postingId, companyId: company.id, candidate });
    const office = await pageOf(browser, owner, { script });
    const home = await pageOf(browser, candidate, { script });

    await test.step("the employer asks, and the mail leads to the page", async () => {
      await office.goto(`/employer/postings/${postingId}/applicants/${id}`);
      await office.getByRole("button", { name: "Send message" }).click();
      await expect(office.getByText("Write a message.").first()).toBeVisible();
      await office.getByLabel("Write to Kim Candidate").fill("Have you run Kafka yourself?");
      await office.getByRole("button", { name: "Send message" }).click();
      await expect(office.getByText("Your message was sent to Kim Candidate.")).toBeVisible();
      const mail = await mailTo(candidate.email, "wrote to you");
      expect(mail).toContain("Have you run Kafka yourself?");
      expect(mail).toContain(`/applications/${id}#messages`);
      expect(mail).not.toContain(owner.email);
    });

    await test.step("the candidate answers", async () => {
      await home.goto(`/applications/${id}`);
      await expect(home.getByText("Have you run Kafka yourself?")).toBeVisible();
      await home.getByLabel(`Write to ${company.name}`).fill("For three years.");
      await home.getByRole("button", { name: "Send message" }).click();
      await expect(home.getByRole("list", { name: "Messages" })).toContainText("For three years.");
      const mail = await mailTo(owner.email, "Kim Candidate wrote to you");
      expect(mail).toContain("For three years.");
      expect(mail).not.toContain(candidate.email);
      await office.reload();
      await expect(office.getByRole("list", { name: "Messages" })).toContainText("For three years.");
    });
  });
