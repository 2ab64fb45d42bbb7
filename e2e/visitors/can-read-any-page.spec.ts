import { findSeededUser } from "@/db/factories";
import { listApplicants, listOwnApplications } from "@/lib/applications/queries/applications";
import type { Actor } from "@/lib/auth/input";
import { openProfile } from "@/lib/invitations/commands";
import { rankCandidates } from "@/lib/matching/queries/candidates";
import { listOwnPostings } from "@/lib/postings/queries/own";
import { expect, expectAccessible, pageOf, test } from "../fixtures";

// axe reads each page twice, some forty times in all.
test.describe.configure({ timeout: 180_000 });

/** Pages by who looks at them; the demonstration's people, so that each page has something on it. */
const tours: Record<string, () => Promise<{ actor: Actor | null; paths: string[] }>> = {
  visitor: async () => ({
    actor: null,
    paths: [
      "/",
      "/jobs",
      "/jobs?skill=go&workplace=remote&salary=90000",
      "/jobs?q=nothing-is-called-this",
      "/jobs?sort=match",
      "/companies",
      "/companies/tallyhaven",
      "/salaries",
      "/skills/go",
      "/sign-in",
      "/terms",
      "/api",
      "/nothing-here",
    ],
  }),
  candidate: async () => {
    const actor = await findSeededUser("candidate@example.com");
    const [sent] = await listOwnApplications(actor);
    return {
      actor,
      paths: [
        "/matches",
        "/matches?gates=hide",
        "/matches/what-if",
        "/matches?skill=kafka&workplace=remote",
        "/profile",
        "/profile/pass",
        "/profile/visibility",
        "/saved",
        "/saved/new?skill=go&workplace=remote",
        "/jobs?skill=go",
        "/applications",
        `/applications/${sent?.id}?recompute=1`,
        `/jobs/${sent?.slug}`,
      ],
    };
  },
  employer: async () => {
    const actor = await findSeededUser("employer@example.com");
    const postings = await listOwnPostings(actor);
    const draft = postings.find(({ state }) => state === "draft");
    const live = postings.find((posting) => posting.live && posting.applications > 0);
    const own = (rest: string) => `/employer/postings/${rest}`;
    const id = live?.id as string;
    const [applicant] = await listApplicants(actor, id);
    const [opened, unopened] = (await rankCandidates(actor, id))?.ranked ?? [];
    await openProfile(actor, { postingId: id, candidateId: opened?.id as string });
    return {
      actor,
      paths: [
        "/employer",
        "/employer/company",
        own("new"),
        own("paste"),
        own(`${draft?.id}`),
        own(`${live?.id}`),
        own(`${live?.id}/applicants`),
        own(`${live?.id}/applicants?sort=match`),
        own(`${id}/applicants/${applicant?.id}`),
        own(`${id}/candidates`),
        own(`${id}/candidates/${opened?.id}`),
        own(`${id}/candidates/${unopened?.id}`),
        `/jobs/${live?.slug}`,
      ],
    };
  },
  admin: async () => ({
    actor: await findSeededUser("admin@example.com"),
    paths: ["/admin", "/admin/imports", "/dev/mailbox"],
  }),
};

for (const [who, tour] of Object.entries(tours))
  test(`the pages of a ${who} fit phone and desk, in light and dark, without errors, and axe finds nothing`, async ({
    browser,
  }) => {
    const { actor, paths } = await tour();
    const page = await pageOf(browser, actor);
    const faults: string[] = [];
    page.on("pageerror", ({ message }) => faults.push(message));
    for (const path of paths)
      for (const [width, colorScheme] of [
        [390, "dark"],
        [1280, "light"],
      ] as const) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme });
        await page.goto(path);
        await test.step(`${path} at ${width} px, ${colorScheme}`, async () => {
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
          await expectAccessible(page);
          expect(faults, "errors in the browser").toEqual([]);
        });
      }
  });
