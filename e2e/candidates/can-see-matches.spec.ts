import type { Locator, Page } from "@playwright/test";
import {
  createCompany,
  createEvidence,
  createPosting,
  createProfile,
  createUser,
  unique,
} from "@/db/factories";
import { expect, expectAccessible, expectReadable, pageOf, test } from "../fixtures";

/** A posting that asks for the weights 3, 3, 3 and 1, of a company that answers. */
async function createAsking() {
  const owner = await createUser();
  const company = await createCompany({ owner });
  const title = `${unique("Interlock")} Developer`;
  const posting = await createPosting({
    companyId: company.id,
    title,
    workplace: "remote",
    skills: [{ slug: "erlang" }, { slug: "cobol", minYears: 3 }, { slug: "haskell", must: false }],
    experienceMin: 5,
  });
  return { owner, company, title, ...posting };
}

/**
 * A candidate with wishes, and three postings of one company: one that they can take, one that they match better and that pays too little,
 * and one that fails twice.
 */
async function createChoice() {
  const company = await createCompany({ slug: unique("choice").toLowerCase() });
  const candidate = await createUser();
  await createProfile(candidate, {
    years: 6,
    skills: [{ slug: "erlang" }, { slug: "cobol", years: 9 }, { slug: "haskell" }],
    wantedMinMinor: 50_000_00,
    wantedCurrency: "USD",
    wantedYearlyUsd: 50_000,
    employment: ["full-time"],
  });
  const titled = async (title: string, given: object) => ({
    title,
    ...(await createPosting({ companyId: company.id, title, ...given })),
  });
  const low = { min: 20_000, max: 30_000, currency: "USD", period: "year" } as const;
  const [erlang, cobol, haskell] = [{ slug: "erlang" }, { slug: "cobol" }, { slug: "haskell" }];
  return {
    company,
    candidate,
    fits: await titled(unique("Fits"), { skills: [erlang, cobol, haskell] }),
    perfect: await titled(unique("Perfect"), {
      skills: [erlang, cobol, haskell],
      experienceMin: 5,
      salary: low,
    }),
    poor: await titled(unique("Poor"), { skills: [erlang], salary: low, employment: "contract" }),
  };
}

const hrefs = (links: Element[]) => links.map((link) => link.getAttribute("href"));

const matchOf = (page: Page) => page.getByRole("region", { name: "Your match" }).or(page.locator("#match"));
const question = (page: Page) =>
  page.getByRole("form", { name: "The question that narrows your range most" });
const line = (page: Page, label: string) => page.locator("#match li").filter({ hasText: label }).first();

