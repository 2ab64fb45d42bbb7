import { readdirSync, readFileSync } from "node:fs";
import { request as http, type Locator, type Page } from "@playwright/test";
import postgres from "postgres";
import {
  addMember,
  createAdmin,
  createAlert,
  createApplication,
  createCompany,
  createEvidence,
  createInvitation,
  createPosting,
  createProfile,
  createUser,
  daysAgo,
  unique,
} from "@/db/factories";
import type { Actor } from "@/lib/auth/input";
import { hidePosting } from "@/lib/profiles/commands/hidden";
import { readResumeOf } from "@/lib/profiles/commands/resume";
import { saveSearch } from "@/lib/saved/commands/searches";
import { cookieOf, expect, pageOf, test } from "./fixtures";

/*
 * Who may open which page, and whose post of which form has an effect. The rows are held against the tree: a page, a route or a server
 * action without a row fails.
 */

const everyone = [
  "visitor",
  "suspended",
  "candidate",
  "applicant",
  "stranger",
  "reviewer",
  "recruiter",
  "owner",
  "admin",
] as const;
type Who = (typeof everyone)[number];

const sql = postgres(process.env.DATABASE_URL as string, { max: 2, onnotice: () => {} });
test.afterAll(() => sql.end());

/** A company with its three roles and a suspended recruiter, its postings, someone who applied, and people who have no part in it. */
async function createWorld() {
  const [candidate, applicant, stranger, reviewer, recruiter, owner] = (await Promise.all(
    Array.from({ length: 6 }, () => createUser({ name: "Sam Example" })),
  )) as [Actor, Actor, Actor, Actor, Actor, Actor];
  const [suspended, admin] = [await createUser({ suspendedAt: daysAgo(1) }), await createAdmin()];
  const secret = unique("secret");
  const company = await createCompany({ owner });
  const { id: companyId } = company;
  await createCompany({ owner: stranger });
  await addMember(companyId, recruiter, "recruiter");
  await addMember(companyId, reviewer, "reviewer");
  await addMember(companyId, suspended, "recruiter");
  const draft = await createPosting({ companyId, state: "draft", title: `Draft ${secret}` });
  const inReview = await createPosting({ companyId, state: "in_review", title: `Review ${secret}` });
  const live = await createPosting({ companyId });
  const application = await createApplication({
    postingId: live.id,
    companyId,
    candidate: applicant,
    coverNote: secret,
  });
  const own = await createEvidence(candidate, { organisation: secret });
  await createInvitation({ postingId: live.id, companyId, candidate });
  const found = await createUser();
  await createProfile(found, { headline: "Ledgers in Go", searchable: true });
  const actors: Record<Who, Actor | null> = {
    visitor: null,
    suspended,
    candidate,
    applicant,
    stranger,
    reviewer,
    recruiter,
    owner,
    admin,
  };
  return { actors, secret, company, draft, inReview, live, application, own, found };
}
type World = Awaited<ReturnType<typeof createWorld>>;

/** What each gets at an address: a status, with where to if it leads elsewhere. */
type Row = { at: string; answers: Record<Who, string> };
const row = (at: string, rest: string, but: Partial<Record<Who, string>> = {}): Row => ({
  at,
  answers: Object.fromEntries(everyone.map((who) => [who, but[who] ?? rest])) as Record<Who, string>,
});
const toSignIn = (at: string) => {
  const answer = `307 /sign-in?next=${encodeURIComponent(at)}`;
  return { visitor: answer, suspended: answer };
};
const open = (at: string) => row(at, "200");
const signedIn = (at: string, but: Partial<Record<Who, string>> = {}) =>
  row(at, "200", { ...toSignIn(at), ...but });
const only = (at: string, ...who: Who[]) =>
  row(at, "404", { ...toSignIn(at), ...Object.fromEntries(who.map((one) => [one, "200"])) });

