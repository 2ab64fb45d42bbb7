import type { APIRequestContext, APIResponse, Page } from "@playwright/test";
import { createUser, unique } from "@/db/factories";
import { expect, mailTo, pageOf, startWeb, test } from "../fixtures";

const codeIn = (mail: string) => /^[2-9A-Z]{8}$/m.exec(mail)?.[0] as string;
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
      await expect(page.getByText("That is not the code in the mail.").first()).toBeVisible();
      await expect(page.getByLabel("Code")).toHaveAttribute("aria-invalid", "true");
      await expect(page.getByLabel("Code")).not.toHaveValue("22222222");
      expect(await sessionOf(page)).toBeUndefined();

      await page.getByLabel("Code").fill(`${code.slice(0, 4)} ${code.slice(4).toLowerCase()}`);
      await page.getByRole("button", { name: "Sign in", exact: true }).click();
      await expect(page).toHaveURL(/\/profile$/);
      expect(await sessionOf(page)).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
      await page.context().close();
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
      await expect(scanner.getByText("This browser has no code waiting").first()).toBeVisible();
      expect(await sessionOf(scanner)).toBeUndefined();

      await page.goto(link);
      expect(await sessionOf(page)).toBeUndefined();
      await page.getByRole("button", { name: "Sign in", exact: true }).click();
      await expect(page).toHaveURL(/\/applications$/);
      expect(await sessionOf(page)).toBeDefined();
      await Promise.all([page.context().close(), scanner.context().close()]);
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
      await page.context().close();
    });
  });

test("known and unknown addresses get the same answer", async ({ request }) => {
  const [known, unknown] = [(await createUser()).email, `${unique("nobody")}@example.com`];
  const answers = [];
  for (const email of [known, unknown]) {
    const answer = await send(request, "/sign-in", { email });
    answers.push([answer.status(), answer.headers().location?.replace(encodeURIComponent(email), "ADDRESS")]);
  }
  expect(answers[0]).toEqual([303, expect.stringContaining("to=ADDRESS")]);
  expect(answers[1]).toEqual(answers[0]);
});

test("a sixth code within a quarter of an hour is refused to that address, and to no other", async ({
  request,
}) => {
  const email = `${unique("eager")}@example.com`;
  for (let i = 0; i < 5; i++) expect((await send(request, "/sign-in", { email })).status()).toBe(303);
  const refused = await send(request, "/sign-in", { email });
  expect(refused.status()).toBe(200);
  expect(await refused.text()).toContain("That was too often.");
  expect((await send(request, "/sign-in", { email: `${unique("calm")}@example.com` })).status()).toBe(303);
});

test("where the address is https, its cookies are for that host alone, over https alone", async ({
  playwright,
}) => {
  const web = await startWeb({ APP_URL: "https://jobs.example", DEMO: "" });
  const request = await playwright.request.newContext({ baseURL: web.url });
  // As the server in front of it would say.
  const own = { Origin: "https://jobs.example", "X-Forwarded-Host": "jobs.example" };
  const email = `${unique("visitor")}@example.com`;
  const asked = cookiesOf(await send(request, "/sign-in", { email }, own));
  expect(asked).toEqual([expect.stringMatching(/^__Host-backplane\.browser=/)]);
  const code = codeIn(await mailTo(email, "is your Backplane code"));
  const browser = { ...own, Cookie: asked[0]?.split(";")[0] as string };
  const entered = cookiesOf(await send(request, "/sign-in/code", { code }, browser));
  expect(entered).toEqual([expect.stringMatching(/^__Host-backplane\.session=/)]);
  for (const cookie of [...asked, ...entered])
    for (const part of ["Path=/", "Secure", "HttpOnly", "SameSite=lax"])
      expect(cookie.split("; ")).toContain(part);
  await request.dispose();
  await web.stop();
});

/** Posts the first form of a page as a browser without JavaScript does, with these fields filled in. */
async function send(
  request: APIRequestContext,
  path: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
) {
  const html = await (await request.get(path, { headers })).text();
  const form = /<form[\s\S]*?<\/form>/.exec(html.slice(html.indexOf("<main")))?.[0] ?? "";
  const hidden = [...form.matchAll(/<input type="hidden" name="([^"]*)"(?: value="([^"]*)")?/g)].map(
    ([, name = "", value = ""]) => [name, value.replaceAll("&quot;", '"').replaceAll("&amp;", "&")],
  );
  return request.post(path, {
    multipart: { ...Object.fromEntries(hidden), ...fields },
    headers: { Origin: process.env.E2E_BASE_URL as string, ...headers },
    maxRedirects: 0,
  });
}

const cookiesOf = (answer: APIResponse) =>
  answer.headersArray().flatMap(({ name, value }) => (name.toLowerCase() === "set-cookie" ? [value] : []));

const sessionOf = async (page: Page) =>
  (await page.context().cookies()).find(({ name }) => name === "backplane.session");
