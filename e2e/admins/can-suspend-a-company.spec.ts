import { createAdmin, createCompany, createPosting, createUser, unique } from "@/db/factories";
import { expect, expectReadable, mailTo, pageOf, test } from "../fixtures";

for (const script of [true, false])
  test(`an admin suspends a company: its postings are gone everywhere, and back when that is lifted, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
    request,
  }) => {
    const [owner, admin] = [await createUser(), await createAdmin()];
    const name = unique("Impostor");
    const company = await createCompany({ owner, name });
    const title = `${unique("Ledger")} Developer`;
    const { id, slug } = await createPosting({ companyId: company.id, title });
    const visitor = await pageOf(browser, null, { script });
    /** Where a visitor finds the posting: its page, the search, the API, the feed. */
    const found = async () => {
      const page = await request.get(`/jobs/${slug}`);
      const search = await (await request.get(`/jobs?q=${encodeURIComponent(`"${title}"`)}`)).text();
      const api = await request.get(`/api/v1/postings/${id}`);
      const feed = await (await request.get(`/feeds/postings.rss?company=${company.slug}`)).text();
      return [page.status(), search.includes(slug), api.status(), feed.includes(slug)];
    };
    expect(await found()).toEqual([200, true, 200, true]);
    await visitor.goto(`/companies/${company.slug}`);
    await expect(visitor.getByText("Review this company")).toBeHidden();

    const desk = await pageOf(browser, admin, { script });
    await desk.goto(`/companies/${company.slug}`);
    await desk.getByRole("link", { name: "Review this company" }).click();
    await desk.getByRole("button", { name: "Suspend the company" }).click();
    await expect(desk.getByText("Enter a reason").first()).toBeVisible();
    await desk.getByLabel("Reason").fill("It pretends to be another company.");
    await desk.getByRole("button", { name: "Suspend the company" }).click();
    await expect(desk.getByText("Those whom it concerns are told by e-mail.")).toBeVisible();
    if (script) await expectReadable(desk);
    expect(await mailTo(owner.email, "is suspended")).toContain("It pretends to be another company.");
    expect(await found()).toEqual([404, false, 404, false]);
    expect((await visitor.goto(`/companies/${company.slug}`))?.status()).toBe(404);

    await desk.goto("/admin/companies?suspended=1");
    await desk.getByLabel("Name begins with").fill(name);
    await desk.getByRole("button", { name: "Search" }).click();
    await desk.getByRole("link", { name }).click();
    await desk.getByRole("button", { name: "Lift the suspension" }).click();
    await expect(desk.getByText("The suspension is lifted.")).toBeVisible();
    await mailTo(owner.email, "is not suspended any more");
    expect(await found()).toEqual([200, true, 200, true]);
  });
