import { addMember, createPosting, createUser } from "@/db/factories";
import { submitApplication } from "@/lib/applications/commands/apply";
import { expect, pageOf, test } from "../fixtures";
import { createCandidate, createOffice } from "../people";

for (const script of [true, false])
  test(`two members rate an applicant without seeing each other first, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const { owner, company } = await createOffice();
    const reviewer = await createUser({ name: "Vera Reviewer" });
    await addMember(company.id, reviewer, "reviewer");
    const candidate = await createCandidate({ years: 5, skills: [{ slug: "go" }] });
    const posting = await createPosting({
      companyId: company.id,
      skills: [{ slug: "go" }, { slug: "kafka" }],
      experienceMin: 3,
    });
    const { id } = await submitApplication(candidate, { postingId: posting.id, name: "Kim", coverNote: "" });
    const list = `/employer/postings/${posting.id}/applicants`;
    const [left, right] = [
      await pageOf(browser, owner, { script }),
      await pageOf(browser, reviewer, { script }),
    ];
    // Both have the page open before either has rated.
    for (const page of [left, right]) {
      await page.goto(`${list}/${id}`);
      await page.getByRole("heading", { name: "Your ratings" }).click();
    }

    await test.step("a rating is needed, and nothing typed is lost without one", async () => {
      await left.getByLabel("Reason for Kafka").fill("Never ran it in production");
      await left.getByRole("button", { name: "Save ratings" }).click();
      await expect(left.getByText("Choose a rating to go with this reason.").first()).toBeVisible();
      await expect(left.getByLabel("Reason for Kafka")).toHaveValue("Never ran it in production");
      await left.getByLabel("Kafka", { exact: true }).selectOption("Not shown");
      await left.getByLabel("Go", { exact: true }).selectOption("Shown");
      await left.getByRole("button", { name: "Save ratings" }).click();
      await expect(left.getByText("Ratings saved.")).toBeVisible();
      await expect(left.getByText("You: Not shown. “Never ran it in production”")).toBeVisible();
      await expect(left.getByText("Rated by 1, also by you")).toBeVisible();
    });

    await test.step("the other sees that it was rated, and not how", async () => {
      const reader = await pageOf(browser, reviewer, { script });
      await reader.goto(list);
      await expect(reader.getByText("Rated by 1, not by you yet")).toBeVisible();
      await reader.getByRole("link", { name: "Kim" }).click();
      await expect(reader.getByText("Rated by 1, not by you yet")).toBeVisible();
      expect(await reader.content()).not.toContain("Never ran it in production");
    });

    await test.step("the other rates on the page that was open all along, and then sees both, and where they disagree", async () => {
      await right.getByLabel("Kafka", { exact: true }).selectOption("Strongly shown");
      await right.getByLabel("Go", { exact: true }).selectOption("Strongly shown");
      await right.getByRole("button", { name: "Save ratings" }).click();
      await expect(right.getByText("You: Strongly shown")).toHaveCount(2);
      await expect(right.getByText("Not shown. “Never ran it in production”")).toBeVisible();
      await expect(right.getByText("Reviewers disagree on 1 line")).toBeVisible();
      await left.goto(`${list}/${id}`);
      await expect(left.getByText("Vera Reviewer: Strongly shown")).toHaveCount(2);
      await expect(left.getByText("Reviewers disagree", { exact: true })).toHaveCount(1);
      await expect(left.getByText("Rated by 2, also by you")).toBeVisible();
    });

    await test.step("a rating can be changed, and the candidate sees none", async () => {
      await left.getByRole("heading", { name: "Your ratings" }).click();
      await left.getByLabel("Kafka", { exact: true }).selectOption("Shown");
      await left.getByRole("button", { name: "Save ratings" }).click();
      await expect(left.getByText("You: Shown. “Never ran it in production”")).toBeVisible();
      await expect(left.getByText("Reviewers disagree")).toHaveCount(0);
      const home = await pageOf(browser, candidate, { script });
      await home.goto(`/applications/${id}`);
      await expect(home.getByRole("heading", { name: "Match" })).toBeVisible();
      const html = await home.content();
      for (const word of ["Never ran it", "Strongly shown", "Vera Reviewer", "Ratings"])
        expect(html).not.toContain(word);
    });
  });