const pages: Record<string, (world: World) => Row> = {
  "/": () => open("/"),
  "/jobs": () => open("/jobs"),
  "/jobs/[slug]": ({ live }) => open(`/jobs/${live.slug}`),
  "/companies": () => open("/companies"),
  "/companies/[slug]": ({ company }) => open(`/companies/${company.slug}`),
  "/salaries": () => open("/salaries"),
  "/skills/[slug]": () => open("/skills/go"),
  "/api": () => open("/api"),
  "/terms": () => open("/terms"),
  "/privacy": () => open("/privacy"),
  "/contact": () => open("/contact"),
  "/sign-in": () => row("/sign-in", "307 /", { visitor: "200", suspended: "200" }),
  "/sign-in/code": () => open("/sign-in/code"),
  "/jobs/[slug]/apply": ({ live, application }) =>
    signedIn(`/jobs/${live.slug}/apply`, { applicant: `307 /applications/${application.id}` }),
  "/applications": () => signedIn("/applications"),
  "/applications/[id]": ({ application }) => only(`/applications/${application.id}`, "applicant"),
  "/matches": () => signedIn("/matches"),
  "/matches/what-if": () => signedIn("/matches/what-if"),
  "/profile": () => signedIn("/profile"),
  "/profile/pass": () => signedIn("/profile/pass"),
  "/profile/import": () => signedIn("/profile/import"),
  "/profile/visibility": () => signedIn("/profile/visibility"),
  "/profile/evidence/new": () => signedIn("/profile/evidence/new"),
  "/profile/evidence/[id]": ({ own }) => only(`/profile/evidence/${own.evidenceId}`, "candidate"),
  "/profile/education/new": () => signedIn("/profile/education/new"),
  "/profile/education/[id]": ({ own }) => only(`/profile/education/${own.studyId}`, "candidate"),
  "/saved": () => signedIn("/saved"),
  "/saved/new": () => signedIn("/saved/new?skill=go"),
  "/unsubscribe/[token]": () => row("/unsubscribe/nothing.ours", "404"),
  "/alerts/[token]": () => row("/alerts/nothing.of.ours", "404"),
  "/employer": () => signedIn("/employer"),
  "/employer/company": () => {
    const none = "307 /employer";
    return signedIn("/employer/company", { candidate: none, applicant: none, admin: none });
  },
  "/employer/postings/new": () => {
    const none = "307 /employer";
    const but = { candidate: none, applicant: none, admin: none, reviewer: none };
    return signedIn("/employer/postings/new", but);
  },
  "/employer/postings/paste": () => {
    const none = "307 /employer";
    const but = { candidate: none, applicant: none, admin: none, reviewer: none };
    return signedIn("/employer/postings/paste", but);
  },
  "/employer/postings/[id]/tags": ({ draft }) =>
    only(`/employer/postings/${draft.id}/tags`, "owner", "recruiter", "reviewer"),
  "/employer/postings/[id]": ({ draft }) =>
    only(`/employer/postings/${draft.id}`, "owner", "recruiter", "reviewer"),
  "/employer/postings/[id]/preview": ({ draft }) =>
    only(`/employer/postings/${draft.id}/preview`, "owner", "recruiter", "reviewer"),
  "/employer/postings/[id]/applicants": ({ live }) =>
    only(`/employer/postings/${live.id}/applicants`, "owner", "recruiter", "reviewer"),
  "/employer/postings/[id]/applicants/[applicationId]": ({ live, application }) =>
    only(`/employer/postings/${live.id}/applicants/${application.id}`, "owner", "recruiter", "reviewer"),
  "/employer/postings/[id]/candidates": ({ live }) =>
    only(`/employer/postings/${live.id}/candidates`, "owner", "recruiter"),
  "/employer/postings/[id]/candidates/[candidateId]": ({ live, found }) =>
    only(`/employer/postings/${live.id}/candidates/${found.userId}`, "owner", "recruiter"),
  "/admin": () => only("/admin", "admin"),
  "/admin/imports": () => only("/admin/imports", "admin"),
  "/admin/postings/[id]": ({ inReview }) => only(`/admin/postings/${inReview.id}`, "admin"),
  "/dev/mailbox": () => open("/dev/mailbox"),
  "/dev/mailbox/[id]": () => row("/dev/mailbox/0", "404"),
};

