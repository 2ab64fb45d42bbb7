import * as fc from "fast-check";
import { expect, it } from "vitest";
import { testDatabase } from "@/db/testing";
import { present } from "@/lib/present";
import { impliedBy } from "./rules";

/* The table `skill_closure` is `impliedBy` of the edges that are there, each skill with itself, whoever changed them and how. */
const { sql } = await testDatabase();

type Pair = { skill: string; implied: string };
const written = ({ skill, implied }: Pair) => `${skill} > ${implied}`;

async function expectClosed() {
  const closure = await sql<Pair[]>`
    select one.slug as skill, other.slug as implied
    from skill_closure c join skills one on one.id = c.skill_id join skills other on other.id = c.implied_id`;
  const edges = await sql<Pair[]>`
    select one.slug as skill, other.slug as implied
    from skill_implies i join skills one on one.id = i.skill_id join skills other on other.id = i.implied_id`;
  const skills = await sql<{ slug: string }[]>`select slug from skills`;
  const implies = new Map<string, string[]>(skills.map(({ slug }) => [slug, []]));
  for (const { skill, implied } of edges) present(implies.get(skill)).push(implied);
  const expected = skills.flatMap(({ slug: skill }) =>
    [...new Set([skill, ...impliedBy([skill], (slug) => implies.get(slug))])].map((implied) =>
      written({ skill, implied }),
    ),
  );
  expect(closure.map(written).sort()).toEqual(expected.sort());
}

it("is that of the taxonomy", expectClosed);

const slugs = ["one", "two", "three", "four", "five", "six", "seven"].map((name) => `closure-${name}`);
const slug = fc.constantFrom(...slugs);
const idOf = (name: string) => sql`(select id from skills where slug = ${name})`;

const edit = fc.oneof(
  { weight: 2, arbitrary: fc.record({ what: fc.constant("add skill"), one: slug, other: slug }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant("delete skill"), one: slug, other: slug }) },
  { weight: 6, arbitrary: fc.record({ what: fc.constant("add edge"), one: slug, other: slug }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant("move edges"), one: slug, other: slug }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant("delete edges"), one: slug, other: slug }) },
);

const edits: Record<string, (one: string, other: string) => Promise<unknown>> = {
  "add skill": (one) =>
    sql`insert into skills (slug, label, kind, category) values (${one}, ${one}, 'technology', 'tool') on conflict do nothing`,
  "delete skill": (one) => sql`delete from skills where slug = ${one}`,
  "add edge": (one, other) => sql`
    insert into skill_implies (skill_id, implied_id)
    select a.id, b.id from skills a, skills b where a.slug = ${one} and b.slug = ${other} and a.id <> b.id on conflict do nothing`,
  "move edges": (one, other) => sql`
    update skill_implies i set implied_id = ${idOf(other)} where i.skill_id = ${idOf(one)} and i.skill_id <> ${idOf(other)}
      and not exists (select 1 from skill_implies o where o.skill_id = i.skill_id and o.implied_id = ${idOf(other)})
      and i.implied_id = (select min(o.implied_id) from skill_implies o where o.skill_id = i.skill_id)`,
  "delete edges": (one) => sql`delete from skill_implies where skill_id = ${idOf(one)}`,
};

it("follows any edits, circles included", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 8, maxLength: 20 }), async (all) => {
      for (const name of slugs) await edits["add skill"]?.(name, name);
      for (const { what, one, other } of all) await edits[what]?.(one, other);
      await expectClosed();
    }),
    { numRuns: 15, endOnFailure: true },
  );
});

it("has the way through two edges that are added at once", async () => {
  for (const name of slugs) await edits["add skill"]?.(name, name);
  await sql`delete from skill_implies where skill_id in (select id from skills where slug = any(${slugs}))`;
  let second: Promise<unknown> = Promise.resolve();
  await sql.begin(async (tx) => {
    await tx`insert into skill_implies (skill_id, implied_id) values (${idOf("closure-one")}, ${idOf("closure-two")})`;
    second = sql.begin(
      (other) =>
        other`insert into skill_implies (skill_id, implied_id) values (${idOf("closure-two")}, ${idOf("closure-three")})`,
    );
    // Until the other one waits for this one.
    const waiting = () => tx<{ n: number }[]>`
      select count(*)::int as n from pg_locks where relation = 'skill_closure'::regclass and not granted`;
    while ((await waiting())[0]?.n === 0);
  });
  await second;
  await expectClosed();
});

it("an edit that changes nothing writes nothing", async () => {
  const rows = () => sql`select xmin::text, * from skill_closure order by 2, 3`;
  const changes = () => sql`select count(*) from posting_changes`;
  const before = [await rows(), await changes()];
  await sql`insert into skill_implies select * from skill_implies on conflict do nothing`;
  expect([await rows(), await changes()]).toEqual(before);
});
