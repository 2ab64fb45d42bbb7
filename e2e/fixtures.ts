import AxeBuilder from "@axe-core/playwright";
import { type Browser, test as base, expect, type Page } from "@playwright/test";
import { createSession } from "@/db/factories";
import type { Actor } from "@/lib/auth/input";
import { listMailbox } from "@/lib/email/queries";

/** A page of `actor`'s own browser, signed in; a visitor's without one. With `script` false, one that runs no JavaScript. */
export async function pageOf(browser: Browser, actor: Actor | null, { script = true } = {}): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: script });
  if (actor) {
    const { hostname } = new URL(process.env.E2E_BASE_URL as string);
    await context.addCookies([
      {
        name: "backplane.session",
        value: await createSession(actor),
        domain: hostname,
        path: "/",
        httpOnly: true,
        sameSite: "Lax",
      },
    ]);
  }
  return context.newPage();
}

/** The newest mail to `to` whose subject or text holds `words`, once it is in the mailbox: its text. */
export async function mailTo(to: string, words: string): Promise<string> {
  let found: string | undefined;
  await expect
    .poll(
      async () => {
        const mails = await listMailbox(to);
        found = mails.find(({ subject, text }) => `${subject}\n${text}`.includes(words))?.text;
        return found;
      },
      { message: `a mail to ${to} about “${words}”`, timeout: 15_000 },
    )
    .toBeDefined();
  return found as string;
}

/** Whether the page has what axe finds wrong, at the levels A and AA of WCAG 2.2. */
export async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`)).toEqual(
    [],
  );
}

export const test = base;
export { expect };
