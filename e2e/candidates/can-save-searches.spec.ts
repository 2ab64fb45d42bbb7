import PostalMime from "postal-mime";
import postgres from "postgres";
import { createCompany, createPosting, createUser, unique } from "@/db/factories";
import { expect, expectAccessible, mailTo, pageOf, test } from "../fixtures";
import { signInByCode } from "../steps";

const own = process.env.E2E_BASE_URL as string;
const sql = postgres(process.env.DATABASE_URL as string, { max: 2, onnotice: () => {} });
test.afterAll(() => sql.end());

/** The worker does this each minute; here at once. */
const alertsNow = () => sql`select graphile_worker.add_job('send-alerts', '{}'::json)`;

/** The headers of the newest mail to someone. */
async function headersOf(recipient: string) {
  const [row] =
    await sql`select raw from mailbox_messages where recipient = ${recipient} order by id desc limit 1`;
  const { headers } = await PostalMime.parse(row?.raw);
  return (name: string) => headers.find(({ key }) => key === name)?.value ?? "";
}
const linkIn = (text: string, after: RegExp) =>
  new RegExp(`${after.source}(http\\S+)`).exec(text)?.[1] as string;

for (const script of [true, false])
  test(`a candidate saves a search, hears of what is new, and ends its mails, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
    request,
  }) => {
    const candidate = await createUser();
    const company = await createCompany({ name: unique("Looplight") });
    const post = (title: string) => createPosting({ companyId: company.id, title, skills: [{ slug: "go" }] });
    const before = unique("Ledger");
    await post(before);
    const page = await pageOf(browser, candidate, { script });
    const at = `/jobs?skill=go&company=${company.slug}`;

    await test.step("one button keeps it, under a name made of its filters", async () => {
      await page.goto(at);
      await page.getByRole("button", { name: "Save this search" }).click();
      await expect(page.getByText("Saved. New postings by e-mail daily.")).toBeVisible();
      await expect(page.getByRole("button", { name: "Save this search" })).toHaveCount(0);
      await page.getByRole("link", { name: "Change" }).click();
      await expect(page.getByRole("heading", { name: `Go, at ${company.name}` })).toBeVisible();
      await expect(page.getByText("1 live")).toBeVisible();
    });

    await test.step("it is renamed, and its mails come at once; what is wrong is said beside its field", async () => {
      await page.locator("summary", { hasText: "Change" }).click();
      await page.getByLabel("Name").fill("My ledgers");
      await page.getByLabel("New postings by e-mail").selectOption("At once");
      await page.getByLabel(/Only where I match/).fill("120");
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await expect(page.getByText("Enter a whole number from 0 to 100.").first()).toBeVisible();
      await expect(page.getByLabel("Name")).toHaveValue("My ledgers");
      await page.getByLabel(/Only where I match/).fill("");
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await expect(page.getByText("Changes saved.")).toBeVisible();
      await expect(page.getByRole("heading", { name: "My ledgers" })).toBeVisible();
      await expect(page.getByText("New postings by e-mail at once")).toBeVisible();
      if (script) await expectAccessible(page);
    });

    const title = unique("Payments");
    let text = "";
    await test.step("a new posting comes by mail, and one that was there before does not", async () => {
      await post(title);
      await page.reload();
      await expect(page.getByRole("button", { name: "Show 1 new of My ledgers" })).toBeVisible();
      await alertsNow();
      text = await mailTo(candidate.email, title);
      expect(text).toContain("1 new posting for “My ledgers”");
      expect(text).toContain(`${company.name}\n€60,000–80,000 a year\nHybrid · Berlin, Germany\n`);
      expect(text).not.toContain(before);
    });

    await test.step("was it relevant: the link asks, the button answers", async () => {
      await page.goto(linkIn(text, /Was this relevant\?\nYes: /));
      await expect(page.getByRole("heading", { name: "Was this relevant?" })).toBeVisible();
      await page.goto("/saved");
      await expect(page.getByText("1 sent, none rated yet")).toBeVisible();
      // Without a session, as the mail may be read elsewhere.
      const elsewhere = await pageOf(browser, null, { script });
      await elsewhere.goto(linkIn(text, /Was this relevant\?\nYes: /));
      await elsewhere.getByRole("button", { name: "Yes, it was" }).click();
      await expect(elsewhere.getByText("You answered yes.")).toBeVisible();
      await page.reload();
      await expect(page.getByText("1 sent, 1 of 1 rated were relevant")).toBeVisible();
      await page.getByRole("button", { name: "Not relevant" }).click();
      await expect(page.getByText("You answered: not relevant")).toBeVisible();
      await expect(page.getByText("1 sent, 0 of 1 rated were relevant")).toBeVisible();
    });

    await test.step("what the mail's header says ends its mails by one post, and by opening it nothing", async () => {
      const header = await headersOf(candidate.email);
      expect(header("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
      const [, address] = /^<(http\S+)>$/.exec(header("list-unsubscribe")) ?? [];
      const opened = await request.get(address as string);
      expect(opened.status()).toBe(200);
      expect(await opened.text()).toContain("Stop these e-mails?");
      await page.reload();
      await expect(page.getByText("New postings by e-mail at once")).toBeVisible();
      // As a mail program does: no cookie, no origin.
      const posted = await request.post(address as string, {
        form: { "List-Unsubscribe": "One-Click" },
        headers: { Origin: "https://mail.example", "Sec-Fetch-Site": "cross-site" },
        maxRedirects: 0,
      });
      expect(posted.status()).toBe(200);
      await page.reload();
      await expect(page.getByText("No e-mails")).toBeVisible();
    });

    await test.step("and it is deleted", async () => {
      await page.getByRole("button", { name: "Delete My ledgers" }).click();
      await expect(page.getByText("You have no saved searches")).toBeVisible();
      await page.goto(at);
      await expect(page.getByRole("button", { name: "Save this search" })).toBeVisible();
    });
  });

test("a reader stops the mails from their footer, after being asked; a forged link is told to be one", async ({
  browser,
  request,
}) => {
  const candidate = await createUser();
  const company = await createCompany();
  const page = await pageOf(browser, candidate);
  await page.goto(`/saved/new?company=${company.slug}&workplace=hybrid`);
  await page.getByLabel("New postings by e-mail").selectOption("At once");
  await page.getByRole("button", { name: "Save this search" }).click();
  await expect(page.getByText("Search saved.")).toBeVisible();
  const title = unique("Queues");
  await createPosting({ companyId: company.id, title });
  await alertsNow();
  const stop = linkIn(await mailTo(candidate.email, title), /Stop e-mails for this search: /);

  const elsewhere = await pageOf(browser, null);
  await elsewhere.goto(stop);
  await elsewhere.getByRole("button", { name: "Stop e-mails" }).click();
  await expect(elsewhere.getByRole("heading", { name: "You will get no more e-mails" })).toBeVisible();
  await page.goto("/saved");
  await expect(page.getByText("No e-mails")).toBeVisible();

  const forged = stop.replace(/.$/, (last) => (last === "A" ? "B" : "A"));
  const plain = await pageOf(browser, null, { script: false });
  expect((await plain.goto(forged))?.status()).toBe(404);
  await expect(plain.getByRole("heading", { name: "This link is not valid" })).toBeVisible();
  const machine = forged.replace("/unsubscribe/", "/api/unsubscribe/");
  for (const answer of [await request.post(machine), await request.get(machine)]) {
    expect(answer.status()).toBe(404);
    expect(await answer.text()).toContain("This link is not valid");
  }
});

test("a visitor who saves a search signs in, and comes back to it", async ({ browser }) => {
  const { email } = await createUser();
  const page = await pageOf(browser, null);
  await page.goto("/jobs?skill=go&workplace=remote");
  await page.getByRole("link", { name: "Save this search" }).click();
  await signInByCode(page, email);
  await expect(page.getByRole("heading", { name: "Save this search" })).toBeVisible();
  await expect(page.getByLabel("Name")).toHaveValue("Go, remote");
  await page.getByRole("button", { name: "Save this search" }).click();
  await expect(page.getByRole("heading", { name: "Go, remote" })).toBeVisible();
});

test("the way to what is saved is in the bar", async ({ browser }) => {
  const page = await pageOf(browser, await createUser({ name: "Kim Example" }));
  await page.goto("/");
  await page.getByRole("link", { name: "Saved" }).click();
  await expect(page.getByRole("heading", { name: "Saved", exact: true })).toBeVisible();
  expect(page.url()).toBe(`${own}/saved`);
});
