import { afterEach, describe, expect, it } from "vitest";
import { addMember, createCompany, createSession, createUser, daysAgo, unique } from "@/db/factories";
import { moveClock, testDatabase } from "@/db/testing";
import { createCompany as foundCompany } from "@/lib/companies/commands/create";
import { CompanyForm } from "@/lib/companies/input";
import {
  endSession,
  grantAdmin,
  housekeep,
  newBrowserToken,
  redeemCode,
  requestCode,
  signInForDemo,
  startProviderSession,
} from "./commands";
import type { Actor } from "./input";
import { findSession, isKnownBrowser } from "./queries";

const { sql } = await testDatabase();
afterEach(() => moveClock(sql, "0"));

const someAddress = () => `${unique("reader")}@example.com`;

/** Asks for a code as a browser does, and reads it in the mail that waits to be sent. */
async function ask(email: string, browser: string): Promise<string> {
  await requestCode({ email }, browser);
  return (await mailTo(email)).code;
}

async function mailTo(email: string) {
  const [row] = await sql<{ payload: { code: string; text: string; action: { url: string } } & object }[]>`
    select payload from graphile_worker._private_jobs where payload ->> 'to' = ${email} order by id desc limit 1`;
  return row?.payload as NonNullable<typeof row>["payload"];
}

const someWrong = (code: string) => (code.startsWith("2") ? "3" : "2") + code.slice(1);
const wrong = { code: "invalid", fields: [{ path: "code" }] };
const spent = { code: "rate_limited", fields: [{ path: "code" }] };
const sessionsOf = async (email: string) =>
  (await sql`select 1 from sessions s join users u on u.id = s.user_id where u.email = ${email}`).length;

describe("a code", () => {
  it("has eight characters, and signs in once", async () => {
    const [email, browser] = [someAddress(), newBrowserToken()];
    const code = await ask(email, browser);
    expect(code).toMatch(/^[2-9A-HJ-NP-Z]{8}$/);
    const { token } = await redeemCode({ code }, browser);
    expect(await findSession(token)).toMatchObject({ user: { email, actor: { isAdmin: false } } });
    await expect(redeemCode({ code }, browser)).rejects.toMatchObject(wrong);
    expect(await sessionsOf(email)).toBe(1);
    const events =
      await sql`select e.type from events e join users u on u.id = e.actor_id where u.email = ${email}`;
    expect(events.map(({ type }) => type)).toEqual(["user.signed_in"]);
  });

  it("is another one each time, and is kept only as its hash", async () => {
    const [email, browser] = [someAddress(), newBrowserToken()];
    const codes = new Set<string>();
    for (let i = 0; i < 20; i++) codes.add(await ask(email, browser));
    expect(codes.size).toBe(20);
    const kept = JSON.stringify(await sql`select * from sign_in_codes where email = ${email}`);
    for (const code of codes) expect(kept).not.toContain(code);
    expect(kept).not.toContain(browser);
  });

  it("is good until ten minutes are over", async () => {
    const browser = newBrowserToken();
    const code = await ask(someAddress(), browser);
    await moveClock(sql, "10 minutes");
    await expect(redeemCode({ code }, browser)).rejects.toMatchObject(wrong);
    await moveClock(sql, "9 minutes 55 seconds");
    expect(await redeemCode({ code }, browser)).toMatchObject({ token: expect.any(String) });
  });

  it("works only in the browser that asked for it", async () => {
    const browser = newBrowserToken();
    const code = await ask(someAddress(), browser);
    for (const other of [newBrowserToken(), ""])
      await expect(redeemCode({ code }, other)).rejects.toMatchObject(wrong);
    expect(await redeemCode({ code }, browser)).toMatchObject({ token: expect.any(String) });
  });

  it("works only for the address that it was sent to", async () => {
    const [mine, theirs, browser] = [someAddress(), someAddress(), newBrowserToken()];
    const code = await ask(mine, browser);
    await requestCode({ email: theirs }, browser);
    await expect(redeemCode({ code }, browser)).rejects.toMatchObject(wrong);
    expect(await sessionsOf(mine)).toBe(0);
    expect(await sessionsOf(theirs)).toBe(0);
  });

  it("is refused after five wrong tries even when it is right, and the tries are remembered", async () => {
    const [email, browser] = [someAddress(), newBrowserToken()];
    const code = await ask(email, browser);
    for (let i = 0; i < 5; i++) {
      await expect(redeemCode({ code: someWrong(code) }, browser)).rejects.toMatchObject(wrong);
      expect(await sql`select tries from sign_in_codes where email = ${email}`).toEqual([{ tries: i + 1 }]);
    }
    for (const late of [code, someWrong(code)])
      await expect(redeemCode({ code: late }, browser)).rejects.toMatchObject(spent);
    expect(await sessionsOf(email)).toBe(0);
  });

  it("still works at the fifth try", async () => {
    const browser = newBrowserToken();
    const code = await ask(someAddress(), browser);
    for (let i = 0; i < 4; i++)
      await expect(redeemCode({ code: someWrong(code) }, browser)).rejects.toMatchObject(wrong);
    expect(
      await redeemCode({ code: `${code.slice(0, 4)} - ${code.slice(4).toLowerCase()}` }, browser),
    ).toBeDefined();
  });

  it("has five tries even when they come at once", async () => {
    const [email, browser] = [someAddress(), newBrowserToken()];
    const code = await ask(email, browser);
    const tries = await Promise.allSettled(
      Array.from({ length: 12 }, () => redeemCode({ code: someWrong(code) }, browser)),
    );
    const codes = tries.map((one) => one.status === "rejected" && one.reason.code);
    expect(codes.filter((one) => one === "invalid")).toHaveLength(5);
    expect(codes.filter((one) => one === "rate_limited")).toHaveLength(7);
  });

  it("used eight times at once begins one session", async () => {
    for (let round = 0; round < 5; round++) {
      const [email, browser] = [someAddress(), newBrowserToken()];
      const code = await ask(email, browser);
      const tries = await Promise.allSettled(Array.from({ length: 8 }, () => redeemCode({ code }, browser)));
      expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      for (const one of tries.filter(({ status }) => status === "rejected"))
        expect(one).toMatchObject({ reason: wrong });
      expect(await sessionsOf(email)).toBe(1);
    }
  });

  it("is mailed to known and unknown addresses alike, and asking makes no account", async () => {
    const { email: known } = await createUser();
    const unknown = someAddress();
    const letters = await Promise.all(
      [known, unknown].map(async (email) => {
        expect(await requestCode({ email }, newBrowserToken())).toBeUndefined();
        const mail = await mailTo(email);
        return JSON.stringify({ ...mail, key: "" })
          .replaceAll(mail.code, "CODE")
          .replaceAll(email, "ADDRESS");
      }),
    );
    expect(letters[0]).toBe(letters[1]);
    expect(await sql`select 1 from users where email = ${unknown}`).toHaveLength(0);
  });

  it("comes with a link that leads on within this site alone", async () => {
    const email = someAddress();
    await requestCode({ email, next: "//evil.example" }, newBrowserToken());
    expect(new URL((await mailTo(email)).action.url).searchParams.get("next")).toBe("/");
  });
});

