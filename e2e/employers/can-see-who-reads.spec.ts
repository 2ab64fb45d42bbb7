import { createCompany, createPosting, createUser } from "@/db/factories";
import { expect, expectAccessible, ownAddress, pageOf, test } from "../fixtures";

const agent =
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15";

test("an employer sees how many people read a posting, and where they came from", async ({ browser }) => {
  const employer = await createUser();
  const { id: companyId } = await createCompany({ owner: employer });
  const posting = await createPosting({ companyId, title: "Buoy Telemetry Engineer" });
  for (const referer of ["https://www.google.com/", undefined]) {
    const context = await browser.newContext({ userAgent: agent, extraHTTPHeaders: ownAddress() });
    const reader = await context.newPage();
    await reader.goto(`/jobs/${posting.slug}`, { referer });
    await reader.reload();
    await context.close();
  }
  const page = await pageOf(browser, employer);
  await expect
    .poll(
      async () => {
        await page.goto(`/employer/postings/${posting.id}/figures`);
        return page.getByText("2 readers").count();
      },
      { message: "the figures say 2 readers", timeout: 30_000 },
    )
    .toBe(1);
  await expect(page.getByRole("row", { name: "A search engine 1 50%" })).toBeVisible();
  await expect(page.getByRole("row", { name: "A mail, a feed or a saved link 1 50%" })).toBeVisible();
  await page.getByText("as a table").click();
  await expect(page.getByRole("table", { name: /Readers a day/ })).toBeVisible();
  await expectAccessible(page);
});