for (const script of [true, false])
  test(`a candidate reads their sheet and answers what narrows it, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const asking = await createAsking();
    const candidate = await createUser();
    await createProfile(candidate, { years: 6, skills: [{ slug: "erlang" }] });
    const page = await pageOf(browser, candidate, { script });

    await test.step("each line says how it stands and what it counts", async () => {
      await page.goto(`/jobs/${asking.slug}`);
      await expect(matchOf(page)).toContainText("60 to 100 %");
      await expect(matchOf(page)).toContainText("2 lines are not answered");
      await expect(line(page, "Erlang")).toContainText("Claimed");
      await expect(line(page, "Erlang")).toContainText("3 of 3");
      await expect(line(page, "COBOL")).toContainText("0–3 of 3");
      await expect(line(page, "COBOL")).toContainText("with it: 90 to 100 %");
      await expect(matchOf(page)).toContainText("Total 6–10 of 10");
      await expect(line(page, "Place")).toContainText("Unknown");
      if (script) await expectAccessible(page);
    });

    await test.step("the heaviest unknown is asked; years that are none are refused beside the field", async () => {
      await expect(question(page)).toContainText("Do you have COBOL?");
      await question(page).getByRole("textbox").fill("lots");
      await question(page).getByRole("button", { name: "Yes, this many years" }).click();
      await expect(question(page)).toContainText("Enter a number of years, 0 to 70.");
      await expect(question(page).getByRole("textbox")).toHaveValue("lots");
    });

    await test.step("skipped, the next one is asked; answered, the sheet says so at once", async () => {
      await question(page).getByRole("button", { name: "Skip" }).click();
      await expect(question(page)).toContainText("Do you have Haskell?");
      await question(page).getByRole("button", { name: "No", exact: true }).click();
      await expect(line(page, "Haskell")).toContainText("Missing");
      await expect(matchOf(page)).toContainText("60 to 90 %");
      await expect(question(page)).toHaveCount(0);
      await page.goto(`/jobs/${asking.slug}`);
      await question(page).getByRole("textbox").fill("2");
      await question(page).getByRole("button", { name: "Yes, this many years" }).click();
      await expect(line(page, "COBOL")).toContainText("Partial");
      await expect(line(page, "COBOL")).toContainText("1.5 of 3");
      await expect(matchOf(page)).toContainText("75 %");
      await expect(matchOf(page)).toContainText("every line is answered");
    });

    await test.step("the range stands on the card, and the list can be in the order of matches", async () => {
      await page.goto(`/jobs?q="${asking.title.split(" ")[0]}"`);
      await expect(page.getByRole("listitem").filter({ hasText: asking.title })).toContainText("75");
      await page.getByRole("link", { name: "Best match" }).click();
      await expect(page.getByRole("link", { name: "Best match" })).toHaveAttribute("aria-current", "true");
    });
  });

for (const script of [true, false])
  test(`what a candidate can take comes first, and what fails is folded behind it with the reasons, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const { company, candidate, fits, perfect, poor } = await createChoice();
    const page = await pageOf(browser, candidate, { script });
    const list = page.locator("[data-postings]").first().locator("> li");
    const fold = page.locator("details").filter({ hasText: /fails?: / });
    const isLast = (text: string) => expect(list.last()).toContainText(text);

    await test.step("the better match that fails stands folded below, with its failing gates", async () => {
      await page.goto(`/matches?company=${company.slug}`);
      await expect(page.getByRole("status").filter({ hasText: "1 posting" })).toBeVisible();
      await expect(list).toHaveCount(1);
      await expect(list).toContainText(fits.title);
      await expect(list).toContainText("3 of 3 must-haves");
      await expect(page.getByText(/Fails on/)).toHaveCount(3);
      await expect(page.getByRole("heading", { name: perfect.title })).toBeHidden();
      await fold.locator("summary").click();
      await expect(fold.locator("summary")).toHaveText("2 fail: pay 2, employment 1");
      await expect(fold.locator("h2")).toHaveText([perfect.title, poor.title]);
      await expect(fold.locator("li").first()).toContainText("Fails on pay");
      await expect(fold.locator("li").last()).toContainText("Fails on employment");
      if (script) await expectReadable(page);
    });

    await test.step("the search by match has the same order, with the count of what fails", async () => {
      await page.goto(`/jobs?company=${company.slug}&sort=match`);
      await expect(list).toHaveCount(1);
      await expect(fold.locator("h2")).toHaveText([perfect.title, poor.title]);
      await fold.locator("summary").click();
      await expect(fold.locator("li").first()).toContainText("Fails on pay");
      await expect(page.getByRole("status").filter({ hasText: "3 postings" })).toBeVisible();
    });

    await test.step("all that fail have a list of their own, page by page, which filters keep", async () => {
      await page.goto("/matches");
      await fold.locator("summary").click();
      await fold.getByRole("link", { name: /^All [\d,]+ that fail$/ }).click();
      await expect(page).toHaveURL(/\?failing=show$/);
      await expect(list).toHaveCount(20);
      await expect(list.filter({ hasText: "Fails on" })).toHaveCount(20);
      const first = await list.locator("h2 a").evaluateAll(hrefs);
      await page.getByRole("link", { name: "Next page" }).click();
      await expect(page.getByRole("link", { name: "First page" })).toBeVisible();
      await expect(list.filter({ hasText: "Fails on" })).toHaveCount(20);
      const second = await list.locator("h2 a").evaluateAll(hrefs);
      expect(second.filter((href) => first.includes(href))).toEqual([]);
      await page.goto(`/matches?failing=show&company=${company.slug}`);
      await isLast(poor.title);
      await page.getByRole("link", { name: /Remove at/ }).click();
      await expect(page).toHaveURL(/\/matches\?failing=show$/);
      await page.getByRole("link", { name: "Back to the postings that fit what you want" }).click();
      await expect(page).toHaveURL(/\/matches$/);
    });

    await test.step("a search by match goes on from what can be taken to what fails", async () => {
      await page.goto("/jobs?sort=match");
      await page.getByRole("link", { name: /^[\d,]+ fail: pay/ }).click();
      await expect(page).toHaveURL(/cursor=/);
      await expect(page.locator("details[open] [data-postings] > li")).toHaveCount(20);
      await expect(
        page.locator("details[open] [data-postings] > li").filter({ hasText: "Fails on" }),
      ).toHaveCount(20);
    });

    await test.step("where nothing can be taken, the page says so and has the others open", async () => {
      await page.goto(`/matches?company=${company.slug}&employment=contract`);
      await expect(page.getByRole("heading", { name: "No posting fits everything you want" })).toBeVisible();
      await expect(page.getByRole("heading", { name: poor.title })).toBeVisible();
    });

    await test.step("the row leads to the sheet", async () => {
      await page.goto(`/matches?company=${company.slug}`);
      await list.getByRole("link", { name: /must-haves/ }).click();
      await expect(page).toHaveURL(new RegExp(`/jobs/${fits.slug}#match`));
      await expect(matchOf(page)).toContainText("100 %");
    });
  });

