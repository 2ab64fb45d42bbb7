import { createApplication, createPosting, createUser } from "@/db/factories";
import { moveApplication } from "@/lib/applications/commands/move";
import { noteBounce } from "@/lib/email/commands";
import { expect, mailTo, pageOf, test } from "../fixtures";
import { createOffice } from "../people";

for (const script of [true, false])
  test(`someone sees what happened, marks it as read, and stops a kind of mail with one click, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const { owner, company } = await createOffice();
    const candidate = await createUser();
    const { id: postingId } = await createPosting({ companyId: company.id });
    const { id } = await createApplication({ postingId, companyId: company.id, candidate });
    await moveApplication(owner, { id, from: "submitted", to: "screening", message: "We are reading." });
    const mail = await mailTo(candidate.email, "answered");
    const home = await pageOf(browser, candidate, { script });

    await test.step("on the page of notifications", async () => {
      await home.goto("/notifications");
      const list = home.getByRole("list", { name: "Notifications" });
      await expect(list.getByText("New", { exact: true })).toHaveCount(1);
      await home.getByRole("button", { name: "Mark all as read" }).click();
      await expect(home.getByText("Marked as read.")).toBeVisible();
      await expect(list.getByText("New", { exact: true })).toHaveCount(0);
      await list.getByRole("link").click();
      await expect(home).toHaveURL(new RegExp(`/applications/${id}$`));
    });

    await test.step("by the link in the mail, without an account", async () => {
      const visitor = await pageOf(browser, null, { script });
      await visitor.goto(/http\S+\/unsubscribe\/\S+/.exec(mail)?.[0] as string);
      await visitor.getByRole("button", { name: "Stop e-mails" }).click();
      await expect(visitor.getByRole("heading", { name: "You will get no more e-mails" })).toBeVisible();
    });

    await test.step("and in the settings, where it can be turned on again", async () => {
      await home.goto("/settings");
      const answers = home.getByRole("group", { name: "Answers to your applications" });
      await expect(answers.getByLabel("Never")).toBeChecked();
      await answers.getByLabel("Once a day").check();
      await home.getByRole("button", { name: "Save", exact: true }).click();
      await expect(home.getByText("Settings saved.")).toBeVisible();
      await expect(answers.getByLabel("Once a day")).toBeChecked();
    });

    await test.step("and is told when their address refuses our mails", async () => {
      await noteBounce(candidate.email, 550);
      await home.goto("/");
      await expect(home.getByText(`Our e-mails to ${candidate.email} come back.`)).toBeVisible();
    });
  });
