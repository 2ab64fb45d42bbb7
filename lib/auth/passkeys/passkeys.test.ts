import { createHash, createSign, generateKeyPairSync, randomBytes } from "node:crypto";
import { isoCBOR } from "@simplewebauthn/server/helpers";
import { afterEach, describe, expect, it } from "vitest";
import { createUser, unique } from "@/db/factories";
import { moveClock, testDatabase } from "@/db/testing";
import { settings } from "@/lib/env";
import { deliverEvent } from "@/lib/notifications/deliver";
import { housekeep, newBrowserToken } from "../commands";
import type { Actor } from "../input";
import { findSession } from "../queries";
import {
  addPasskey,
  beginPasskey,
  beginPasskeySignIn,
  redeemPasskey,
  removePasskey,
  renamePasskey,
} from "./commands";
import { AddPasskey, SignInWithPasskey } from "./input";
import { listPasskeys } from "./queries";
import { isCountingOn } from "./rules";

const { sql } = await testDatabase();
afterEach(() => moveClock(sql, "0"));

const here = { former: null, browserName: "Firefox on Linux" };
const sha256 = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest();
type Lies = { challenge?: string; origin?: string; host?: string; isVerified?: boolean; counter?: number };

/** A device that answers as WebAuthn says, and lies where it is told to. */
function someDevice() {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const id = randomBytes(16).toString("base64url");
  let used = 0;
  const clientData = (type: string, challenge: string, origin = settings().APP_URL) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false })).toString("base64url");
  function data({ host = "localhost", isVerified = true, counter }: Lies, hasKey = false) {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter ?? used);
    return Buffer.concat([sha256(host), Buffer.from([1 + (isVerified ? 4 : 0) + (hasKey ? 64 : 0)]), count]);
  }
  const credential = { id, rawId: id, type: "public-key", clientExtensionResults: {} };
  return {
    id,
    /** Makes the passkey, in answer to the options. */
    make({ challenge }: { challenge: string }, lies: Lies = {}) {
      const key = new Map<number, number | Uint8Array>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x, "base64url")],
        [-3, Buffer.from(y, "base64url")],
      ]);
      const length = Buffer.from([0, 16]);
      const authData = Buffer.concat([
        data(lies, true),
        Buffer.alloc(16),
        length,
        Buffer.from(id, "base64url"),
        isoCBOR.encode(key),
      ]);
      const attestation = new Map<string, string | Map<string, string> | Uint8Array>([
        ["fmt", "none"],
        ["attStmt", new Map<string, string>()],
        ["authData", new Uint8Array(authData)],
      ]);
      const response = {
        clientDataJSON: clientData("webauthn.create", lies.challenge ?? challenge, lies.origin),
        attestationObject: Buffer.from(isoCBOR.encode(attestation)).toString("base64url"),
        transports: ["internal"],
      };
      return AddPasskey.parse({ name: "My phone", answer: JSON.stringify({ ...credential, response }) });
    },
    /** Uses it for a user, in answer to the options. */
    use({ challenge }: { challenge: string }, { userId }: Pick<Actor, "userId">, lies: Lies = {}) {
      used++;
      const authenticatorData = data(lies);
      const clientDataJSON = clientData("webauthn.get", lies.challenge ?? challenge, lies.origin);
      const signed = Buffer.concat([authenticatorData, sha256(Buffer.from(clientDataJSON, "base64url"))]);
      const response = {
        clientDataJSON,
        authenticatorData: authenticatorData.toString("base64url"),
        signature: createSign("sha256").update(signed).sign(privateKey).toString("base64url"),
        userHandle: Buffer.from(userId).toString("base64url"),
      };
      return SignInWithPasskey.parse({ answer: JSON.stringify({ ...credential, response }) }).used;
    },
  };
}

/** Somebody with a passkey. */
async function someOwner() {
  const [actor, device, browser] = [await createUser(), someDevice(), newBrowserToken()];
  await addPasskey(actor, device.make(await beginPasskey(actor, browser)), browser);
  return { actor, device, browser };
}
const typesOf = async ({ userId }: Actor) =>
  (
    await sql<{ type: string }[]>`select type from events where data ->> 'userId' = ${userId} order by id`
  ).map(({ type }) => type);
const sessionsOf = async ({ userId }: Actor) =>
  (await sql`select 1 from sessions where user_id = ${userId}`).length;
const refused = { code: "invalid" };

