import type { APIRequestContext, APIResponse, Page } from "@playwright/test";
import { createSession, createUser, unique } from "@/db/factories";
import { sql } from "../authorisation/world";
import { expect, mailTo, ownAddress, pageOf, startWeb, test } from "../fixtures";
import { type Filling, fieldsOf } from "../http";
import { codeIn } from "../steps";

const askCode = (email: string): Filling => ({ button: "Send me a code", typed: { email } });
const linkIn = (mail: string) => /http\S+\/sign-in\/code\S+/.exec(mail)?.[0] as string;

for (const script of [true, false])
  test.describe(script ? "with JavaScript" : "without JavaScript", () => {
    test("a visitor signs in by a code from the mail, and comes to where they wanted to go", async ({
      browser,
    }) => {
      const email = `${unique("visitor")}@example.com`;
      const page = await pageOf(browser, null, { script });
      await page.goto("/profile");
      await page.getByLabel("E-mail address").fill("visitor at example");
      await page.getByRole("button", { name: "Send me a code" }).click();
      await expect(page.getByText("Enter an e-mail address like").first()).toBeVisible();
      await expect(page.getByLabel("E-mail address")).toHaveValue("visitor at example");
      await expect(page.getByLabel("E-mail address")).toHaveAttribute("aria-invalid", "true");

      await page.getByLabel("E-mail address").fill(email.toUpperCase());
      await page.getByRole("button", { name: "Send me a code" }).click();
      await expect(page.getByRole("heading", { name: "Enter the code" })).toBeVisible();
      const code = codeIn(await mailTo(email, "is your Backplane code"));

      await page.getByLabel("Code").fill("22222222");
      await page.getByRole("button", { name: "Sign in", exact: true }).click();
      await expect(page.getByText("This is not the code in the e-mail.").first()).toBeVisible();
      await expect(page.getByLabel("Code")).toHaveAttribute("aria-invalid", "true");
      await expect(page.getByLabel("Code")).not.toHaveValue("22222222");
      expect(await sessionOf(page)).toBeUndefined();

      await page.getByLabel("Code").fill(`${code.slice(0, 4)} ${code.slice(4).toLowerCase()}`);
      await page.getByRole("button", { name: "Sign in", exact: true }).click();
      await expect(page).toHaveURL(/\/profile$/);
      expect(await sessionOf(page)).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
    });

    test("the link in the mail only opens a page, whose button signs in", async ({ browser }) => {
      const { email } = await createUser();
      const page = await pageOf(browser, null, { script });
      await page.goto("/sign-in?next=/applications");
      await page.getByLabel("E-mail address").fill(email);
      await page.getByRole("button", { name: "Send me a code" }).click();
      const link = linkIn(await mailTo(email, "is your Backplane code"));

      const scanner = await pageOf(browser, null, { script });
      await scanner.goto(link);
      await scanner.reload();
      expect(await sessionOf(scanner)).toBeUndefined();
      await scanner.getByRole("button", { name: "Sign in", exact: true }).click();
      await expect(scanner.getByText("No code was requested in this browser").first()).toBeVisible();
      expect(await sessionOf(scanner)).toBeUndefined();

      await page.goto(link);
      expect(await sessionOf(page)).toBeUndefined();
      await page.getByRole("button", { name: "Sign in", exact: true }).click();
      await expect(page).toHaveURL(/\/applications$/);
      expect(await sessionOf(page)).toBeDefined();
    });

    test("signing out ends it, in the database too", async ({ browser, request }) => {
      const page = await pageOf(browser, await createUser({ name: "Sam Example" }), { script });
      await page.goto("/applications");
      const cookie = `backplane.session=${(await sessionOf(page))?.value}`;
      const open = () => request.get("/applications", { headers: { Cookie: cookie }, maxRedirects: 0 });
      expect((await open()).status()).toBe(200);
      await page.locator("summary", { hasText: "Sam Example" }).click();
      await page.getByRole("button", { name: "Sign out" }).click();
      await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
      expect(await sessionOf(page)).toBeUndefined();
      expect((await open()).status()).toBe(307);
    });
  });

test("known and unknown addresses, and robots, get the same answer", async ({ request }) => {
  const [known, unknown] = [(await createUser()).email, `${unique("nobody")}@example.com`];
  const answers = [];
  const address = ownAddress();
  for (const email of [known, unknown]) {
    const answer = await send(request, "/sign-in", askCode(email), address);
    answers.push([answer.status(), answer.headers().location?.replace(encodeURIComponent(email), "ADDRESS")]);
  }
  // A robot that fills in what people do not see is told the same, and nobody gets a mail.
  const robot = `${unique("robot")}@example.com`;
  const filling = { button: "Send me a code", typed: { email: robot, website: "https://robot.example" } };
  const answer = await send(request, "/sign-in", filling, ownAddress());
  answers.push([answer.status(), answer.headers().location?.replace(encodeURIComponent(robot), "ADDRESS")]);
  expect(await sql`select 1 from sign_in_codes where email = ${robot}`).toHaveLength(0);
  expect(answers[0]).toEqual([303, expect.stringContaining("to=ADDRESS")]);
  expect(answers.slice(1)).toEqual([answers[0], answers[0]]);
});

