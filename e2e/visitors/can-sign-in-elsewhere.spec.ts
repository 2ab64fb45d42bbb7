import type { APIRequestContext } from "@playwright/test";
import { ageSessions, createSession, createUser, unique } from "@/db/factories";
import { listLinked } from "@/lib/auth/services/queries";
import { expect, mailTo, startWeb, test } from "../fixtures";
import { fieldsOf } from "../http";
import { startOpenId } from "../openid";

/*
 * By HTTP alone, against an OpenID server of this machine that stands for Google.
 */

const own = process.env.E2E_BASE_URL as string;
const inFront = { Origin: own, "X-Forwarded-Host": new URL(own).host };
const asGoogle = { AUTH_GOOGLE_ID: "our-id", AUTH_GOOGLE_SECRET: "our-secret" };

test("someone signs in with another service, links it and unlinks it, by a confirmed address alone", async ({
  playwright,
}) => {
  const openId = await startOpenId();
  const web = await startWeb({ ...asGoogle, AUTH_GOOGLE_ISSUER: openId.issuer });
  const browserOf = (session?: string) =>
    playwright.request.newContext({
      baseURL: web.url,
      ...(session && { extraHTTPHeaders: {}, storageState: { cookies: [cookie(session)], origins: [] } }),
    });
  /** Presses the button of a page, goes to the service and comes back: where that leads. */
  async function goThrough(browser: APIRequestContext, path: string, button: string) {
    const html = await (await browser.get(path)).text();
    const form = { multipart: fieldsOf(html, { button }), headers: inFront, maxRedirects: 0 };
    const there = (await browser.post(path, form)).headers().location as string;
    if (!there.startsWith(openId.issuer)) return there;
    const back = new URL((await browser.get(there, { maxRedirects: 0 })).headers().location as string);
    expect(back.origin + back.pathname).toBe(`${own}/api/auth/callback/google`);
    const answer = await browser.get(back.pathname + back.search, { maxRedirects: 0 });
    const { pathname, search } = new URL(answer.headers().location as string, own);
    // The way back works once: what is left of it in the history is of no use.
    const again = await browser.get(back.pathname + back.search, { maxRedirects: 0 });
    expect(again.headers().location).toMatch(/\/(sign-in|settings\/services)\?(error|done=failed)/);
    return pathname + search;
  }
  const signIn = async () => {
    const browser = await browserOf();
    return { browser, to: await goThrough(browser, "/sign-in?next=/settings", "Sign in with Google") };
  };
  const whoIs = async (browser: APIRequestContext) =>
    /You are signed in as (?:<!-- -->)?([^<\s]+)\.(?:<|\s)/.exec(
      await (await browser.get("/settings")).text(),
    )?.[1];

  await test.step("a new person gets an account, with a confirmed address alone", async () => {
    const email = `${unique("new")}@example.com`;
    openId.setPerson({ sub: unique("sub"), email, email_verified: false });
    const refused = await signIn();
    expect(refused.to).toMatch(/^\/sign-in\?error=AccessDenied/);
    expect(await (await refused.browser.get(refused.to)).text()).toContain(
      "has not confirmed your e-mail address",
    );
    openId.setPerson({ sub: unique("sub"), email, email_verified: true });
    const { to, browser } = await signIn();
    expect(to).toBe("/settings");
    expect(await whoIs(browser)).toBe(email);
  });

  await test.step("an account with that address is linked where the service confirmed it, and told", async () => {
    const person = await createUser();
    openId.setPerson({ sub: unique("sub"), email: person.email, email_verified: false });
    expect((await signIn()).to).toMatch(/^\/sign-in\?error=AccessDenied/);
    expect(await listLinked(person)).toEqual([]);
    openId.setPerson({ sub: unique("sub"), email: person.email.toUpperCase(), email_verified: true });
    expect(await whoIs((await signIn()).browser)).toBe(person.email);
    expect(await listLinked(person)).toEqual(["google"]);
  });

  await test.step("one who is signed in freshly links one of any address, signs in with it, and unlinks it", async () => {
    const [person, stranger] = [await createUser(), await createUser()];
    const theirs = { sub: unique("sub"), email: `${unique("else")}@example.com`, email_verified: false };
    openId.setPerson(theirs);
    const settings = "/settings/services";
    const browser = await browserOf(await createSession(person));
    await ageSessions(person, 11);
    expect(await goThrough(browser, settings, "Link Google")).toContain("again=1");
    await ageSessions(person, 0);
    expect(await goThrough(browser, settings, "Link Google")).toBe(`${settings}?done=linked`);
    expect(await listLinked(person)).toEqual(["google"]);
    const signedIn = await signIn();
    expect(await whoIs(signedIn.browser)).toBe(person.email);

    const other = await browserOf(await createSession(stranger));
    expect(await goThrough(other, settings, "Link Google")).toBe(`${settings}?done=failed`);
    expect(await whoIs(other)).toBe(stranger.email);
    expect(await listLinked(stranger)).toEqual([]);

    const html = await (await browser.get(settings)).text();
    const unlink = {
      multipart: fieldsOf(html, { button: "Unlink Google" }),
      headers: inFront,
      maxRedirects: 0,
    };
    expect((await browser.post(settings, unlink)).headers().location).toContain("done=unlinked");
    expect(await listLinked(person)).toEqual([]);
    await mailTo(person.email, "Google is not linked to your account any more");
  });

  await web.stop();
  openId.stop();
});

const cookie = (value: string) => ({
  name: "backplane.session",
  value,
  domain: new URL(own).hostname,
  path: "/",
  expires: -1,
  httpOnly: true,
  secure: false,
  sameSite: "Lax" as const,
});
