import { beforeAll, describe, expect, it } from "vitest";
import { inTransaction } from "@/db/client";
import { createAdmin, createCompany, createUser, unique } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import type { Actor, Admin } from "@/lib/auth/input";
import { movePostingSkills } from "@/lib/postings/commands/move";
import { savePosting } from "@/lib/postings/commands/save-draft";
import { PostingForm } from "@/lib/postings/input";
import { present } from "@/lib/present";
import { slugOf } from "@/lib/slug";
import { findSkill } from "@/lib/taxonomy/queries/skills";
import { addSkill, mergeSkills } from "./commands/taxonomy";
import { AddSkill } from "./input";

/* Fifty rounds of eight at once, each beside a naive control that does the same without a lock or a key and must fail. */
const rounds = 50;
const eight = Array.from({ length: 8 }, (_, i) => i);

const { sql } = await testDatabase();
let admin: Admin;
let owner: Actor;
let companyId: string;

beforeAll(async () => {
  admin = await createAdmin();
  owner = await createUser();
  companyId = (await createCompany({ owner })).id;
});

async function addOne(): Promise<string> {
  const slug = slugOf(unique("race"));
  await addSkill(admin, AddSkill.parse({ label: slug, slug, category: "tool" }));
  return slug;
}

async function countWrong(round: () => Promise<boolean>) {
  let wrong = 0;
  for (let i = 0; i < rounds; i++) if (!(await round())) wrong++;
  return wrong;
}

describe("two skills are merged into each other, eight times at once", () => {
  async function round(merge: (from: string, into: string) => Promise<unknown>) {
    const [one, other] = [await addOne(), await addOne()];
    const done = await Promise.allSettled(eight.map((i) => (i % 2 ? merge(one, other) : merge(other, one))));
    const left = await sql`select slug from skills where slug in (${one}, ${other})`;
    return done.filter(({ status }) => status === "fulfilled").length === 1 && left.length === 1;
  }

  it("one of them is left, and both names lead to it", async () => {
    expect(await countWrong(() => round((slug, into) => mergeSkills(admin, { slug, into })))).toBe(0);
  });

  it("both could be gone, or a merger be done twice, without the locks", async () => {
    const naive = async (from: string, into: string) => {
      const [a, b] = [await findSkill(from), await findSkill(into)];
      if (!a || !b) throw new Error("gone");
      await inTransaction(async (tx) => {
        await movePostingSkills(tx, { from: a.id, into: b.id });
        await tx.execute(`delete from skills where id = ${a.id}`);
      });
    };
    expect(await countWrong(() => round(naive))).toBeGreaterThan(0);
  });
});

describe("a skill is merged while seven postings are saved with it", () => {
  /** Whether each posting that was saved has the other skill, and none has lost it. */
  async function round(merge: (from: string, into: string) => Promise<unknown>) {
    const [from, into] = [await addOne(), await addOne()];
    const ids = (await Promise.all([
      present(await findSkill(from)).id,
      present(await findSkill(into)).id,
    ])) as [number, number];
    const save = () =>
      savePosting(
        owner,
        companyId,
        PostingForm.parse({ title: from, skills: [{ name: from, must: "must" }] }),
      );
    const [merged, ...saved] = await Promise.allSettled([merge(from, into), ...eight.slice(1).map(save)]);
    const kept = saved.flatMap((one) => (one.status === "fulfilled" ? one.value.id : []));
    const refused = saved.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    const having = await sql`
      select posting_id from posting_skills where skill_id = ${ids[1]} and posting_id = any(${kept})`;
    const [old] = await sql`select count(*)::int as n from posting_skills where skill_id = ${ids[0]}`;
    // What came too late is refused by the key, for its writer to save again.
    const isByKey = (error: unknown) =>
      /posting_skills_skill_id_skills_id_fk/.test(JSON.stringify(causes(error)));
    return (
      merged?.status === "fulfilled" &&
      having.length === kept.length &&
      old?.n === 0 &&
      refused.every(isByKey)
    );
  }
  const causes = (error: unknown): unknown[] =>
    error instanceof Error ? [{ ...error, message: error.message }, ...causes(error.cause)] : [];

  it("none keeps the old one", async () => {
    expect(await countWrong(() => round((slug, into) => mergeSkills(admin, { slug, into })))).toBe(0);
  });

  it("some would if the old one were only marked, without a lock", async () => {
    const naive = async (from: string, into: string) => {
      const ids = { from: present(await findSkill(from)).id, into: present(await findSkill(into)).id };
      await inTransaction(async (tx) => {
        await movePostingSkills(tx, ids);
        await tx.execute(`update skills set retired_at = now() where id = ${ids.from}`);
      });
    };
    expect(await countWrong(() => round(naive))).toBeGreaterThan(0);
  });
});
