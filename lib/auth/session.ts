import { DrizzleAdapter } from "@auth/drizzle-adapter";
import { cookies } from "next/headers";
import { notFound, redirect } from "next/navigation";
import NextAuth, { type NextAuthConfig } from "next-auth";
import type { AdapterUser } from "next-auth/adapters";
import type { Provider } from "next-auth/providers";
import GitHub from "next-auth/providers/github";
import Google from "next-auth/providers/google";
import LinkedIn from "next-auth/providers/linkedin";
import { cache } from "react";
import { db } from "@/db/client";
import { accounts, sessions, users } from "@/db/schema/auth";
import { settings } from "@/lib/env";
import { endSession, type NewSession, newBrowserToken, startProviderSession } from "./commands";
import type { Actor, Admin } from "./input";
import { findSession } from "./queries";
import { asAdmin } from "./rules";

const longestSeconds = 30 * 24 * 3600;

export const { handlers, signIn } = NextAuth(() => config());

/** Who asks, or null: one query, at each request, with the user's state and rights of this moment. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  // Not by next-auth's own `auth()`: it takes everyone for signed out while the database is away.
  const token = (await cookies()).get(cookieName())?.value;
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

/** The secret that ties a sign-in code, and a form that could not be sent, to this browser. Null where there is none. */
export async function findBrowserToken(): Promise<string | null> {
  return (await cookies()).get(browserCookieName())?.value ?? null;
}

/** The same secret, made where there is none; it lasts for an hour from now. */
export async function renewBrowserToken(): Promise<string> {
  const token = (await findBrowserToken()) ?? newBrowserToken();
  (await cookies()).set(browserCookieName(), token, { ...cookieOptions(), maxAge: 3600 });
  return token;
}

/** The token of this browser's session, whether it still lasts or not; null where the browser has none. */
export async function findSessionToken(): Promise<string | null> {
  return (await cookies()).get(cookieName())?.value ?? null;
}

/** Gives the browser the cookie of a session that just began. */
export async function keepSession({ token, expires }: NewSession) {
  (await cookies()).set(cookieName(), token, { ...cookieOptions(), expires });
}

/** Ends this browser's session and takes its cookie back. */
export async function dropSession(actor: Actor) {
  const jar = await cookies();
  const token = jar.get(cookieName())?.value;
  if (token) await endSession(actor, token);
  jar.set(cookieName(), "", { ...cookieOptions(), maxAge: 0 });
}

/** The services that one can sign in with, as configured: none, unless both of a service's variables are set. */
export function configuredProviders() {
  const env = settings();
  return [
    { id: "github", name: "GitHub", on: env.AUTH_GITHUB_ID && env.AUTH_GITHUB_SECRET, make: GitHub },
    { id: "google", name: "Google", on: env.AUTH_GOOGLE_ID && env.AUTH_GOOGLE_SECRET, make: Google },
    {
      id: "linkedin",
      name: "LinkedIn",
      on: env.AUTH_LINKEDIN_ID && env.AUTH_LINKEDIN_SECRET,
      make: LinkedIn,
    },
  ].filter((provider) => provider.on);
}

const secure = () => settings().APP_URL.startsWith("https:");
/** A cookie's name, which on https binds it to this very host. */
const ownName = (name: string) => `${secure() ? "__Host-" : ""}backplane.${name}`;
const cookieName = () => ownName("session");
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
    adapter: {
      ...DrizzleAdapter(db(), {
        usersTable: users,
        accountsTable: accounts,
        sessionsTable: sessions,
      } as never),
      getSessionAndUser: findSession,
      createSession: startProviderSession,
    },
    // Updating no sooner than it ends means that it is never prolonged: sessions are renewed by signing in.
    session: { strategy: "database", maxAge: longestSeconds, updateAge: longestSeconds },
    cookies: {
      sessionToken: { name: cookieName(), options: cookieOptions() },
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
      session: ({ session, user }) => ({ ...session, actor: (user as AdapterUser & { actor: Actor }).actor }),
    },
  };
}
