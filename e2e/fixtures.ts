import {
  type Browser,
  type BrowserContext,
  test as base,
  expect,
  type Locator,
  type Page,
  type Request,
  type Route,
} from "@playwright/test";
import axe from "axe-core";
import { webEnvironment } from "@/bin/up/environment";
import { Service } from "@/bin/up/service";
import { waitUntilReady, webArguments } from "@/bin/up/web";
import { freePort } from "@/db/cluster/ports";
import { createSession } from "@/db/factories";
import type { Actor } from "@/lib/auth/input";
import { listMailbox } from "@/lib/email/queries";

/** An address that no other test comes from, as a server in front would tell it: some limits count by address. */
export const ownAddress = () => ({
  "X-Forwarded-For": `10.${[1, 2, 3].map(() => Math.floor(Math.random() * 250)).join(".")}`,
});

/**
 * A page of `actor`'s own browser, signed in, at an address of its own; a visitor's without one. With `script` false, one that runs no
 * JavaScript.
 */
export async function pageOf(browser: Browser, actor: Actor | null, { script = true } = {}): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: script, extraHTTPHeaders: ownAddress() });
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
  opened.push(context);
  return context.newPage();
}

const opened: BrowserContext[] = [];

/** Each test ends with what it opened: pages that stay behind cost the next tests their time. */
export const test = base.extend<{ closing: undefined }>({
  closing: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it what a fixture stands on.
    async ({}, use) => {
      await use(undefined);
      await Promise.all(opened.splice(0).map((context) => context.close()));
    },
    { auto: true },
  ],
});

/** The Cookie header of a session of `actor`, begun for this; nothing for a visitor. */
export async function cookieOf(actor: Actor | null): Promise<Record<string, string>> {
  return actor ? { Cookie: `backplane.session=${await createSession(actor)}` } : {};
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
      { message: `a mail to ${to} about “${words}”` },
    )
    .toBeDefined();
  return found as string;
}

/** Whether axe finds nothing wrong with the page as it is shown, at the levels A and AA of WCAG 2.2. */
export async function expectAccessible(page: Page) {
  // While the next page comes the document has parts of both, and for a moment no title.
  await expect(page.locator("html:not([data-navigating]) > head > title").first()).toBeAttached();
  // Once for a page that is looked at twice: its source is half a megabyte. `axe` itself would be the one of this process.
  await page.evaluate(`if (!("axe" in window)) { ${axe.source} }`);
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import("axe-core") };
    const { violations } = await axe.run({
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
      resultTypes: ["violations"],
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
  });
  expect(violations).toEqual([]);
}

/** Whether the page fits and is accessible: on a phone in dark, then at a desk in light, without being loaded again. */
export async function expectReadable(page: Page) {
  for (const [width, colorScheme] of [
    [390, "dark"],
    [1280, "light"],
  ] as const)
    await test.step(`${width} px, ${colorScheme}`, async () => {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await expectAccessible(page);
    });
}

/** Waits until the script of the page has `target` in hand: before, a key or a change of it goes unheard. */
export async function whenScripted(target: Locator) {
  await expect
    .poll(() =>
      target.evaluate((element) => Object.keys(element).some((key) => key.startsWith("__reactProps"))),
    )
    .toBe(true);
  // What listens to the whole document begins a little later.
  await target.page().evaluate(() => new Promise((idle) => requestIdleCallback(idle, { timeout: 1_000 })));
}

/** Lets those requests of `page` wait that `isHeld` finds, until the function it returns is called. */
export async function holdRequests(
  page: Page,
  isHeld: (request: Request) => boolean,
): Promise<() => Promise<void>> {
  let goOn = () => {};
  const free = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const hold = async (route: Route) => {
    if (isHeld(route.request())) await free;
    await route.fallback();
  };
  await page.route("**", hold);
  return async () => {
    goOn();
    await page.unroute("**", hold);
  };
}

/**
 * Another web process of the built product, beside the one under test and on its database, with some settings of its own; its address.
 * `stop` ends it.
 */
export async function startWeb(settings: Record<string, string>) {
  const port = String(await freePort(0));
  const web = new Service("web", webArguments(port, { isLocal: true }), undefined);
  // The receiver of webhooks is the worker's, and refused outside of a demonstration.
  const env = { ...process.env, WEBHOOK_RECEIVER: "", NODE_ENV: "production", ...settings, PORT: port };
  web.start(webEnvironment(env));
  await waitUntilReady(Number(port), web);
  return { url: `http://localhost:${port}`, stop: () => web.stop(2_000) };
}

export { expect };
