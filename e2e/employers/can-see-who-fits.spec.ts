import type { Page } from "@playwright/test";
import {
  createCompany,
  createEvidence,
  createPosting,
  createProfile,
  createUser,
  type NewProfile,
  unique,
} from "@/db/factories";
import { applyTo } from "@/lib/applications/commands";
import type { Actor } from "@/lib/auth/input";
import { cookieOf, expect, mailTo, pageOf, test } from "../fixtures";

async function createCandidate(profile: NewProfile, name = "Kim Candidate"): Promise<Actor> {
  const actor = await createUser({ name });
  await createProfile(actor, { searchable: true, ...profile });
  return actor;
}

async function createOffice() {
  const owner = await createUser();
  const company = await createCompany({ owner, name: unique("Looplight") });
  return { owner, company };
}

/** Languages that no other test and nobody of the demonstration knows. */
const languages = { true: ["Smalltalk", "Prolog"], false: ["Fortran", "Tcl"] } as const;

for (const script of [true, false]) {
  const [old, rare] = languages[`${script}`];
  test(`the form of a posting tells what its musts cost, ${script ? "live" : "once it is kept"}`, async ({
    browser,
  }) => {
    const { owner } = await createOffice();
    const slugs = [old, rare].map((name) => ({ slug: name.toLowerCase() }));
    for (let i = 0; i < 13; i++) await createCandidate({ skills: i < 7 ? slugs : slugs.slice(0, 1) });
    const office = await pageOf(browser, owner, { script });
    const meter = office.getByRole("status").filter({ hasText: "people" });
    const alone = new RegExp(
      `^At least 10 people here meet every must; without ${old} at least \\d+ more would.$`,
    );
    const keep = async () => {
      if (!script) await office.getByRole("button", { name: "Keep draft", exact: true }).click();
    };
    await office.goto("/employer/postings/new");
    await expect(meter).toContainText("You ask for no must yet.");
    // Typed before the page's script ran, it would only count with the next change.
    await expect(async () => {
      await office.getByLabel("Skill 1", { exact: true }).fill("");
      await office.getByLabel("Skill 1", { exact: true }).fill(old);
      await keep();
      await expect(meter).toHaveText(alone, { timeout: 2_000 });
    }).toPass();
    await office.getByLabel("Skill 2", { exact: true }).fill(rare);
    await keep();
    await expect(meter).toHaveText(
      `At least 5 people here meet every must; without ${rare} at least 5 more would.`,
    );
    await office.getByLabel("Years asked of skill 2").fill("40");
    await keep();
    await expect(meter).toHaveText(
      `Fewer than 5 people here meet every must; without ${rare} for 40 years at least 10 more would.`,
    );
    await expect(office.getByText("Without any other one: fewer than 5 more.")).toBeVisible();
    await office.getByLabel("Skill 2 is").selectOption("Nice");
    await keep();
    await expect(meter).toHaveText(alone);
  });
}

test("applicants come in order of arrival, or by match, each with the sheet that they see too", async ({
  browser,
}) => {
  const { owner, company } = await createOffice();
  const posting = await createPosting({
    companyId: company.id,
    skills: [{ slug: "go" }, { slug: "kafka" }, { slug: "redis" }],
  });
  const apply = async (name: string, ...slugs: string[]) => {
    const actor = await createCandidate({ skills: slugs.map((slug) => ({ slug })) });
    const { id } = await applyTo(actor, { postingId: posting.id, name, coverNote: "" });
    return { actor, id };
  };
  await apply("Ada First", "go");
  const best = await apply("Bo Second", "go", "kafka", "redis");
  await apply("Cy Third", "go", "kafka");
  const office = await pageOf(browser, owner, { script: false });
  const names = () => office.getByRole("list", { name: "Applicants" }).getByRole("link").allTextContents();
  await office.goto(`/employer/postings/${posting.id}/applicants`);
  expect(await names()).toEqual(["Ada First", "Bo Second", "Cy Third"]);
  await office.getByRole("link", { name: "By match" }).click();
  await expect(office.getByText("The best match first")).toBeVisible();
  expect(await names()).toEqual(["Bo Second", "Cy Third", "Ada First"]);
  await expect(office.getByText("3 of 3 musts")).toBeVisible();
  await expect(office.getByText("1 of 3 musts")).toBeVisible();

  const range = (page: Page) =>
    page.getByRole("region", { name: "Match" }).or(page.locator("main")).getByText("100 %").first();
  await office.getByRole("link", { name: "Bo Second" }).click();
  await expect(range(office)).toBeVisible();
  const home = await pageOf(browser, best.actor, { script: false });
  await home.goto(`/applications/${best.id}`);
  await expect(range(home)).toBeVisible();
});

