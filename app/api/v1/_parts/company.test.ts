import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { addMember, createAdmin, createCompany, createUser, someDescription } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import type { Actor } from "@/lib/auth/input";
import { createKey, revokeKey } from "@/lib/companies/commands/keys";
import { type KeyScope, keyScopes } from "@/lib/companies/lists";
import { settings } from "@/lib/env";
import { approvePosting } from "@/lib/moderation/commands/decide";
import { api } from "./api";

const { sql } = await testDatabase();
let owner: Actor;
let companyId: string;
let secret: string;
beforeEach(async () => {
  owner = await createUser();
  companyId = (await createCompany({ owner })).id;
  secret = await keyWith(...keyScopes);
});

async function keyWith(...scopes: KeyScope[]) {
  return (await createKey(owner, { companyId, id: randomUUID(), name: "ATS", scopes })).secret;
}

const body = {
  title: "Ledger Developer",
  description: someDescription,
  skills: [
    { slug: "go", minYears: 3 },
    { slug: "kafka", must: false },
  ],
  responsibilities: [{ slug: "api-management" }],
  degree: { level: "bachelor", field: null },
  experience: { min: 3, max: null },
  salary: { min: 60_000, max: 80_000, currency: "EUR" },
  workplace: "remote",
  hiringCountries: ["DE", "EU"],
  employment: "full-time",
  reality: { onCall: { everyWeeks: null, paid: null }, datastores: ["PostgreSQL"], takeHome: null },
};

async function ask(method: string, path: string, sent?: unknown, key: string | null = secret) {
  const answer = await api.request(`/api/v1/company/postings${path}`, {
    method,
    headers: {
      ...(key && { Authorization: `Bearer ${key}` }),
      ...(sent !== undefined && { "Content-Type": "application/json" }),
    },
    body: sent === undefined ? undefined : JSON.stringify(sent),
  });
  return { status: answer.status, headers: answer.headers, json: await answer.json() };
}
const put = (sent: unknown = body, id = "REQ-1") => ask("PUT", `/${id}`, sent);
const faultsOf = ({ json }: { json: { error: { fields: { path: string; message: string }[] } } }) =>
  Object.fromEntries(json.error.fields.map(({ path, message }) => [path, message]));

describe("a key", () => {
  it("is needed, has to be ours, and says why it stopped", async () => {
    const revoked = randomUUID();
    const old = await createKey(owner, { companyId, id: revoked, name: "Old", scopes: ["postings:read"] });
    await revokeKey(owner, { companyId, id: revoked });
    for (const [key, words] of [
      [null, "needs a key"],
      ["bpk_nothing", "no such key"],
      [old.secret, "was revoked"],
    ] as const) {
      const { status, headers, json } = await ask("GET", "", undefined, key);
      expect([status, json.error.code]).toEqual([401, "unauthenticated"]);
      expect(json.error.message).toContain(words);
      expect(headers.get("www-authenticate")).toContain("Bearer");
    }
    await addMember(companyId, await createUser(), "owner");
    await sql`update members set role = 'recruiter' where user_id = ${owner.userId}`;
    expect((await put()).json.error.message).toContain("no longer an owner");
  });

  it("does what it was created for alone", async () => {
    const reads = await keyWith("postings:read");
    const writes = await keyWith("postings:write");
    expect((await ask("PUT", "/REQ-1", body, reads)).status).toBe(403);
    expect((await ask("DELETE", "/REQ-1", undefined, reads)).status).toBe(403);
    expect((await ask("GET", "", undefined, writes)).status).toBe(403);
    expect((await ask("PUT", "/REQ-1", body, writes)).status).toBe(201);
    expect((await ask("GET", "/REQ-1", undefined, reads)).status).toBe(200);
  });

  it("is counted by itself, and is for no page of another site", async () => {
    const { headers } = await put();
    expect(headers.get("ratelimit")).toContain(`r=${settings().API_RATE_LIMIT - 1}`);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("access-control-allow-origin")).toBeNull();
    expect((await ask("GET", "")).headers.get("ratelimit")).toContain(`r=${settings().API_RATE_LIMIT - 2}`);
    const [row] = await sql`select last_used_at from company_keys where company_id = ${companyId}`;
    expect(row?.last_used_at).not.toBeNull();
  });
});

