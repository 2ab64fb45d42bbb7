import { sql as query } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { inTransaction } from "@/db/client";
import {
  createAdmin,
  createApplication,
  createCompany,
  createPosting,
  createProfile,
  createUser,
} from "@/db/factories";
import { moveClock, testDatabase } from "@/db/testing";
import type { Admin } from "@/lib/auth/input";
import { Keeper } from "@/lib/board/keeper";
import { importPostings } from "@/lib/postings/commands/import";
import { parseImport } from "@/lib/postings/import/parse";
import { present } from "@/lib/present";
import { saveEvidence } from "@/lib/profiles/commands/evidence";
import { saveProfile } from "@/lib/profiles/commands/profile";
import { ProfileForm } from "@/lib/profiles/input/profile";
import { EvidenceForm } from "@/lib/profiles/input/resume";
import { readSkills } from "@/lib/reading/skills";
import { parseParameters } from "@/lib/search/criteria";
import { runOnBoard } from "@/lib/search/queries/on-board";
import { runBySql } from "@/lib/search/queries/run";
import { readCriteria } from "@/lib/search/queries/search";
import { resolveSkill } from "@/lib/taxonomy/catalogue";
import { loadTaxonomy } from "@/lib/taxonomy/commands/load";
import { countUnknownNames, forgetUnknownNames } from "@/lib/taxonomy/commands/unknown";
import { followTaxonomy } from "@/lib/taxonomy/queries/follow";
import { listSkillLabels } from "@/lib/taxonomy/queries/labels";
import { resolveSkillLines, resolveSkills } from "@/lib/taxonomy/queries/resolve";
import { findSkill, listSkills } from "@/lib/taxonomy/queries/skills";
import { suggestSkills } from "@/lib/taxonomy/queries/suggest";
import { AddAlias, AddSkill } from "../input";
import { listUnknownNames } from "../queries/taxonomy";
import {
  addAlias,
  addSkill,
  ignoreName,
  mergeSkills,
  removeAlias,
  restoreSkill,
  retireSkill,
} from "./taxonomy";

const { sql } = await testDatabase();
let admin: Admin;
let companyId: string;
const keeper = new Keeper();

beforeAll(async () => {
  admin = await createAdmin();
  companyId = (await createCompany()).id;
  for (const slug of ["flask", "django", "kafka", "rabbitmq", "cobol", "python"])
    await createPosting({ companyId, title: `${slug} Developer`, skills: [{ slug }] });
  await keeper.load();
});

const add = (given: Partial<Record<keyof AddSkill, unknown>> & { slug: string }) =>
  addSkill(admin, AddSkill.parse({ label: given.slug, category: "tool", ...given }));
const alias = (name: string, skill: string, everyday = false) =>
  addAlias(admin, AddAlias.parse({ name, skill, everyday }));
const slugsIn = async (text: string) => {
  await followTaxonomy();
  return readSkills(text).map(({ slug }) => slug);
};
const idOf = async (slug: string) => present(await findSkill(slug)).id;

/** What the search finds, by SQL and on the board: at once, and once the board is loaded again. */
async function ask(query: string) {
  const { ready } = await readCriteria(parseParameters(new URLSearchParams(query)).criteria);
  const bySql = await runBySql({ ready, after: null, limit: 20 });
  const sorted = (counts: typeof bySql.counts) =>
    counts.map(({ facet, value, count }) => `${facet} ${value} ${count}`).sort();
  const compare = async () => {
    const current = await keeper.current();
    if (!current) return false;
    const onBoard = await runOnBoard(current.board, ready, { order: "newest", after: null, limit: 20 });
    expect(onBoard?.page?.ids).toEqual(bySql.page.ids);
    expect(sorted(present(onBoard).counts)).toEqual(sorted(bySql.counts));
    return true;
  };
  await compare();
  await keeper.load();
  expect(await compare()).toBe(true);
  return bySql.page.ids.length;
}

it("board and SQL answer the same after each change, at once", async () => {
  const question = "skill=kafka&skill=tally-broker&skillMode=any";
  await add({ slug: "tally-broker", category: "messaging" });
  expect(await ask(question)).toBe(1);
  await add({ slug: "brokerish", implies: "tally-broker" });
  await createPosting({ companyId, title: "Brokers", skills: [{ slug: "brokerish" }] });
  expect(await ask(question)).toBe(2);
  await alias("kafkaesquebus", "kafka");
  expect(await ask(question)).toBe(2);
  expect(await ask("skill=kafkaesquebus")).toBe(1);
  await mergeSkills(admin, { slug: "rabbitmq", into: "Tally-broker" });
  expect(await ask(question)).toBe(3);
  expect(await ask("skill=rabbitmq")).toBe(2);
  await retireSkill(admin, { slug: "tally-broker" });
  expect(await ask(question)).toBe(3);
});

