import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { createUser } from "@/db/factories";
import { events } from "@/db/schema/events";
import { testDatabase } from "@/db/testing";
import type { Actor } from "@/lib/auth/input";
import { ProfileForm } from "../input/profile";
import { findProfile } from "../queries/profile";
import { findEvidence, findOwnResume, findStudy, listEducation, listEvidence } from "../queries/resume";
import { removeEvidence, removeStudy, saveEvidence, saveStudy } from "./evidence";
import { saveProfile } from "./profile";

const { db, sql } = await testDatabase();

const piece = {
  kind: "job" as const,
  title: "Developer",
  organisation: "Acme",
  text: "- Built REST APIs in Go on PostgreSQL",
  url: "",
  started: "2019-03",
  ended: "2021-02",
  skills: ["go", "postgresql"],
  responsibilities: ["api-management"],
};
const eventsOf = async (actor: Actor) =>
  (
    await db
      .select({ type: events.type })
      .from(events)
      .where(eq(events.actorId, actor.userId))
      .orderBy(events.id)
  ).map(({ type }) => type);

describe("a piece of one's own", () => {
  let actor: Actor;
  let stranger: Actor;
  beforeEach(async () => {
    [actor, stranger] = [await createUser(), await createUser()];
  });
  const onlyOne = async () => (await listEvidence(actor))[0]?.id as string;

  it("is added, changed and removed by its owner alone", async () => {
    await saveEvidence(actor, piece);
    const id = await onlyOne();
    expect(await findProfile(actor)).toMatchObject({
      skills: [{ slug: "go", evidence: 1 }, { slug: "postgresql" }],
    });
    await expect(saveEvidence(stranger, { ...piece, id })).rejects.toMatchObject({ code: "not_found" });
    await expect(removeEvidence(stranger, { id })).rejects.toMatchObject({ code: "not_found" });
    expect(await findEvidence(stranger, id)).toBeNull();

    await saveEvidence(actor, { ...piece, id, title: "Lead", skills: ["go"], responsibilities: [] });
    expect(await findEvidence(actor, id)).toMatchObject({
      title: "Lead",
      skills: [{ slug: "go" }],
      responsibilities: [],
    });
    await removeEvidence(actor, { id });
    await expect(removeEvidence(actor, { id })).rejects.toMatchObject({ code: "not_found" });
    const profile = await findProfile(actor);
    expect(profile?.skills.map(({ slug, evidence }) => [slug, evidence])).toEqual([
      ["go", undefined],
      ["postgresql", undefined],
    ]);
    expect(await eventsOf(actor)).toEqual(["profile.edited", "profile.edited", "profile.edited"]);
  });

  it("keeps hanging on its skills when the profile is kept, and leaves those that it says no to", async () => {
    await saveEvidence(actor, piece);
    const profile = ProfileForm.parse({
      skills: [
        { name: "Go", has: "yes", years: 3 },
        { name: "PostgreSQL", has: "no" },
      ],
      responsibilities: { "api-management": "yes" },
    });
    await saveProfile(actor, profile);
    await saveProfile(actor, profile);
    expect(await findProfile(actor)).toMatchObject({
      skills: [{ slug: "go", years: 3, evidence: 1 }],
      responsibilities: [{ slug: "api-management", evidence: 1 }],
      no: { skills: [{ slug: "postgresql" }] },
    });
    await saveProfile(actor, ProfileForm.parse({}));
    expect(await listEvidence(actor)).toMatchObject([{ skills: [], responsibilities: [] }]);
  });

  it("cannot be tied to another's by the database itself", async () => {
    await saveEvidence(actor, piece);
    await saveEvidence(stranger, piece);
    const id = await onlyOne();
    await expect(
      sql`insert into profile_evidence_skills (user_id, evidence_id, skill_id) select ${stranger.userId}, ${id}, skill_id
        from profile_skills where user_id = ${stranger.userId}`,
    ).rejects.toMatchObject({ constraint_name: "profile_evidence_skills_of" });
    for (const dates of [
      ["2018-13", null],
      ["2020", "2019"],
      ["soon", null],
    ])
      await expect(
        sql`update profile_evidence set started = ${dates[0] as string}, ended = ${dates[1] as string | null} where id = ${id}`,
      ).rejects.toMatchObject({ code: "23514" });
  });

  it("has studies beside it, by the same rules", async () => {
    const study = {
      level: "master" as const,
      degree: "MSc",
      field: "",
      school: "Example University",
      started: null,
      ended: "2020",
    };
    await saveStudy(actor, study);
    const id = (await listEducation(actor))[0]?.id as string;
    await expect(saveStudy(stranger, { ...study, id })).rejects.toMatchObject({ code: "not_found" });
    await expect(removeStudy(stranger, { id })).rejects.toMatchObject({ code: "not_found" });
    await saveStudy(actor, { ...study, id, field: "Physics" });
    expect(await findStudy(actor, id)).toMatchObject({ field: "Physics" });
    expect(await findStudy(stranger, id)).toBeNull();
    expect((await findOwnResume(actor)).education).toHaveLength(1);
    await removeStudy(actor, { id });
    await expect(removeStudy(actor, { id })).rejects.toMatchObject({ code: "not_found" });
  });
});
