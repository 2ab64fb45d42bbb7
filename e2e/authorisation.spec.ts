import { readdirSync, readFileSync } from "node:fs";
import { actions, type Form } from "./authorisation/forms";
import { companyOf } from "./authorisation/kept";
import { pages, routes } from "./authorisation/pages";
import { createWorld, everyone, type Who, type World } from "./authorisation/world";
import { cookieOf, expect, test } from "./fixtures";
import { fillForm, postForm } from "./http";

/*
 * Who may open which page, and whose post of which form has an effect: the rows in `authorisation/`, by HTTP alone. The rows are held
 * against the tree: a page, a route or a server action without a row fails.
 */

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

/** The form as the one who fills it in gets it, with what they typed. */
async function filled({ by, path, button, typed }: Form, world: World) {
  return fillForm(world.actors[by], await path(world), {
    button,
    typed: typeof typed === "function" ? typed(world) : typed,
  });
}

test.describe("each form", () => {
  test("of the tree has its row here", () => {
    const names = sourcesOf("actions.ts").flatMap((path) =>
      [...readFileSync(path, "utf8").matchAll(/^export const (\w+)/gm)].map(([, name]) => name),
    );
    expect(names.sort()).toEqual(Object.keys(actions).sort());
  });

  for (const [name, forms] of Object.entries(actions))
    for (const [i, form] of forms === "anyone" ? [] : [forms].flat().entries())
      test(`of ${name}${i ? ` (${i + 1})` : ""} has no effect when somebody else posts it`, async () => {
        const world = await createWorld();
        const post = await filled(form, world);
        const before = await form.kept(world);
        for (const who of everyone.filter((one) => !form.may.includes(one))) {
          const { status } = await postForm(post, world.actors[who]);
          expect([200, 303, 307, 404], `the answer to ${who}`).toContain(status);
          expect(await form.kept(world), `after the post of ${who}`).toEqual(before);
        }
        const [first] = form.may as [Who];
        expect((await postForm(post, world.actors[first])).status).toBe(303);
        expect(await form.kept(world), `after the post of ${first}`).not.toEqual(before);
      });

  test("has no effect either when it is posted to another address", async () => {
    const world = await createWorld();
    const post = await filled(actions.copyPostingAction as Form, world);
    const before = await companyOf(world);
    const draft = `/employer/postings/${world.draft.id}`;
    for (const at of ["/", "/nothing-here", draft, "/employer/postings/new"])
      await postForm({ ...post, at }, world.actors.stranger);
    expect(await companyOf(world)).toEqual(before);
    await postForm({ ...post, at: draft }, world.actors.owner);
    expect(await companyOf(world)).not.toEqual(before);
  });
});

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
