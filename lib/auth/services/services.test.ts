import { afterEach, describe, expect, it, vi } from "vitest";
import { inTransaction } from "@/db/client";
import { createSession, createUser, unique } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import { record } from "@/lib/events/commands";
import type { Actor } from "../input";
import { linkMinutes, readLinkTicket, writeLinkTicket } from "../link-ticket";
import { linkService, refuseUnlessLinkable, unlinkService } from "./commands";
import { isLinked, listLinked } from "./queries";
import { primaryOf } from "./rules";

const { sql } = await testDatabase();
afterEach(() => vi.useRealTimers());

const typesOf = async ({ userId }: Actor) =>
  (await sql<{ type: string }[]>`select type from events where actor_id = ${userId} order by id`).map(
    ({ type }) => type,
  );

describe("a linked service", () => {
  it("is linked once, by its own account, without its tokens, and unlinked by its owner", async () => {
    const [person, other] = [await createUser(), await createUser()];
    await inTransaction((tx) => record(tx, { type: "user.signed_in", actorId: person.userId }));
    const account = { provider: "google", providerAccountId: unique("id"), type: "oidc" } as const;
    await linkService({ ...account, userId: person.userId });
    await linkService({ ...account, userId: other.userId });
    expect(await listLinked(person)).toEqual(["google"]);
    expect(await listLinked(other)).toEqual([]);
    expect(await isLinked("google", account.providerAccountId)).toBe(true);
    expect(await isLinked("github", account.providerAccountId)).toBe(false);
    expect(
      await sql`select access_token, refresh_token, id_token from accounts where user_id = ${person.userId}`,
    ).toEqual([{ access_token: null, refresh_token: null, id_token: null }]);
    await expect(unlinkService(other, { provider: "google" })).rejects.toMatchObject({ code: "not_found" });
    await unlinkService(person, { provider: "google" });
    expect(await listLinked(person)).toEqual([]);
    expect(await typesOf(person)).toEqual(["user.signed_in", "service.linked", "service.unlinked"]);
  });

  it("that an account begins with is no news to anybody", async () => {
    const person = await createUser();
    await linkService({
      userId: person.userId,
      provider: "github",
      providerAccountId: unique("id"),
      type: "oauth",
    });
    expect(await typesOf(person)).toEqual([]);
  });

  it("is linked by who signed in a short while ago", async () => {
    const person = await createUser();
    await refuseUnlessLinkable(person);
    const early = { ...person, signedInAt: new Date(Date.now() - 11 * 60_000) };
    await expect(refuseUnlessLinkable(early)).rejects.toMatchObject({ code: "unauthenticated" });
  });
});

it("the ticket of a browser that links counts for its service and session, for a quarter of an hour", async () => {
  const session = await createSession(await createUser());
  const ticket = writeLinkTicket("google", session);
  expect(readLinkTicket(ticket, "google", session)).toBe(true);
  const [until = "", signature] = ticket.split(".");
  for (const [given, provider, by] of [
    [ticket, "github", session],
    [ticket, "google", await createSession(await createUser())],
    [ticket, "google", ""],
    [`${Number(until) + 1}.${signature}`, "google", session],
    [`${until}.`, "google", session],
    ["", "google", session],
    [writeLinkTicket("google", ""), "google", ""],
  ] as const)
    expect(readLinkTicket(given, provider, by)).toBe(false);
  vi.setSystemTime(Date.now() + linkMinutes * 60_000);
  expect(readLinkTicket(ticket, "google", session)).toBe(false);
});

it.each([
  [[{ email: "a@example.com", primary: true, verified: false }], { email: "a@example.com", verified: false }],
  [
    [
      { email: "b@example.com", primary: false, verified: true },
      { email: "a@example.com", primary: true, verified: true },
    ],
    { email: "a@example.com", verified: true },
  ],
  [[{ email: "b@example.com", verified: true }], null],
  [[], null],
  [{ message: "Bad credentials" }, null],
  [null, null],
])("of GitHub's addresses %j, the first one is taken with what GitHub says of it", (list, primary) => {
  const found = primaryOf(list);
  if (primary) expect(found).toMatchObject(primary);
  else expect(found).toBeNull();
});
