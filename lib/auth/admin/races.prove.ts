import { and, eq, isNull } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { db, inTransaction } from "@/db/client";
import { createAdmin } from "@/db/factories";
import { users } from "@/db/schema/auth";
import { testDatabase } from "@/db/testing";
import type { Admin } from "../input";
import { revokeAdmin, suspendUser } from "./commands";

/*
 * Fifty rounds of eight at once, each beside a naive control that does the same without a lock and must fail: else the round proves nothing.
 */

const rounds = 50;

const { sql } = await testDatabase();
const admins = (await Promise.all(Array.from({ length: 8 }, createAdmin))) as Admin[];
beforeEach(async () => {
  await sql`alter table users enable trigger users_last_admin`;
});

/** Each takes the role from the next one in a ring: how many admins are left. */
async function round(demote: (admin: Admin, id: string) => Promise<unknown>) {
  await sql`update users set is_admin = true, suspended_at = null, suspend_reason = null`;
  const done = await Promise.allSettled(
    admins.map((admin, i) => demote(admin, (admins[(i + 1) % admins.length] as Admin).userId)),
  );
  const [row] = await sql<{ n: number }[]>`
    select count(*)::int as n from users where is_admin and suspended_at is null`;
  return { left: row?.n ?? 0, done: done.filter(({ status }) => status === "fulfilled").length };
}

/** Looks, then writes. */
async function naive(_: Admin, id: string) {
  const active = and(eq(users.isAdmin, true), isNull(users.suspendedAt));
  const others = await db().select({ id: users.id }).from(users).where(active);
  if (others.length < 2) throw new Error("the last admin");
  await inTransaction((tx) => tx.update(users).set({ isAdmin: false }).where(eq(users.id, id)));
}

describe("eight admins take the role from each other at once", () => {
  it("some are left, and nobody acts whose role was taken before", async () => {
    for (let i = 0; i < rounds; i++) {
      const { left, done } = await round((admin, id) =>
        i % 2 ? revokeAdmin(admin, { id }) : suspendUser(admin, { id, reason: "We disagree with them." }),
      );
      expect(left).toBeGreaterThanOrEqual(1);
      expect(left + done).toBe(8);
    }
  });

  it("one would be left by the trigger alone", async () => {
    for (let i = 0; i < rounds; i++) expect((await round(naive)).left).toBeGreaterThanOrEqual(1);
  });

  it("none would be left without either", async () => {
    await sql`alter table users disable trigger users_last_admin`;
    let none = 0;
    for (let i = 0; i < rounds; i++) if ((await round(naive)).left === 0) none++;
    expect(none).toBeGreaterThan(0);
  });
});
