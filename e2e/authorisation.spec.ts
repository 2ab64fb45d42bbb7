import { readdirSync, readFileSync } from "node:fs";
import type { Actor } from "@/lib/auth/input";
import { type Form, members } from "./authorisation/form";
import { actions } from "./authorisation/forms";
import { companyOf } from "./authorisation/kept";
import { pages, routes } from "./authorisation/pages";
import {
  createWorld,
  everyone,
  type Outsider,
  outsiders,
  phone,
  type Who,
  type World,
  withNewCandidate,
} from "./authorisation/world";
import { cookieOf, expect, test } from "./fixtures";
import { fillForm, postForm } from "./http";

/*
 * Who may open which page and what it tells them, and whose post of which form has an effect: the rows in `authorisation/`, by HTTP alone.
 * The rows are held against the tree: a page, a route or a server action without a row fails.
 */

test.describe("each page", () => {
  let world: World;
  const cookies = new Map<Who | Outsider, Record<string, string>>();
  test.beforeAll(async () => {
    world = await createWorld();
    for (const who of everyone) cookies.set(who, await cookieOf(world.actors[who]));
    for (const who of outsiders) cookies.set(who, await cookieOf(world.outsiders[who]));
  });

  test("and route of the tree has its row here", () => {
    expect(addressesOf("page.tsx")).toEqual(Object.keys(pages).sort());
    expect(addressesOf("route.ts")).toEqual(Object.keys(routes).sort());
  });

  for (const [name, of] of Object.entries({ ...pages, ...routes }))
    test(`${name} opens to those who may, and tells nobody what is another's`, async ({ request }) => {
      const { at, answers } = of(world);
      const got: Record<string, string> = {};
      for (const who of asking(name, answers)) {
        const answer = await request.get(at, { headers: cookies.get(who), maxRedirects: 0 });
        got[who] = [answer.status(), answer.headers().location].filter(Boolean).join(" ");
        const text = await answer.text();
        // The mailbox of a demonstration shows every mail to everyone.
        if (name !== "/dev/mailbox")
          for (const other of everyone.filter((other) => !mayRead(who, other, name)))
            expect(text, `${at} for ${who}`).not.toContain(world.actors[other]?.email as string);
        if (who === "visitor" && name !== "/dev/mailbox") expect(text, at).not.toContain("Sam Example");
        if (answer.status() !== 200) expect(text, `${at} for ${who}`).not.toContain(world.secret);
      }
      for (const who of outsiders.filter((one) => one in got))
        expect(got[who], `${at} for ${who}`).toBe(answers.stranger);
      expect(got).toMatchObject(answers);
      expect(Object.keys(answers).sort()).toEqual([...everyone].sort());
    });

  /**
   * Who asks, in which order. What visitors share is kept once it is asked for again, and an answer that was kept wrongly would reach the visitor
   * who asks next: after each other one where visitors are answered at all, else at the end. Other members of the stranger's company ask for
   * what is one company's.
   */
  function asking(name: string, answers: Record<Who, string>): (Who | Outsider)[] {
    if (answers.visitor === "200")
      return ["visitor", ...everyone.flatMap((who) => [who, "visitor"] as const)];
    const ofCompany = /^\/(?:employer|interviews)\/.*\[/.test(name);
    return [...everyone, ...(ofCompany ? outsiders : []), "visitor"];
  }

  const team: Who[] = ["owner", "recruiter", "reviewer"];
  /** Whether the page may tell `who` the address of `other`. */
  function mayRead(who: Who | Outsider, other: Who, page: string): boolean {
    if (other === who || !world.actors[other]) return true;
    // Recruiters may write to who applied.
    if (other === "applicant" && (who === "owner" || who === "recruiter")) return true;
    if (page === "/employer/team" && team.some((one) => one === who))
      return [...team, "suspended"].includes(other);
    // The desk tells admins who somebody is.
    return who === "admin" && /^\/admin\/(users|companies|audit)/.test(page);
  }

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
    expect(await seen("owner")).toContain(phone);
    const { email } = actors.applicant as Actor;
    for (const path of [at, `/employer/postings/${live.id}/applicants`, "/employer/applicants"]) {
      const html = await (await request.get(path, { headers: cookies.get("reviewer") })).text();
      expect(html).toContain("Sam Example");
      for (const contact of [email, phone]) expect(html, path).not.toContain(contact);
    }
  });
});

/** The form as the one who fills it in gets it, with what they typed. */
async function filled({ by, path, button, typed, files = {} }: Form, world: World) {
  const form = await fillForm(world.actors[by], await path(world), {
    button,
    typed: typeof typed === "function" ? typed(world) : typed,
  });
  for (const [name, file] of Object.entries(files)) form.fields.set(name, file);
  return form;
}

const isMember = (who: Who) => members.some((one) => one === who);

let last: World | undefined;

/** A world for a form. A form that changes what is its candidate's alone gets that of the one before, with another candidate. */
async function worldFor({ isOwn }: Form): Promise<World> {
  if (!isOwn) return createWorld();
  last = last ? await withNewCandidate(last) : await createWorld();
  return last;
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
        const world = await worldFor(form);
        const post = await filled(form, world);
        const before = await form.kept(world);
        if (/^\/(employer|join)/.test(post.at))
          for (const who of members.filter((one) => !form.may.includes(one)))
            await expect(
              fillForm(world.actors[who], post.at, { button: form.button }),
              `what ${who} is offered`,
            ).rejects.toThrow(/answers 404|answers 307|has no form/);
        for (const who of everyone.filter((one) => !form.may.includes(one))) {
          const { status } = await postForm(post, world.actors[who]);
          expect([200, 303, 307, 404], `the answer to ${who}`).toContain(status);
          expect(await form.kept(world), `after the post of ${who}`).toEqual(before);
        }
        for (const who of form.may.every(isMember) ? outsiders : []) {
          await postForm(post, world.outsiders[who]);
          expect(await form.kept(world), `after the post of ${who}`).toEqual(before);
        }
        const [first] = form.may as [Who];
        expect((await postForm(post, world.actors[first])).status).toBe(form.answer ?? 303);
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
