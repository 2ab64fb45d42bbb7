import { createPosting } from "@/db/factories";
import { submitApplication } from "@/lib/applications/commands/apply";
import { moveApplication } from "@/lib/applications/commands/move";
import { expect, mailTo, pageOf, test, whenScripted } from "../fixtures";
import { createCandidate, createOffice } from "../people";

async function createScene() {
  const { owner, company } = await createOffice();
  const { id: postingId } = await createPosting({
    companyId: company.id,
    skills: [{ slug: "go" }, { slug: "kafka" }],
  });
  const apply = async (name: string, ...slugs: string[]) => {
    const actor = await createCandidate({ skills: slugs.map((slug) => ({ slug })) });
    const { id } = await submitApplication(actor, { postingId, name, coverNote: "" });
    return { actor, id };
  };
  const applicants = {
    ada: await apply("Ada First", "go"),
    bo: await apply("Bo Second", "kafka"),
    cy: await apply("Cy Third"),
  };
  return { owner, postingId, at: `/employer/postings/${postingId}/applicants`, ...applicants };
}

for (const script of [true, false])
  test(`an employer answers several applicants at once, and hears who was not moved, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const { owner, at, ada, bo } = await createScene();
    const office = await pageOf(browser, owner, { script });
    const send = () => office.getByRole("button", { name: "Move the selected and notify them" }).click();

    await test.step("without a choice it is told what is missing", async () => {
      await office.goto(at);
      await send();
      await expect(office.getByText("Select at least one applicant.").first()).toBeVisible();
    });

    await test.step("another member is faster with one of them", async () => {
      await office.goto(at);
      await office.getByRole("checkbox", { name: "Select Ada First" }).check();
      await office.getByRole("checkbox", { name: "Select Bo Second" }).check();
      await moveApplication(owner, { id: bo.id, from: "submitted", to: "interview", message: "Come in." });
      await office.getByLabel("Move the selected to").selectOption("Not successful");
      await office.getByLabel("Reason, if you say no").selectOption("The role is filled");
      await office.getByLabel("Message to each").fill("Thank you, {candidate}.");
      await send();
      await expect(office.getByText("1 applicant moved to Not successful, mail sent.")).toBeVisible();
      await expect(office.getByText("1 applicant was not moved")).toBeVisible();
      await expect(office.getByText("Bo Second, now in Interview")).toBeVisible();
      await expect(office.getByText("Next: Cy Third")).toBeVisible();
    });

    await test.step("each has a mail in their own name", async () => {
      const mail = await mailTo(ada.actor.email, "answered");
      expect(mail).toContain("Thank you, Ada First.");
      expect(mail).toContain("The role is filled.");
    });

    await test.step("those that ended are apart, and the list is narrowed by what they meet", async () => {
      const names = () =>
        office.getByRole("list", { name: "Applicants" }).getByRole("link").allTextContents();
      await office.goto(at);
      expect(await names()).toEqual(["Bo Second", "Cy Third"]);
      await office.getByLabel("Meets").selectOption("Kafka");
      await office.getByRole("button", { name: "Show", exact: true }).click();
      await expect(office).toHaveURL(/line=skill/);
      expect(await names()).toEqual(["Bo Second"]);
      await office.getByRole("link", { name: "Ended (1)" }).click();
      await expect(office).toHaveURL(/state=ended/);
      await expect(office.getByRole("link", { name: "Ada First" })).toBeHidden();
    });
  });

for (const script of [true, false])
  test(`an employer moves a card to another column by its menu, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const { owner, at } = await createScene();
    const office = await pageOf(browser, owner, { script });
    await office.goto(`${at}?view=columns`);
    const column = (name: string) => office.getByRole("region", { name, exact: true });
    const card = column("Submitted").getByRole("listitem").filter({ hasText: "Ada First" });
    await card.locator("summary").press("Enter");
    await card.getByRole("button", { name: "Screening" }).press("Enter");
    await expect(office.getByText("1 applicant moved to Screening, mail sent.")).toBeVisible();
    await expect(column("Screening").getByRole("link", { name: "Ada First" })).toBeVisible();
    const moved = column("Screening").getByRole("listitem").filter({ hasText: "Ada First" });
    await moved.locator("summary").press("Enter");
    await moved.getByRole("link", { name: "Interview" }).press("Enter");
    await expect(office.getByRole("radio", { name: "Interview" })).toBeChecked();
  });

test("an employer drags a card to another column", async ({ browser }) => {
  const { owner, at } = await createScene();
  const office = await pageOf(browser, owner);
  await office.goto(`${at}?view=columns`);
  const column = (name: string) => office.getByRole("region", { name, exact: true });
  const card = column("Submitted").getByRole("listitem").filter({ hasText: "Ada First" });
  await whenScripted(card.getByRole("link"));
  await card.dragTo(column("Screening"));
  await expect(office.getByText("1 applicant moved to Screening, mail sent.")).toBeVisible();
});