describe("a session", () => {
  /** Signs in by code, and tells how many hours the session is good for. */
  async function hoursOf({ email }: Actor) {
    const browser = newBrowserToken();
    const { token, expires } = await redeemCode({ code: await ask(email, browser) }, browser);
    const [{ now } = { now: new Date() }] = await sql<{ now: Date }[]>`select app_now() as now`;
    return { token, hours: Math.round((expires.getTime() - now.getTime()) / 3_600_000) };
  }

  it("lasts thirty days for a candidate", async () => {
    const { token, hours } = await hoursOf(await createUser());
    expect(hours).toBe(30 * 24);
    await moveClock(sql, "29 days 23 hours");
    expect(await findSession(token)).not.toBeNull();
    await moveClock(sql, "30 days 1 minute");
    expect(await findSession(token)).toBeNull();
  });

  it.each(["owner", "recruiter", "reviewer"] as const)(
    "lasts twelve hours for a member who is %s",
    async (role) => {
      const member = await createUser();
      await addMember((await createCompany()).id, member, role);
      const { token, hours } = await hoursOf(member);
      expect(hours).toBe(12);
      await moveClock(sql, "12 hours 1 minute");
      expect(await findSession(token)).toBeNull();
    },
  );

  it("lasts twelve hours for an admin", async () => {
    expect((await hoursOf(await createUser({ isAdmin: true }))).hours).toBe(12);
  });

  it("that began at another service lasts as long", async () => {
    const [candidate, admin] = [await createUser(), await createUser({ isAdmin: true })];
    for (const [{ userId }, hours] of [
      [candidate, 30 * 24],
      [admin, 12],
    ] as const) {
      const { expires } = await startProviderSession({ sessionToken: unique("token"), userId });
      expect(Math.round((expires.getTime() - Date.now()) / 3_600_000)).toBe(hours);
    }
  });

  it("is shortened when its candidate becomes a member", async () => {
    const candidate = await createUser();
    const { token } = await hoursOf(candidate);
    await foundCompany(candidate, CompanyForm.parse({ name: unique("Company") }));
    await moveClock(sql, "11 hours 59 minutes");
    expect(await findSession(token)).not.toBeNull();
    await moveClock(sql, "12 hours 1 minute");
    expect(await findSession(token)).toBeNull();
  });

  it("is over at once when its user is suspended, who cannot begin another", async () => {
    const user = await createUser();
    const token = await createSession(user);
    expect(await findSession(token)).not.toBeNull();
    await sql`update users set suspended_at = now() where id = ${user.userId}`;
    expect(await findSession(token)).toBeNull();
    await expect(hoursOf(user)).rejects.toMatchObject({ code: "invalid", fields: [{ path: "code" }] });
    const elsewhere = { sessionToken: unique("token"), userId: user.userId };
    await expect(startProviderSession(elsewhere)).rejects.toMatchObject({ code: "not_found" });
    expect(await sessionsOf(user.email)).toBe(1);
  });

  it("is over when its user signs out, and only that one", async () => {
    const user = await createUser();
    const [here, there] = [await createSession(user), await createSession(user)];
    await endSession(user, here);
    await endSession(user, here);
    expect(await findSession(here)).toBeNull();
    expect(await findSession(there)).not.toBeNull();
    expect(await sql`select type from events where actor_id = ${user.userId}`).toEqual([
      { type: "user.signed_out" },
    ]);
  });

  it("is over when its browser signs in anew, by whichever way, whoever that is", async () => {
    const [user, browser] = [await createUser(), newBrowserToken()];
    const code = await ask(user.email, browser);
    const [byCode, byClick, byProvider] = [
      await createSession(user),
      await createSession(await createUser()),
      await createSession(user),
    ];
    await redeemCode({ code }, browser, byCode);
    await signInForDemo({ email: "candidate@example.com" }, byClick);
    await startProviderSession({ sessionToken: unique("token"), userId: user.userId }, byProvider);
    for (const former of [byCode, byClick, byProvider]) expect(await findSession(former)).toBeNull();
  });

  it("stays when a wrong code is typed over it", async () => {
    const [user, browser] = [await createUser(), newBrowserToken()];
    const code = await ask(user.email, browser);
    const former = await createSession(user);
    await expect(redeemCode({ code: someWrong(code) }, browser, former)).rejects.toMatchObject(wrong);
    expect(await findSession(former)).not.toBeNull();
  });

  it("is not ended by somebody else", async () => {
    const token = await createSession(await createUser());
    await endSession(await createUser(), token);
    expect(await findSession(token)).not.toBeNull();
  });

  it("knows the rights of this moment, not those of its beginning", async () => {
    const admin = await createUser({ isAdmin: true });
    const token = await createSession(admin);
    await sql`update users set is_admin = false where id = ${admin.userId}`;
    expect((await findSession(token))?.user.actor.isAdmin).toBe(false);
  });

  it("is not found by a part of its token, nor by nothing", async () => {
    const token = await createSession(await createUser());
    for (const other of ["", token.slice(1), `${token} `, "%"]) expect(await findSession(other)).toBeNull();
  });
});

