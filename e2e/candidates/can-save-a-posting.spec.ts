import PostalMime from "postal-mime";
import postgres from "postgres";
import { createCompany, createPosting, createUser, daysAgo, unique } from "@/db/factories";
import { closePosting } from "@/lib/postings/commands/close";
import { saveForLater } from "@/lib/saved/commands/postings";
import { expect, expectAccessible, mailTo, pageOf, test, whenScripted } from "../fixtures";
import { signInByCode } from "../steps";

const sql = postgres(process.env.DATABASE_URL as string, { max: 2, onnotice: () => {} });
test.afterAll(() => sql.end());

/** The worker does this every five minutes; here at once. */
const remindNow = () => sql`select graphile_worker.add_job('remind-of-closing', '{}'::json)`;

async function createTwo() {
  const owner = await createUser();
  const company = await createCompany({ name: unique("Looplight"), owner });
  const [one, two] = [unique("Ledger"), unique("Payments")];
  const first = await createPosting({ companyId: company.id, title: one });
  const second = await createPosting({ companyId: company.id, title: two });
  return { owner, company, one, two, first, second, list: `/jobs?company=${company.slug}` };
}

for (const script of [true, false])
  test(`a candidate saves postings, writes a note, and removes one, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const candidate = await createUser();
    const { owner, one, two, first, second, list } = await createTwo();
    const page = await pageOf(browser, candidate, { script });
    const star = (title: string) => page.getByRole("button", { name: `Save ${title}` });

    await test.step("the star of a card is pressed, and released", async () => {
      await page.goto(list);
      await expect(star(one)).toHaveAttribute("aria-pressed", "false");
      await star(one).click();
      await expect(star(one)).toHaveAttribute("aria-pressed", "true");
      await expect(star(two)).toHaveAttribute("aria-pressed", "false");
      expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(list);
      await star(one).click();
      await expect(star(one)).toHaveAttribute("aria-pressed", "false");
      await star(one).click();
      await expect(star(one)).toHaveAttribute("aria-pressed", "true");
    });

    await test.step("the posting's own page has it too", async () => {
      await page.goto(`/jobs/${second.slug}`);
      const button = page.getByRole("button", { name: "Save this posting" });
      await button.click();
      await expect(button).toHaveAttribute("aria-pressed", "true");
      await page.getByRole("link", { name: "all that you saved" }).click();
    });

    const row = (title: string) =>
      page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: title }) });
    await test.step("both are listed, the latest first, with a note of one's own", async () => {
      await expect(page.getByRole("heading", { level: 3 }).first()).toHaveText(two);
      await expect(row(one)).toContainText("€60,000–80,000");
      await row(one).locator("summary").click();
      await row(one).getByLabel("Note").fill("x".repeat(1001));
      await row(one).getByRole("button", { name: "Save note" }).click();
      await expect(page.getByText("At most 1,000 characters.").first()).toBeVisible();
      await expect(row(one).getByLabel("Note")).toHaveValue("x".repeat(1001));
      await row(one).getByLabel("Note").fill("Ask about <b>on-call</b>.\nAnd the team.");
      await row(one).getByRole("button", { name: "Save note" }).click();
      await expect(page.getByText("Changes saved.")).toBeVisible();
      await expect(row(one)).toContainText("Ask about <b>on-call</b>.");
      if (script) await expectAccessible(page);
    });

    await test.step("one is removed, and comes back with its note", async () => {
      await row(one)
        .getByRole("button", { name: `Remove ${one}` })
        .click();
      await expect(page.getByText(`Removed from your saved postings: ${one}`)).toBeVisible();
      await expect(row(one)).toHaveCount(0);
      await page.getByRole("button", { name: "Undo" }).click();
      await expect(page.getByText("Posting saved again.")).toBeVisible();
      await expect(row(one)).toContainText("Ask about <b>on-call</b>.");
    });

    await test.step("one that is filled stays, and says so", async () => {
      await closePosting(owner, { id: first.id, reason: "filled" });
      await page.reload();
      await expect(row(one)).toContainText("Filled");
      await row(one).getByRole("link", { name: one }).click();
      await expect(page.getByText("This role is filled.")).toBeVisible();
    });
  });

test("the star works by keyboard, and leaves the reader where they are", async ({ browser }) => {
  const { company, one, list } = await createTwo();
  for (let n = 0; n < 6; n++) await createPosting({ companyId: company.id });
  const page = await pageOf(browser, await createUser());
  await page.goto(list);
  const star = page.getByRole("button", { name: `Save ${one}` });
  await whenScripted(star);
  await star.focus();
  const scrolled = await page.evaluate(() => scrollY);
  expect(scrolled).toBeGreaterThan(0);
  await page.keyboard.press("Space");
  await expect(star).toHaveAttribute("aria-pressed", "true");
  await expect(star).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBe(scrolled);
  await page.keyboard.press("Enter");
  await expect(star).toHaveAttribute("aria-pressed", "false");
  await expect(star).toBeFocused();
});

for (const script of [true, false])
  test(`a visitor who presses the star signs in, and comes back to the list, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const { one, list } = await createTwo();
    const { email } = await createUser();
    const page = await pageOf(browser, null, { script });
    await page.goto(list);
    await page.getByRole("link", { name: `Save ${one}` }).click();
    await signInByCode(page, email);
    await expect(page.getByRole("button", { name: `Save ${one}` })).toBeVisible();
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(list);
  });

