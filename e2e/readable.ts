import type { Page } from "@playwright/test";
import type { Actor } from "@/lib/auth/input";
import { expect, expectReadable, holdRequests, pageOf, test, whenScripted } from "./fixtures";

/** A page and who reads it; null is a visitor. */
type Reading = { path: string; actor: Actor | null };

/**
 * How far down the page each link and control stands that can be seen, by where it leads or else by what it is called, and which of these it is. What a
 * link is called may change meanwhile: opening an application takes one off "4 with news".
 */
const placesOf = (page: Page) =>
  page.evaluate(async () => {
    await document.fonts.ready;
    const places: Record<string, number> = {};
    for (const element of document.querySelectorAll<HTMLElement>(
      "a, button, input, select, summary, textarea",
    )) {
      if (!element.checkVisibility()) continue;
      const label = "labels" in element ? (element.labels as NodeListOf<HTMLElement>)[0] : undefined;
      const name = element.getAttribute("href") ?? element.ariaLabel ?? (label ?? element).textContent;
      let nth = 1;
      while (`${name} ${nth}` in places) nth++;
      places[`${name} ${nth}`] = Math.round(element.getBoundingClientRect().top + scrollY);
    }
    return places;
  });

/** One test: nothing on the page that `find` tells moves when its script comes, it opens without an error, fits phone and desk, and axe finds nothing. */
export function pageIsReadable(name: string, find: () => Promise<Reading>) {
  test(`${name}, on a phone in dark and at a desk in light`, async ({ browser }) => {
    const { path, actor } = await find();
    const page = await pageOf(browser, actor);
    const faults: string[] = [];
    page.on("pageerror", ({ message }) => faults.push(message));
    const goOn = await holdRequests(page, (request) => request.resourceType() === "script");
    await page.goto(path, { waitUntil: "domcontentloaded" });
    const before = await placesOf(page);
    await goOn();
    await whenScripted(page.getByRole("link", { name: "Backplane" }).first());
    expect(await placesOf(page), "what moved when the script came").toMatchObject(before);
    await expectReadable(page);
    expect(faults, "errors in the browser").toEqual([]);
  });
}
