import {
  createAdmin,
  createChangedCompany,
  createCompany,
  createPosting,
  createUser,
  daysAgo,
  unique,
} from "@/db/factories";
import { expect, expectReadable, mailTo, pageOf, test, whenScripted } from "../fixtures";

/**
 * Two postings of one company that wait one after the other, since so many days ago, and for no other test: those decide about what waits since
 * moments ago, or since days ago.
 */
async function twoWaiting(days: number) {
  const owner = await createUser({ email: `${unique("jo")}@ledgers.example` });
  const { id: companyId } = await createCompany({ owner, website: "https://ledgers.example" });
  const [first, second] = [`${unique("Ledger")} Developer`, `${unique("Vault")} Engineer`] as const;
  const waiting = { companyId, state: "in_review" } as const;
  const { id } = await createPosting({ ...waiting, title: first, submittedAt: daysAgo(days) });
  await createPosting({ ...waiting, title: second, submittedAt: daysAgo(days - 0.002) });
  return { owner, first, second, path: `/admin/postings/${id}` };
}

test("an admin goes through the queue by keyboard: each decision is followed by what waits next, postings and companies", async ({
  browser,
}) => {
  const { owner, first, second, path } = await twoWaiting(0.4);
  const member = await createUser();
  const changed = await createChangedCompany({ owner: member, name: unique("Gannet"), days: 0.399 });
  const desk = await pageOf(browser, await createAdmin());
  await desk.goto("/admin");
  await expect(
    desk.getByRole("link", { name: /^Review .*waiting: \d+ postings and \d+ changed compan/ }),
  ).toBeVisible();
  await expect(
    desk.getByText(/ are waiting for review, oldest first: \d+ postings and \d+ changed compan/),
  ).toBeVisible();
  const row = desk.getByRole("listitem").filter({ hasText: changed.name });
  await expect(row.getByText("Name, words or logo changed")).toBeVisible();
  await expectReadable(desk);
  const start = desk.getByRole("button", { name: "Review next" });
  await start.focus();
  await desk.keyboard.press("Enter");
  await expect(desk.getByRole("button", { name: "Skip, review next" })).toBeVisible();
  await desk.goto(path);
  await expect(desk.getByRole("heading", { name: first, level: 1 })).toBeVisible();
  await expect(desk.getByText("Nothing was decided yet")).toBeVisible();

  await whenScripted(desk.getByRole("button", { name: "Turn the keys off" }));
  await desk.keyboard.press("s");
  await expect(desk.getByLabel("Usual reason 1")).toBeFocused();
  await desk.getByLabel("Usual reason 1").selectOption({ label: "Write the description in English." });
  await expect(desk.getByLabel("Reason 1 is about")).toHaveValue("description");
  const words = desk.getByLabel("Reason 1", { exact: true });
  await expect(words).toHaveValue("Write the description in English.");
  // A field has the focus: the keys are letters there.
  await words.focus();
  await desk.keyboard.press("End");
  await desk.keyboard.type(" All of it as a start.");
  await expect(words).toHaveValue("Write the description in English. All of it as a start.");
  await desk.getByRole("button", { name: "Send back with reasons" }).focus();
  await desk.keyboard.press("Enter");
  await expect(desk.getByText("Posting sent back for changes.")).toBeVisible();
  await expect(desk.getByText(`Next: “${changed.name}”.`)).toBeVisible();
  expect(await mailTo(owner.email, "Changes requested")).toContain(
    "Description: Write the description in English.",
  );

  const other = await pageOf(browser, await createAdmin());
  await other.goto(desk.url());
  await expect(other.getByText(/is reviewing this until/)).toBeVisible();
  await whenScripted(desk.getByRole("button", { name: "Turn the keys off" }));
  await desk.keyboard.press("s");
  const send = desk.getByRole("button", { name: "Send it back with this reason" });
  const reason = desk.getByRole("textbox", { name: "Reason" }).and(desk.locator(":focus"));
  await expect(reason).toBeVisible();
  await desk.keyboard.press("Tab");
  await expect(send).toBeFocused();
  await desk.keyboard.press("Enter");
  await expect(desk.getByRole("link", { name: "Enter a reason. They read it." })).toBeVisible();
  await expectReadable(desk);
  await desk.getByRole("link", { name: "Enter a reason. They read it." }).press("Enter");
  await desk.keyboard.type("Say whose partner you are.");
  await desk.keyboard.press("Tab");
  await desk.keyboard.press("Enter");
  await expect(desk.getByText("Change sent back. We e-mailed the owners.")).toBeVisible();
  await expect(desk.getByText(`Next: “${second}”.`)).toBeVisible();
  await mailTo(member.email, `Please change the page of ${changed.name}`);

  await whenScripted(desk.getByRole("button", { name: "Turn the keys off" }));
  await desk.keyboard.press("a");
  const approve = desk.getByRole("button", { name: "Approve and publish" });
  await expect(approve).toBeFocused();
  await expectReadable(desk);
  await approve.focus();
  await desk.keyboard.press("Enter");
  await expect(desk.getByText("Posting approved. It is live.")).toBeVisible();
});

test("the keys of the desk can be turned off, and stay off", async ({ browser }) => {
  const { id: companyId } = await createCompany();
  const { id } = await createPosting({ companyId, state: "in_review" });
  const desk = await pageOf(browser, await createAdmin());
  await desk.goto(`/admin/postings/${id}`);
  const off = desk.getByRole("button", { name: "Turn the keys off" });
  await whenScripted(off);
  await off.click();
  await desk.reload();
  const on = desk.getByRole("button", { name: "Turn the keys on" });
  await whenScripted(on);
  await desk.keyboard.press("a");
  await expect(desk.getByRole("button", { name: "Approve and publish" })).not.toBeFocused();
});

test("a second admin sees who is reviewing a posting, and takes the review over, without JavaScript", async ({
  browser,
}) => {
  const { second, path } = await twoWaiting(0.3);
  const [one, two] = [await createAdmin(), await createAdmin()];
  const desk = await pageOf(browser, one, { script: false });
  const other = await pageOf(browser, two, { script: false });
  await desk.goto(path);
  await desk.getByRole("button", { name: "Skip, review next" }).click();
  await expect(desk.getByRole("heading", { name: second, level: 1 })).toBeVisible();
  await other.goto(desk.url());
  await expect(other.getByText(`${one.email} is reviewing this until`)).toBeVisible();
  await other.getByRole("button", { name: "Take the review over" }).click();
  await expect(other.getByText("This review is yours for 20 minutes.")).toBeVisible();
  await other.getByLabel("Usual reason 1").selectOption("title.0");
  await other.getByRole("button", { name: "Send back with reasons" }).click();
  await expect(other.getByText("Posting sent back for changes.")).toBeVisible();
  await desk.getByRole("button", { name: "Approve and publish" }).click();
  await expect(desk.getByText("It was decided: an admin sent it back on")).toBeVisible();
});
