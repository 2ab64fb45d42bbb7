import type { Page } from "@playwright/test";
import { createPosting } from "@/db/factories";
import { submitApplication } from "@/lib/applications/commands/apply";
import { expect, pageOf, test } from "../fixtures";
import { createCandidate, createOffice } from "../people";

test("applicants come in order of arrival, or by match, each with the sheet that they see too", async ({
  browser,
}) => {
  const { owner, company } = await createOffice();
  const posting = await createPosting({
    companyId: company.id,
    skills: [{ slug: "go" }, { slug: "kafka" }, { slug: "redis" }],
  });
  const apply = async (name: string, ...slugs: string[]) => {
    const actor = await createCandidate({ skills: slugs.map((slug) => ({ slug })) });
    const { id } = await submitApplication(actor, { postingId: posting.id, name, coverNote: "" });
    return { actor, id };
  };
  await apply("Ada First", "go");
  const best = await apply("Bo Second", "go", "kafka", "redis");
  await apply("Cy Third", "go", "kafka");
  const office = await pageOf(browser, owner, { script: false });
  const names = () => office.getByRole("list", { name: "Applicants" }).getByRole("link").allTextContents();
  await office.goto(`/employer/postings/${posting.id}/applicants`);
  expect(await names()).toEqual(["Ada First", "Bo Second", "Cy Third"]);
  await office.getByRole("link", { name: "By match" }).click();
  await expect(office.getByText("Best match first")).toBeVisible();
  expect(await names()).toEqual(["Bo Second", "Cy Third", "Ada First"]);
  await expect(office.getByText("3 of 3 must-haves")).toBeVisible();
  await expect(office.getByText("1 of 3 must-haves")).toBeVisible();

  const range = (page: Page) =>
    page.getByRole("region", { name: "Match" }).or(page.locator("main")).getByText("100 %").first();
  await office.getByRole("link", { name: "Bo Second" }).click();
  await expect(range(office)).toBeVisible();
  const home = await pageOf(browser, best.actor, { script: false });
  await home.goto(`/applications/${best.id}`);
  await expect(range(home)).toBeVisible();
});