const routes: Record<string, (world: World) => Row> = {
  "/api/suggest": () => open("/api/suggest?q=ku"),
  "/api/unsubscribe/[token]": () => row("/api/unsubscribe/nothing.ours", "404"),
  "/api/openapi.json": () => open("/api/openapi.json"),
  "/api/auth/callback/[provider]": () => row("/api/auth/callback/github", "404"),
  "/api/v1/[[...route]]": ({ inReview }) => row(`/api/v1/postings/${inReview.id}`, "404"),
  "/employer/cost": ({ company }) => {
    const refused = "401";
    return row(`/employer/cost?companyId=${company.id}&skill=Go&years=3&equalExperience=on`, "404", {
      visitor: refused,
      suspended: refused,
      owner: "200",
      recruiter: "200",
    });
  },
  "/dev/mailbox/[id]/html": () => row("/dev/mailbox/0/html", "404"),
  "/feeds/[name]": () => open("/feeds/postings.rss"),
  "/sitemap.xml": () => open("/sitemap.xml"),
  "/sitemaps/[name]": () => open("/sitemaps/pages.xml"),
  "/healthz": () => open("/healthz"),
  "/profile/resume.json": () => signedIn("/profile/resume.json"),
  "/readyz": () => open("/readyz"),
};

test.describe("each page", () => {
  let world: World;
  const cookies = new Map<Who, Record<string, string>>();
  test.beforeAll(async () => {
    world = await createWorld();
    for (const who of everyone) cookies.set(who, await cookieOf(world.actors[who]));
  });

  test("and route of the tree has its row here", () => {
    expect(addressesOf("page.tsx")).toEqual(Object.keys(pages).sort());
    expect(addressesOf("route.ts")).toEqual(Object.keys(routes).sort());
  });

  for (const [name, of] of Object.entries({ ...pages, ...routes }))
    test(`${name} opens to those who may, and tells the others nothing`, async ({ request }) => {
      const { at, answers } = of(world);
      const got: Record<string, string> = {};
      for (const who of everyone) {
        const answer = await request.get(at, { headers: cookies.get(who), maxRedirects: 0 });
        got[who] = [answer.status(), answer.headers().location].filter(Boolean).join(" ");
        if (answer.status() === 200) continue;
        const text = await answer.text();
        for (const hidden of [world.secret, world.actors.applicant?.email as string])
          expect(text, `${at} for ${who}`).not.toContain(hidden);
      }
      expect(got).toEqual(answers);
    });

  for (const name of Object.keys({ ...pages, ...routes }).filter((one) => /\/\[\w+\]/.test(one)))
    test(`${name} is not found where its place holds what cannot be one`, async ({ request }) => {
      const answer = await request.get(name.replaceAll(/\[\w+\]/g, "no-id"), {
        headers: cookies.get("admin"),
        maxRedirects: 0,
      });
      expect(answer.status()).toBe(404);
    });

  test("an applicant's address is for those who may write to them", async ({ request }) => {
    const { actors, live, application } = world;
    const at = `/employer/postings/${live.id}/applicants/${application.id}`;
    const seen = async (who: Who) => (await request.get(at, { headers: cookies.get(who) })).text();
    for (const who of ["owner", "recruiter"] as const)
      expect(await seen(who)).toContain(actors.applicant?.email as string);
    expect(await seen("reviewer")).not.toContain(actors.applicant?.email as string);
  });
});

type Form = {
  /** Whose post of it may have an effect; the first of them shows at the end that it has one. */
  may: readonly Who[];
  /** Who opens the form and fills it in. */
  by: Who;
  /** Opens the form and fills it in; gives the button that sends it. */
  fill: (page: Page, world: World) => Promise<Locator>;
  /** What everybody else's post leaves as it is. */
  kept: (world: World) => Promise<unknown>;
};

const signedInPeople = everyone.filter((who) => who !== "visitor" && who !== "suspended");
const writers = ["recruiter", "owner"] as const;
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