test("a review without names shows none before the first move, anywhere in the page", async ({
  browser,
  request,
}) => {
  const { owner, company } = await createOffice();
  const posting = await createPosting({ companyId: company.id, blindReview: true, skills: [{ slug: "go" }] });
  const school = unique("Hill College");
  const name = `Yolanda ${unique("Quux")}`;
  const actor = await createCandidate({ headline: `${name} builds ledgers`, skills: [{ slug: "go" }] }, name);
  await createEvidence(actor, { organisation: school });
  const coverNote = `I am ${name}, of ${school}. Write to ${actor.email}.`;
  const { id } = await applyTo(actor, { postingId: posting.id, name, coverNote });
  expect(await mailTo(owner.email, "Applicant 1 applied")).not.toMatch(/Yolanda|Quux/);

  const at = `/employer/postings/${posting.id}/applicants`;
  const headers = await cookieOf(owner);
  const hidden = [/yolanda/i, /quux/i, new RegExp(actor.email, "i"), new RegExp(school, "i")];
  for (const path of [at, `${at}?sort=match`, `${at}/${id}`]) {
    const html = await (await request.get(path, { headers })).text();
    expect(html).toContain("Applicant 1");
    for (const word of hidden) expect(html, path).not.toMatch(word);
    // The payload that the page's script asks for when one comes by a link.
    const rsc = await (await request.get(path, { headers: { ...headers, RSC: "1" } })).text();
    for (const word of hidden) expect(rsc, `${path} as data`).not.toMatch(word);
  }

  const office = await pageOf(browser, owner, { script: false });
  await office.goto(at);
  await office.getByRole("link", { name: "Applicant 1" }).click();
  await expect(office.getByText("Reviewed without names")).toBeVisible();
  await expect(office.getByText("I am [name hidden], of [school hidden].")).toBeVisible();
  await office.getByLabel("Screening").check();
  await office.getByRole("button", { name: "Move and tell them" }).click();
  await expect(office.getByRole("heading", { name })).toBeVisible();
  await expect(office.getByText(coverNote)).toBeVisible();
});

