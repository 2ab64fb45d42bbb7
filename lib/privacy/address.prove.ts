import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { createUser, unique } from "@/db/factories";
import { users } from "@/db/schema/auth";
import { testDatabase } from "@/db/testing";
import { askForAddress } from "@/lib/auth/address/commands";
import type { Actor } from "@/lib/auth/input";
import { changeAddress } from "./commands/address";

/*
 * Fifty rounds of eight at once, beside a naive control that looks before it writes and must fail: else the rounds prove nothing.
 */

const rounds = 50;
const { sql } = await testDatabase();

const holdersOf = async (email: string) => (await sql`select 1 from users where email = ${email}`).length;
const someAddress = () => `${unique("new")}@example.com`;

/** The codes that the account would enter. The mails to one new address are told apart by who asked, so each reads the one of its own time. */
async function ask(person: Actor, to: string) {
  await askForAddress(person, { email: to });
  const codes = await sql<{ code: string }[]>`
    select payload ->> 'code' as code from graphile_worker._private_jobs
    where key like ${`mail:address-%-${person.userId}-%`} order by id desc limit 2`;
  return { newCode: codes[0]?.code ?? "", oldCode: codes[1]?.code ?? "" };
}

it("of eight accounts that move to one address at once, one has it", async () => {
  const people = await Promise.all(Array.from({ length: 8 }, () => createUser()));
  for (let i = 0; i < rounds; i++) {
    const to = someAddress();
    const codes = await Promise.all(people.map((person) => ask(person, to)));
    const done = await Promise.allSettled(
      people.map((person, n) => changeAddress(person, codes[n] ?? { newCode: "", oldCode: "" }, "")),
    );
    expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const one of done)
      if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "conflict" });
    expect(await holdersOf(to)).toBe(1);
    // The one who moved is given the address of before, and the links of this round are forgotten.
    const winner = people[done.findIndex(({ status }) => status === "fulfilled")];
    await sql`delete from address_changes`;
    await sql`update users set email = ${winner?.email ?? ""} where email = ${to}`;
  }
});

it("the same codes sent eight times at once move the account once", async () => {
  for (let i = 0; i < rounds; i++) {
    const [person, to] = [await createUser(), someAddress()];
    const codes = await ask(person, to);
    const done = await Promise.allSettled(Array.from({ length: 8 }, () => changeAddress(person, codes, "")));
    expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(
      await sql`select 1 from events where actor_id = ${person.userId} and type = 'user.address_changed'`,
    ).toHaveLength(1);
  }
});

it("several would have one address without the constraint", async () => {
  const people = await Promise.all(Array.from({ length: 8 }, () => createUser()));
  await sql`alter table users drop constraint users_email_unique`;
  let several = 0;
  for (let i = 0; i < rounds; i++) {
    const to = someAddress();
    await Promise.all(
      people.map(async ({ userId }) => {
        const taken = await db().select({ id: users.id }).from(users).where(eq(users.email, to));
        if (taken.length === 0) await db().update(users).set({ email: to }).where(eq(users.id, userId));
      }),
    );
    if ((await holdersOf(to)) > 1) several++;
  }
  expect(several).toBeGreaterThan(0);
});