/** The forms of each server action, or "anyone" for those that are for everyone, with what they are bound to in tests of their own. */
const actions: Record<string, Form[] | "anyone"> = {
  sendCode: "anyone",
  enterCode: "anyone",
  enterDemo: "anyone",
  enterProvider: "anyone",
  signOut: [
    {
      may: ["candidate"],
      by: "candidate",
      fill: async (page) => {
        await page.goto("/terms");
        await page.locator("summary", { hasText: "Sam Example" }).click();
        return button(page, "Sign out");
      },
      kept: ({ actors }) => sql`
        select count(*) from events where type = 'user.signed_out' and actor_id = ${idOf(actors.candidate)}`,
    },
  ],
  keepProfile: [
    {
      may: ["candidate"],
      by: "candidate",
      fill: async (page) => {
        await page.goto("/profile");
        await page.getByLabel("Headline").fill("Ledgers, mostly");
        return button(page, "Keep profile");
      },
      kept: ({ actors }) => sql`
        select u.name, p.* from users u left join profiles p on p.user_id = u.id where u.id = ${idOf(actors.candidate)}`,
    },
  ],
  answerLine: [
    {
      may: ["candidate"],
      by: "candidate",
      fill: async (page, world) => {
        await answeredOnce(page);
        const asking = await createPosting({
          companyId: world.company.id,
          skills: [{ slug: "cobol" }, { slug: "erlang" }],
        });
        await page.goto(`/jobs/${asking.slug}`);
        return button(page, "Yes");
      },
      kept: profileOf,
    },
  ],
  answerInPass: [
    {
      may: ["candidate"],
      by: "candidate",
      fill: async (page) => {
        await page.goto("/profile/pass");
        const years = page.getByRole("textbox", { name: /years/i });
        if (await years.isVisible()) await years.fill("6");
        return page.getByRole("form", { name: "Question" }).getByRole("button").first();
      },
      kept: profileOf,
    },
  ],
  undoAnswer: [
    {
      may: ["candidate"],
      by: "candidate",
      fill: async (page) => {
        await answeredOnce(page);
        return button(page, "Undo");
      },
      kept: profileOf,
    },
  ],
  readResume: [
    {
      may: ["candidate"],
      by: "candidate",
      fill: async (page) => {
        await page.goto("/profile/import");
        await page.getByLabel("Or its text").fill("Kim Sample\n\nSkills\nGo, Redis");
        return button(page, "Read it");
      },
      kept: profileOf,
    },
  ],
  keepRead: [
    {
      may: ["candidate"],
      by: "candidate",
      fill: async (page, world) => {
        await importedBy(page, world);
        return button(page, "Keep these");
      },
      kept: profileOf,
    },
  ],
  discardRead: [
    {
      may: ["candidate"],
      by: "candidate",
      fill: async (page, world) => {
        await importedBy(page, world);
        return button(page, "Discard all of it");
      },
      kept: profileOf,
    },
  ],
  keepEvidence: [
    {
      may: ["candidate"],
      by: "candidate",
      fill: async (page, { own }) => {
        await page.goto(`/profile/evidence/${own.evidenceId}`);
        await page.getByLabel("Title").fill("Changed by somebody");
        return button(page, "Keep");
      },
      kept: profileOf,
    },
    {
      may: ["candidate"],
      by: "candidate",
      fill: async (page) => {
        await page.goto("/profile/evidence/new");
        await page.getByLabel("Title").fill("Written by somebody");
        return button(page, "Keep");
      },
      kept: profileOf,
    },
  ],
  dropEvidence: [
    {
      may: ["candidate"],
      by: "candidate",
      fill: async (page, { own }) => {
        await page.goto(`/profile/evidence/${own.evidenceId}`);
        return button(page, "Remove");
      },
      kept: profileOf,
    },
  ],
  keepStudy: [
    {
      may: ["candidate"],
      by: "candidate",
      fill: async (page, { own }) => {
        await page.goto(`/profile/education/${own.studyId}`);
        await page.getByLabel("School").fill("Changed by somebody");
        return button(page, "Keep");
      },
      kept: profileOf,
    },
  ],
  dropStudy: [
    {
      may: ["candidate"],
      by: "candidate",
      fill: async (page, { own }) => {
        await page.goto(`/profile/education/${own.studyId}`);
        return button(page, "Remove");
      },
      kept: profileOf,
    },
  ],
  sendApplication: [
    {
      may: ["stranger", "candidate", "admin"],
      by: "candidate",
      fill: async (page, { live }) => {
        await page.goto(`/jobs/${live.slug}/apply`);
        await page.getByLabel("Name").fill("Kim Candidate");
        return button(page, "Send application");
      },
      kept: companyOf,
    },
  ],
  takeBack: [
    {
      may: ["applicant"],
      by: "applicant",
      fill: async (page, { application }) => {
        await page.goto(`/applications/${application.id}`);
        return page.getByRole("button", { name: /withdraw/i });
      },
      kept: companyOf,
    },
  ],
  turnDown: [
    {
      may: ["candidate"],
      by: "candidate",
      fill: async (page) => {
        await page.goto("/applications");
        return page.getByRole("button", { name: /No, thanks/ });
      },
      kept: foundOf,
    },
  ],
  keepSearchable: [
    {
      may: ["candidate"],
      by: "candidate",
      fill: async (page) => {
        await page.goto("/profile/visibility");
        await page.getByLabel("Employers may find me").check();
        return button(page, "Keep");
      },
      kept: visibilityOf,
    },
  ],
  addBlockedCompany: [
    {
      may: ["candidate"],
      by: "candidate",
      fill: async (page, { company }) => {
        await page.goto("/profile/visibility");
        await page.getByLabel("Company", { exact: true }).fill(company.name);
        return button(page, "Block company");
      },
      kept: visibilityOf,
    },
  ],
  addBlockedDomain: [
    {
      may: ["candidate"],
      by: "candidate",
      fill: async (page) => {
        await page.goto("/profile/visibility");
        await page.getByLabel("Domain").fill("example.com");
        return button(page, "Block domain");
      },
      kept: visibilityOf,
    },
  ],
  dropBlockedCompany: [
    {
      may: ["candidate"],
      by: "candidate",
      fill: async (page, { company }) => {
        await page.goto("/profile/visibility");
        await page.getByLabel("Company", { exact: true }).fill(company.name);
        await button(page, "Block company").click();
        return page.getByRole("button", { name: `Remove ${company.name}` });
      },
      kept: visibilityOf,
    },
  ],
  dropBlockedDomain: [
    {
      may: ["candidate"],
      by: "candidate",
      fill: async (page) => {
        await page.goto("/profile/visibility");
        await page.getByLabel("Domain").fill("example.com");
        await button(page, "Block domain").click();
        return page.getByRole("button", { name: "Remove example.com" });
      },
      kept: visibilityOf,
    },
  ],
  openCandidate: [
    {
      may: writers,
      by: "owner",
      fill: async (page, { live, found }) => {
        await page.goto(`/employer/postings/${live.id}/candidates/${found.userId}`);
        return button(page, "Open the profile");
      },
      kept: foundOf,
    },
  ],
  askCandidate: [
    {
      may: writers,
      by: "owner",
      fill: async (page, { live, found }) => {
        await page.goto(`/employer/postings/${live.id}/candidates/${found.userId}`);
        await button(page, "Open the profile").click();
        await page.getByLabel("Your words").fill("Your ledgers are what this role is about.");
        return button(page, "Invite");
      },
      kept: foundOf,
    },
  ],
  stopMails: "anyone",
  answerFromMail: "anyone",
  keepSearch: [
    {
      may: ["candidate"],
      by: "candidate",
      fill: async (page) => {
        await page.goto("/jobs?skill=go");
        return button(page, "Save this search");
      },
      kept: savedOf,
    },
  ],
  editSearch: [
    {
      may: ["candidate"],
      by: "candidate",
      fill: async (page, world) => {
        await savedBy(page, world);
        await page.locator("summary", { hasText: "Change Ledgers" }).click();
        await page.getByLabel("Name").fill("Renamed by somebody");
        return button(page, "Keep");
      },
      kept: savedOf,
    },
  ],
  dropSearch: [
    {
      may: ["candidate"],
      by: "candidate",
      fill: async (page, world) => {
        await savedBy(page, world);
        return button(page, "Delete Ledgers");
      },
      kept: savedOf,
    },
  ],
  lookAtNew: [
    {
      may: ["candidate"],
      by: "candidate",
      fill: async (page, world) => {
        await savedBy(page, world);
        await createPosting({ companyId: world.company.id, workplace: "onsite" });
        await page.reload();
        return button(page, "Show 1 new of Ledgers");
      },
      kept: savedOf,
    },
  ],
  hide: [
    {
      may: ["candidate"],
      by: "candidate",
      fill: async (page, { live }) => {
        await page.goto(`/jobs/${live.slug}`);
        return button(page, "Hide this posting");
      },
      kept: savedOf,
    },
  ],
  showAgain: [
    {
      may: ["candidate"],
      by: "candidate",
      fill: async (page, { actors, live }) => {
        await hidePosting(actors.candidate as Actor, { postingId: live.id });
        await page.goto("/saved");
        return page.getByRole("button", { name: /^Show again/ });
      },
      kept: savedOf,
    },
  ],
  sayRelevant: [
    {
      may: ["candidate"],
      by: "candidate",
      fill: async (page, { actors, live }) => {
        await createAlert({ actor: actors.candidate as Actor, postingId: live.id });
        await page.goto("/saved");
        return page.getByRole("button", { name: /^Relevant/ });
      },
      kept: savedOf,
    },
  ],
  startCompany: [
    {
      may: signedInPeople,
      by: "candidate",
      fill: async (page, { secret }) => {
        await page.goto("/employer");
        await page.getByLabel("Name").fill(`Company ${secret}`);
        return button(page, "Create company");
      },
      kept: ({ secret }) => sql`select count(*) from companies where name = ${`Company ${secret}`}`,
    },
  ],
  keepCompany: [
    {
      may: ["owner"],
      by: "owner",
      fill: async (page) => {
        await page.goto("/employer/company");
        await page.getByLabel("Name").fill("Renamed by somebody");
        return button(page, "Keep");
      },
      kept: companyOf,
    },
  ],
  keepPosting: [
    {
      may: writers,
      by: "owner",
      fill: async (page, { draft }) => {
        await page.goto(`/employer/postings/${draft.id}`);
        await page.getByLabel("Title").fill("Changed by somebody");
        return button(page, "Keep draft");
      },
      kept: companyOf,
    },
    {
      may: writers,
      by: "owner",
      fill: async (page) => {
        await page.goto("/employer/postings/new");
        await page.getByLabel("Title").fill("Written by somebody");
        return button(page, "Keep draft");
      },
      kept: companyOf,
    },
  ],
  pasteAdvert: [
    {
      may: writers,
      by: "owner",
      fill: async (page) => {
        await page.goto("/employer/postings/paste");
        await page
          .getByLabel("The advert")
          .fill("We look for a Go developer with three years of experience in Kafka.");
        return button(page, "Read it");
      },
      kept: companyOf,
    },
  ],
  acceptTags: [
    {
      may: writers,
      by: "owner",
      fill: async (page, { draft }) => {
        await page.goto(`/employer/postings/${draft.id}`);
        await page
          .getByLabel("Description")
          .fill("You would write Go services on PostgreSQL. Hybrid, 3 days in the office.");
        await button(page, "Keep draft").click();
        await page.goto(`/employer/postings/${draft.id}/tags`);
        return button(page, "Take the ticked ones");
      },
      kept: companyOf,
    },
  ],
  endPosting: [
    {
      may: writers,
      by: "owner",
      fill: async (page, { live }) => {
        await page.goto(`/employer/postings/${live.id}`);
        return button(page, "The role is filled");
      },
      kept: companyOf,
    },
  ],
  moveApplicant: [
    {
      may: writers,
      by: "owner",
      fill: async (page, { live, application }) => {
        await page.goto(`/employer/postings/${live.id}/applicants/${application.id}`);
        await page.getByLabel("Interview").check();
        return button(page, "Move and tell them");
      },
      kept: companyOf,
    },
  ],
  approve: [
    {
      may: ["admin"],
      by: "admin",
      fill: async (page, { inReview }) => {
        await page.goto(`/admin/postings/${inReview.id}`);
        return button(page, "Approve: live at once");
      },
      kept: companyOf,
    },
  ],
  sendBack: [
    {
      may: ["admin"],
      by: "admin",
      fill: async (page, { inReview }) => {
        await page.goto(`/admin/postings/${inReview.id}`);
        await page.getByLabel("Reason 1 is about").selectOption("title");
        await page.getByLabel("Reason 1", { exact: true }).fill("Say which ledger.");
        return button(page, "Send back with reasons");
      },
      kept: companyOf,
    },
  ],
  takeDown: [
    {
      may: ["admin"],
      by: "admin",
      fill: async (page, { live }) => {
        await page.goto(`/admin/postings/${live.id}`);
        await page.getByLabel("Reason", { exact: true }).fill("It asks for money in advance.");
        return page.getByRole("button", { name: /take.* down|remove/i });
      },
      kept: companyOf,
    },
  ],
};

