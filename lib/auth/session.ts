import { DrizzleAdapter } from "@auth/drizzle-adapter";
import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { NextRequest, userAgentFromString } from "next/server";
import NextAuth, { type NextAuthConfig } from "next-auth";
import type { Adapter, AdapterUser } from "next-auth/adapters";
import type { Provider } from "next-auth/providers";
import GitHub from "next-auth/providers/github";
import Google from "next-auth/providers/google";
import LinkedIn from "next-auth/providers/linkedin";
import { cache } from "react";
import { db } from "@/db/client";
import { accounts, sessions, users } from "@/db/schema/auth";
import { dayMs } from "@/lib/days";
import { settings } from "@/lib/env";
import { DomainError } from "@/lib/errors";
import { logger } from "@/lib/log";
import {
  endSession,
  type NewSession,
  newBrowserToken,
  refuseLeftAddress,
  startProviderSession,
} from "./commands";
import { ownName, sessionCookieName } from "./cookies";
import { type Actor, type Admin, OneService } from "./input";
import { linkMinutes, readLinkTicket, writeLinkTicket } from "./link-ticket";
import { type ProviderId, providerIds, providerNames } from "./lists";
import { findSession } from "./queries";
import { asAdmin, knownBrowserDays } from "./rules";
import { linkService } from "./services/commands";
import { isLinked } from "./services/queries";
import { primaryOf } from "./services/rules";

const daySeconds = dayMs / 1000;
const longestSeconds = 30 * daySeconds;
/** How long somebody may take at another service. */
const elsewhereSeconds = linkMinutes * 60;

const { handlers, signIn } = NextAuth(() => config());

/** Who asks, or null: one query, at each request, with the user's state and rights of this moment. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  // Not by next-auth's own `auth()`: it takes everyone for signed out while the database is away.
  const token = await sessionToken();
  return token ? ((await findSession(token))?.user.actor ?? null) : null;
});

/** Who asks; a visitor is sent to sign in, and comes back to `path`. */
export async function requireActor(path: string): Promise<Actor> {
  const actor = await currentActor();
  if (!actor) redirect(`/sign-in?next=${encodeURIComponent(path)}`);
  return actor;
}

/** Who asks, shown to be an admin; to others the page is not there. */
export async function requireAdmin(path: string): Promise<Admin> {
  const actor = await requireActor(path);
  if (!actor.isAdmin) notFound();
  return asAdmin(actor);
}

/** The secret of this browser's session, live or not; null where it has none. */
export async function sessionToken(): Promise<string | null> {
  return (await cookies()).get(sessionCookieName())?.value || null;
}

/** The secret that ties a sign-in code, and a form that could not be sent, to this browser. Null where there is none. */
export async function findBrowserToken(): Promise<string | null> {
  return (await cookies()).get(browserCookieName())?.value || null;
}

/** The same secret, made at the first call. It lasts as long as the browser counts as known. */
export async function browserToken(): Promise<string> {
  const token = (await findBrowserToken()) ?? newBrowserToken();
  (await cookies()).set(browserCookieName(), token, {
    ...cookieOptions(),
    maxAge: knownBrowserDays * daySeconds,
  });
  return token;
}

/** What this browser is, as its owner would say it: "Firefox on Windows". "" where it does not say. */
export async function findBrowserName(): Promise<string> {
  const { browser, os } = userAgentFromString((await headers()).get("user-agent") ?? undefined);
  return [browser.name, os.name].filter(Boolean).join(" on ").slice(0, 80);
}

/** Gives the browser the cookie of a session that just began. */
export async function startSession({ token, expires }: NewSession) {
  (await cookies()).set(sessionCookieName(), token, { ...cookieOptions(), expires });
}

/** Ends this browser's session and takes its cookie back. */
export async function dropSession(actor: Actor) {
  const token = await sessionToken();
  if (token) await endSession(actor, token);
  (await cookies()).set(sessionCookieName(), "", { ...cookieOptions(), maxAge: 0 });
}