for (const script of [true, false])
  test(`pay is set by a button of its own name, and no currency stands without it, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const { candidate } = await createChoice();
    const page = await pageOf(browser, candidate, { script });
    await page.goto("/matches?failing=show");
    await page.getByRole("combobox", { name: "Currency" }).selectOption("EUR");
    await page.getByRole("button", { name: "Set pay" }).click();
    await expect(page).toHaveURL(/\/matches\?failing=show$/);
    await page.getByRole("textbox", { name: "My yearly pay" }).fill("30000");
    await page.getByRole("combobox", { name: "Currency" }).selectOption("EUR");
    await page.getByRole("button", { name: "Set pay" }).click();
    await expect(page).toHaveURL(/salary=30000&currency=EUR/);
    await expect(page).toHaveURL(/failing=show/);
    await expect(page.getByRole("list", { name: "Filters in force" })).toContainText("€30,000");
    for (const facet of ["Near a city", "Hours in common"]) {
      const fold = page.locator("details").filter({ hasText: facet }).last();
      await fold.locator("summary").click();
      if (!script) await fold.getByRole("link", { name: `Show ${facet.toLowerCase()}` }).click();
    }
    for (const name of ["Set years", "Set city", "Set hours"])
      await expect(page.getByRole("button", { name, exact: true })).toHaveCount(1);
    await expect(page).toHaveURL(/failing=show&open=near&open=timezone/);
  });

for (const script of [true, false])
  test(`the levels that a profile looks for are a filter of the matches, which can be removed there, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const company = await createCompany();
    const candidate = await createUser();
    await createProfile(candidate, { years: 6, skills: [{ slug: "erlang" }] });
    const [entry, mid] = [unique("Graduate"), unique("Developer")];
    const skills = [{ slug: "erlang" }];
    await createPosting({ companyId: company.id, title: entry, skills, experienceMin: 0 });
    await createPosting({ companyId: company.id, title: mid, skills, experienceMin: 4 });
    const page = await pageOf(browser, candidate, { script });
    const chips = page.getByRole("list", { name: "Filters in force" });

    await page.goto("/profile?edit=wants");
    await page.getByLabel("Mid, 3 to 9 years").check();
    await page.getByLabel("Senior, 10 to 20 years").check();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByText("Profile saved")).toBeVisible();
    await expect(page.getByText("Mid, Senior")).toBeVisible();

    await page.goto(`/matches?company=${company.slug}`);
    await expect(chips).toContainText("Mid");
    await expect(chips).toContainText("Senior");
    await expect(page.getByRole("heading", { name: mid })).toBeVisible();
    await expect(page.getByRole("heading", { name: entry })).toHaveCount(0);
    await page.getByRole("link", { name: /Remove band Mid/ }).click();
    await expect(chips).not.toContainText("Mid");
    await page.getByRole("link", { name: /Remove band Senior/ }).click();
    await expect(page.getByRole("heading", { name: entry })).toBeVisible();
    // Other filters do not bring them back; a new visit does.
    await page.getByRole("link", { name: /Remove at/ }).click();
    await expect(page).toHaveURL(/\/matches\?levels=all$/);
    await expect(chips).toHaveCount(0);
    await page.goto("/matches");
    await expect(chips).toContainText("Mid");
  });

