import { randomUUID } from "node:crypto";
import { addMember, createUser } from "@/db/factories";
import type { Actor } from "@/lib/auth/input";
import { createKey, revokeKey } from "@/lib/companies/commands/keys";
import { type KeyScope, keyScopes } from "@/lib/companies/lists";
import { cookieOf, expect, test } from "../fixtures";
import { postingBody } from "../keyed-company";
import { companyOf } from "./kept";
import { pages, routes } from "./pages";
import { createWorld, sql, type World } from "./world";

/*
 * Keys of companies as those who ask: what each gets at each address for programs, and that it opens nothing else.
 */

let world: World;
const secrets = new Map<string, string>();

/** A key that the owner of a company makes, as the header that carries it. */
async function keyOf(owner: Actor, companyId: string, scopes: readonly KeyScope[]) {
  const id = randomUUID();
  const { secret } = await createKey(owner, { companyId, id, name: "ATS", scopes: [...scopes] });
  return { id, secret };
}

test.beforeAll(async () => {
  world = await createWorld();
  const { actors, company, other } = world;
  const owner = actors.owner as Actor;
  const [revoked, left, barred] = [
    await keyOf(owner, company.id, keyScopes),
    await createUser(),
    await createUser(),
  ];
  await revokeKey(owner, { companyId: company.id, id: revoked.id });
  secrets.set("revoked", revoked.secret);
  for (const [who, maker] of [
    ["of a former owner", left],
    ["of a suspended owner", barred],
  ] as const) {
    await addMember(company.id, maker, "owner");
    secrets.set(who, (await keyOf(maker, company.id, keyScopes)).secret);
  }
  await sql`update members set role = 'recruiter' where user_id = ${left.userId}`;
  await sql`update users set suspended_at = now() where id = ${barred.userId}`;
  secrets.set("unknown", `bpk_${"a".repeat(43)}`);
  secrets.set("to read", (await keyOf(owner, company.id, ["postings:read"])).secret);
  secrets.set("to write", (await keyOf(owner, company.id, ["postings:write"])).secret);
  secrets.set("of another company", (await keyOf(actors.stranger as Actor, other.id, keyScopes)).secret);
  secrets.set("for all", (await keyOf(owner, company.id, keyScopes)).secret);
});

const bearer = (who: string) => ({ Authorization: `Bearer ${secrets.get(who)}` });
const at = "/api/v1/company/postings";

test("each key does what it was made for, for its own company", async ({ request }) => {
  const sent = `${at}/REQ-1`;
  expect((await request.put(sent, { headers: bearer("for all"), data: postingBody })).status()).toBe(201);
  const stopped = [401, 401, 401, 401];
  const expected = {
    revoked: stopped,
    unknown: stopped,
    "of a former owner": stopped,
    "of a suspended owner": stopped,
    "to read": [200, 200, 403, 403],
    // What its company never sent it withdraws in vain, and an external id is each company's own.
    "of another company": [200, 404, 200, 201],
    "to write": [403, 403, 200, 200],
    "for all": [200, 200, 200, 200],
  };
  const got: Record<string, number[]> = {};
  for (const who of Object.keys(expected)) {
    const headers = bearer(who);
    const before = await companyOf(world);
    const list = await request.get(at, { headers });
    const one = await request.get(sent, { headers });
    const answers = [list, one];
    const writes = who === "to write" || who === "for all";
    const put = () => request.put(sent, { headers, data: postingBody });
    const remove = () => request.delete(sent, { headers });
    // Those who may: the same posting again changes nothing, and then it is withdrawn.
    answers.push(...(writes ? [await put(), await put()] : [await remove(), await put()]));
    got[who] = answers.map((answer) => answer.status());
    for (const answer of answers)
      if (answer.status() >= 400 || who === "of another company")
        expect(await answer.text(), who).not.toContain(world.secret);
    expect(await companyOf(world), who).toEqual(before);
  }
  expect(got).toEqual(expected);
  expect((await request.delete(sent, { headers: bearer("to write") })).status()).toBe(200);
});

test("who is signed in and has no key is nobody to these addresses", async ({ request }) => {
  for (const who of ["visitor", "owner", "admin"] as const) {
    const headers = await cookieOf(world.actors[who]);
    expect((await request.get(at, { headers })).status(), who).toBe(401);
    expect((await request.put(`${at}/REQ-2`, { headers, data: postingBody })).status(), who).toBe(401);
  }
});

test("a key opens nothing that visitors cannot open", async ({ request }) => {
  const headers = bearer("for all");
  for (const of of Object.values({ ...pages, ...routes })) {
    const { at: address, answers } = of(world);
    if (answers.visitor === "200") continue;
    const answer = await request.get(address, { headers, maxRedirects: 0 });
    expect([answer.status(), answer.headers().location].filter(Boolean).join(" "), address).toBe(
      answers.visitor,
    );
    expect(await answer.text(), address).not.toContain(world.secret);
  }
});