test("a stranger who asks for codes to an address keeps nobody from theirs", async ({
  playwright,
  browser,
}) => {
  const { email } = await createUser();
  const known = await pageOf(browser, null);
  const signInByCode = async () => {
    await known.goto("/sign-in");
    await known.getByLabel("E-mail address").fill(email);
    await known.getByRole("button", { name: "Send me a code" }).click();
    await expect(known.getByRole("heading", { name: "Enter the code" })).toBeVisible();
  };
  await signInByCode();
  await known.goto(linkIn(await mailTo(email, "is your Backplane code")));
  await known.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(known).toHaveURL(/\/$/);
  await known.context().clearCookies({ name: "backplane.session" });

  const stranger = ownAddress();
  const ask = async (headers: Record<string, string>) => {
    const request = await playwright.request.newContext({ baseURL: process.env.E2E_BASE_URL });
    const answer = await send(request, "/sign-in", askCode(email), headers);
    const text = answer.status() === 200 ? await answer.text() : "";
    await request.dispose();
    return text.includes("Too many attempts.") ? "too often" : answer.status();
  };
  const answers = [];
  for (let i = 0; i < 9; i++) answers.push(await ask(stranger));
  expect(answers).toEqual([303, 303, 303, 303, 303, 303, 303, 303, "too often"]);
  // From elsewhere that person still gets one, until many networks have asked; from their own browser even then.
  expect(await ask(ownAddress())).toBe(303);
  for (let i = 0; i < 10; i++) await ask(ownAddress());
  expect(await ask(ownAddress())).toBe("too often");
  await signInByCode();
});

test("one sender cannot have us write to one stranger after the other", async ({ playwright }) => {
  const address = ownAddress();
  const answers = [];
  for (let i = 0; i < 11; i++) {
    const request = await playwright.request.newContext({ baseURL: process.env.E2E_BASE_URL });
    answers.push(
      (await send(request, "/sign-in", askCode(`${unique("stranger")}@example.com`), address)).status(),
    );
    await request.dispose();
  }
  expect(answers).toEqual([...Array(10).fill(303), 200]);
});

test("signing in over a live session ends that one, in one click too", async ({ browser, request }) => {
  const page = await pageOf(browser, null);
  const opens = async (token: string) =>
    (
      await request.get("/profile", { headers: { Cookie: `backplane.session=${token}` }, maxRedirects: 0 })
    ).status();
  const email = `${unique("visitor")}@example.com`;
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Send me a code" }).click();
  const link = linkIn(await mailTo(email, "is your Backplane code"));
  // Meanwhile signed in as somebody else, in another tab.
  const former = await createSession(await createUser());
  await page
    .context()
    .addCookies([{ name: "backplane.session", value: former, url: process.env.E2E_BASE_URL as string }]);
  expect(await opens(former)).toBe(200);
  await page.goto(link);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL(/\/$/);
  expect(await opens(former)).toBe(307);

  const other = await page.context().newPage();
  await page.context().clearCookies({ name: "backplane.session" });
  await other.goto("/sign-in");
  const second = await createSession(await createUser());
  await page
    .context()
    .addCookies([{ name: "backplane.session", value: second, url: process.env.E2E_BASE_URL as string }]);
  await other.getByRole("button", { name: "As a candidate" }).click();
  await expect(other).toHaveURL(/\/$/);
  expect(await opens(second)).toBe(307);
});