test.describe("each form", () => {
  test("of the tree has its row here", () => {
    const names = sourcesOf("actions.ts").flatMap((path) =>
      [...readFileSync(path, "utf8").matchAll(/^export const (\w+)/gm)].map(([, name]) => name),
    );
    expect(names.sort()).toEqual(Object.keys(actions).sort());
  });

  for (const [name, forms] of Object.entries(actions))
    for (const [i, form] of forms === "anyone" ? [] : forms.entries())
      test(`of ${name}${i ? ` (${i + 1})` : ""} has no effect when somebody else posts it`, async ({
        browser,
      }) => {
        const world = await createWorld();
        const post = await captured(
          await pageOf(browser, world.actors[form.by], { script: false }),
          form,
          world,
        );
        const before = await form.kept(world);
        for (const who of everyone.filter((one) => !form.may.includes(one))) {
          const status = await replay(post, world.actors[who]);
          expect([200, 303, 307, 404], `the answer to ${who}`).toContain(status);
          expect(await form.kept(world), `after the post of ${who}`).toEqual(before);
        }
        expect(await replay(post, world.actors[form.may[0] as Who])).toBe(303);
        expect(await form.kept(world), `after the post of ${form.may[0]}`).not.toEqual(before);
      });

  test("has no effect either when it is posted to another address", async ({ browser }) => {
    const world = await createWorld();
    const { endPosting } = actions as Record<string, Form[]>;
    const [form] = endPosting as [Form];
    const post = await captured(await pageOf(browser, world.actors.owner, { script: false }), form, world);
    const before = await companyOf(world);
    for (const at of ["/", "/nothing-here", `/employer/postings/${world.draft.id}`, "/employer/postings/new"])
      await replay({ ...post, at }, world.actors.stranger);
    expect(await companyOf(world)).toEqual(before);
    await replay({ ...post, at: `/employer/postings/${world.draft.id}` }, world.actors.owner);
    expect(await companyOf(world)).not.toEqual(before);
  });
});