describe("making an admin", () => {
  it("ends the sessions that began with fewer rights", async () => {
    const user = await createUser();
    const token = await createSession(user);
    await grantAdmin(user.email);
    expect(await findSession(token)).toBeNull();
    const browser = newBrowserToken();
    const begun = await redeemCode({ code: await ask(user.email, browser) }, browser);
    expect((await findSession(begun.token))?.user.actor.isAdmin).toBe(true);
  });

  it("makes the account where there is none, and is safe to repeat", async () => {
    const email = someAddress();
    await grantAdmin(email);
    await grantAdmin(email);
    expect(await sql`select is_admin from users where email = ${email}`).toEqual([{ is_admin: true }]);
  });
});

it("one-click sign-in leads to the people of the demonstration", async () => {
  const { token } = await signInForDemo({ email: "candidate@example.com" });
  expect((await findSession(token))?.user.email).toBe("candidate@example.com");
});

it("housekeeping forgets what is over, and nothing else", async () => {
  const [user, browser] = [await createUser(), newBrowserToken()];
  const [old, young] = [await createSession(user), await createSession(user)];
  await sql`update sessions set expires = ${daysAgo(0.01)} where session_token = ${old}`;
  const code = await ask(user.email, browser);
  await housekeep();
  expect(await sql`select session_token as token from sessions where user_id = ${user.userId}`).toEqual([
    { token: young },
  ]);
  expect(await redeemCode({ code }, browser)).toBeDefined();
  await moveClock(sql, "2 days");
  await housekeep();
  expect(await sql`select 1 from sign_in_codes where used_at is null`).toHaveLength(0);
  expect(await sql`select 1 from sign_in_codes where email = ${user.email}`).toHaveLength(1);
  await moveClock(sql, "181 days");
  await housekeep();
  expect(await sql`select 1 from sign_in_codes`).toHaveLength(0);
});

it("a browser is known to an address once it signed in by a code to it, for 180 days", async () => {
  const [email, browser] = [someAddress(), newBrowserToken()];
  const code = await ask(email, browser);
  expect(await isKnownBrowser(email, browser)).toBe(false);
  await redeemCode({ code }, browser);
  expect(await isKnownBrowser(email, browser)).toBe(true);
  expect(await isKnownBrowser(email, newBrowserToken())).toBe(false);
  expect(await isKnownBrowser(someAddress(), browser)).toBe(false);
  await moveClock(sql, "179 days");
  expect(await isKnownBrowser(email, browser)).toBe(true);
  await moveClock(sql, "181 days");
  expect(await isKnownBrowser(email, browser)).toBe(false);
});
