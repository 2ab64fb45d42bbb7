import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { inTransaction } from "@/db/client";
import { addMember, createCompany, createMemberInvitation, createUser } from "@/db/factories";
import { memberInvitations, members } from "@/db/schema/companies";
import { testDatabase } from "@/db/testing";
import { hashSecret } from "@/lib/auth/hash";
import type { Actor } from "@/lib/auth/input";
import { present } from "@/lib/present";
import { acceptMemberInvitation } from "./commands/invite";
import { leaveCompany } from "./commands/members";
import { findMemberInvitation, listMembers } from "./queries";

/*
 * Fifty rounds of eight at once, each beside a naive control that does the same without a lock and must fail: else the round proves nothing.
 */

const rounds = 50;
const eight = Array.from({ length: 8 }, (_, i) => i);

const { sql } = await testDatabase();
const owners = await Promise.all(eight.map(() => createUser()));
const candidate = await createUser();
let companyId: string;
beforeEach(async () => {
  await sql`truncate companies cascade`;
});

const fulfilled = (done: PromiseSettledResult<unknown>[]) =>
  done.filter(({ status }) => status === "fulfilled").length;

describe("eight owners leave at once", () => {
  async function round(leave: (owner: Actor) => Promise<unknown>) {
    companyId = (await createCompany({ fromImport: false })).id;
    for (const owner of owners) await addMember(companyId, owner, "owner");
    const done = await Promise.allSettled(owners.map(leave));
    const [row] = await sql<{ left: number }[]>`
      select count(*)::int as left from members where company_id = ${companyId}`;
    return fulfilled(done) === 7 && row?.left === 1;
  }
  /** Looks, then deletes. */
  const naive = async (owner: Actor) => {
    const others = (await listMembers(owner, companyId)).filter(({ userId }) => userId !== owner.userId);
    if (others.length === 0) throw new Error("the last owner");
    await inTransaction((tx) =>
      tx.delete(members).where(and(eq(members.companyId, companyId), eq(members.userId, owner.userId))),
    );
  };
  const countWrong = async () => {
    let wrong = 0;
    for (let i = 0; i < rounds; i++) if (!(await round(naive))) wrong++;
    return wrong;
  };

  it("one stays", async () => {
    for (let i = 0; i < rounds; i++)
      expect(await round((owner) => leaveCompany(owner, { companyId }))).toBe(true);
  });

  it("one would stay by the trigger alone", async () => {
    expect(await countWrong()).toBe(0);
  });

  it("nobody would stay without lock and trigger", async () => {
    await sql`alter table members disable trigger members_last_owner`;
    try {
      expect(await countWrong()).toBeGreaterThan(0);
    } finally {
      await sql`alter table members enable trigger members_last_owner`;
    }
  });
});

describe("one invitation accepted eight times at once", () => {
  async function round(accept: (token: string) => Promise<unknown>) {
    companyId = (await createCompany({ owner: owners[0] })).id;
    const token = await createMemberInvitation({ companyId, email: candidate.email });
    const done = await Promise.allSettled(eight.map(() => accept(token)));
    const [row] = await sql<{ n: number }[]>`
      select count(*)::int as n from events where company_id = ${companyId} and type = 'member.joined'`;
    return { accepted: fulfilled(done), joined: row?.n };
  }

  it("is accepted once", async () => {
    for (let i = 0; i < rounds; i++)
      expect(await round((token) => acceptMemberInvitation(candidate, { token }))).toEqual({
        accepted: 1,
        joined: 1,
      });
  });

  it("would be accepted more than once without the lock", async () => {
    const naive = async (token: string) => {
      const invitation = present(await findMemberInvitation(token));
      if (invitation.acceptedAt) throw new Error("used");
      await inTransaction(async (tx) => {
        await tx
          .update(memberInvitations)
          .set({ acceptedAt: tx.now })
          .where(eq(memberInvitations.tokenHash, hashSecret(token)));
        await tx
          .insert(members)
          .values({ companyId, userId: candidate.userId, role: "recruiter" })
          .onConflictDoNothing();
      });
    };
    let wrong = 0;
    for (let i = 0; i < rounds; i++) if ((await round(naive)).accepted !== 1) wrong++;
    expect(wrong).toBeGreaterThan(0);
  });
});