/**
 * Sends the browser to sign in at the provider, and from there back to `path`. Throws `not_found` for one that is not configured, and
 * `unavailable` when it cannot be reached.
 */
export async function signInAt(id: ProviderId, path: string): Promise<never> {
  // Whoever began to link an account, and signs in instead, links nothing.
  await dropLinkTicket();
  return goTo(id, path, "Sign in with a code instead.");
}

/**
 * Sends the browser to the provider, to link the account there to the one whose session it has. Throws as `signInAt`. Who may is said
 * by `refuseUnlessLinkable`.
 */
export async function linkAt(id: ProviderId): Promise<never> {
  const ticket = writeLinkTicket(id, (await sessionToken()) ?? "");
  (await cookies()).set(linkCookieName(), ticket, { ...cookieOptions(), maxAge: elsewhereSeconds });
  return goTo(id, `${servicesPage}?done=linked`, "Try again later.");
}

async function goTo(id: ProviderId, path: string, otherwise: string): Promise<never> {
  if (!listConfigured().includes(id))
    throw new DomainError("not_found", "This way of signing in is not available.");
  let url: string;
  try {
    url = await signIn(id, { redirectTo: path, redirect: false });
  } catch {
    throw new DomainError(
      "unavailable",
      `${providerNames[id]} cannot be reached at the moment. ${otherwise}`,
    );
  }
  redirect(url);
}

/**
 * The answer to a browser that comes back from the provider `id`: signed in, or sent to the sign-in page, which says what is wrong.
 * Null for a provider that is not configured. Neither a session that the browser has nor an address that the request names counts, but for
 * a browser that was sent there to link an account: then it is the session's account that is linked.
 */
export async function finishProviderSignIn(id: string, request: NextRequest): Promise<Response | null> {
  if (!listConfigured().some((one) => one === id)) return null;
  const isLinking = await isLinkingAt(id);
  const url = new URL(request.url);
  url.searchParams.delete("callbackUrl");
  const stripped = new NextRequest(url, { headers: request.headers });
  if (!isLinking) stripped.cookies.delete(sessionCookieName());
  const { APP_URL } = settings();
  try {
    const response = await handlers.GET(stripped);
    const to = new URL(response.headers.get("location") ?? APP_URL, APP_URL);
    const hasFailed = response.status >= 400 || to.pathname === "/sign-in";
    if (!hasFailed || (!isLinking && response.status < 400)) return response;
  } catch (error) {
    logger.warn({ err: error, provider: id }, "a sign-in elsewhere failed");
  } finally {
    await dropLinkTicket();
  }
  return Response.redirect(
    `${APP_URL}${isLinking ? `${servicesPage}?done=failed` : "/sign-in?error=failed"}`,
    303,
  );
}

const dropLinkTicket = async () => {
  (await cookies()).delete({ ...cookieOptions(), name: linkCookieName() });
};

/** Whether this browser was sent to the provider to link an account, with the session that it has now. */
async function isLinkingAt(id: string): Promise<boolean> {
  const ticket = (await cookies()).get(linkCookieName())?.value ?? "";
  return readLinkTicket(ticket, id, (await sessionToken()) ?? "");
}

/** The services that one can sign in with, as configured: none, unless both of a service's variables are set. */
export function listConfigured(): ProviderId[] {
  const env = settings();
  const on = {
    github: env.AUTH_GITHUB_ID && env.AUTH_GITHUB_SECRET,
    google: env.AUTH_GOOGLE_ID && env.AUTH_GOOGLE_SECRET,
    linkedin: env.AUTH_LINKEDIN_ID && env.AUTH_LINKEDIN_SECRET,
  };
  return providerIds.filter((id) => on[id]);
}

