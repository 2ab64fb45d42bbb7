import { expect, it } from "vitest";
import { createUser } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import { findOwnMatchProfile } from "@/lib/matching/queries/own";
import { ProfileForm } from "../input/profile";
import { findProfile, listWantedBands } from "../queries/profile";
import { answerQuestion } from "./answer";
import { saveProfile } from "./profile";

const { sql } = await testDatabase();

const skills = [
  { name: "Go", has: "yes", years: 4, level: "expert", lastUsed: 2026 },
  { name: "Kafka", has: "yes" },
  { name: "PHP", has: "no", level: "basic", lastUsed: 2012 },
];

it("keeps level, year of last use and the hours to share; of what one says no to, nothing more", async () => {
  const actor = await createUser();
  await saveProfile(actor, ProfileForm.parse({ skills, overlapHours: 6 }));
  expect(await findProfile(actor)).toMatchObject({
    overlapHours: 6,
    skills: [
      { slug: "go", years: 4, level: "expert", lastUsed: 2026 },
      { slug: "kafka", years: null },
    ],
    no: { skills: [{ slug: "php" }] },
  });
  await answerQuestion(actor, { about: { kind: "skill", slug: "go" }, answer: "yes", years: 5 });
  expect((await findProfile(actor))?.skills[0]).toMatchObject({ years: 5, level: "expert", lastUsed: 2026 });
  await saveProfile(actor, ProfileForm.parse({ skills: [{ name: "Go" }] }));
  const emptied = await findProfile(actor);
  expect(emptied).not.toHaveProperty("overlapHours");
  expect(emptied?.skills).toEqual([{ slug: "go", label: "Go", years: null }]);
});

it("keeps the levels that one looks for, which are no part of what is matched", async () => {
  const actor = await createUser();
  await saveProfile(actor, ProfileForm.parse({ bands: ["mid", "senior"], years: 6 }));
  expect((await findProfile(actor))?.bands).toEqual(["mid", "senior"]);
  expect(await listWantedBands(actor)).toEqual(["mid", "senior"]);
  const { facts } = (await findOwnMatchProfile(actor)) ?? {};
  expect(facts).not.toHaveProperty("bands");
  await saveProfile(actor, ProfileForm.parse({ years: 6 }));
  expect(await findProfile(actor)).not.toHaveProperty("bands");
  expect(await listWantedBands(await createUser())).toEqual([]);
  await expect(
    sql`update profiles set bands = array['boss'] where user_id = ${actor.userId}`,
  ).rejects.toThrow("profiles_bands");
});

it.each([
  { bands: ["boss"] },
  { overlapHours: 9 },
  { overlapHours: 0 },
  { skills: [{ name: "Go", level: "wizard" }] },
  { skills: [{ name: "Go", lastUsed: 26 }] },
  { skills: [{ name: "Go", lastUsed: 2024.5 }] },
])("%j makes no sense", (form) => {
  expect(ProfileForm.safeParse(form).success).toBe(false);
});
