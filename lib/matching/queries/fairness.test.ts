import * as fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { createCompany, createProfile, createUser, insertPostings, type NewProfile } from "@/db/factories";
import { profileEducation, profileEvidence, profileEvidenceSkills } from "@/db/schema/profiles";
import { skills as skillRows } from "@/db/schema/taxonomy";
import { testDatabase } from "@/db/testing";
import type { Actor } from "@/lib/auth/input";
import { isLive } from "@/lib/postings/queries/live";
import { responsibilityEntries } from "@/lib/taxonomy/data/responsibilities";
import { degrees, workplaces } from "@/lib/taxonomy/terms";
import { canonicalJson, matchInputsOf, sheetFrom } from "../record";
import type { PostingFacts } from "../rules/facts";
import { listMatches } from "./matches";
import { findOwnMatchProfile } from "./own";
import { readMatchProfile } from "./profile";
import { rankPostings } from "./rank";

/*
 * Two people whose profiles say the same of their work, and differ in everything else that is kept of them: name, address, headline, school and
 * field, what their jobs and evidence are called, when they worked and when they did not. No order and no sheet differs.
 */
/** Five hundred at length (fairness.prove.ts). */
const pairs = process.env.PROVE === "1" ? 500 : 150;
const { db } = await testDatabase();

const stack = [
  "go",
  "postgresql",
  "kafka",
  "django",
  "python",
  "kubernetes",
  "java",
  "spring-boot",
  "rust",
  "redis",
];
let skillIds: Map<string, number>;
let asked: PostingFacts[];

beforeAll(async () => {
  const { id: companyId } = await createCompany();
  const some = fc.sample(
    fc.record({
      skills: fc.uniqueArray(
        fc.record({
          slug: fc.constantFrom(...stack),
          must: fc.boolean(),
          minYears: fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined }),
        }),
        { selector: ({ slug }) => slug, maxLength: 6 },
      ),
      responsibilities: fc.uniqueArray(
        fc.record({
          slug: fc.constantFrom(...responsibilityEntries.map(({ slug }) => slug)),
          must: fc.boolean(),
        }),
        { selector: ({ slug }) => slug, maxLength: 4 },
      ),
      experienceMin: fc.integer({ min: 0, max: 15 }),
      degree: fc.record({ level: fc.constantFrom(...degrees), equalExperience: fc.boolean() }),
    }),
    { numRuns: 40, seed: 7 },
  );
  await insertPostings(some.map((one) => ({ companyId, ...one })));
  const rows = await db.select({ id: skillRows.id, slug: skillRows.slug }).from(skillRows);
  skillIds = new Map(rows.map(({ id, slug }) => [slug, id]));
  const { matches } = await listMatches(isLive(), (await readMatchProfile({})).ready, 100);
  asked = matches.map(({ facts }) => facts);
  expect(asked).toHaveLength(40);
});

const work = fc.record({
  years: fc.option(fc.integer({ min: 0, max: 300 }).map((tenths) => tenths / 10)),
  degreeLevel: fc.option(fc.constantFrom(...degrees)),
  skills: fc.uniqueArray(
    fc.record({
      slug: fc.constantFrom(...stack),
      has: fc.boolean(),
      years: fc.option(fc.integer({ min: 0, max: 20 })),
      isShown: fc.boolean(),
    }),
    { selector: ({ slug }) => slug, maxLength: 8 },
  ),
  responsibilities: fc.uniqueArray(
    fc.record({ slug: fc.constantFrom(...responsibilityEntries.map(({ slug }) => slug)), has: fc.boolean() }),
    { selector: ({ slug }) => slug, maxLength: 6 },
  ),
  workplaces: fc.uniqueArray(fc.constantFrom(...workplaces)),
  studied: fc.boolean(),
});

