import { readFileSync } from "node:fs";
import { ageSessions, createApplication, createPosting, createProfile, createUser } from "@/db/factories";
import { expect, expectReadable, pageOf, test } from "../fixtures";
import { createOffice } from "../people";
import { signInByCode } from "../steps";

for (const script of [true, false])
  test(`a candidate downloads everything that is stored about them, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const { company } = await createOffice();
    const candidate = await createUser({ name: "Kim Candidate" });
    await createProfile(candidate, { headline: "Ledgers in Go" });
    const { id: postingId } = await createPosting({ companyId: company.id, title: "Ledger engineer" });
    await createApplication({ postingId, companyId: company.id, candidate, coverNote: "I like ledgers." });
    const page = await pageOf(browser, candidate, { script });

    await test.step("after signing in again, if that was a while ago", async () => {
      await ageSessions(candidate, 11);
      await page.goto("/settings");
      await page.getByRole("link", { name: "Download your data, or delete your account" }).click();
      await page.getByRole("button", { name: "Download your data" }).click();
      await expect(page.getByText("Sign in again to confirm that it is you.")).toBeVisible();
      await signInByCode(page, candidate.email);
      await expect(page).toHaveURL(/\/settings\/data$/);
    });

    await test.step("as one file", async () => {
      const downloading = page.waitForEvent("download");
      await page.getByRole("button", { name: "Download your data" }).click();
      const download = await downloading;
      expect(download.suggestedFilename()).toBe("backplane-data.json");
      const { account, tables } = JSON.parse(readFileSync(await download.path(), "utf8"));
      expect(account).toBe(candidate.email);
      expect(tables.profiles).toMatchObject([{ headline: "Ledgers in Go" }]);
      expect(tables.applications).toMatchObject([
        { coverNote: "I like ledgers.", posting: "Ledger engineer", company: company.name },
      ]);
    });

    if (script) await expectReadable(page);
  });
