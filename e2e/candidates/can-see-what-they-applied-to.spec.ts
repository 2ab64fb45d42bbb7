import {
  createApplication,
  createCompany,
  createPosting,
  createProfile,
  createUser,
  daysAgo,
  unique,
} from "@/db/factories";
import { closePosting } from "@/lib/postings/commands/close";
import { saveForLater } from "@/lib/saved/commands/postings";
import { expect, pageOf, test } from "../fixtures";

for (const script of [true, false])
  test(`a posting that a candidate applied to says so on its cards and its page, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const [owner, candidate] = [await createUser(), await createUser()];
    const company = await createCompany({ owner, name: unique("Looplight") });
    const companyId = company.id;
    const post = async (title: string) => ({
      title,
      ...(await createPosting({ companyId, title, skills: [{ slug: "go" }] })),
    });
    const [sent, offered, withdrawn, open] = [
      await post(unique("Ledger")),
      await post(unique("Payments")),
      await post(unique("Queues")),
      await post(unique("Storage")),
    ];
    const apply = (postingId: string, state: "submitted" | "offer" | "withdrawn", days: number) =>
      createApplication({ postingId, companyId, candidate, state, submittedAt: daysAgo(days) });
    await apply(sent.id, "submitted", 2);
    await apply(offered.id, "offer", 7);
    const { id } = await apply(withdrawn.id, "withdrawn", 0);
    await createProfile(candidate, { skills: [{ slug: "go" }] });
    const page = await pageOf(browser, candidate, { script });
    const card = (title: string) =>
      page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: title }) });

    for (const list of [
      `/jobs?company=${company.slug}`,
      `/matches?company=${company.slug}`,
      `/companies/${company.slug}`,
    ])
      await test.step(`in ${list.split("?")[0]}`, async () => {
        await page.goto(list);
        await expect(card(sent.title)).toContainText("Applied 2 days ago");
        await expect(card(offered.title)).toContainText("Offer, applied 7 days ago");
        await expect(card(withdrawn.title)).toContainText("Withdrawn, applied today");
        await expect(card(open.title)).not.toContainText(/applied/i);
      });

    await test.step("in what they saved", async () => {
      await saveForLater(candidate, { postingId: sent.id });
      await page.goto("/saved");
      await expect(card(sent.title)).toContainText("Applied 2 days ago");
    });

    await test.step("and on the pages, which offer no second application", async () => {
      await page.goto(`/jobs/${sent.slug}`);
      await expect(page.getByText("Applied 2 days ago")).toBeVisible();
      await expect(page.getByText("The company promised an answer by")).toBeVisible();
      await expect(page.getByRole("link", { name: "Apply", exact: true })).toHaveCount(0);
      await page.goto(`/jobs/${withdrawn.slug}`);
      await expect(page.getByText("You can apply to a posting only once.")).toBeVisible();
      await page.getByRole("link", { name: "See your application" }).click();
      await expect(page).toHaveURL(new RegExp(`/applications/${id}$`));
      await page.goto(`/jobs/${open.slug}`);
      await expect(page.getByRole("link", { name: "Apply", exact: true })).toBeVisible();
    });

    await test.step("also once the posting is over", async () => {
      await closePosting(owner, { id: offered.id, reason: "filled", answer: "each" });
      await page.goto(`/jobs/${offered.slug}`);
      await expect(page.getByText("Offer, applied 7 days ago")).toBeVisible();
    });

    await test.step("and nobody else sees any of it", async () => {
      const visitor = await pageOf(browser, null, { script });
      await visitor.goto(`/jobs?company=${company.slug}`);
      await expect(visitor.getByRole("heading", { name: sent.title })).toBeVisible();
      await expect(visitor.getByText(/applied \d/i)).toHaveCount(0);
    });
  });