/** What is kept of a person and is nobody's business here. */
const person = fc.record({
  name: fc.constantFrom(
    "Aisha Okonkwo",
    "Bob Smith",
    "Łukasz Ó Briain",
    "王小明",
    "Frau Dr. von Berg",
    "X Æ",
  ),
  headline: fc.constantFrom(
    "",
    "Mother of two, 58, back after a gap",
    "Young talent, 10115 Berlin",
    "Go, PostgreSQL, Kafka wizard",
  ),
  school: fc.constantFrom("ETH Zürich", "Night school of Nowhere", "MIT", "Gymnasium 47"),
  field: fc.constantFrom("physics", "theology", "computer science"),
  organisation: fc.constantFrom("Google", "Self-employed", "Army", "Kindergarten, 12 Elm Street, SW1A 1AA"),
  started: fc.constantFrom("1979", "2003-05", "2024"),
  ended: fc.constantFrom(null, "2025-01"),
});

type Said = typeof work extends fc.Arbitrary<infer T> ? T : never;
type Person = typeof person extends fc.Arbitrary<infer T> ? T : never;

async function keep(said: Said, who: Person, at: string): Promise<Actor> {
  const actor = await createUser({
    name: who.name,
    email: `${at}-${encodeURIComponent(who.name).toLowerCase()}@example.com`,
  });
  const { userId } = actor;
  const profile: NewProfile = {
    headline: who.headline,
    years: said.years,
    degreeLevel: said.degreeLevel,
    degreeField: who.field,
    workplaces: said.workplaces,
    skills: said.skills.map(({ slug, has, years }) => ({ slug, has, years: has ? years : null })),
    responsibilities: said.responsibilities,
  };
  await createProfile(actor, profile);
  if (said.studied)
    await db
      .insert(profileEducation)
      .values({ userId, school: who.school, field: who.field, degree: who.field });
  const shown = said.skills.filter(({ has, isShown }) => has && isShown);
  if (shown.length === 0) return actor;
  const { organisation, started, ended } = who;
  const [piece] = await db
    .insert(profileEvidence)
    .values({ userId, kind: "job", title: who.headline, organisation, started, ended })
    .returning({ id: profileEvidence.id });
  await db.insert(profileEvidenceSkills).values(
    shown.map(({ slug }) => ({
      userId,
      evidenceId: piece?.id as string,
      skillId: skillIds.get(slug) as number,
    })),
  );
  return actor;
}

/**
 * All that ranking gives to a kept profile: the order as the statement has it, and each posting's sheet from the very inputs that would go
 * with an application.
 */
async function everythingFor(actor: Actor): Promise<string> {
  const profile = await findOwnMatchProfile(actor);
  if (!profile) throw new Error("a profile was kept");
  const { ranked } = await rankPostings(isLive(), profile, 100);
  const made = asked.map((facts) => {
    const inputs = matchInputsOf(facts, profile.facts, profile.edges);
    return { inputs, sheet: sheetFrom(inputs) };
  });
  return canonicalJson({ ranked, made });
}

it(`${pairs} pairs of people who differ in nothing but who they are get the same order and the same sheets`, async () => {
  const cases = fc.sample(fc.tuple(work, person, person), { numRuns: pairs });
  const compare = async ([said, one, other]: (typeof cases)[number], at: number) => {
    const [first, second] = await Promise.all([keep(said, one, `a${at}`), keep(said, other, `b${at}`)]);
    const [mine, theirs] = await Promise.all([everythingFor(first), everythingFor(second)]);
    expect(mine === theirs, JSON.stringify({ said, one, other })).toBe(true);
    return JSON.stringify(one) !== JSON.stringify(other);
  };
  let different = 0;
  for (let from = 0; from < pairs; from += 10) {
    const some = cases.slice(from, from + 10);
    different += (await Promise.all(some.map((one, i) => compare(one, from + i)))).filter(Boolean).length;
  }
  expect(different).toBeGreaterThan(pairs * 0.9);
}, 180_000);
