import type { Actor } from "@/lib/auth/input";
import { expect, expectReadable, pageOf, test } from "./fixtures";

/** A page and who reads it; null is a visitor. */
type Reading = { path: string; actor: Actor | null };

/** One test: the page that `find` tells opens without an error, fits phone and desk, and axe finds nothing. */
export function pageIsReadable(name: string, find: () => Promise<Reading>) {
  test(`${name}, on a phone in dark and at a desk in light`, async ({ browser }) => {
    const { path, actor } = await find();
    const page = await pageOf(browser, actor);
    const faults: string[] = [];
    page.on("pageerror", ({ message }) => faults.push(message));
    await page.goto(path);
    await expectReadable(page);
    expect(faults, "errors in the browser").toEqual([]);
  });
}