type Post = { at: string; type: string; body: Buffer };

/** The very bytes that the browser would send, which are then not sent. */
async function captured(page: Page, { fill }: Form, world: World): Promise<Post> {
  const send = await fill(page, world);
  // A page that is still loading moves when its fonts come, and a press on one place that ends on another is no click.
  await page.waitForLoadState("load");
  await page.route("**", (route) => (route.request().method() === "POST" ? route.abort() : route.continue()));
  const [sent] = await Promise.all([
    page.waitForRequest((request) => request.method() === "POST"),
    send.click({ noWaitAfter: true }),
  ]);
  await page.context().close();
  return {
    at: new URL(sent.url()).pathname,
    type: sent.headers()["content-type"] as string,
    body: sent.postDataBuffer() as Buffer,
  };
}

/** Sends it with a session of `actor`; the status of the answer. */
async function replay({ at, type, body }: Post, actor: Actor | null): Promise<number> {
  const baseURL = process.env.E2E_BASE_URL as string;
  const browser = await http.newContext({ baseURL, extraHTTPHeaders: await cookieOf(actor) });
  const headers = { "Content-Type": type, Origin: baseURL };
  const answer = await browser.post(at, { headers, data: body, maxRedirects: 0 });
  await browser.dispose();
  return answer.status();
}