for (const script of [true, false])
  test(`a company finds who would fit and invites them, ${script ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const { owner, company } = await createOffice();
    const title = `${unique("Ledger")} Developer`;
    const posting = await createPosting({
      companyId: company.id,
      title,
      skills: [{ slug: "pharo" }, { slug: "raku" }],
    });
    const headline = unique("Image-based systems");
    const skills = [{ slug: "pharo" }, { slug: "raku" }];
    const candidate = await createCandidate({ headline, years: 9, skills }, "Kim Candidate");
    const office = await pageOf(browser, owner, { script });
    const home = await pageOf(browser, candidate, { script });
    const list = `/employer/postings/${posting.id}/candidates`;

    await test.step("the list has them with their match, and without a name", async () => {
      await office.goto(`/employer/postings/${posting.id}`);
      await office.getByRole("link", { name: "Who would fit" }).click();
      const row = office.getByRole("row", { name: headline });
      await expect(row).toContainText("100 %");
      await expect(row).toContainText("2 of 2");
      expect(await office.content()).not.toContain("Kim Candidate");
      expect(await office.content()).not.toContain(candidate.email);
    });

    await test.step("the profile is opened on purpose, which the candidate sees", async () => {
      await office.getByRole("link", { name: headline }).click();
      await expect(office.getByText(`They see that ${company.name} opened their profile`)).toBeVisible();
      await home.goto("/profile/visibility");
      await expect(home.getByText("Nobody yet.")).toBeVisible();
      await office.getByRole("button", { name: "Open the profile" }).click();
      await expect(office.getByRole("heading", { name: "Match" })).toBeVisible();
      await expect(office.getByText("9 years")).toBeVisible();
      expect(await office.content()).not.toContain(candidate.email);
      await home.reload();
      await expect(home.getByRole("row", { name: company.name })).toContainText(title);
    });

    await test.step("they are invited in the company's own words", async () => {
      await office.getByRole("button", { name: "Invite" }).click();
      await expect(office.getByText("Say why you write to them.").first()).toBeVisible();
      await office.getByLabel("Your words").fill("Your image-based systems are what this role is about.");
      await office.getByRole("button", { name: "Invite" }).click();
      await expect(office.getByText("They are invited.")).toBeVisible();
      await office.goto(list);
      await expect(office.getByRole("row", { name: headline })).toContainText("Invited");
    });

    await test.step("they hear of it by mail and under Applications, and apply", async () => {
      expect(await mailTo(candidate.email, "invites you to apply")).toContain("what this role is about");
      await home.goto("/applications");
      const invitation = home.getByRole("list", { name: "Invitations" });
      await expect(invitation).toContainText("what this role is about");
      await invitation.getByRole("link", { name: title }).click();
      await home.getByRole("link", { name: "Apply", exact: true }).first().click();
      await home.getByLabel("Name").fill("Kim Candidate");
      await home.getByRole("button", { name: "Send application" }).click();
      await expect(home.getByText(`${company.name} has your application.`)).toBeVisible();
      await home.goto("/applications");
      await expect(home.getByRole("list", { name: "Invitations" })).toBeHidden();
    });

    await test.step("they are an applicant now, and not on the list any more", async () => {
      await office.goto(list);
      await expect(office.getByRole("link", { name: headline })).toBeHidden();
      await office.goto(`/employer/postings/${posting.id}/applicants`);
      await expect(office.getByRole("link", { name: "Kim Candidate" })).toBeVisible();
    });
  });

test("a candidate can say no to an invitation, and the company sees it", async ({ browser }) => {
  const { owner, company } = await createOffice();
  const posting = await createPosting({ companyId: company.id, skills: [{ slug: "racket" }] });
  const headline = unique("Macros");
  const candidate = await createCandidate({ headline, skills: [{ slug: "racket" }] });
  const office = await pageOf(browser, owner, { script: false });
  await office.goto(`/employer/postings/${posting.id}/candidates`);
  await office.getByRole("link", { name: headline }).click();
  await office.getByRole("button", { name: "Open the profile" }).click();
  await office.getByLabel("Your words").fill("Your macros are what this role is about.");
  await office.getByRole("button", { name: "Invite" }).click();
  const home = await pageOf(browser, candidate, { script: false });
  await home.goto("/applications");
  await home.getByRole("button", { name: /No, thanks/ }).click();
  await expect(home.getByText("They are told that you said no.")).toBeVisible();
  await expect(home.getByText("You said no", { exact: true })).toBeVisible();
  await office.goto(`/employer/postings/${posting.id}/candidates`);
  await expect(office.getByRole("row", { name: headline })).toContainText("Said no");
});

test("a company that a candidate blocked sees nothing of them", async ({ browser }) => {
  const { owner, company } = await createOffice();
  const [host] = [`${unique("mail")}.example`];
  const other = await createUser({ email: `boss@eu.${host}` });
  const { id: otherId } = await createCompany({ owner: other });
  const skills = [{ slug: "elm" }];
  const [posting, second] = [
    await createPosting({ companyId: company.id, skills }),
    await createPosting({ companyId: otherId, skills }),
  ];
  const headline = unique("Front of the back end");
  const candidate = await createCandidate({ headline, skills });
  const home = await pageOf(browser, candidate, { script: false });
  const lists = [
    [await pageOf(browser, owner, { script: false }), posting.id],
    [await pageOf(browser, other, { script: false }), second.id],
  ] as const;
  for (const [office, id] of lists) {
    await office.goto(`/employer/postings/${id}/candidates`);
    await expect(office.getByRole("link", { name: headline })).toBeVisible();
  }
  await home.goto("/profile/visibility");
  await home.getByLabel("Company", { exact: true }).fill("A company that is not here");
  await home.getByRole("button", { name: "Block company" }).click();
  await expect(home.getByText("No company here is called").first()).toBeVisible();
  await home.getByLabel("Company", { exact: true }).fill(company.name);
  await home.getByRole("button", { name: "Block company" }).click();
  await expect(home.getByText("It is blocked.")).toBeVisible();
  await home.getByLabel("Domain").fill(`someone@${host}`);
  await home.getByRole("button", { name: "Block domain" }).click();
  await expect(home.getByRole("button", { name: `Remove ${host}` })).toBeVisible();
  for (const [office, id] of lists) {
    await office.reload();
    await expect(office.getByRole("heading", { name: "Who would fit" })).toBeVisible();
    await expect(office.getByRole("link", { name: headline })).toBeHidden();
    expect((await office.goto(`/employer/postings/${id}/candidates/${candidate.userId}`))?.status()).toBe(
      404,
    );
  }
  await home.getByRole("button", { name: `Remove ${company.name}` }).click();
  await expect(home.getByText("It is no longer blocked.")).toBeVisible();
  await lists[0][0].goto(`/employer/postings/${posting.id}/candidates`);
  await expect(lists[0][0].getByRole("link", { name: headline })).toBeVisible();
});