describe("a name that an admin adds", () => {
  it("leads to its skill in texts, forms and suggestions at once, and no longer once it is removed", async () => {
    expect(await slugsIn("Experience with Zookafka is a must.")).toEqual([]);
    await alias("Zookafka", "Apache Kafka");
    expect(await slugsIn("Experience with Zookafka is a must.")).toEqual(["kafka"]);
    expect((await resolveSkills(["zookafka"])).get("zookafka")?.slug).toBe("kafka");
    expect(await suggestSkills("zookaf")).toMatchObject([{ alias: "zookafka" }]);
    await removeAlias(admin, { slug: "kafka", name: "ZooKafka" });
    expect(await slugsIn("Experience with Zookafka is a must.")).toEqual([]);
    expect((await resolveSkills(["zookafka"])).size).toBe(0);
  });

  it("is searched for as a word of the postings that ask for its skill", async () => {
    await alias("djangonaut stack", "django");
    expect(await ask("q=djangonaut")).toBe(1);
  });

  it("that is an everyday word is read only where skills are asked for", async () => {
    await alias("Banana", "cobol", true);
    expect(await slugsIn("We give you a banana on Fridays.")).toEqual([]);
    expect(await slugsIn("Experience with banana is required.")).toEqual(["cobol"]);
  });

  it("is refused where it leads to a skill already", async () => {
    await expect(alias("Postgres", "mysql")).rejects.toMatchObject({
      code: "invalid",
      fields: [{ path: "name", message: expect.stringContaining("PostgreSQL") }],
    });
    await expect(alias("k8s", "kubernetes")).rejects.toMatchObject({ code: "invalid" });
    await expect(add({ slug: "nodejs", label: "Other", aliases: "golang" })).rejects.toMatchObject({
      fields: [{ path: "slug" }, { path: "aliases" }],
    });
    await expect(removeAlias(admin, { slug: "kafka", name: "nothing" })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("a skill that is merged into another", () => {
  it("takes postings, profiles with evidence and companies along, and leaves stored matches as they are", async () => {
    const candidate = await createUser();
    await createProfile(candidate, {
      skills: [
        { slug: "flask", years: 5 },
        { slug: "fastapi", has: false },
      ],
    });
    const { userId } = candidate;
    const [evidence] = await sql<{ id: string }[]>`
      insert into profile_evidence (user_id, kind, title) values (${userId}, 'job', 'Job') returning id`;
    await sql`insert into profile_evidence_skills (user_id, evidence_id, skill_id)
      values (${userId}, ${present(evidence).id}, ${await idOf("flask")})`;
    await sql`insert into company_skills (company_id, skill_id, position) values (${companyId}, ${await idOf("flask")}, 0)`;
    const both = await createPosting({
      companyId,
      skills: [
        { slug: "fastapi", must: false },
        { slug: "flask", minYears: 3 },
      ],
    });
    const { id } = await createApplication({ postingId: both.id, companyId, candidate });
    await sql`insert into application_matches (application_id, rules, inputs, inputs_hash, sheet_hash, at)
      values (${id}, 1, '{"skills":["flask"]}', repeat('a', 64), repeat('b', 64), now())`;

    await mergeSkills(admin, { slug: "flask", into: "fastapi" });
    const into = await idOf("fastapi");
    expect(
      await sql`select skill_id, must, min_years from posting_skills where posting_id = ${both.id}`,
    ).toEqual([{ skill_id: into, must: true, min_years: 3 }]);
    expect(await sql`select skill_id, has, years::int from profile_skills where user_id = ${userId}`).toEqual(
      [{ skill_id: into, has: true, years: 5 }],
    );
    expect(await sql`select skill_id from profile_evidence_skills where user_id = ${userId}`).toEqual([
      { skill_id: into },
    ]);
    expect(await sql`select skill_id from company_skills where company_id = ${companyId}`).toEqual([
      { skill_id: into },
    ]);
    expect(await sql`select inputs from application_matches where application_id = ${id}`).toEqual([
      { inputs: '{"skills":["flask"]}' },
    ]);
    expect(await findSkill("flask")).toBeNull();
    expect((await listSkillLabels(["flask", "go"])).get("flask")).toBe("FastAPI");
    expect(await slugsIn("Experience with Flask and pyhon-free work")).toEqual(["fastapi"]);
    expect(resolveSkill("flask")).toBe("fastapi");
  });

  it("keeps its old address: it cannot be removed from the names", async () => {
    await expect(removeAlias(admin, { slug: "fastapi", name: "flask" })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("is refused into itself, into a retired one, into none, and around a circle", async () => {
    const merge = (slug: string, into: string) => mergeSkills(admin, { slug, into });
    await expect(merge("django", "Django")).rejects.toMatchObject({ fields: [{ path: "into" }] });
    await expect(merge("django", "no such thing")).rejects.toMatchObject({ fields: [{ path: "into" }] });
    await expect(merge("no-such-thing", "django")).rejects.toMatchObject({ code: "not_found" });
    await expect(merge("django", "tally-broker")).rejects.toMatchObject({ code: "conflict" });
    // Spring Boot implies Spring, which implies Java.
    await expect(merge("spring-boot", "java")).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("a retired skill", () => {
  it("is not offered, read or listed, stays with what has it, and can be offered again", async () => {
    const posting = await createPosting({ companyId, skills: [{ slug: "cobol" }] });
    await retireSkill(admin, { slug: "cobol" });
    expect(await slugsIn("COBOL is a must.")).toEqual([]);
    expect(await suggestSkills("cobol")).toEqual([]);
    expect((await listSkills()).map(({ slug }) => slug)).not.toContain("cobol");
    const resolve = (of: string) =>
      resolveSkillLines([{ name: "COBOL" }], {
        source: "posting",
        who: admin.userId,
        keeping: query`select skill_id from posting_skills where posting_id = ${of}`,
      });
    expect(await resolve(posting.id)).toMatchObject([{ skill: { slug: "cobol" } }]);
    await expect(resolve(crypto.randomUUID())).rejects.toMatchObject({
      fields: [{ path: "skills[0].name" }],
    });
    const candidate = await createUser();
    await createProfile(candidate, { skills: [{ slug: "cobol" }] });
    await saveEvidence(candidate, EvidenceForm.parse({ kind: "job", title: "Developer", skills: ["cobol"] }));
    expect(
      await sql`select 1 as n from profile_evidence_skills where user_id = ${candidate.userId}`,
    ).toHaveLength(1);
    expect(await ask("skill=cobol")).toBe(2);
    await restoreSkill(admin, { slug: "cobol" });
    expect(await slugsIn("COBOL is a must.")).toEqual(["cobol"]);
    await expect(restoreSkill(admin, { slug: "cobol" })).rejects.toMatchObject({ code: "conflict" });
  });
});

it("a new version's data undoes nothing of it, and writes nothing a second time", async () => {
  await removeAlias(admin, { slug: "kubernetes", name: "k8s" });
  const all = () =>
    Promise.all([
      sql`select slug, label, added, retired_at from skills order by 1`,
      sql`select * from skill_aliases order by 1`,
      sql`select * from skill_implies order by 1, 2`,
      sql`select * from skill_related order by 1, 2`,
    ]);
  const before = await all();
  await inTransaction(loadTaxonomy);
  expect(await all()).toEqual(before);
  expect((await resolveSkills(["k8s"])).size).toBe(0);
  await followTaxonomy();
  expect(resolveSkill("k8s")).toBeNull();
});

it("a form and an import that name what we do not know are counted by their kind", async () => {
  const refused = saveProfile(admin, ProfileForm.parse({ skills: [{ name: "Voltgrid", has: "yes" }] }));
  await expect(refused).rejects.toMatchObject({ code: "invalid" });
  const posting = {
    title: "Go Developer",
    companyName: "Gull",
    description: "We build.",
    tags: ["Voltgrid", "Go"],
  };
  const file = JSON.stringify([{ ...posting, id: "1" }]);
  for await (const read of parseImport({ name: "jobs.json", content: new TextEncoder().encode(file) }))
    if (read.ok) await importPostings([read], { publish: false, seen: new Set() });
  expect(await sql`select name, source, count from unknown_names order by source`).toEqual([
    { name: "voltgrid", source: "import", count: 1 },
    { name: "voltgrid", source: "profile", count: 1 },
  ]);
  await sql`delete from unknown_names`;
});

describe("what people type that we do not know", () => {
  const type = (name: string, ...people: string[]) =>
    countUnknownNames(
      "search",
      people.map((who) => ({ name, who })),
    );
  const listed = async () => (await listUnknownNames(admin)).map(({ name, count }) => `${name} ${count}`);
  const people = ["a", "b", "c", "d", "e", "f", "g", "h"];

  it("is shown from three different people on, and gone after 90 days", async () => {
    await type("Hyperdb", "a", "a", "a", "a");
    expect(await listed()).toEqual([]);
    await type("hyper-db2", ...people);
    expect(await listed()).toEqual(["hyper db2 8"]);
    await moveClock(sql, "91 days");
    await forgetUnknownNames();
    await moveClock(sql, "0");
    expect(await listed()).toEqual([]);
  });

  it("is stored without who typed it, and not at all where it is an address, a number or too long", async () => {
    await type("anna@example.com", ...people);
    await type("call 5551234567", ...people);
    await type("x".repeat(41), ...people);
    expect(await sql`select name from unknown_names`).toEqual([]);
    await type("fluxwave", "a person");
    const [row] = await sql`select name, count, people from unknown_names`;
    expect(row).toMatchObject({ name: "fluxwave", count: 1 });
    expect(Math.log2(Number(row?.people)) % 1).toBe(0);
  });

  it("is not asked about again once it is ignored or leads to a skill", async () => {
    await type("fluxwave", ...people);
    await type("quartzline", ...people);
    await ignoreName(admin, { name: "FluxWave" });
    await alias("quartzline", "go");
    await type("fluxwave", ...people);
    expect(await listed()).toEqual([]);
  });
});

it("each change is an event of its admin", async () => {
  const rows = await sql<{ type: string; own: boolean }[]>`
    select type, bool_and(actor_id = ${admin.userId}) as own from events where type like 'skill.%' group by type order by type`;
  expect([...rows]).toEqual(
    ["added", "alias_added", "alias_removed", "merged", "name_ignored", "restored", "retired"].map(
      (verb) => ({
        type: `skill.${verb}`,
        own: true,
      }),
    ),
  );
});
