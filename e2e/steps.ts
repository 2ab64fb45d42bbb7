import type { Page } from "@playwright/test";
import postgres from "postgres";
import { expect, mailTo, whenScripted } from "./fixtures";

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

export const isScripted = (page: Page) => page.evaluate(() => matchMedia("(scripting: enabled)").matches);

/** Adds a skill to the open form of a posting: as a chip, which gets its `own` name, or without JavaScript in the first free line. */
export async function addSkill(office: Page, name: string, { must = true, years = "", own = name } = {}) {
  if (await isScripted(office)) {
    const field = office.getByLabel("Add a skill");
    await whenScripted(field);
    await field.fill(name);
    await field.press(must ? "Enter" : "Shift+Enter");
    if (years) await office.getByLabel(`Years required of ${own}`).fill(years);
    return;
  }
  const names = await office
    .getByLabel(/^Skill \d+$/)
    .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
  const row = names.indexOf("") + 1;
  await office.getByLabel(`Skill ${row}`, { exact: true }).fill(name);
  if (!must) await office.getByLabel(`Skill ${row} is`).selectOption("Nice to have");
  if (years) await office.getByLabel(`Years required of skill ${row}`).fill(years);
}

/** The skills in the open form of a posting, those that are must-haves first. */
export async function skillsIn(office: Page): Promise<{ name: string; must: boolean }[]> {
  if (await isScripted(office)) await expect(office.getByLabel("Add a skill")).toBeVisible();
  const values = await office
    .locator("form")
    .filter({ has: office.getByLabel("Title", { exact: true }) })
    .evaluate((form) => Object.fromEntries(new FormData(form as HTMLFormElement)) as Record<string, string>);
  return Object.keys(values)
    .filter((name) => /^skills\[\d+\]\.name$/.test(name) && values[name])
    .map((name) => ({ name: values[name] ?? "", must: values[name.replace(".name", ".must")] === "must" }))
    .sort((a, b) => Number(b.must) - Number(a.must));
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
