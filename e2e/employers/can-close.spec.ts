import { createApplication, createCompany, createPosting, createUser, unique } from "@/db/factories";
import { expect, expectReadable, mailTo, pageOf, test } from "../fixtures";
import { runTask } from "../steps";

/** Lets the ten minutes of a closing pass. */
const passTenMinutes = (id: string) =>
  runTask(
    "answer-closed",
    (sql) => sql`update postings set closed_at = closed_at - interval '11 minutes' where id = ${id}`,
  );

for (const script of [true, false])
  for (const [reason, state] of [
    ["The role is filled", "Filled"],
    ["The role is withdrawn", "Withdrawn"],
  ] as const)
    test(`an employer closes a posting (${state}), and its page says so, ${script ? "with" : "without"} JavaScript`, async ({
      browser,
    }) => {
      const owner = await createUser();
      const title = `${unique("Ledger")} Developer`;
      const { id: companyId } = await createCompany({ owner });
      const { slug } = await createPosting({ companyId, title });
      const office = await pageOf(browser, owner, { script });
      const visitor = await pageOf(browser, null, { script });
      expect((await visitor.goto(`/jobs/${slug}`))?.status()).toBe(200);
      await office.goto("/employer");
      await office.getByRole("link", { name: title }).click();
      await office.getByRole("link", { name: "Close the posting" }).click();
      await office.getByLabel(reason).check();
      await office.getByRole("button", { name: "Close the posting" }).click();
      await expect(office.getByText("The posting is closed.")).toBeVisible();
      await expect(office.getByText(state, { exact: true }).first()).toBeVisible();
      expect((await visitor.reload())?.status()).toBe(410);
      await expect(visitor.getByRole("heading", { name: title })).toBeVisible();
      await expect(visitor.getByRole("link", { name: "Apply", exact: true })).toHaveCount(0);
    });

for (const script of [true, false])
  test(`everyone who waits gets an answer when a posting is closed, unless that is undone, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
    request,
  }) => {
    const [owner, candidate] = [await createUser(), await createUser({ name: "Kim Candidate" })];
    const { id: companyId } = await createCompany({ owner });
    const title = `${unique("Ledger")} Developer`;
    const { id, slug } = await createPosting({ companyId, title });
    await createApplication({ postingId: id, companyId, candidate });
    const office = await pageOf(browser, owner, { script });
    const status = async () => (await request.get(`/jobs/${slug}`)).status();
    const words = `We chose somebody else for ${title}.`;

    await test.step("the page says who waits, and asks for the message", async () => {
      await office.goto(`/employer/postings/${id}/close`);
      await expect(office.getByRole("heading", { name: "1 applicant waits for an answer" })).toBeVisible();
      await expect(office.getByRole("link", { name: "Kim Candidate" })).toBeVisible();
      if (script) await expectReadable(office);
      await office.getByLabel("Message", { exact: true }).fill("");
      await office.getByRole("button", { name: "Close the posting" }).click();
      await expect(office.getByText("Enter the message to those who wait.").first()).toBeVisible();
      expect(await status()).toBe(200);
    });

    await test.step("a closing is undone with one button", async () => {
      await office.getByLabel("Message", { exact: true }).fill(words);
      await office.getByRole("button", { name: "Close the posting" }).click();
      await expect(office.getByText("Those who wait get your message after")).toBeVisible();
      if (script) await expectReadable(office);
      expect(await status()).toBe(410);
      await office.getByRole("button", { name: "Undo" }).click();
      await expect(office.getByText("The closing is undone.")).toBeVisible();
      expect(await status()).toBe(200);
    });

    await test.step("after ten minutes those who wait get the message, and nothing can be undone", async () => {
      await office.goto(`/employer/postings/${id}/close`);
      await office.getByLabel("Message", { exact: true }).fill(words);
      await office.getByRole("button", { name: "Close the posting" }).click();
      await expect(office.getByRole("button", { name: "Undo" })).toBeVisible();
      await passTenMinutes(id);
      expect(await mailTo(candidate.email, words)).toContain("was not successful");
      await office.reload();
      await expect(office.getByRole("button", { name: "Undo" })).toHaveCount(0);
    });
  });
