import { expect, it } from "vitest";
import { createUser } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import { saveEvidence, saveStudy } from "@/lib/profiles/commands/evidence";
import { saveProfile } from "@/lib/profiles/commands/profile";
import { ProfileForm } from "@/lib/profiles/input/profile";
import { findOwnMatchProfile } from "./own";

const { sql } = await testDatabase();

it("is nothing where no profile was kept", async () => {
  expect(await findOwnMatchProfile(await createUser())).toBeNull();
});

it("gives what was kept, with its evidence and hours, as facts that name nobody", async () => {
  const actor = await createUser({ name: "Quinn Unusual" });
  const form = ProfileForm.parse({
    headline: "Unusual headline",
    years: 6.5,
    degreeLevel: "master",
    degreeField: "physics",
    wantedMin: 90_000,
    wantedCurrency: "USD",
    workplaces: ["remote"],
    countries: "DE",
    timezone: "Asia/Tokyo",
    skills: [
      { name: "Go", has: "yes", years: 4 },
      { name: "Django", has: "yes" },
      { name: "PHP", has: "no" },
    ],
    responsibilities: { debugging: "yes", "api-integration": "no" },
  });
  await saveProfile(actor, form);
  const said = await findOwnMatchProfile(actor);
  expect(said?.facts).toEqual({
    years: 6.5,
    degree: "master",
    skills: [
      { slug: "django", years: null, evidence: 0 },
      { slug: "go", years: 4, evidence: 0 },
    ],
    responsibilities: [{ slug: "debugging", evidence: 0 }],
    no: { skills: ["php"], responsibilities: ["api-integration"] },
    hasJob: false,
    hasEducation: false,
    wantedYearlyUsd: 90_000,
    workplaces: ["remote"],
    countries: ["DE"],
    employment: [],
    // Nine to five, nine hours ahead.
    hours: { start: 0, minutes: 8 * 60 },
    overlap: 4,
  });
  expect(said?.edges.implies).toContainEqual(["django", "python"]);
  expect(said?.ids.skills.has("php")).toBe(true);
  expect(JSON.stringify(said)).not.toMatch(/unusual|physics/i);

  await saveEvidence(actor, {
    kind: "job",
    title: "Developer",
    organisation: "Acme",
    text: "",
    url: "",
    started: "2019-03",
    ended: null,
    skills: ["go"],
    responsibilities: ["debugging"],
  });
  await saveStudy(actor, {
    level: "master",
    degree: "MSc",
    field: "physics",
    school: "Unusual",
    started: null,
    ended: null,
  });
  await sql`update profiles set overlap_hours = 6 where user_id = ${actor.userId}`;
  const shown = await findOwnMatchProfile(actor);
  expect(shown?.facts).toMatchObject({
    skills: [
      { slug: "django", evidence: 0 },
      { slug: "go", evidence: 1 },
    ],
    responsibilities: [{ slug: "debugging", evidence: 1 }],
    hasJob: true,
    hasEducation: true,
    overlap: 6,
  });
});