/** All that is kept of a company, its postings, and those who applied. */
async function companyOf({ company }: World) {
  return sql`
    select to_jsonb(c) as company,
      (select jsonb_agg(to_jsonb(m) order by user_id) from members m where m.company_id = c.id) as members,
      (select jsonb_agg(to_jsonb(p) order by p.id) from postings p where p.company_id = c.id) as postings,
      (select jsonb_agg(to_jsonb(a) order by a.id) from applications a where a.company_id = c.id) as applications,
      (select jsonb_agg(to_jsonb(v) order by v.id) from application_moves v join applications a on a.id = v.application_id
        where a.company_id = c.id) as moves,
      (select jsonb_agg(to_jsonb(d) order by d.id) from decisions d join postings p on p.id = d.posting_id
        where p.company_id = c.id) as decisions,
      (select count(*)::int from events e where e.company_id = c.id) as events
    from companies c where c.id = ${company.id}`;
}

/** Whose profile was opened for the live posting, and who is invited to it. */
async function foundOf({ live }: World) {
  return sql`
    select (select jsonb_agg(to_jsonb(v) order by v.id) from profile_views v where v.posting_id = p.id) as views,
      (select jsonb_agg(to_jsonb(i) order by i.id) from invitations i where i.posting_id = p.id) as invitations
    from postings p where p.id = ${live.id}`;
}

