import { and, eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db, inTransaction } from "@/db/client";
import { createAdmin, createCompany, createPosting, createUser } from "@/db/factories";
import { appeals, decisions, reviewClaims } from "@/db/schema/moderation";
import { postings } from "@/db/schema/postings";
import { testDatabase } from "@/db/testing";
import type { Actor, Admin } from "@/lib/auth/input";
import { present } from "@/lib/present";
import { appealDecision, decideAppeal } from "./commands/appeal";
import { claimNext } from "./commands/claim";
import { approvePosting, removePosting, sendPostingBack } from "./commands/decide";
import { firstWaiting } from "./queries/queue";

/*
 * Fifty rounds of eight at once, each beside a naive control that does the same without a lock and must fail: else the round proves nothing.
 */

const rounds = 50;

const { sql } = await testDatabase();
const admins = (await Promise.all(Array.from({ length: 8 }, createAdmin))) as Admin[];
let owner: Actor;
let companyId: string;
beforeAll(async () => {
  owner = await createUser();
  companyId = (await createCompany({ owner })).id;
});
beforeEach(async () => {
  await sql`delete from postings`;
});

const fulfilled = (done: PromiseSettledResult<unknown>[]) =>
  done.filter(({ status }) => status === "fulfilled").length;

/** In how many of the rounds not exactly one of eight did it. */
async function countWrong(round: () => Promise<number>) {
  let wrong = 0;
  for (let i = 0; i < rounds; i++) if ((await round()) !== 1) wrong++;
  return wrong;
}

describe("eight admins decide about one posting at once", () => {
  /** How many decisions it has afterwards. */
  async function round(decide: (admin: Admin, id: string, i: number) => Promise<unknown>) {
    const { id } = await createPosting({ companyId, state: "in_review" });
    const done = await Promise.allSettled(admins.map((admin, i) => decide(admin, id, i)));
    const [row] = await sql<
      { n: number }[]
    >`select count(*)::int as n from decisions where posting_id = ${id}`;
    return Math.max(fulfilled(done), row?.n ?? 0);
  }
  const reasons = [{ field: "title" as const, message: "Say which ledger." }];

  it("one decides", async () => {
    const wrong = await countWrong(() =>
      round((admin, id, i) =>
        i % 2 ? approvePosting(admin, { id }) : sendPostingBack(admin, { id, reasons }),
      ),
    );
    expect(wrong).toBe(0);
  });

  it("several would if they looked before they decided", async () => {
    const wrong = await countWrong(() =>
      round(async (admin, id) => {
        const [posting] = await db()
          .select({ state: postings.state })
          .from(postings)
          .where(eq(postings.id, id));
        if (posting?.state !== "in_review") throw new Error("decided");
        await inTransaction(async (tx) => {
          await tx.update(postings).set({ state: "draft" }).where(eq(postings.id, id));
          await tx
            .insert(decisions)
            .values({ postingId: id, adminId: admin.userId, kind: "send_back", reasons, at: tx.now });
        });
      }),
    );
    expect(wrong).toBeGreaterThan(0);
  });
});

describe("eight admins ask for the next posting at once", () => {
  /** How many admins the posting that waits longest was given to. */
  async function round(claim: (admin: Admin) => Promise<string | null>) {
    await sql`delete from postings`;
    await sql`
      insert into postings (slug, company_id, title, state, submitted_at)
      select 'waits-' || n, ${companyId}, 'Waits', 'in_review', now() - n * interval '1 minute' from generate_series(1, 8) n`;
    const claimed = await Promise.all(admins.map(claim));
    return claimed.length - new Set(claimed).size + 1;
  }

  it("each gets another one", async () => {
    expect(await countWrong(() => round(async (admin) => (await claimNext(admin))?.id ?? null))).toBe(0);
  });

  it("several would get the same if they looked before they claimed", async () => {
    const naive = async (admin: Admin) => {
      const [next] = await db().execute<{ id: string }>(firstWaiting({ limit: 1 }));
      const postingId = present(next).id;
      await db().delete(reviewClaims).where(eq(reviewClaims.postingId, postingId));
      await db()
        .insert(reviewClaims)
        .values({ postingId, adminId: admin.userId, until: new Date(Date.now() + 60_000) })
        .onConflictDoNothing();
      return postingId;
    };
    expect(await countWrong(() => round(naive))).toBeGreaterThan(0);
  });
});

describe("eight admins decide about one appeal at once", () => {
  /** How many of the decisions about it were taken for done. */
  async function round(decide: (admin: Admin, id: string, i: number) => Promise<unknown>) {
    const posting = await createPosting({ companyId });
    await removePosting(await createAdmin(), { id: posting.id, reason: "It is not a real role." });
    await appealDecision(owner, { id: posting.id, words: "It is." });
    const [appeal] = await sql<{ id: string }[]>`select id from appeals where posting_id = ${posting.id}`;
    return fulfilled(
      await Promise.allSettled(admins.map((admin, i) => decide(admin, present(appeal).id, i))),
    );
  }

  it("one decides", async () => {
    const wrong = await countWrong(() =>
      round((admin, id, i) =>
        decideAppeal(admin, { id, outcome: i % 2 ? "upheld" : "reversed", reasons: "We spoke with them." }),
      ),
    );
    expect(wrong).toBe(0);
  });

  it("several would if they looked before they decided", async () => {
    const naive = async (admin: Admin, id: string) => {
      const [appeal] = await db().select({ state: appeals.state }).from(appeals).where(eq(appeals.id, id));
      if (appeal?.state !== "open") throw new Error("decided");
      await db()
        .update(appeals)
        .set({ state: "upheld", decidedBy: admin.userId, decidedAt: new Date(), reasons: "Because." })
        .where(and(eq(appeals.id, id)));
    };
    expect(await countWrong(() => round(naive))).toBeGreaterThan(0);
  });
});
