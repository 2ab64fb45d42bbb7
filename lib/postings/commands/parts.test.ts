import { beforeAll, expect, it } from "vitest";
import { inTransaction } from "@/db/client";
import { createCompany, createPosting, createUser } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import type { Actor } from "@/lib/auth/input";
import { resolveResponsibilities, resolveSkills } from "@/lib/taxonomy/queries/resolve";
import { findOwnPosting } from "../queries/own";
import type { RealityCard } from "../reality";
import { addParts, knownTags, type Parts, replaceParts } from "./parts";

await testDatabase();

const card: RealityCard = {
  onCallWeeks: 4,
  onCallPaid: true,
  datastores: ["PostgreSQL"],
  deploysPerWeek: 10,
  requestsPerSecond: "10-100",
  takeHomeHours: 0,
  takeHomePaid: null,
  interviewStages: 3,
  interviewHours: 4,
  teamSize: 6,
};
const berlin = { city: "Berlin", country: "DE" };
const lyon = { city: "Lyon", country: "FR" };
const spain = { city: null, country: "ES" };

let owner: Actor;
let companyId: string;
beforeAll(async () => {
  owner = await createUser();
  companyId = (await createCompany({ owner })).id;
});

const draft = async () => (await createPosting({ companyId, state: "draft", places: [] })).id;

/** Parts by the slugs of their tags, all of them musts. */
async function parts(places: Parts["places"], skills: string[], responsibilities: string[]): Promise<Parts> {
  const asked = (slugs: string[]) => slugs.map((slug) => ({ slug, must: true }));
  const ids = {
    skills: await resolveSkills(skills),
    responsibilities: await resolveResponsibilities(responsibilities),
  };
  return {
    places,
    ...knownTags({ skills: asked(skills), responsibilities: asked(responsibilities) }, ids),
  };
}

async function partsOf(id: string) {
  const posting = await findOwnPosting(owner, id);
  return {
    places: posting?.places,
    skills: posting?.skills.map(({ slug }) => slug),
    responsibilities: posting?.responsibilities.map(({ slug }) => slug),
    reality: posting?.reality,
  };
}

it("replaces the parts of several postings, in the order given, and of no other", async () => {
  const [one, two, other] = [await draft(), await draft(), await draft()];
  const before = await parts([berlin], ["go"], ["api-management"]);
  await inTransaction((tx) =>
    replaceParts(
      tx,
      [one, two, other].map((postingId) => ({ ...before, postingId })),
    ),
  );
  const after = await parts([lyon, berlin], ["kafka", "redis", "go"], []);
  await inTransaction((tx) =>
    replaceParts(tx, [
      { ...after, postingId: one },
      { postingId: two, places: [], skills: [], responsibilities: [] },
    ]),
  );
  expect(await partsOf(one)).toEqual({
    places: [lyon, berlin],
    skills: ["kafka", "redis", "go"],
    responsibilities: [],
    reality: null,
  });
  expect(await partsOf(two)).toMatchObject({ places: [], skills: [], responsibilities: [] });
  expect(await partsOf(other)).toMatchObject({
    places: [berlin],
    skills: ["go"],
    responsibilities: ["api-management"],
  });
});

it("leaves a reality card that is not given, and removes one that is null", async () => {
  const postingId = await draft();
  const none = { places: [], skills: [], responsibilities: [], postingId };
  const realityAfter = async (reality?: RealityCard | null) => {
    await inTransaction((tx) => replaceParts(tx, [{ ...none, reality }]));
    return (await partsOf(postingId)).reality;
  };
  expect(await realityAfter(card)).toEqual(card);
  expect(await realityAfter()).toEqual(card);
  expect(await realityAfter({ ...card, teamSize: 7 })).toEqual({ ...card, teamSize: 7 });
  expect(await realityAfter(null)).toBeNull();
});

it("adds what is not there behind what is, which stays as it was", async () => {
  const postingId = await draft();
  const skills = await resolveSkills(["go", "redis"]);
  const go = skills.get("go")?.id ?? 0;
  await inTransaction((tx) =>
    replaceParts(tx, [
      {
        postingId,
        places: [berlin, spain],
        skills: [{ skillId: go, must: false, minYears: 3 }],
        responsibilities: [],
        reality: card,
      },
    ]),
  );
  const more = await parts([spain, lyon], ["kafka", "go", "redis"], ["api-management"]);
  await inTransaction((tx) => addParts(tx, postingId, more));
  await inTransaction((tx) => addParts(tx, postingId, more));
  expect(await partsOf(postingId)).toEqual({
    places: [berlin, spain, lyon],
    skills: ["go", "kafka", "redis"],
    responsibilities: ["api-management"],
    reality: card,
  });
  const [first] = (await findOwnPosting(owner, postingId))?.skills ?? [];
  expect(first).toMatchObject({ slug: "go", must: false, minYears: 3 });
});

it("leaves out tags that the taxonomy does not have", async () => {
  expect((await parts([], ["no-such-skill", "go"], ["no-such-thing"])).skills).toHaveLength(1);
});
