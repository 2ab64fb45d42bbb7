import { beforeEach, describe, expect, it } from "vitest";
import { createUser } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import type { Actor } from "@/lib/auth/input";
import { aboutText, LineAnswer, readAbout } from "../input/answer";
import { findProfile } from "../queries/profile";
import { answerQuestion, undoAnswer } from "./answer";
import { saveEvidence } from "./evidence";

const { sql } = await testDatabase();
let actor: Actor;
beforeEach(async () => {
  actor = await createUser();
});

const say = (fields: object) => answerQuestion(actor, LineAnswer.parse(fields));

describe("an answer", () => {
  it("begins a profile, and each kind has its place in it", async () => {
    await say({ about: "skill:kafka", answer: "yes" });
    await say({ about: "skill:go", answer: "years", years: "0" });
    await say({ about: "skill:php", answer: "no", years: "lots" });
    await say({ about: "responsibility:debugging", answer: "yes" });
    await say({ about: "responsibility:api-integration", answer: "no" });
    await say({ about: "experience", answer: "years", years: "7,5" });
    await say({ about: "degree", answer: "none" });
    await say({ about: "skill:rust", answer: "skip", years: "lots" });
    expect(await findProfile(actor)).toMatchObject({
      years: 7.5,
      degree: { level: "none", field: null },
      skills: [
        { slug: "go", years: 0 },
        { slug: "kafka", years: null },
      ],
      responsibilities: [{ slug: "debugging" }],
      no: { skills: [{ slug: "php" }], responsibilities: [{ slug: "api-integration" }] },
    });
    const events = await sql`select type from events where actor_id = ${actor.userId}`;
    expect(events.map(({ type }) => type)).toEqual(Array(7).fill("profile.edited"));
  });

  it("changes its own line alone, twice is as once, and a no takes the evidence away", async () => {
    await say({ about: "skill:kafka", answer: "years", years: "3" });
    await say({ about: "skill:go", answer: "yes" });
    await saveEvidence(actor, {
      kind: "job",
      title: "Developer",
      organisation: "Acme",
      text: "",
      url: "",
      started: null,
      ended: null,
      skills: ["kafka", "go"],
      responsibilities: [],
    });
    await say({ about: "skill:kafka", answer: "no" });
    await say({ about: "skill:kafka", answer: "no" });
    expect(await findProfile(actor)).toMatchObject({
      skills: [{ slug: "go", evidence: 1 }],
      no: { skills: [{ slug: "kafka" }] },
    });
  });

  it("is taken back to nothing said", async () => {
    for (const [about, answer] of [
      ["skill:kafka", "no"],
      ["responsibility:debugging", "yes"],
      ["degree", "master"],
    ] as const) {
      await say({ about, answer });
      await undoAnswer(actor, LineAnswer.parse({ about, answer }));
      await undoAnswer(actor, LineAnswer.parse({ about, answer }));
    }
    const profile = await findProfile(actor);
    expect(profile).toMatchObject({
      skills: [],
      responsibilities: [],
      no: { skills: [], responsibilities: [] },
    });
    expect(profile).not.toHaveProperty("degree");
  });

  it("about the years of a skill leaves the skill when it is taken back", async () => {
    await say({ about: "skill:kafka", answer: "yes" });
    const years = { about: "years:kafka", answer: "years", years: "2.5" };
    await say(years);
    expect(await findProfile(actor)).toMatchObject({ skills: [{ slug: "kafka", years: 2.5 }] });
    await undoAnswer(actor, LineAnswer.parse(years));
    expect(await findProfile(actor)).toMatchObject({ skills: [{ slug: "kafka", years: null }] });
  });

  it("about what is in no list is refused", async () => {
    for (const [about, answer] of [
      ["skill:blub", "yes"],
      ["years:blub", "years"],
      ["responsibility:coffee", "yes"],
    ])
      await expect(say({ about, answer, years: "1" })).rejects.toMatchObject({ code: "invalid" });
    expect(await findProfile(actor)).toBeNull();
  });

  it.each([
    { about: "skill:Go", answer: "yes" },
    { about: "name", answer: "yes" },
    { about: "degree", answer: "yes" },
    { about: "experience", answer: "no" },
    { about: "experience", answer: "years" },
    { about: "responsibility:debugging", answer: "years", years: "3" },
    { about: "skill:go", answer: "master" },
    { about: "years:go", answer: "yes" },
    { about: "years:go", answer: "years" },
    { about: "skill:go", answer: "years", years: "-1" },
    { about: "skill:go", answer: "yes", years: "lots" },
  ])("%j makes no sense", (fields) => {
    expect(LineAnswer.safeParse(fields).success).toBe(false);
  });

  it("names what it is about the same way in both directions", () => {
    for (const text of [
      "skill:c-plus-plus",
      "years:go",
      "responsibility:debugging",
      "experience",
      "degree",
    ]) {
      const about = readAbout(text);
      expect(about && aboutText(about)).toBe(text);
    }
  });
});
