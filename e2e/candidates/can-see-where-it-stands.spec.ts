import { createApplication, createInvitation, createPosting, createUser, unique } from "@/db/factories";
import { moveApplication } from "@/lib/applications/commands/move";
import { expect, pageOf, test } from "../fixtures";
import { createOffice } from "../people";

for (const script of [true, false])
  test(`a candidate sees where each application stands, what was last said and what to do, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const { owner, company } = await createOffice();
    const candidate = await createUser({ name: "Kim Candidate" });
    const post = async () => {
      const title = `${unique("Ledger")} Developer`;
      return {
        title,
        ...(await createPosting({
          companyId: company.id,
          title,
          salary: { min: 80_000, max: 95_000, currency: "EUR", period: "year" },
        })),
      };
    };
    const [open, ended, invited] = [await post(), await post(), await post()];
    const apply = (postingId: string) => createApplication({ postingId, companyId: company.id, candidate });
    const first = await apply(open.id);
    const second = await apply(ended.id);
    await moveApplication(owner, {
      id: first.id,
      from: "submitted",
      to: "interview",
      message: "Can you talk on Tuesday?",
    });
    await moveApplication(owner, {
      id: second.id,
      from: "submitted",
      to: "rejected",
      reasons: [{ kind: "plain", slug: "another_applicant" }],
      message: "Somebody was faster.",
    });
    await createInvitation({ postingId: invited.id, companyId: company.id, candidate });
    const home = await pageOf(browser, candidate, { script });
    const row = (title: string) =>
      home.getByRole("listitem").filter({ has: home.getByRole("link", { name: title, exact: true }) });

    await test.step("in the list of those that are open, with pay and place", async () => {
      await home.goto("/applications");
      await expect(row(open.title)).toContainText("Can you talk on Tuesday?");
      await expect(row(open.title)).toContainText("€80,000–95,000");
      await expect(row(open.title)).toContainText("Berlin");
      await expect(home.getByRole("link", { name: ended.title, exact: true })).toHaveCount(0);
    });

    await test.step("an invitation has its pay, and the way to apply", async () => {
      await expect(row(invited.title)).toContainText("€80,000–95,000");
      await expect(row(invited.title).getByRole("link", { name: "Apply" })).toHaveAttribute(
        "href",
        `/jobs/${invited.slug}/apply?from=invitation`,
      );
    });

    await test.step("on its page, the state, the message and the next step come first", async () => {
      await home.getByRole("link", { name: open.title, exact: true }).click();
      await expect(home.getByRole("heading", { level: 2 }).first()).toHaveText("Where it stands");
      const standing = home
        .locator("section")
        .filter({ has: home.getByRole("heading", { name: "Where it stands" }) });
      await expect(standing).toContainText("Can you talk on Tuesday?");
      await expect(standing).toContainText("Interview");
      await expect(home.getByText(candidate.email)).toHaveCount(0);
    });

    await test.step("what has ended is apart, and says why", async () => {
      await home.goto("/applications");
      await home.getByRole("link", { name: "Ended (1)" }).click();
      await expect(row(ended.title)).toContainText("Somebody was faster.");
    });
  });
