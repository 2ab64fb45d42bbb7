import { createCompany, createInvitation, createPosting, createProfile, createUser } from "@/db/factories";
import { daysAfter } from "@/lib/days";
import { saveForLater } from "@/lib/saved/commands/postings";
import { expect, expectAccessible, pageOf, test } from "../fixtures";

for (const script of [true, false])
  test(`the home page says what waits for its reader, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const candidate = await createUser();
    await createProfile(candidate, { years: 6, skills: [{ slug: "java", years: 6 }] });
    const { id: companyId } = await createCompany();
    const posting = await createPosting({
      companyId,
      title: "Harbour Ledger Engineer",
      expiresAt: daysAfter(new Date(), 2),
    });
    await saveForLater(candidate, { postingId: posting.id });
    await createInvitation({ postingId: posting.id, companyId, candidate });
    const page = await pageOf(browser, candidate, { script });
    await page.goto("/");
    await expect(page.getByText("This is your first visit.")).toBeVisible();
    await expect(
      page.getByRole("link", { name: "1 invitation to apply waits for your answer" }),
    ).toBeVisible();
    if (script) await expectAccessible(page);
    await page.getByRole("link", { name: "1 saved posting closes within three days" }).click();
    await expect(page.getByRole("link", { name: "Harbour Ledger Engineer" })).toBeVisible();
  });
