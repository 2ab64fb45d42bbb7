import {
  createAdmin,
  createApplication,
  createCompany,
  createPosting,
  createProfile,
  createUser,
} from "@/db/factories";
import { daysBefore } from "@/lib/days";
import { sendPostingBack } from "@/lib/moderation/commands/decide";
import { expect, expectAccessible, pageOf, test } from "../fixtures";

for (const script of [true, false])
  test(`an employer sees first what waits for them, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const employer = await createUser();
    const { id: companyId } = await createCompany({ owner: employer });
    const now = new Date();
    const posting = await createPosting({
      companyId,
      title: "Tide Table Engineer",
      publishedAt: daysBefore(now, 20),
    });
    const returned = await createPosting({ companyId, title: "Ferry Booking Developer", state: "in_review" });
    await sendPostingBack(await createAdmin(), {
      id: returned.id,
      reasons: [{ field: "salary", message: "Is this a year or a month?" }],
    });
    const candidate = { ...(await createUser()), name: "Rafael Monteiro" };
    await createProfile(candidate);
    await createApplication({
      postingId: posting.id,
      companyId,
      candidate,
      submittedAt: daysBefore(now, 17),
    });

    const page = await pageOf(browser, employer, { script });
    await page.goto("/employer");
    const waiting = page.getByRole("list", { name: "Waiting for you" }).getByRole("listitem");
    await expect(waiting).toHaveCount(3);
    await expect(waiting.nth(0)).toContainText("Answer Rafael Monteiro");
    await expect(waiting.nth(0)).toContainText("due 3 days ago");
    await expect(waiting.nth(1)).toContainText("Ferry Booking Developer");
    await expect(waiting.nth(2)).toContainText("Confirm that this is still open");
    const row = page.getByRole("row", { name: /Tide Table Engineer/ });
    await expect(row).toContainText("€60,000–80,000 a year");
    await expect(row).toContainText("1 overdue");
    if (script) await expectAccessible(page);

    await page.getByRole("link", { name: "Drafts (1)" }).click();
    await expect(page.getByRole("row", { name: /Ferry Booking Developer/ })).toContainText(
      "Changes requested",
    );
    await expect(page.getByRole("row", { name: /Tide Table Engineer/ })).toHaveCount(0);
  });