test("a mail comes before a saved posting closes, once, and its reader stops further ones", async ({
  browser,
  request,
}) => {
  const candidate = await createUser();
  const { company, one, first } = await createTwo();
  const closing = (title: string) =>
    createPosting({ companyId: company.id, title, expiresAt: daysAgo(-2.5) });
  const soon = unique("Queues");
  for (const { id } of [first, await closing(soon)]) await saveForLater(candidate, { postingId: id });
  await remindNow();
  const text = await mailTo(candidate.email, soon);
  expect(text).toContain(`You saved this posting of ${company.name} and have not applied yet.`);
  expect(text).not.toContain(one);
  const [, stop] = /Stop these reminders: (http\S+)/.exec(text) ?? [];
  const [row] =
    await sql`select raw from mailbox_messages where recipient = ${candidate.email} order by id desc limit 1`;
  const { headers } = await PostalMime.parse(row?.raw);
  const [, machine] =
    /^<(http\S+)>$/.exec(headers.find(({ key }) => key === "list-unsubscribe")?.value ?? "") ?? [];
  expect((await request.get(machine as string)).status()).toBe(200);

  const elsewhere = await pageOf(browser, null, { script: false });
  await elsewhere.goto(stop as string);
  await elsewhere.getByRole("button", { name: "Stop e-mails" }).click();
  await expect(elsewhere.getByText("We do not remind you before saved postings close.")).toBeVisible();
  const page = await pageOf(browser, candidate);
  await page.goto("/saved");
  await expect(page.getByText("You get no e-mails before they close.")).toBeVisible();
  const other = unique("Mailing");
  await saveForLater(candidate, { postingId: (await closing(other)).id });
  await remindNow();
  await page.getByRole("button", { name: "Remind me" }).click();
  await expect(page.getByText("We e-mail you three days before one of them closes.")).toBeVisible();
  await remindNow();
  await mailTo(candidate.email, other);
  const mails =
    await sql`select count(*)::int as n from mailbox_messages where recipient = ${candidate.email} and raw like ${`%Closing soon: ${soon}%`}`;
  expect(mails).toEqual([{ n: 1 }]);
  // As a mail program does: no cookie, no origin.
  const posted = await request.post(machine as string, { form: { "List-Unsubscribe": "One-Click" } });
  expect(posted.status()).toBe(200);
  await page.reload();
  await expect(page.getByText("You get no e-mails before they close.")).toBeVisible();
});