test("a résumé becomes ranked matches and an answered sheet, by keyboard alone", async ({ browser }) => {
  const asking = await createAsking();
  const page = await pageOf(browser, await createUser());
  await page.goto("/matches");
  await pressOn(page, page.getByRole("link", { name: "Import a résumé" }));
  const text = page.getByLabel("Or paste the text");
  await tabTo(page, text);
  await page.keyboard.insertText(
    "Kim Sample\n\nWork\nErlang Developer, Acme, 2015 – 2022\n- Built Erlang services\n\nSkills\nErlang, Haskell",
  );
  await pressOn(page, page.getByRole("button", { name: "Read résumé" }));
  await expect(page.getByRole("heading", { name: "Check your résumé" })).toBeVisible();
  await pressOn(page, page.getByRole("button", { name: "Import", exact: true }));
  await expect(page.getByText("Imported")).toBeVisible();
  await pressOn(
    page,
    page.locator("summary").filter({ hasText: "@" }).or(page.locator("header summary")).last(),
  );
  await pressOn(page, page.getByRole("link", { name: "Matches" }));
  await expect(page.getByRole("heading", { name: "Matches" })).toBeVisible();
  await page.goto(`/matches?skill=erlang&skill=cobol&skill=haskell`);
  await pressOn(page, page.getByRole("link", { name: asking.title }));
  await expect(line(page, "Erlang")).toContainText("Evidenced");
  await pressOn(page, line(page, "Erlang").locator("summary"));
  await expect(line(page, "Erlang").getByRole("link", { name: /Acme/ })).toBeVisible();
  await expect(question(page)).toContainText("Do you have COBOL?");
  await tabTo(page, question(page).getByRole("textbox"));
  await page.keyboard.type("4");
  await pressOn(page, question(page).getByRole("button", { name: "Yes, this many years" }));
  await expect(line(page, "COBOL")).toContainText("Claimed");
  await expect(line(page, "COBOL")).toContainText("4 years, 3 asked");
});

for (const script of [true, false])
  test(`an application keeps its sheet, both sides recompute it, and the candidate sees what changed since, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const asking = await createAsking();
    const candidate = await createUser({ name: "Kim Sample" });
    await createProfile(candidate, { years: 6, skills: [{ slug: "erlang" }] });
    await createEvidence(candidate, { organisation: "Tidewater" });
    const home = await pageOf(browser, candidate, { script });
    await home.goto(`/jobs/${asking.slug}/apply`);
    await home.getByRole("button", { name: "Submit application" }).click();
    await expect(home.getByText("Your application was sent to")).toBeVisible();
    await expect(home.locator("#match")).toContainText("60 to 100 %");
    await home.getByRole("button", { name: "Recompute" }).click();
    await expect(home.getByText("The result is identical.")).toBeVisible();
    await expect(
      home.getByText("Nothing has changed. Your profile and the posting still give this sheet."),
    ).toBeVisible();
    const sent = home.url();

    await home.goto(`/jobs/${asking.slug}`);
    await question(home).getByRole("button", { name: "Yes", exact: true }).click();
    await expect(line(home, "COBOL")).toContainText("Claimed");
    await home.goto(sent);
    await expect(home.locator("#match")).toContainText("60 to 100 %");
    const changed = home.locator("section").filter({ hasText: "Changes since you applied" });
    await expect(changed).toContainText("75 to 100 %");
    await expect(changed.getByRole("listitem").filter({ hasText: "COBOL" }).first()).toContainText(
      /Unknown.*Claimed.*years not stated/s,
    );

    const desk = await pageOf(browser, asking.owner, { script });
    await desk.goto(`/employer/postings/${asking.id}/applicants`);
    await desk.getByRole("link", { name: "Kim Sample" }).click();
    await expect(desk.locator("#match")).toContainText("60 to 100 %");
    const years = line(desk, "6 years, 5 asked");
    await expect(years).toContainText("Evidenced");
    await years.getByText("Show the evidence").click();
    await expect(years.getByText("Developer, Tidewater")).toBeVisible();
    const all = desk.locator("section").filter({ has: desk.getByRole("heading", { name: "Evidence" }) });
    await expect(all).toContainText("BSc");
    await desk.getByRole("button", { name: "Recompute" }).click();
    await expect(desk.getByText("The result is identical.")).toBeVisible();
  });

test("a visitor is told that the order of matches needs sign-in, and the API refuses it", async ({
  page,
  request,
}) => {
  await page.goto("/jobs?sort=match");
  await expect(page.getByText("You must be signed in to sort by match")).toBeVisible();
  await expect(page.getByRole("link", { name: "Newest" })).toHaveAttribute("aria-current", "true");
  const answer = await request.get("/api/v1/postings?sort=match");
  expect(answer.status()).toBe(400);
  expect((await answer.json()).error.fields).toEqual([expect.objectContaining({ path: "sort" })]);
});

async function tabTo(page: Page, target: Locator) {
  await expect(target).toBeVisible();
  await expect(async () => {
    for (let pressed = 0; pressed < 400; pressed++) {
      await page.keyboard.press("Tab");
      if (await target.evaluate((element) => element === document.activeElement)) return;
    }
    throw new Error("the target was not reached by Tab");
  }).toPass();
}

async function pressOn(page: Page, target: Locator) {
  await tabTo(page, target);
  await page.keyboard.press("Enter");
}