describe("a posting", () => {
  it("is new once, then as it was", async () => {
    const first = await put();
    expect([first.status, first.json.changed]).toEqual([201, true]);
    expect(first.json.data).toEqual({
      id: expect.any(String),
      externalId: "REQ-1",
      state: "in_review",
      url: expect.stringContaining("/employer/postings/"),
      waits: true,
      missing: [],
      reasons: [],
    });
    const again = await put();
    expect([again.status, again.json.changed]).toEqual([200, false]);
    expect(again.json.data).toEqual(first.json.data);
    expect((await ask("GET", "/REQ-1")).json).toEqual({ data: first.json.data });
    expect((await ask("GET", "")).json).toEqual({ data: [first.json.data], next: null });
    const [row] = await sql`
      select hiring_countries, degree_level, equal_experience, r.on_call_weeks from postings p
      join reality_cards r on r.posting_id = p.id where p.id = ${first.json.data.id}`;
    expect(row).toMatchObject({ degree_level: "bachelor", equal_experience: true, on_call_weeks: 0 });
    expect(row?.hiring_countries).toContain("FR");
  });

  it("is edited once it is published, and over once it was withdrawn", async () => {
    const { data } = (await put()).json;
    await approvePosting(await createAdmin(), { id: data.id });
    const edited = await put({ ...body, salary: { ...body.salary, max: 90_000 } });
    expect(edited.json).toMatchObject({ changed: true, data: { state: "published", waits: true } });
    expect(edited.json.data.url).toContain("/jobs/ledger-developer-");
    for (const changed of [true, false])
      expect((await ask("DELETE", "/REQ-1")).json).toMatchObject({ changed, data: { state: "closed" } });
    const over = await put();
    expect([over.status, over.json.error.code]).toEqual([409, "conflict"]);
  });

  it("is refused at the keys of the body, with the reasons of the form", async () => {
    const { status, json } = await put({});
    expect([status, json.error.code]).toEqual([422, "invalid"]);
    expect(Object.keys(faultsOf({ json }))).toEqual([
      "title",
      "description",
      "salary.min",
      "employment",
      "workplace",
    ]);
    const wrong = await put({
      ...body,
      skills: [{ slug: "go", minYears: 99 }],
      responsibilities: [{ slug: "juggling" }, { slug: "api-management" }, { slug: "api-management" }],
      hiringCountries: ["Atlantis"],
      places: [{ city: "Nowhere", country: "Mordor" }],
      reality: { onCall: { everyWeeks: 400 } },
    });
    expect(wrong.status).toBe(422);
    expect(Object.keys(faultsOf(wrong)).sort()).toEqual([
      "hiringCountries",
      "places.0.country",
      "reality.onCall.everyWeeks",
      "responsibilities.0.slug",
      "responsibilities.2.slug",
      "skills.0.minYears",
    ]);
    const less = await put({ ...body, experience: { min: 5, max: 3 } });
    expect(Object.keys(faultsOf(less))).toEqual(["experience.max"]);
    const unknown = await put({ ...body, skills: [{ slug: "go" }, { slug: "gooo-lang" }] });
    expect(Object.keys(faultsOf(unknown))).toEqual(["skills.1.slug"]);
    expect(await sql`select from postings where company_id = ${companyId}`).toHaveLength(0);
  });

  it("of unusual pay is asked about, in the words of the API", async () => {
    const salary = { min: 60, max: 80, currency: "EUR" };
    const faults = faultsOf(await put({ ...body, salary }));
    expect(Object.keys(faults)).toEqual(["salary.min", "salary.confirmed"]);
    expect(faults["salary.confirmed"]).toContain("salary.confirmed");
    expect((await put({ ...body, salary: { ...salary, confirmed: true } })).status).toBe(201);
  });

  it.each<[string, object, string, string]>([
    ["an unknown key", { label: "x" }, "label", "Unknown key: label."],
    ["a wrong type", { title: 7 }, "title", "title must be a string."],
    ["a list that is none", { skills: "go" }, "skills", "skills must be a list."],
    ["an unknown choice", { workplace: "moon" }, "workplace", "workplace must be one of: "],
    ["a text that cannot be saved", { title: "a\u0000b" }, "title", "title has invalid characters."],
    ["a text that is too long", { title: "a".repeat(150) }, "title", "At most 120 characters."],
  ])("is refused for %s", async (_, changes, path, words) => {
    const answer = await put({ ...body, ...changes });
    expect(answer.status).toBe(422);
    expect(faultsOf(answer)[path]).toContain(words);
  });

  it("that is a draft says what is missing, by the keys of the body", async () => {
    const { json, status } = await put({ submit: false, title: "Ledger Developer" });
    expect(status).toBe(201);
    expect(json.data.state).toBe("draft");
    expect(json.data.missing.map(({ path }: { path: string }) => path)).toContain("salary.min");
    expect((await ask("DELETE", "/REQ-1")).json).toEqual({ data: null, changed: true });
    expect((await ask("DELETE", "/REQ-1")).json).toEqual({ data: null, changed: false });
    expect((await ask("GET", "/REQ-1")).status).toBe(404);
  });

  it("may be called anything that can be read", async () => {
    for (const id of ["REQ 1", "Zürich", "2026.11~a:b"]) {
      const { status, json } = await put(body, encodeURIComponent(id));
      expect([status, json.data.externalId]).toEqual([201, id]);
    }
    for (const id of ["%20", "a".repeat(201), "a%00b"])
      expect(faultsOf(await put(body, id))).toHaveProperty("externalId");
    const { json } = await ask("GET", "?limit=2");
    expect(json.data).toHaveLength(2);
    expect((await ask("GET", `?cursor=${encodeURIComponent(json.next)}`)).json.data).toHaveLength(1);
  });

  it("is nobody else's", async () => {
    const { data } = (await put()).json;
    const stranger = await createUser();
    const theirs = await createCompany({ owner: stranger });
    const other = await createKey(stranger, {
      companyId: theirs.id,
      id: randomUUID(),
      name: "ATS",
      scopes: [...keyScopes],
    });
    expect((await ask("GET", "/REQ-1", undefined, other.secret)).status).toBe(404);
    expect((await ask("DELETE", "/REQ-1", undefined, other.secret)).json.data).toBeNull();
    expect((await ask("PUT", "/REQ-1", body, other.secret)).json.data.id).not.toBe(data.id);
    expect((await ask("GET", "/REQ-1")).json.data).toEqual(data);
  });

  it("is asked for in the ways that its address has", async () => {
    const { status, headers } = await ask("POST", "/REQ-1", body);
    expect([status, headers.get("allow")]).toEqual([405, "GET, HEAD, PUT, DELETE"]);
    expect((await ask("GET", "?q=x")).status).toBe(400);
    expect((await ask("PUT", "/REQ-1", "not a posting")).status).toBe(422);
  });
});
