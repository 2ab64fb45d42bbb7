import {
  createAdmin,
  createApplication,
  createCompany,
  createPosting,
  createUser,
  unique,
} from "@/db/factories";
import { expect, expectReadable, mailTo, pageOf, test } from "../fixtures";
import { addSkill, openFromQueue } from "../steps";

async function createLive() {
  const [owner, candidate] = [await createUser(), await createUser()];
  const { id: companyId } = await createCompany({ owner });
  const title = `${unique("Ledger")} Developer`;
  const { id, slug } = await createPosting({ companyId, title, skills: [{ slug: "go" }] });
  await createApplication({ postingId: id, companyId, candidate });
  return { owner, candidate, title, id, slug };
}

for (const script of [true, false])
  test(`an employer edits a live posting: text at once, pay once an admin approves it, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const { owner, candidate, title, id, slug } = await createLive();
    const [office, desk, visitor] = (await Promise.all(
      [owner, await createAdmin(), null].map((actor) => pageOf(browser, actor, { script })),
    )) as [
      Awaited<ReturnType<typeof pageOf>>,
      Awaited<ReturnType<typeof pageOf>>,
      Awaited<ReturnType<typeof pageOf>>,
    ];
    const renamed = `${title}, Payments`;

    await test.step("the text is public at once, the pay is not", async () => {
      await office.goto(`/employer/postings/${id}`);
      await office.getByRole("link", { name: "Edit", exact: true }).click();
      await office.getByLabel("Title").fill(renamed);
      await office.getByLabel("To", { exact: true }).fill("90000");
      await addSkill(office, "Rust");
      await office.getByRole("button", { name: "Save changes" }).click();
      await expect(
        office.getByText("Changes saved. Pay, requirements and place are in review"),
      ).toBeVisible();
      await expect(office.getByRole("cell", { name: "€60,000–90,000 a year" })).toBeVisible();
      if (script) await expectReadable(office);
      await visitor.goto(`/jobs/${slug}`);
      await expect(visitor.getByRole("heading", { name: renamed })).toBeVisible();
      await expect(visitor.getByText("€60,000–80,000").first()).toBeVisible();
      await expect(visitor.getByText("Text changed")).toBeVisible();
    });

    await test.step("an admin sees what changes, line by line, and approves it", async () => {
      await openFromQueue(desk, renamed);
      await expect(
        desk.getByRole("row", { name: "Pay €60,000–80,000 a year €60,000–90,000 a year" }),
      ).toBeVisible();
      await expect(desk.getByRole("row", { name: "Rust not asked Must have" })).toBeVisible();
      if (script) await expectReadable(desk);
      await desk.getByRole("button", { name: "Approve the change" }).click();
      await expect(desk.getByText("Change approved.")).toBeVisible();
    });

    await test.step("everyone sees it, on the ledger too, and the applicant hears of it", async () => {
      await visitor.reload();
      await expect(visitor.getByText("€60,000–90,000").first()).toBeVisible();
      await expect(
        visitor.getByText(
          "Pay changed from €60,000–80,000 a year to €60,000–90,000 a year; Requirement added: Rust",
        ),
      ).toBeVisible();
      const mail = await mailTo(candidate.email, "Changed after you applied");
      expect(mail).toContain("Requirement added: Rust.");
    });
  });

test("an edit of a live posting that lacks its pay is refused, and keeps what was typed", async ({
  browser,
}) => {
  const { owner, id } = await createLive();
  const office = await pageOf(browser, owner, { script: false });
  await office.goto(`/employer/postings/${id}/edit`);
  await office.getByLabel("Title").fill("Typed title");
  await office.getByLabel("From").fill("");
  await office.getByLabel("To", { exact: true }).fill("");
  await office.getByRole("button", { name: "Save changes" }).click();
  await expect(office.getByText("A posting without a pay range cannot be published").first()).toBeVisible();
  await expect(office.getByLabel("Title")).toHaveValue("Typed title");
});

test("two people who edit a live posting at once are both told, and nothing is lost", async ({ browser }) => {
  const { owner, id, slug } = await createLive();
  const [one, two] = [
    await pageOf(browser, owner, { script: false }),
    await pageOf(browser, owner, { script: false }),
  ];
  for (const page of [one, two]) await page.goto(`/employer/postings/${id}/edit`);
  await one.getByLabel("To", { exact: true }).fill("85000");
  await one.getByRole("button", { name: "Save changes" }).click();
  await expect(one.getByText("Changes saved.")).toBeVisible();
  await two.getByLabel("Title").fill("Another title");
  await two.getByRole("button", { name: "Save changes" }).click();
  await expect(two.getByText("This was changed elsewhere").first()).toBeVisible();
  await expect(two.getByLabel("To", { exact: true })).toHaveValue("85000");
  await expect(two.getByLabel("Title")).toHaveValue("Another title");
  await two.getByRole("button", { name: "Save changes" }).click();
  await expect(two.getByText("Changes saved.")).toBeVisible();
  await two.goto(`/jobs/${slug}`);
  await expect(two.getByRole("heading", { name: "Another title" })).toBeVisible();
});