describe("a passkey", () => {
  it("signs its owner in, freshly, and says when it was used", async () => {
    const { actor, device, browser } = await someOwner();
    expect(await listPasskeys(actor)).toMatchObject([{ name: "My phone", lastUsedAt: null }]);
    const { token } = await redeemPasskey(
      device.use(await beginPasskeySignIn(browser), actor),
      browser,
      here,
    );
    const session = await findSession(token);
    expect(session?.user.actor.userId).toBe(actor.userId);
    expect(Date.now() - (session?.user.actor.signedInAt.getTime() ?? 0)).toBeLessThan(60_000);
    expect(await listPasskeys(actor)).toMatchObject([{ lastUsedAt: expect.any(Date) }]);
    const again = device.use(await beginPasskeySignIn(browser), actor);
    await redeemPasskey(again, browser, { ...here, former: token });
    expect(await findSession(token)).toBeNull();
  });

  it("signs in once for each challenge, eight times at once too", async () => {
    const { actor, device, browser } = await someOwner();
    const used = device.use(await beginPasskeySignIn(browser), actor);
    const tries = await Promise.allSettled(
      Array.from({ length: 8 }, () => redeemPasskey(used, browser, here)),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(redeemPasskey(used, browser, here)).rejects.toMatchObject(refused);
    expect(await sessionsOf(actor)).toBe(1);
  });

  it("is refused after a lie, and the challenge is used up by it", async () => {
    const { actor, device, browser } = await someOwner();
    const lies: Lies[] = [
      { origin: "https://evil.example" },
      { host: "evil.example" },
      { isVerified: false },
      { challenge: "AAAA" },
    ];
    for (const lie of lies) {
      const options = await beginPasskeySignIn(browser);
      const lying = device.use(options, actor, lie);
      await expect(redeemPasskey(lying, browser, here), JSON.stringify(lie)).rejects.toMatchObject(refused);
      const honest = redeemPasskey(device.use(options, actor), browser, here);
      if (!lie.challenge) await expect(honest).rejects.toMatchObject(refused);
      else expect(await honest).toBeDefined();
    }
  });

  it("signs in nobody else, and no other key signs in its owner", async () => {
    const [mine, theirs] = [await someOwner(), await someOwner()];
    const { browser } = mine;
    const asThem = mine.device.use(await beginPasskeySignIn(browser), theirs.actor);
    await expect(redeemPasskey(asThem, browser, here)).rejects.toMatchObject(refused);
    const byMyKey = mine.device.use(await beginPasskeySignIn(browser), theirs.actor);
    const withTheirName = { ...byMyKey, id: theirs.device.id, rawId: theirs.device.id };
    await expect(redeemPasskey(withTheirName, browser, here)).rejects.toMatchObject(refused);
    const unknown = someDevice().use(await beginPasskeySignIn(browser), theirs.actor);
    await expect(redeemPasskey(unknown, browser, here)).rejects.toMatchObject(refused);
    expect(await sessionsOf(theirs.actor)).toBe(0);
  });

  it("answers within five minutes, in the browser that asked", async () => {
    const { actor, device, browser } = await someOwner();
    const elsewhere = device.use(await beginPasskeySignIn(browser), actor);
    await expect(redeemPasskey(elsewhere, newBrowserToken(), here)).rejects.toMatchObject(refused);
    expect(await redeemPasskey(elsewhere, browser, here)).toBeDefined();
    const late = device.use(await beginPasskeySignIn(browser), actor);
    await moveClock(sql, "5 minutes 1 second");
    await expect(redeemPasskey(late, browser, here)).rejects.toMatchObject(refused);
    await housekeep();
    expect(await sql`select 1 from passkey_challenges`).toHaveLength(0);
  });

  it("that counts backwards was copied: it is refused, that is recorded, and its owner is told", async () => {
    const { actor, device, browser } = await someOwner();
    await redeemPasskey(device.use(await beginPasskeySignIn(browser), actor), browser, here);
    for (const counter of [1, 0]) {
      const copied = device.use(await beginPasskeySignIn(browser), actor, { counter });
      await expect(redeemPasskey(copied, browser, here)).rejects.toMatchObject(refused);
    }
    expect(await typesOf(actor)).toEqual(["passkey.added", "passkey.refused", "passkey.refused"]);
    const events = await sql<
      { id: number }[]
    >`select id::int from events where data ->> 'userId' = ${actor.userId} order by id`;
    for (const { id } of events) await deliverEvent({ eventId: id });
    const mails = await sql<{ subject: string }[]>`
      select payload ->> 'subject' as subject from graphile_worker._private_jobs where payload ->> 'to' = ${actor.email} order by id`;
    expect(mails.map(({ subject }) => subject)).toEqual([
      "A passkey was added to your account",
      "We refused a sign-in with your passkey",
      "We refused a sign-in with your passkey",
    ]);
  });

  it("signs in nobody who is suspended", async () => {
    const { actor, device, browser } = await someOwner();
    await sql`update users set suspended_at = now() where id = ${actor.userId}`;
    const used = device.use(await beginPasskeySignIn(browser), actor);
    await expect(redeemPasskey(used, browser, here)).rejects.toMatchObject({
      message: expect.stringContaining("suspended"),
    });
    expect(await sessionsOf(actor)).toBe(0);
  });

  it.each([
    [0, 0, true],
    [0, 1, true],
    [4, 5, true],
    [4, 4, false],
    [4, 0, false],
  ])("that was used %i times may say %i: %s", (stored, told, may) =>
    expect(isCountingOn(stored, told)).toBe(may),
  );
});

describe("adding a passkey", () => {
  it("needs a fresh sign-in, before and after", async () => {
    const [actor, browser] = [await createUser(), newBrowserToken()];
    const early = { ...actor, signedInAt: new Date(Date.now() - 11 * 60_000) };
    await expect(beginPasskey(early, browser)).rejects.toMatchObject({ code: "unauthenticated" });
    const made = someDevice().make(await beginPasskey(actor, browser));
    await expect(addPasskey(early, made, browser)).rejects.toMatchObject({ code: "unauthenticated" });
    expect(await listPasskeys(actor)).toEqual([]);
  });

  it("takes what this person asked for in this browser, once, and nothing else", async () => {
    const [actor, other, browser] = [await createUser(), await createUser(), newBrowserToken()];
    const made = someDevice().make(await beginPasskey(actor, browser));
    await expect(addPasskey(other, made, browser)).rejects.toMatchObject(refused);
    await expect(addPasskey(actor, made, newBrowserToken())).rejects.toMatchObject(refused);
    const forSignIn = someDevice().make(await beginPasskeySignIn(browser));
    await expect(addPasskey(actor, forSignIn, browser)).rejects.toMatchObject(refused);
    for (const lie of [{ origin: "https://evil.example" }, { host: "evil.example" }, { isVerified: false }]) {
      const lying = someDevice().make(await beginPasskey(actor, browser), lie);
      await expect(addPasskey(actor, lying, browser), JSON.stringify(lie)).rejects.toMatchObject(refused);
    }
    await addPasskey(actor, made, browser);
    await expect(addPasskey(actor, made, browser)).rejects.toMatchObject(refused);
    expect(await listPasskeys(actor)).toHaveLength(1);
    expect(await listPasskeys(other)).toEqual([]);
  });

  it("stops at ten, and the same one is added once", async () => {
    const { actor, device, browser } = await someOwner();
    const same = device.make(await beginPasskey(actor, browser));
    await expect(addPasskey(actor, same, browser)).rejects.toMatchObject({ code: "conflict" });
    const made = [];
    for (let i = 0; i < 11; i++) made.push(someDevice().make(await beginPasskey(actor, browser)));
    const tries = await Promise.allSettled(made.map((one) => addPasskey(actor, one, browser)));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(9);
    expect(await listPasskeys(actor)).toHaveLength(10);
    await expect(beginPasskey(actor, browser)).rejects.toMatchObject({ code: "conflict" });
  });
});

it("only its owner renames and removes a passkey, which signs in no more", async () => {
  const { actor, device, browser } = await someOwner();
  const [passkey] = await listPasskeys(actor);
  const id = passkey?.id ?? "";
  const other = await createUser();
  const name = unique("Phone");
  await expect(renamePasskey(other, { id, name })).rejects.toMatchObject({ code: "not_found" });
  await expect(removePasskey(other, { id })).rejects.toMatchObject({ code: "not_found" });
  await renamePasskey(actor, { id, name });
  expect(await listPasskeys(actor)).toMatchObject([{ name }]);
  await removePasskey(actor, { id });
  await expect(removePasskey(actor, { id })).rejects.toMatchObject({ code: "not_found" });
  const used = device.use(await beginPasskeySignIn(browser), actor);
  await expect(redeemPasskey(used, browser, here)).rejects.toMatchObject(refused);
  expect(await typesOf(actor)).toEqual(["passkey.added", "passkey.renamed", "passkey.removed"]);
});

it.each([
  ["", "Passkeys need JavaScript"],
  ["{", "no passkey"],
  ["[]", "no passkey"],
  ['{"id":"a"}', "no passkey"],
])("an answer of %j is refused in words", (answer, words) => {
  const issues = [
    ...(SignInWithPasskey.safeParse({ answer }).error?.issues ?? []),
    ...(AddPasskey.safeParse({ name: "Phone", answer }).error?.issues ?? []),
  ];
  expect(issues.map(({ path, message }) => ({ path, isSaid: message.includes(words) }))).toEqual([
    { path: [], isSaid: true },
    { path: [], isSaid: true },
  ]);
});
