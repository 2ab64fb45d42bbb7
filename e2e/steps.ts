import type { Page } from "@playwright/test";
import postgres from "postgres";
import { expect, mailTo } from "./fixtures";

/*
 * What several promises do on the way to their own point. Each works with and without JavaScript.
 */

export const codeIn = (mail: string) => /^[2-9A-Z]{8}$/m.exec(mail)?.[0] as string;

/** On the page that asks for sign-in: by a code from the mail, as anyone would. */
export async function signInByCode(page: Page, email: string) {
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Send me a code" }).click();
  await page.getByLabel("Code").fill(codeIn(await mailTo(email, "is your Backplane code")));
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

/** A new posting's form, filled in but for its pay. */
export async function writePosting(office: Page, title: string) {
  await office.goto("/employer/postings/new");
  await office.getByLabel("Title").fill(title);
  await office
    .getByLabel("Description")
    .fill(
      "You would run the **ledger** that every payment passes: Go services on PostgreSQL, a few thousand writes a second.",
    );
  await office.getByLabel("Workplace").selectOption("Remote");
  await office.getByLabel("Employment").selectOption("Full-time");
  await office.getByLabel("Countries where you can hire").fill("Germany, FR");
  await office.getByLabel("Currency").selectOption("EUR");
}

export async function writePay(office: Page, from: string, to: string) {
  await office.getByLabel("From").fill(from);
  await office.getByLabel("To", { exact: true }).fill(to);
}

export const keepDraft = (office: Page) =>
  office.getByRole("button", { name: "Save draft", exact: true }).click();

export const handIn = (office: Page) => office.getByRole("button", { name: "Submit for review" }).click();

/** Opens a posting from the queue of reviews. It is shared by all tests: the posting may be on a later page. */
export async function openFromQueue(desk: Page, title: string) {
  await desk.goto("/admin");
  const link = desk.getByRole("link", { name: title });
  const next = desk.getByRole("link", { name: "Next page" });
  await expect(link.or(next).first()).toBeVisible();
  while (!(await link.isVisible())) {
    const address = desk.url();
    await next.click();
    await expect(desk).not.toHaveURL(address);
    await expect(link.or(next).first()).toBeVisible();
  }
  await link.click();
}

export async function approve(desk: Page) {
  await desk.getByRole("button", { name: "Approve and publish" }).click();
  await expect(desk.getByText("Posting approved. It is live.")).toBeVisible();
}

/** Moves the applicant whose page is open to an interview, with words to them. */
export async function inviteToInterview(office: Page, words: string) {
  await office.getByLabel("Interview").check();
  await office.getByLabel("Message to the candidate").fill(words);
  await office.getByRole("button", { name: "Move and notify the candidate" }).click();
  await expect(office.getByText(words)).toBeVisible();
}

/** Has the worker do at once what it does every minute. `before` says what should have passed by then, in SQL. */
export async function runTask(task: string, before?: (sql: postgres.Sql) => Promise<unknown>) {
  const sql = postgres(process.env.DATABASE_URL as string, { max: 1, onnotice: () => {} });
  try {
    await before?.(sql);
    await sql`select graphile_worker.add_job(${task}, '{}'::json)`;
  } finally {
    await sql.end();
  }
}
