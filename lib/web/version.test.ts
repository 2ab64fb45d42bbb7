import { sql as query } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { createCompany, createPosting, createUser } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import { forgetPublicChanges } from "./commands";
import { watchPublicVersion } from "./version";

const { sql } = await testDatabase();
const find = watchPublicVersion(db);
const number = async () => (await find()).number;
let posting: { id: string };
let companyId: string;

beforeAll(async () => {
  const owner = await createUser();
  ({ id: companyId } = await createCompany({ owner }));
  posting = await createPosting({ companyId });
});

describe("the state of what is public", () => {
  it("is the same until something changes", async () => {
    const before = await number();
    await createUser();
    await sql`update users set visited_at = now()`;
    expect(await number()).toBe(before);
  });

  it.each([
    ["a posting", () => sql`update postings set title = 'Another title' where id = ${posting.id}`],
    ["a company", () => sql`update companies set name = 'Another name' where id = ${companyId}`],
    ["who is a member", () => sql`update members set role = 'owner' where company_id = ${companyId}`],
    [
      "a logo",
      () => sql`insert into company_logos (company_id, hash, image)
        values (${companyId}, ${"0".repeat(32)}, ${Buffer.from("webp")})`,
    ],
    [
      "what a company builds with",
      () =>
        sql`insert into company_skills (company_id, skill_id, position) select ${companyId}, min(id), 0 from skills`,
    ],
    ["an exchange rate", () => sql`update exchange_rates set per_usd = per_usd where currency = 'EUR'`],
    [
      "the name of a skill",
      () => sql`update skills set label = label where slug = (select min(slug) from skills)`,
    ],
    ["a table that is emptied", () => sql`truncate search_terms`],
  ])("is another after a change of %s", async (_, change) => {
    const before = await number();
    await change();
    expect(await number()).toBeGreaterThan(before);
    const after = await number();
    expect(await number()).toBe(after);
  });

  it("stays where a statement changed no row", async () => {
    const before = await number();
    await sql`update postings set title = 'x' where false`;
    expect(await number()).toBe(before);
  });

  it("has what is committed late, by a transaction that began before others", async () => {
    let commit: () => void = () => {};
    let slow: Promise<unknown> | undefined;
    await new Promise<void>((began) => {
      slow = sql.begin(async (tx) => {
        await tx`update companies set name = 'Slow' where id = ${companyId}`;
        began();
        await new Promise<void>((resolve) => {
          commit = resolve;
        });
      });
    });
    await sql`update postings set title = 'Quick' where id = ${posting.id}`;
    const between = await number();
    expect(await number()).toBe(between);
    commit();
    await slow;
    expect(await number()).toBeGreaterThan(between);
  });

  it("changes when a posting ends, though nothing is written", async () => {
    await sql`update postings set expires_at = app_now() + interval '1 second' where id = ${posting.id}`;
    const before = await number();
    await expect.poll(number).toBeGreaterThan(before);
    const [row] = await sql`select expires_at <= app_now() as is_over from postings where id = ${posting.id}`;
    expect(row?.is_over).toBe(true);
  });

  it("is told to many who ask at once by few looks, each as new as its question", async () => {
    const before = await number();
    const asked = Array.from({ length: 50 }, number);
    expect(new Set(await Promise.all(asked))).toEqual(new Set([before]));
  });

  it("is not lost when old changes are forgotten", async () => {
    const before = await number();
    await sql`update public_changes set at = now() - interval '2 days'`;
    await forgetPublicChanges();
    expect(await db().execute(query`select 1 from public_changes`)).toHaveLength(0);
    await sql`update postings set title = 'Once more' where id = ${posting.id}`;
    expect(await number()).toBeGreaterThan(before);
  });
});
