import { createHash, randomUUID } from "node:crypto";
import { unique } from "@/db/factories";
import { hashCode } from "@/lib/auth/code";
import type { Actor } from "@/lib/auth/input";
import { byCandidate, type Form } from "./form";
import { everyone, sql, type Who, type World } from "./world";

/*
 * The rows of what signs people in: passkeys, services and the address.
 */

type Row = { at: string; answers: Record<Who, string> };

/** What each gets at a page for those who are signed in. */
function signedIn(at: string): Row {
  const toSignIn = `307 /sign-in?next=${encodeURIComponent(at)}`;
  const answerTo = (who: Who) => (who === "visitor" || who === "suspended" ? toSignIn : "200");
  return { at, answers: same(answerTo) };
}
const same = (answerTo: (who: Who) => string) =>
  Object.fromEntries(everyone.map((who) => [who, answerTo(who)])) as Record<Who, string>;
/** What everyone gets who only opens an address that forms post to. */
const posted = (at: string): Row => ({ at, answers: same(() => "405") });

export const signInPages: Record<string, (world: World) => Row> = {
  "/settings/address": () => signedIn("/settings/address"),
  "/settings/passkeys": () => signedIn("/settings/passkeys"),
  "/settings/services": () => signedIn("/settings/services"),
  "/restore/[token]": () => ({ at: "/restore/nothing-of-ours", answers: same(() => "404") }),
};

export const signInRoutes: Record<string, (world: World) => Row> = {
  "/settings/passkeys/options": () => posted("/settings/passkeys/options"),
  "/sign-in/passkey": () => posted("/sign-in/passkey"),
};

const userIdOf = ({ actors }: World) => (actors.candidate as Actor).userId;

/** The page with a passkey on it. */
async function passkeyOf(world: World): Promise<string> {
  const key = createHash("sha256").update(randomUUID()).digest("base64url");
  await sql`delete from passkeys where user_id = ${userIdOf(world)}`;
  await sql`
    insert into passkeys (user_id, credential_id, public_key, counter, transports, name, created_at)
    values (${userIdOf(world)}, ${key}, ${key}, 0, '{}', 'Phone', now())`;
  return "/settings/passkeys";
}
const passkeysOf = (world: World) =>
  sql`select name from passkeys where user_id = ${userIdOf(world)} order by id`;

/** The page with a service on it. */
async function serviceOf(world: World): Promise<string> {
  await sql`
    insert into accounts (user_id, type, provider, provider_account_id)
    values (${userIdOf(world)}, 'oauth', 'github', ${userIdOf(world)}) on conflict do nothing`;
  return "/settings/services";
}

const changesOf = (world: World) =>
  sql`select new_email from address_changes where user_id = ${userIdOf(world)} and changed_at is null`;

/** The page with a change under way, whose codes are these. */
async function changeOf(world: World): Promise<string> {
  const { userId, email } = world.actors.candidate as Actor;
  const to = `${unique("new")}@example.com`;
  await sql`delete from address_changes where user_id = ${userId}`;
  await sql`
    insert into address_changes (user_id, old_email, new_email, old_code_hash, new_code_hash, expires_at)
    values (${userId}, ${email}, ${to}, ${hashCode("22222222", email)}, ${hashCode("33333333", to)}, now() + interval '1 hour')`;
  return "/settings/address";
}

export const signInForms: Record<string, Form | "anyone"> = {
  signInWithPasskeyAction: "anyone",
  // For those who are signed in, but without a device it adds nothing: passkeys.test.ts says whose it adds.
  addPasskeyAction: "anyone",
  restoreAddressAction: "anyone",
  // For those who are signed in, but only where a service is configured: can-sign-in-elsewhere.spec.ts says whose account is linked.
  linkServiceAction: "anyone",
  unlinkServiceAction: {
    ...byCandidate,
    path: serviceOf,
    button: "Unlink GitHub",
    kept: (world) => sql`select provider from accounts where user_id = ${userIdOf(world)}`,
  },
  askForAddressAction: {
    ...byCandidate,
    path: () => "/settings/address",
    typed: { email: "kim@example.com" },
    button: "Send the codes",
    kept: changesOf,
  },
  changeAddressAction: {
    ...byCandidate,
    path: changeOf,
    typed: { newCode: "44444444", oldCode: "55555555" },
    button: "Change the address",
    answer: 200,
    kept: (world) => sql`select tries from address_changes where user_id = ${userIdOf(world)}`,
  },
  dropAddressAction: { ...byCandidate, path: changeOf, button: "Cancel the change", kept: changesOf },
  renamePasskeyAction: {
    ...byCandidate,
    path: passkeyOf,
    typed: { name: "Old phone" },
    button: "Save name",
    kept: passkeysOf,
  },
  removePasskeyAction: {
    ...byCandidate,
    path: passkeyOf,
    button: /^Remove passkey/,
    kept: passkeysOf,
  },
};