/** Who may find the candidate. */
async function visibilityOf({ actors }: World) {
  return sql`
    select p.searchable, (select jsonb_agg(b.company_id) from blocked_companies b where b.user_id = p.user_id) as companies,
      (select jsonb_agg(b.domain) from blocked_domains b where b.user_id = p.user_id) as domains
    from profiles p where p.user_id = ${idOf(actors.candidate)}`;
}

/** All that is kept of the candidate's profile, and of what waits to become part of it. */
async function profileOf({ actors }: World) {
  const id = idOf(actors.candidate);
  return sql`
    select to_jsonb(p) as profile,
      (select to_jsonb(d) from resume_drafts d where d.user_id = u.id) as draft,
      (select jsonb_agg(to_jsonb(e) order by e.id) from profile_evidence e where e.user_id = u.id) as evidence,
      (select jsonb_agg(to_jsonb(e) order by e.id) from profile_education e where e.user_id = u.id) as education,
      (select jsonb_agg(to_jsonb(s) order by s.skill_id) from profile_skills s where s.user_id = u.id) as skills,
      (select jsonb_agg(to_jsonb(r) order by r.responsibility_id) from profile_responsibilities r where r.user_id = u.id) as duties
    from users u left join profiles p on p.user_id = u.id where u.id = ${id}`;
}

/** What the candidate saved, hid and was told of. */
async function savedOf({ actors }: World) {
  return sql`
    select (select jsonb_agg(to_jsonb(s) order by s.id) from saved_searches s where s.user_id = u.id) as searches,
      (select jsonb_agg(h.posting_id) from hidden_postings h where h.user_id = u.id) as hidden,
      (select jsonb_agg(to_jsonb(t)) from alert_postings t where t.user_id = u.id) as told,
      (select count(*)::int from events e where e.actor_id = u.id and e.type like 'search.%') as events
    from users u where u.id = ${idOf(actors.candidate)}`;
}

/** Opens the list with one saved search in it, of a kind that nothing is live of. It sends no mail, which would move its marks. */
async function savedBy(page: Page, { actors, company }: World) {
  const criteria = `company=${company.slug}&workplace=onsite`;
  await saveSearch(actors.candidate as Actor, { criteria, name: "Ledgers", frequency: "never" });
  await page.goto("/saved");
}

/** Answers the first question of the quick pass, which begins a profile that says something. */
async function answeredOnce(page: Page) {
  await page.goto("/profile/pass");
  const years = page.getByRole("textbox", { name: /years/i });
  if (await years.isVisible()) await years.fill("6");
  await page.getByRole("form", { name: "Question" }).getByRole("button").first().click();
  await expect(page.getByText("Answered 1:")).toBeVisible();
}

/** Opens a résumé that the candidate handed in. */
async function importedBy(page: Page, { actors }: World) {
  await readResumeOf(actors.candidate as Actor, { text: "Kim Sample\n\nSkills\nGo, Redis" });
  await page.goto("/profile/import");
}

const idOf = (actor: Actor | null) => actor?.userId as string;

const sourcesOf = (name: string) =>
  readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((path) => path.split("/").at(-1) === name)
    .map((path) => `app/${path}`);

/** The addresses of the pages or routes of the tree, as their folders write them. */
const addressesOf = (name: string) =>
  sourcesOf(name)
    .map(
      (path) =>
        `/${path
          .split("/")
          .slice(1, -1)
          .filter((part) => !part.startsWith("("))
          .join("/")}`,
    )
    .sort();