/** How next-auth speaks with each. An account there with the address of one here is linked to it, since `signIn` lets verified ones through alone. */
const makers: Record<ProviderId, () => Provider> = {
  github: () => GitHub({ allowDangerousEmailAccountLinking: true, userinfo: githubUser }),
  google: () =>
    Google({
      allowDangerousEmailAccountLinking: true,
      issuer: settings().AUTH_GOOGLE_ISSUER,
      checks: ["pkce", "state", "nonce"],
    }),
  linkedin: () => LinkedIn({ allowDangerousEmailAccountLinking: true }),
};

/** GitHub says only in the list of addresses which of them it verified. */
const githubUser = {
  url: "https://api.github.com/user",
  async request({ tokens }: { tokens: { access_token?: string } }) {
    const ask = async (path: string) =>
      (
        await fetch(`https://api.github.com${path}`, {
          headers: { Authorization: `Bearer ${tokens.access_token}`, "User-Agent": "backplane" },
          signal: AbortSignal.timeout(5_000),
        })
      ).json();
    const [profile, addresses] = await Promise.all([ask("/user"), ask("/user/emails")]);
    const primary = primaryOf(addresses);
    return { ...profile, email: primary?.email, email_verified: primary?.verified === true };
  },
};

const secure = () => settings().APP_URL.startsWith("https:");
const linkCookieName = () => ownName("link");
const servicesPage = "/settings/services";
const browserCookieName = () => ownName("browser");
const cookieOptions = () => ({ httpOnly: true, sameSite: "lax" as const, path: "/", secure: secure() });

function config(): NextAuthConfig {
  // Unless it is told, next-auth believes what the headers of a request say of our address.
  process.env.AUTH_URL = settings().APP_URL;
  return {
    secret: settings().AUTH_SECRET,
    trustHost: true,
    basePath: "/api/auth",
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: listConfigured().map((id) => makers[id]()),
    adapter: adapter(),
    logger: {
      error: (error) => logger.warn({ err: error }, "a sign-in elsewhere failed"),
      warn: () => {},
      debug: () => {},
    },
    // Updating no sooner than it ends means that it is never prolonged: sessions are renewed by signing in.
    session: { strategy: "database", maxAge: longestSeconds, updateAge: longestSeconds },
    cookies: {
      sessionToken: { name: sessionCookieName(), options: cookieOptions() },
      callbackUrl: { name: ownName("callback"), options: cookieOptions() },
      csrfToken: { name: ownName("csrf"), options: cookieOptions() },
      ...Object.fromEntries(
        (["state", "nonce", "pkceCodeVerifier"] as const).map((kind) => [
          kind,
          { name: ownName(kind.toLowerCase()), options: { ...cookieOptions(), maxAge: elsewhereSeconds } },
        ]),
      ),
    },
    callbacks: {
      // An address that the provider did not check may be somebody else's. For an account that is linked, or being linked, it does not count.
      signIn: async ({ account, profile }) => {
        const { provider = "", providerAccountId = "" } = account ?? {};
        if ((await isLinkingAt(provider)) || (await isLinked(provider, providerAccountId))) return true;
        return Boolean(profile?.email) && String(profile?.email_verified) === "true";
      },
    },
  };
}

function adapter(): Adapter {
  const tables = { usersTable: users, accountsTable: accounts, sessionsTable: sessions };
  const drizzle = DrizzleAdapter(db(), tables as never) as Required<Adapter>;
  return {
    ...drizzle,
    getUserByEmail: (email) => drizzle.getUserByEmail(email.toLowerCase()),
    createUser: async (user: AdapterUser) => {
      const email = user.email.toLowerCase();
      await refuseLeftAddress(db(), email);
      return drizzle.createUser({ ...user, email });
    },
    getSessionAndUser: findSession,
    linkAccount: async ({ userId, provider, providerAccountId, type }) =>
      linkService({ userId, provider: OneService.parse({ provider }).provider, providerAccountId, type }),
    createSession: async (session) =>
      startProviderSession(session, await sessionToken(), await findBrowserName()),
  };
}
