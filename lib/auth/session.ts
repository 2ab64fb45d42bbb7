import { DrizzleAdapter } from "@auth/drizzle-adapter";
import { cookies } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { NextRequest } from "next/server";
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
import { endSession, type NewSession, newBrowserToken, startProviderSession } from "./commands";
import { ownName, sessionCookieName } from "./cookies";
import type { Actor, Admin, ProviderId } from "./input";
import { findSession } from "./queries";
import { asAdmin, knownBrowserDays } from "./rules";

const daySeconds = dayMs / 1000;
const longestSeconds = 30 * daySeconds;

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
  const provider = configuredProviders().find((one) => one.id === id);
  if (!provider) throw new DomainError("not_found", "This way of signing in is not available.");
  let url: string;
  try {
    url = await signIn(id, { redirectTo: path, redirect: false });
  } catch {
    throw new DomainError(
      "unavailable",
      `${provider.name} cannot be reached at the moment. Sign in with a code instead.`,
    );
  }
  redirect(url);
}

/**
 * The answer to a browser that comes back from the provider `id`: signed in, or sent to the sign-in page, which says what is wrong.
 * Null for a provider that is not configured. Neither a session that the browser has nor an address that the request names counts.
 */
export async function finishProviderSignIn(id: string, request: NextRequest): Promise<Response | null> {
  if (!configuredProviders().some((provider) => provider.id === id)) return null;
  const url = new URL(request.url);
  url.searchParams.delete("callbackUrl");
  const stripped = new NextRequest(url, { headers: request.headers });
  stripped.cookies.delete(sessionCookieName());
  try {
    const response = await handlers.GET(stripped);
    if (response.status < 400) return response;
  } catch (error) {
    logger.warn({ err: error, provider: id }, "a sign-in elsewhere failed");
  }
  return Response.redirect(`${settings().APP_URL}/sign-in?error=failed`, 303);
}

/** The services that one can sign in with, as configured: none, unless both of a service's variables are set. */
export function configuredProviders() {
  const env = settings();
  return [
    { id: "github" as const, name: "GitHub", on: env.AUTH_GITHUB_ID && env.AUTH_GITHUB_SECRET, make: GitHub },
    { id: "google" as const, name: "Google", on: env.AUTH_GOOGLE_ID && env.AUTH_GOOGLE_SECRET, make: Google },
    {
      id: "linkedin" as const,
      name: "LinkedIn",
      on: env.AUTH_LINKEDIN_ID && env.AUTH_LINKEDIN_SECRET,
      make: LinkedIn,
    },
  ].filter((provider) => provider.on);
}

const secure = () => settings().APP_URL.startsWith("https:");
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
    providers: configuredProviders().map(({ make }) => (make as () => Provider)()),
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
          { name: ownName(kind.toLowerCase()), options: { ...cookieOptions(), maxAge: 900 } },
        ]),
      ),
    },
    callbacks: {
      // An address that the provider did not check may be somebody else's.
      signIn: ({ user, profile }) => Boolean(user.email) && profile?.email_verified !== false,
    },
  };
}

function adapter(): Adapter {
  const tables = { usersTable: users, accountsTable: accounts, sessionsTable: sessions };
  const drizzle = DrizzleAdapter(db(), tables as never) as Required<Adapter>;
  return {
    ...drizzle,
    getUserByEmail: (email) => drizzle.getUserByEmail(email.toLowerCase()),
    createUser: (user: AdapterUser) => drizzle.createUser({ ...user, email: user.email.toLowerCase() }),
    getSessionAndUser: findSession,
    createSession: async (session) => startProviderSession(session, await sessionToken()),
  };
}