test.describe("a service that one may sign in with", () => {
  let web: Awaited<ReturnType<typeof startWeb>>;
  // It answers at the address of the product under test, as behind a server in front.
  const own = process.env.E2E_BASE_URL as string;
  const inFront = { Origin: own, "X-Forwarded-Host": new URL(own).host };
  test.beforeAll(async () => {
    web = await startWeb({ AUTH_GITHUB_ID: "our-id", AUTH_GITHUB_SECRET: "our-secret" });
  });
  test.afterAll(() => web.stop());

  test("has a button, which leads there and back to where one wanted to go", async ({ playwright }) => {
    const request = await playwright.request.newContext({ baseURL: web.url });
    const html = await (await request.get("/sign-in")).text();
    expect(html).toContain("Sign in with <!-- -->GitHub");
    expect(html).not.toContain("Google");
    const answer = await send(request, "/sign-in?next=/saved", { button: "Sign in with GitHub" }, inFront);
    expect(answer.status()).toBe(303);
    const there = new URL(answer.headers().location as string);
    expect(there.origin + there.pathname).toBe("https://github.com/login/oauth/authorize");
    expect(there.searchParams.get("redirect_uri")).toBe(`${own}/api/auth/callback/github`);
    expect(cookiesOf(answer).find((cookie) => cookie.startsWith("backplane.callback="))).toContain(
      encodeURIComponent("/saved"),
    );
    await request.dispose();
  });

  for (const [kind, query] of [
    ["without anything", ""],
    ["with a foreign code", "?code=x&state=y"],
    ["with a refusal", "?error=access_denied&state=y"],
    ["with another site to go to", "?callbackUrl=https://evil.example"],
    ["with a script to go to", "?callbackUrl=javascript:alert(1)&code=x"],
    ["with an address that is none", "?callbackUrl=%2F%2F%5B"],
  ])
    test(`that sends somebody back ${kind} leads to the sign-in page, which says so`, async ({
      playwright,
    }) => {
      const request = await playwright.request.newContext({ baseURL: web.url });
      for (const cookie of ["", "backplane.callback=javascript:alert(1); backplane.state=x"]) {
        const headers = { Cookie: cookie };
        const answer = await request.get(`/api/auth/callback/github${query}`, { headers, maxRedirects: 0 });
        expect([302, 303, 307]).toContain(answer.status());
        const { origin, pathname, search } = new URL(answer.headers().location as string);
        expect(origin + pathname).toBe(`${own}/sign-in`);
        const page = await (await request.get(pathname + search)).text();
        expect(page).toContain("Signing in with that service did not work.");
      }
      await request.dispose();
    });

  test("answers at no other address, and hands no secret to scripts", async ({ playwright }) => {
    const request = await playwright.request.newContext({ baseURL: web.url });
    const headers = { Cookie: `backplane.session=${await createSession(await createUser())}` };
    for (const path of [
      "session",
      "csrf",
      "providers",
      "signin",
      "signout",
      "signin/github",
      "callback",
      "error",
    ])
      expect((await request.get(`/api/auth/${path}`, { headers })).status(), path).toBe(404);
    for (const provider of ["google", "nothing", "constructor", "__proto__"])
      expect((await request.get(`/api/auth/callback/${provider}?code=x`)).status(), provider).toBe(404);
    const posted = await request.post("/api/auth/callback/github", { headers: inFront });
    expect(posted.status()).toBe(405);
    await request.dispose();
  });
});

test("where the address is https, its cookies are for that host alone, over https alone", async ({
  playwright,
}) => {
  const web = await startWeb({ APP_URL: "https://jobs.example", DEMO: "" });
  const request = await playwright.request.newContext({ baseURL: web.url });
  // As the server in front of it would say.
  const own = { ...ownAddress(), Origin: "https://jobs.example", "X-Forwarded-Host": "jobs.example" };
  const email = `${unique("visitor")}@example.com`;
  const asked = cookiesOf(await send(request, "/sign-in", askCode(email), own));
  expect(asked).toEqual([expect.stringMatching(/^__Host-backplane\.browser=/)]);
  const code = codeIn(await mailTo(email, "is your Backplane code"));
  const browser = { ...own, Cookie: asked[0]?.split(";")[0] as string };
  const entered = cookiesOf(
    await send(request, "/sign-in/code", { button: "Sign in", typed: { code } }, browser),
  );
  expect(entered.sort()).toEqual([
    expect.stringMatching(/^__Host-backplane\.browser=/),
    expect.stringMatching(/^__Host-backplane\.session=/),
  ]);
  for (const cookie of [...asked, ...entered])
    for (const part of ["Path=/", "Secure", "HttpOnly", "SameSite=lax"])
      expect(cookie.split("; ")).toContain(part);
  await request.dispose();
  await web.stop();
});

/** Posts the form of a page that has this button, as a browser without JavaScript does, with these fields filled in. */
async function send(
  request: APIRequestContext,
  path: string,
  { button, typed }: Filling,
  headers: Record<string, string> = {},
) {
  const html = await (await request.get(path, { headers })).text();
  return request.post(path, {
    multipart: fieldsOf(html, { button, typed }),
    headers: { Origin: process.env.E2E_BASE_URL as string, ...headers },
    maxRedirects: 0,
  });
}

const cookiesOf = (answer: APIResponse) =>
  answer.headersArray().flatMap(({ name, value }) => (name.toLowerCase() === "set-cookie" ? [value] : []));

const sessionOf = async (page: Page) =>
  (await page.context().cookies()).find(({ name }) => name === "backplane.session");
